// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/timeline.h"

#include <QDateTime>

#include <algorithm>

namespace loredesk::catalog {

QDate firstDayOf(const QDate &day, ActivityStep step)
{
    switch (step) {
    case ActivityStep::Day:
        return day;
    case ActivityStep::Week:
        return day.addDays(1 - day.dayOfWeek());
    case ActivityStep::Month:
        return QDate(day.year(), day.month(), 1);
    }
    return day;
}

QDate nextStep(const QDate &first, ActivityStep step)
{
    switch (step) {
    case ActivityStep::Day:
        return first.addDays(1);
    case ActivityStep::Week:
        return first.addDays(7);
    case ActivityStep::Month:
        return first.addMonths(1);
    }
    return first.addDays(1);
}

DaySpan moved(const DaySpan &span, int steps, ActivityStep step)
{
    if (step != ActivityStep::Month) {
        const int days = step == ActivityStep::Week ? 7 * steps : steps;
        return {span.first.addDays(days), span.last.addDays(days)};
    }
    const QDate first = span.first.addMonths(steps);
    const QDate behind = span.last.addDays(1);
    if (span.first.day() == 1 && behind.day() == 1)
        return {first, behind.addMonths(steps).addDays(-1)};
    return {first, first.addDays(span.days() - 1)};
}

Timeline Timeline::of(const Catalog &catalog, const QTimeZone &zone)
{
    Timeline timeline;
    timeline.m_zone = zone;
    std::vector<base::UnixSeconds> dates;
    for (const base::MessageIndex row : rowsIn(catalog, {})) {
        if (const base::UnixSeconds date = catalog.message(row).date; date != 0)
            dates.push_back(date);
    }
    if (dates.empty())
        return timeline;
    std::sort(dates.begin(), dates.end());
    timeline.m_first = timeline.dayOf(dates.front());
    // A day is 23 or 25 hours long once a year: its end is asked for, not reckoned.
    auto date = dates.begin();
    for (QDate day = timeline.m_first; date != dates.end(); day = day.addDays(1)) {
        timeline.m_before.push_back(std::uint32_t(date - dates.begin()));
        const base::UnixSeconds end = day.addDays(1).startOfDay(zone).toSecsSinceEpoch();
        date = std::lower_bound(date, dates.end(), end);
    }
    timeline.m_before.push_back(std::uint32_t(dates.size()));
    return timeline;
}

int Timeline::messages(const DaySpan &days) const
{
    if (isEmpty())
        return 0;
    const auto before = [this](const QDate &day) {
        return m_before[std::size_t(std::clamp<qint64>(m_first.daysTo(day), 0, dayCount()))];
    };
    return int(before(days.last.addDays(1))) - int(before(days.first));
}

std::vector<Timeline::Bar> Timeline::bars(const DaySpan &days, ActivityStep step) const
{
    std::vector<Bar> bars;
    for (QDate first = firstDayOf(days.first, step); first <= days.last;) {
        const QDate next = nextStep(first, step);
        const DaySpan whole{first, next.addDays(-1)};
        bars.push_back({whole, messages(whole)});
        first = next;
    }
    return bars;
}

QDate Timeline::dayOf(base::UnixSeconds date) const
{
    return QDateTime::fromSecsSinceEpoch(date, m_zone).date();
}

DateSpan Timeline::span(const DaySpan &days) const
{
    return {days.first.startOfDay(m_zone).toSecsSinceEpoch(),
            days.last.addDays(1).startOfDay(m_zone).toSecsSinceEpoch() - 1};
}

std::optional<DaySpan> Timeline::daysOf(const DateSpan &span) const
{
    if (!span.since && !span.until)
        return std::nullopt;
    const DaySpan all = days();
    const DaySpan meant{span.since ? dayOf(*span.since) : all.first,
                        span.until ? dayOf(*span.until) : all.last};
    if (meant.first > meant.last || meant.last < all.first || meant.first > all.last)
        return std::nullopt;
    return DaySpan{std::max(meant.first, all.first), std::min(meant.last, all.last)};
}

} // namespace loredesk::catalog
