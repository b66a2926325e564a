// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace loredesk::ui {

/// The locale of the interface's language, English (C) where no translation is loaded: months and days must
/// not be named in another language than the words beside them.
QLocale interfaceLocale();

/// How much of a date is written; each is a format of its own in every language.
enum class DateForm {
    Day,             ///< 20
    DayMonth,        ///< 20 May
    DayMonthYear,    ///< 20 May 2025
    WeekdayDate,     ///< Tue 20 May 2025
    Month,           ///< May
    MonthYear,       ///< May 2025
    LongMonthYear,   ///< September 2025
    FullWithSeconds, ///< Tuesday, 20 May 2025 18:26:35
};
/// In the interface's language and in the zone of `when`.
QString dateText(const QDateTime &when, DateForm form);
QString dateText(QDate day, DateForm form);

/// A date as people read it, seen from `now` and in now's time zone: "today 14:02", "yesterday", "20
/// May" in the same year, "20 May 2023" otherwise. Dates ahead of now (a sender's wrong clock) are written
/// like old ones. Empty for 0. Pure.
QString readableDate(base::UnixSeconds date, const QDateTime &now);

/// The whole date for a tool tip, in now's time zone and in UTC: "Tuesday, 20 May 2025 20:26:35 (18:26:35
/// UTC)". Pure.
QString fullDate(base::UnixSeconds date, const QDateTime &now);

/// The days that a span covers, in now's time zone: "20 May 2025", "20 – 27 May 2025", "30 Apr – 2 May 2025",
/// "since 20 May 2025", "until 20 May 2025", "everything". Pure.
QString readableSpan(const catalog::DateSpan &span, const QDateTime &now);

} // namespace loredesk::ui
