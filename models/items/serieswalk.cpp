// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/serieswalk.h"

namespace loredesk::items {

bool standsAlone(const series::PatchSeries &series)
{
    if (series.patches.empty())
        return true;
    return series.patches.size() == 1 && series.cover.isMissing() && !series.patches.front().isMissing();
}

const series::SeriesSlot &onlySlot(const series::PatchSeries &series)
{
    return series.patches.empty() ? series.cover : series.patches.front();
}

namespace {

/// Calls `visit` for direct answers until it returns false.
template <class Visit>
void eachDirectReply(const catalog::Catalog &catalog, base::MessageIndex message, Visit visit)
{
    const series::ThreadForest &threads = catalog.threads();
    const std::int32_t top = threads.nodeOf[message.value()];
    std::int32_t node = threads.nodes[std::size_t(top)].firstChild;
    while (node >= 0) {
        const series::ThreadNode &here = threads.nodes[std::size_t(node)];
        if (here.message.isValid() && !catalog.seriesOf(here.message).isValid() && !visit(here.message))
            return;
        // Only ghosts are entered.
        std::int32_t next = here.message.isValid() ? -1 : here.firstChild;
        for (std::int32_t up = node; next < 0 && up != top; up = threads.nodes[std::size_t(up)].parent)
            next = threads.nodes[std::size_t(up)].nextSibling;
        node = next;
    }
}

} // namespace

void appendReplies(const catalog::Catalog &catalog, base::MessageIndex message,
                   std::vector<base::MessageIndex> &replies)
{
    eachDirectReply(catalog, message, [&](base::MessageIndex reply) {
        replies.push_back(reply);
        return true;
    });
}

bool hasReplies(const catalog::Catalog &catalog, base::MessageIndex message)
{
    bool any = false;
    eachDirectReply(catalog, message, [&](base::MessageIndex) {
        any = true;
        return false;
    });
    return any;
}

} // namespace loredesk::items
