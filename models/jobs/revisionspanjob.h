// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// The time that the messages between two revisions of an archive span: from the date of the oldest to that
/// of the newest, open where the range is. A message whose own clock says another day than the archive's
/// counts by its arrival, so that one wrong clock does not span years. Errors: those of Archive::list(),
/// BadInput where no message lies between the revisions.
class RevisionSpanJob final : public ResultJob<catalog::DateSpan>
{
    Q_OBJECT

public:
    RevisionSpanJob(LoadedArchivePtr loaded, const archive::RevisionRange &range, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
