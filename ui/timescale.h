// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/timeline.h"

namespace loredesk::ui {

/// Where the days of an archive lie on a strip, and how much of them is in view. Pure; positions are in
/// pixels.
class TimeScale
{
public:
    /// The days there are. A view of all of them stays one; another one stays where it is, as far as it can.
    void setDays(const catalog::DaySpan &days);
    const catalog::DaySpan &days() const { return m_days; }
    /// The strip's left end and width.
    void setExtent(double left, double width);

    /// What a bar stands for: a day where they fit, else a week, else a month.
    catalog::ActivityStep step() const;
    /// The days of the bar that `day` lies in: whole, even where it begins before the archive does.
    catalog::DaySpan barOf(const QDate &day) const;
    /// The days of all bars that these touch, whole.
    catalog::DaySpan barsOf(const catalog::DaySpan &days) const;
    /// These end where bars or the days of the archive do.
    bool areBars(const catalog::DaySpan &days) const;
    /// As many bars, so many later (earlier where negative), as far as the archive has bars.
    catalog::DaySpan movedByBars(const catalog::DaySpan &days, int bars) const;

    double left(const QDate &day) const; ///< where the day begins
    double right(const QDate &day) const { return left(day.addDays(1)); }
    /// The day at a position; beyond the ends the first or last that is in view.
    QDate dayAt(double x) const;
    /// What is in view, days that are in it partly included.
    catalog::DaySpan view() const;
    bool isWhole() const { return m_first <= 0 && m_length >= total(); }

    /// Shows `factor` times as many days; what is at `x` stays there.
    void zoom(double factor, double x);
    void scroll(double days);
    void showAll();
    /// Moves, and where it must widens, the view so that these days are in it.
    void reveal(const catalog::DaySpan &days);
    double pixelsPerDay() const { return m_width / m_length; }

private:
    double total() const { return double(m_days.days()); }
    double position(const QDate &day) const { return double(m_days.first.daysTo(day)); }
    void confine();

    catalog::DaySpan m_days{QDate(1970, 1, 1), QDate(1970, 1, 1)};
    double m_first = 0;  ///< of the view, in days from the first
    double m_length = 1; ///< of the view, in days
    double m_left = 0;
    double m_width = 1;
};

} // namespace loredesk::ui
