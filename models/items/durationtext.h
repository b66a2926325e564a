// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QString>

namespace loredesk::items {

/// A time as people say it, in the largest unit that it fills: "40 min", "9 h", "1.5 days", "3.2 weeks". From
/// 0 up.
QString durationText(base::UnixSeconds seconds);

} // namespace loredesk::items
