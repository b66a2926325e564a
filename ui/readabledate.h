// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <QDateTime>
#include <QString>

namespace loredesk::ui {

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
