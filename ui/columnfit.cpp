// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnfit.h"

#include "models/items/seriestreemodel.h"

#include <algorithm>
#include <numeric>

namespace loredesk::ui {

namespace {

using Column = items::SeriesTreeModel::Column;

// In characters.
constexpr int TitleLeast = 18;
constexpr int TitleGood = 50;   // the author's name is whole from here on
constexpr int TitlePlenty = 58; // and a long one, too
constexpr int AuthorLeast = 12;
constexpr int AuthorUsual = 17;
constexpr int AuthorMost = 24;

struct Step
{
    Column column;
    int title; ///< hidden where the title would have fewer characters
};
// What says least first. Replies and the author tell more than the end of a long title does. A mark stands
// behind the title then, of the few rows that have one.
constexpr Step Steps[] = {{Column::Mark, 50},     {Column::Tested, 47},  {Column::Acked, 40},
                          {Column::Reviewed, 33}, {Column::Version, 28}, {Column::Replies, 23},
                          {Column::Author, 20}};

} // namespace

std::vector<int> fitColumns(const std::vector<ColumnNeed> &needs, int room, int unit)
{
    std::vector<int> widths(needs.size());
    std::transform(needs.begin(), needs.end(), widths.begin(), [](const auto &need) { return need.width; });
    const ColumnNeed &author = needs[Column::Author];
    const bool elastic = !author.isOwn && author.width > 0;
    if (elastic)
        widths[Column::Author] = AuthorLeast * unit;
    widths[Column::Title] = 0;
    int left = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (const Step &step : Steps) {
        const ColumnNeed &need = needs[std::size_t(step.column)];
        if (left >= step.title * unit || need.isOwn || need.isKept)
            continue;
        left += std::exchange(widths[std::size_t(step.column)], 0);
    }
    if (elastic && widths[Column::Author] > 0) {
        const int both = left + widths[Column::Author];
        const int most = std::max(std::min(AuthorUsual * unit, both - TitleGood * unit),
                                  std::min(AuthorMost * unit, both - TitlePlenty * unit));
        widths[Column::Author] = std::max(widths[Column::Author], most);
        left = both - widths[Column::Author];
    }
    widths[Column::Title] = std::max(left, TitleLeast * unit);
    return widths;
}

} // namespace loredesk::ui
