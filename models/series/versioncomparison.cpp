// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/versioncomparison.h"

#include "models/series/patchmatching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::series {

namespace {

std::vector<MatchCandidate> candidatesOf(const std::vector<VersionPatch> &patches)
{
    std::vector<MatchCandidate> candidates;
    candidates.reserve(patches.size());
    for (const VersionPatch &patch : patches)
        candidates.push_back({patch.title, patch.patchId, patch.patch.get()});
    return candidates;
}

ComparedPatch compared(const VersionPatch &older, const VersionPatch &newer)
{
    ComparedPatch result{PatchState::Unread, older.index, newer.index, older.message,
                         newer.message,      newer.title, {},          {}};
    if (!older.patch || !newer.patch) {
        result.trouble = newer.patch ? older.trouble : newer.trouble;
        return result;
    }
    result.comparison = patch::comparePatches(*older.patch, *newer.patch);
    result.comparison.isCut = result.comparison.isCut || older.isCut || newer.isCut;
    result.state = result.comparison.isUnchanged() ? PatchState::Unchanged : PatchState::Changed;
    return result;
}

ComparedPatch onlyOlder(const VersionPatch &older, PatchState state)
{
    return {state, older.index, -1, older.message, {}, older.title, {}, {}};
}

ComparedPatch onlyNewer(const VersionPatch &newer)
{
    return {PatchState::New, -1, newer.index, {}, newer.message, newer.title, {}, {}};
}

} // namespace

VersionComparison compareVersions(const VersionPatches &older, const VersionPatches &newer,
                                  base::ProgressSink &progress)
{
    VersionComparison result;
    result.older = older.series;
    result.newer = newer.series;
    result.missingInOlder = older.missing;
    result.missingInNewer = newer.missing;
    result.leftOut = older.leftOut + newer.leftOut;
    const PatchMatching matching =
        matchPatches(candidatesOf(older.patches), candidatesOf(newer.patches), progress);
    result.isRough = matching.isRough;
    const PatchState gone =
        newer.missing > 0 || newer.leftOut > 0 || newer.isPartial ? PatchState::Missing : PatchState::Dropped;
    if (older.cover && newer.cover)
        result.patches.push_back(compared(*older.cover, *newer.cover));
    else if (older.cover)
        result.patches.push_back(onlyOlder(*older.cover, gone));
    else if (newer.cover)
        result.patches.push_back(onlyNewer(*newer.cover));

    std::vector<bool> shown(older.patches.size(), false);
    size_t i = 0;
    size_t j = 0;
    while (i < older.patches.size() || j < newer.patches.size()) {
        if (progress.cancelled())
            break;
        progress.progress(u"comparing patches"_s, qint64(j), qint64(newer.patches.size()));
        if (i < older.patches.size() && shown[i]) {
            ++i;
        } else if (i < older.patches.size() && matching.newerOf[i] < 0) {
            result.patches.push_back(onlyOlder(older.patches[i], gone));
            ++i;
        } else if (j < newer.patches.size()) {
            const qint32 partner = matching.olderOf[j];
            if (partner < 0) {
                result.patches.push_back(onlyNewer(newer.patches[j]));
            } else {
                result.patches.push_back(compared(older.patches[size_t(partner)], newer.patches[j]));
                shown[size_t(partner)] = true;
            }
            ++j;
        }
    }
    return result;
}

} // namespace loredesk::series
