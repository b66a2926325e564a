// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <QDate>
#include <QTimeZone>

#include <cstdint>
#include <vector>

namespace loredesk::catalog {

/// The first day of the step that `day` lies in: weeks start on Monday.
QDate firstDayOf(const QDate &day, ActivityStep step);
/// The first day of the step that follows the one that begins with `first`.
QDate nextStep(const QDate &first, ActivityStep step);

/// Whole days, both inclusive.
struct DaySpan
{
    QDate first;
    QDate last;
    qint64 days() const { return first.daysTo(last) + 1; }
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

/// The same so many steps later (earlier where negative). Whole months stay whole months where the step is
/// one, whatever their lengths; everything else keeps its number of days. Pure.
DaySpan moved(const DaySpan &span, int steps, ActivityStep step);

/// How many messages came on each day of an archive, in one time zone: what a histogram over its whole time
/// needs, in some kilobytes. A value; read it from any thread.
class Timeline
{
public:
    /// Without a day.
    Timeline() = default;
    /// Looks at every message: nothing for the main thread. Copies of one message count once; messages
    /// without any date do not.
    static Timeline of(const Catalog &catalog, const QTimeZone &zone);

    bool isEmpty() const { return m_before.empty(); }
    /// From the oldest message to the newest. Only where it is not empty.
    DaySpan days() const { return {m_first, m_first.addDays(dayCount() - 1)}; }
    int dayCount() const { return m_before.empty() ? 0 : int(m_before.size()) - 1; }
    /// Messages of these days; those beyond the ends have none.
    int messages(const DaySpan &days) const;

    /// One bar: a step of time and what came in it.
    struct Bar
    {
        DaySpan days; ///< whole, even where the step begins before the archive does
        int messages = 0;
        friend bool operator==(const Bar &, const Bar &) = default;
    };
    /// The bars that any of these days falls into, without gaps.
    std::vector<Bar> bars(const DaySpan &days, ActivityStep step) const;

    QDate dayOf(base::UnixSeconds date) const;
    /// From the first second of the first day to the last second of the last.
    DateSpan span(const DaySpan &days) const;
    /// The days that a span touches, an open end being the archive's. Nothing where the span is open at both
    /// ends, or lies beyond the archive's days. Only where the timeline is not empty.
    std::optional<DaySpan> daysOf(const DateSpan &span) const;

    friend bool operator==(const Timeline &, const Timeline &) = default;

private:
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_first;
    std::vector<std::uint32_t> m_before; ///< messages before each day; one more than there are days
};

} // namespace loredesk::catalog
