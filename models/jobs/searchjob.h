// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/resultjob.h"
#include "models/jobs/searching.h"

namespace loredesk::jobs {

/// Answers one query on a thread of its own. Whoever asks something else discards this job: the newest request wins.
/// Errors: those of Searcher::search().
class SearchJob final : public ResultJob<Found>
{
    Q_OBJECT

public:
    SearchJob(std::shared_ptr<Searcher> searcher, store::Query query, Searcher::Thoroughness thoroughness,
              QObject *parent = nullptr);
};

} // namespace loredesk::jobs
