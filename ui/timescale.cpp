// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timescale.h"

#include <algorithm>
#include <cmath>

namespace loredesk::ui {

namespace {

constexpr double NarrowestBar = 3; // pixels, the gap beside it included
constexpr double FewestDays = 7;   // in view

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
    const QDate last = catalog::nextStep(first, step()).addDays(-1);
    return {std::max(first, m_days.first), std::min(last, m_days.last)};
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
    const double first = position(days.first);
    const double last = position(days.last) + 1;
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
