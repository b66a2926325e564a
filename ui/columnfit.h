// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace loredesk::ui {

/// What a column of the series tree asks for. Widths in px.
struct ColumnNeed
{
    int width = 0;       ///< 0: hidden
    bool isOwn = false;  ///< as somebody set it, shown or hidden: it stays so
    bool isKept = false; ///< shown however little room there is, for the rows are sorted by it
};

/// Shares `room` (px) among the columns, one need for each of items::SeriesTreeModel::Column: the narrow ones
/// get what they need, the author a name's width and more where there is plenty, the title what is left.
/// Where that would be too little, the columns that say least are hidden (0), one after the other. The title
/// never gets less than a few words, so the sum may be more than the room. `unit`: the width of a character.
/// Pure.
std::vector<int> fitColumns(const std::vector<ColumnNeed> &needs, int room, int unit);

} // namespace loredesk::ui
