// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace loredesk::base {

/// Seconds since 1970 UTC.
using UnixSeconds = std::int64_t;

/// "2025-05-20T18:26:35Z"
QString isoUtc(UnixSeconds seconds);

/// A date as the command line and the window take it: ISO 8601 ("2025-05-20", "2025-05-20T18:26:35Z",
/// "2025-05-20 18:26"), "now", "today", "yesterday", "7.days.ago" ("hours", "weeks", "months", "years"
/// likewise; blanks for dots),
/// "@SECONDS". Local midnight where no time is given, local time where no zone is. `now` is passed in, so
/// that the result depends on nothing else. Nothing where it cannot be understood.
std::optional<UnixSeconds> parseDate(const QString &text, UnixSeconds now);

} // namespace loredesk::base
