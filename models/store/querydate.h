// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QString>

#include <limits>
#include <optional>

namespace loredesk::store {

/// Both ends included.
struct TimeRange
{
    base::UnixSeconds first = std::numeric_limits<base::UnixSeconds>::min();
    base::UnixSeconds last = std::numeric_limits<base::UnixSeconds>::max();
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// A date or a range of dates as lore takes them, in UTC: "20250401", "2025-04-01", "2025-04", "2025",
/// "2025-04-01T12:30", "20250401123000", "1743465600" or "@1743465600" (seconds since 1970), "now", "today",
/// "yesterday", "last.week", "7.days.ago", and two of them around "..", either of which may be left out. One
/// date alone means its whole day (month, year); so does the end of a range. Nothing where it cannot be
/// understood.
std::optional<TimeRange> parseTimeRange(const QString &text, base::UnixSeconds now);

} // namespace loredesk::store
