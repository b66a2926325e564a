// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <vector>

namespace loredesk::items {

/// A patch, cover or pull request that carries its answers itself, without a row for the one message beneath
/// a row for the series.
bool standsAlone(const series::PatchSeries &series);

/// The slot of a series that stands alone.
const series::SeriesSlot &onlySlot(const series::PatchSeries &series);

/// Answers to a message that take no slot in a series of their own, by date; what answers a ghost counts as
/// an answer to what the ghost answered. Appended to `replies`.
void appendReplies(const catalog::Catalog &catalog, base::MessageIndex message,
                   std::vector<base::MessageIndex> &replies);
bool hasReplies(const catalog::Catalog &catalog, base::MessageIndex message);

/// Calls `visit(MessageIndex)` for all answers below a message that take no slot in a series, answers to
/// answers included, without recursion.
template <class Visit>
void forEachReplyBelow(const catalog::Catalog &catalog, base::MessageIndex message, Visit visit)
{
    const series::ThreadForest &threads = catalog.threads();
    const std::int32_t top = threads.nodeOf[message.value()];
    std::int32_t node = threads.nodes[std::size_t(top)].firstChild;
    while (node >= 0) {
        const series::ThreadNode &here = threads.nodes[std::size_t(node)];
        const bool posting = here.message.isValid() && catalog.seriesOf(here.message).isValid();
        if (here.message.isValid() && !posting)
            visit(here.message);
        std::int32_t next = posting ? -1 : here.firstChild;
        for (std::int32_t up = node; next < 0 && up != top; up = threads.nodes[std::size_t(up)].parent)
            next = threads.nodes[std::size_t(up)].nextSibling;
        node = next;
    }
}

/// Calls `visit(MessageIndex)` for every message that takes a slot in a series, duplicates included. Slots
/// borrowed from an earlier version are left out: they are that version's.
template <class Visit>
void forEachPosting(const series::PatchSeries &series, Visit visit)
{
    const auto slot = [&](const series::SeriesSlot &slot) {
        if (slot.message.isValid() && !slot.fromEarlierVersion)
            visit(slot.message);
        for (const base::MessageIndex duplicate : slot.duplicates)
            visit(duplicate);
    };
    slot(series.cover);
    for (const series::SeriesSlot &patch : series.patches)
        slot(patch);
}

} // namespace loredesk::items
