// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/progress.h"
#include "models/patch/patchcomparison.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace loredesk::series {

/// A patch (or the cover letter) of one version of a series, read.
struct VersionPatch
{
    int index = 1;              ///< its number in the version; 0 is the cover
    base::MessageIndex message; ///< in the catalog it comes from
    QString title;
    QByteArray patchId;                                  ///< empty: it has none
    std::shared_ptr<const patch::ComparablePatch> patch; ///< null: it could not be read
    bool isCut = false;                                  ///< it is too large to be read whole
    QString trouble;                                     ///< why it could not be read
};

/// The patches of one version that are there, by their numbers.
struct VersionPatches
{
    base::SeriesIndex series;
    std::optional<VersionPatch> cover;
    std::vector<VersionPatch> patches;
    int missing = 0;        ///< slots without a patch
    int leftOut = 0;        ///< patches that were not read, for being so many
    bool isPartial = false; ///< v2.1: replaces single patches of v2, and drops none
};

/// What became of a patch from one version to a later one.
enum class PatchState : quint8 {
    First, ///< there is no version before it
    Unchanged,
    Changed,
    New,
    Dropped,
    Missing, ///< not found, but the later version is not whole: nobody knows
    Unread,  ///< it is in both, but one of them could not be read
};

/// A patch that two versions have, or one of them.
struct ComparedPatch
{
    PatchState state = PatchState::Unchanged;
    int oldIndex = -1; ///< number in the older version, 0 is the cover; -1: it is not in there
    int newIndex = -1;
    base::MessageIndex older; ///< invalid where it is not in there
    base::MessageIndex newer;
    QString title;                     ///< of the newer one, where there is one
    patch::PatchComparison comparison; ///< only where it is in both
    QString trouble;                   ///< of Unread, why
};

/// Two versions of one series side by side.
struct VersionComparison
{
    base::SeriesIndex older;
    base::SeriesIndex newer;
    /// The cover first; then as git-range-diff(1) lists them: in the order of the newer version, what was
    /// dropped where it had been.
    std::vector<ComparedPatch> patches;
    int missingInOlder = 0; ///< slots without a patch
    int missingInNewer = 0;
    int leftOut = 0;      ///< patches that were not read, of both together
    bool isRough = false; ///< see PatchMatching::isRough
};

/// Matches the patches of two versions (see matchPatches()) and compares those that are in both. Pure but for
/// the sink, which it tells how far it is and asks whether to stop; then what was not compared is left out.
VersionComparison compareVersions(const VersionPatches &older, const VersionPatches &newer,
                                  base::ProgressSink &progress);

} // namespace loredesk::series
