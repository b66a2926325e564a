// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/searchjob.h"

namespace loredesk::jobs {

SearchJob::SearchJob(std::shared_ptr<Searcher> searcher, store::Query query, Searcher::Thoroughness thoroughness,
                     QObject *parent)
    : ResultJob(
          [searcher = std::move(searcher), query = std::move(query), thoroughness](base::ProgressSink &progress) {
              return searcher->search(query, thoroughness, std::numeric_limits<std::size_t>::max(), progress);
          },
          parent)
{
}

} // namespace loredesk::jobs
