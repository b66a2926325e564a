// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelabels.h"

#include "ui/readabledate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

TimeLabels::Label TimeLabels::label(const Bin &bin, const QString &text) const
{
    const double length = measure(text);
    return {std::clamp(bin.x - length / 2, 0.0, std::max(0.0, width - length)), text};
}

std::vector<TimeLabels::Label> TimeLabels::marks(const std::vector<Bin> &bins, const Level &level) const
{
    std::vector<Label> labels;
    int year = -1;
    int month = -1;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const QDate day = bins[i].first;
        if (level.days) {
            const bool marked = level.every > 0 ? int(i) % level.every == 0 : day.dayOfWeek() == Qt::Monday;
            if (!marked)
                continue;
            labels.push_back(label(
                bins[i], dateText(day, day.year() != year ? DateForm::DayMonthYear : DateForm::DayMonth)));
            year = day.year();
            continue;
        }
        const int months = day.year() * 12 + day.month() - 1;
        if (months == month)
            continue;
        month = months;
        // The first day of a month, or for weeks the first that starts in it: a span that begins within a
        // month does not begin the month.
        if (day.day() > (step <= 1 ? 1 : 7) || months % level.every != 0)
            continue;
        QString text = QString::number(day.year());
        if (level.every < 12)
            text = dateText(day, day.year() != year ? DateForm::MonthYear : DateForm::Month);
        labels.push_back(label(bins[i], text));
        year = day.year();
    }
    return labels;
}

bool TimeLabels::apart(const std::vector<Label> &labels) const
{
    for (std::size_t i = 1; i < labels.size(); ++i) {
        if (labels[i - 1].x + measure(labels[i - 1].text) + gap > labels[i].x)
            return false;
    }
    return true;
}

std::vector<TimeLabels::Label> TimeLabels::lay(const std::vector<Bin> &bins) const
{
    if (bins.empty())
        return {};
    std::vector<Level> levels;
    if (step <= 7)
        levels = {{true, 1}, {true, 2}, {true, step <= 1 ? 0 : 4}};
    for (const int months : {1, 2, 3, 6, 12, 24, 60, 120})
        levels.push_back({false, months});
    for (const Level &level : levels) {
        const std::vector<Label> labels = marks(bins, level);
        if (apart(labels) && labels.size() >= std::min<std::size_t>(2, bins.size()))
            return labels;
    }
    // Nothing fits: the ends, or the beginning alone.
    const DateForm form = step <= 7 ? DateForm::DayMonthYear : DateForm::MonthYear;
    std::vector<Label> ends{label(bins.front(), dateText(bins.front().first, form)),
                            label(bins.back(), dateText(bins.back().first, form))};
    if (!apart(ends))
        ends.pop_back();
    return ends;
}

} // namespace loredesk::ui
