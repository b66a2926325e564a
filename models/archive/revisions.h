// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/archive/epochs.h"

#include <optional>
#include <vector>

namespace loredesk::archive {

/// An epoch with its repository, or why that cannot be read.
struct OpenEpoch
{
    Epoch epoch;
    base::Result<git::Repository> repository;
};

std::vector<OpenEpoch> openEpochs(const QList<Epoch> &epochs);

/// What to walk in one epoch: everything behind `tip` that is not behind `hidden`.
struct EpochSlice
{
    std::size_t epoch = 0; ///< index into the epochs given
    git::ObjectId tip{};
    std::optional<git::ObjectId> hidden;
};

/// The slices a range means, oldest epoch first. Epochs without commits, and those that cannot be opened,
/// have none. Empty where `from` lies after `to`. Errors: NoSuchRevision, with the revision that was not
/// found; Corrupt where a HEAD cannot be read.
base::Result<std::vector<EpochSlice>> resolveRange(const std::vector<OpenEpoch> &epochs,
                                                   const RevisionRange &range, const QString &archivePath);

/// The tags of all epochs, newest first. A name that several epochs have is the newest epoch's, as it is
/// where a range is resolved. Repositories that cannot be read have none.
QList<Tag> tagsOf(const std::vector<OpenEpoch> &epochs);

/// Newest first, of those of one name the first.
QList<Tag> inOrder(QList<Tag> tags);

} // namespace loredesk::archive
