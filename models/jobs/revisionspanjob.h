// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// What a range of revisions is in a catalog.
struct RevisionMessages
{
    /// From the date of the oldest to that of the newest, open where the range is. A message whose own clock
    /// says another day than the archive's counts by its arrival, so that one wrong clock does not span
    /// years.
    catalog::DateSpan span;
    /// Exactly these. Not null; of copies the one that stands for all.
    catalog::MessageSet messages;
    /// So many lie in the range that the catalog does not have: they were deleted later, or cannot be read.
    int missing = 0;
};

/// The messages between two revisions of an archive, as they lie in the catalog that was loaded of it.
/// Errors: those of Archive::list(), BadInput where no message lies between the revisions.
class RevisionSpanJob final : public ResultJob<RevisionMessages>
{
    Q_OBJECT

public:
    RevisionSpanJob(LoadedArchivePtr loaded, const archive::RevisionRange &range, QObject *parent = nullptr);
};

/// The names of the tags of an archive, newest first.
class TagsJob final : public ResultJob<QStringList>
{
    Q_OBJECT

public:
    explicit TagsJob(LoadedArchivePtr loaded, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
