// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/patch/comparablepatch.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace loredesk::series {

/// A patch that another version may have, too.
struct MatchCandidate
{
    QString title;
    QByteArray patchId;                            ///< empty: it has none
    const patch::ComparablePatch *patch = nullptr; ///< null: it could not be read
};

/// Which patch of one version became which of another.
struct PatchMatching
{
    std::vector<qint32> newerOf; ///< by patch of the older version; -1: none
    std::vector<qint32> olderOf; ///< by patch of the newer one
    /// There were so many patches without a counterpart, or so large ones, that not every way to match them
    /// was weighed against every other.
    bool isRough = false;
};

/// Matches the patches of two versions of a series: those of the same title (normalisedTitle()), then those
/// of the same patch id, and what is left by the likeness of the diffs, as git-range-diff(1) does: a pair
/// costs as much as the difference of the two diffs is long, a patch alone 60 % of its own length, and all
/// pairs together cost the least. Pure but for the sink, which it only asks whether to stop; then the
/// matching is what was found so far. Any thread.
PatchMatching matchPatches(std::span<const MatchCandidate> older, std::span<const MatchCandidate> newer,
                           const base::ProgressSink &progress);

/// For each row the column it goes to, or -1, so that no column is taken twice and what is gained is the
/// most: `gain` row by row, nothing below 0. A pair that gains nothing is none. Takes rows x rows x columns
/// steps (the Hungarian method, by shortest augmenting paths).
std::vector<qint32> bestAssignment(std::span<const qint64> gain, qsizetype rows, qsizetype columns);

} // namespace loredesk::series
