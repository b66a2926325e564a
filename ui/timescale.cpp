// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timescale.h"

#include <algorithm>
#include <cmath>

namespace loredesk::ui {

namespace {

constexpr double NarrowestBar = 3; // pixels, the gap beside it included
constexpr double FewestDays = 7;   // in view

/// From the bar that begins with `first` to the one that begins with `other`.
qint64 barsBetween(const QDate &first, const QDate &other, catalog::ActivityStep step)
{
    switch (step) {
    case catalog::ActivityStep::Day:
        return first.daysTo(other);
    case catalog::ActivityStep::Week:
        return first.daysTo(other) / 7;
    case catalog::ActivityStep::Month:
        return (other.year() - first.year()) * 12 + other.month() - first.month();
    }
    return 0;
}

} // namespace

void TimeScale::setDays(const catalog::DaySpan &days)
{
    const bool whole = isWhole();
    m_first += double(days.first.daysTo(m_days.first));
    m_days = days;
    if (whole)
        showAll();
    else
        confine();
}

void TimeScale::setExtent(double left, double width)
{
    m_left = left;
    m_width = std::max(1.0, width);
}

catalog::ActivityStep TimeScale::step() const
{
    if (pixelsPerDay() >= NarrowestBar)
        return catalog::ActivityStep::Day;
    return 7 * pixelsPerDay() >= NarrowestBar ? catalog::ActivityStep::Week : catalog::ActivityStep::Month;
}

catalog::DaySpan TimeScale::barOf(const QDate &day) const
{
    const QDate first = catalog::firstDayOf(day, step());
    return {first, catalog::nextStep(first, step()).addDays(-1)};
}

catalog::DaySpan TimeScale::barsOf(const catalog::DaySpan &days) const
{
    return {barOf(days.first).first, barOf(days.last).last};
}

bool TimeScale::areBars(const catalog::DaySpan &days) const
{
    const catalog::DaySpan bars = barsOf(days);
    return (days.first == bars.first || days.first <= m_days.first) &&
           (days.last == bars.last || days.last >= m_days.last);
}

catalog::DaySpan TimeScale::movedByBars(const catalog::DaySpan &days, int bars) const
{
    const catalog::DaySpan whole = barsOf(days);
    const qint64 earlier = barsBetween(whole.first, barOf(m_days.first).first, step());
    const qint64 later = barsBetween(barOf(days.last).first, barOf(m_days.last).first, step());
    return catalog::moved(whole, int(std::max(earlier, std::min(later, qint64(bars)))), step());
}

double TimeScale::left(const QDate &day) const
{
    return m_left + (position(day) - m_first) * pixelsPerDay();
}

QDate TimeScale::dayAt(double x) const
{
    const double inside = std::clamp(x, m_left, m_left + m_width - 0.001);
    const double day = m_first + (inside - m_left) / pixelsPerDay();
    return m_days.first.addDays(qint64(std::clamp(std::floor(day), 0.0, total() - 1)));
}

catalog::DaySpan TimeScale::view() const
{
    return {dayAt(m_left), dayAt(m_left + m_width)};
}

void TimeScale::zoom(double factor, double x)
{
    const double share = std::clamp((x - m_left) / m_width, 0.0, 1.0);
    const double kept = m_first + share * m_length;
    m_length = std::clamp(m_length * factor, std::min(FewestDays, total()), total());
    m_first = kept - share * m_length;
    confine();
}

void TimeScale::scroll(double days)
{
    m_first += days;
    confine();
}

void TimeScale::showAll()
{
    m_first = 0;
    m_length = total();
}

void TimeScale::reveal(const catalog::DaySpan &days)
{
    const double first = std::max(0.0, position(days.first));
    const double last = std::min(total(), position(days.last) + 1);
    m_length = std::max(m_length, last - first);
    if (first < m_first)
        m_first = first;
    else if (last > m_first + m_length)
        m_first = last - m_length;
    confine();
}

void TimeScale::confine()
{
    m_length = std::min(m_length, total());
    m_first = std::clamp(m_first, 0.0, total() - m_length);
}

} // namespace loredesk::ui
