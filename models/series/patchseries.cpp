// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/patchseries.h"

#include "models/series/assembly.h"
#include "models/series/collecting.h"
#include "models/series/lineage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::series {

int PatchSeries::present() const
{
    return int(std::count_if(patches.begin(), patches.end(), [this](const SeriesSlot &slot) {
        return !slot.isMissing() && slot.index >= 1 && slot.index <= total;
    }));
}

base::MessageIndex PatchSeries::head() const
{
    if (!cover.isMissing())
        return cover.message;
    // Of a partial reroll, a patch that was really sent with it.
    for (const SeriesSlot &slot : patches) {
        if (!slot.isMissing() && !slot.fromEarlierVersion)
            return slot.message;
    }
    return {};
}

SeriesSet buildSeries(std::span<const MessageHead> heads, const ThreadForest &threads)
{
    SeriesSet set = assemble(heads, threads);
    joinVersions(heads, threads, set);
    collectReplies(heads, threads, set);
    return set;
}

QString joinedByName(JoinedBy joinedBy)
{
    switch (joinedBy) {
    case JoinedBy::Nothing:
        break;
    case JoinedBy::ChangeId:
        return u"change-id"_s;
    case JoinedBy::Title:
        return u"title"_s;
    case JoinedBy::Link:
        return u"link"_s;
    case JoinedBy::Reply:
        return u"in-reply-to"_s;
    case JoinedBy::Supersedes:
        return u"supersedes"_s;
    case JoinedBy::Overlap:
        return u"overlap"_s;
    }
    return {};
}

} // namespace loredesk::series
