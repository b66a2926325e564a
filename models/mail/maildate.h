// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QByteArrayView>

#include <optional>

namespace loredesk::mail {

/// A date with the zone it was written in.
struct MailDate
{
    base::UnixSeconds seconds = 0;
    int offset = 0; ///< minutes east of UTC
};

/// Reads the value of a Date field (RFC 5322 section 3.3 and its obsolete forms), word by word: whatever the
/// order, with or without a weekday, seconds or a zone, and with junk between. Nothing without a day, a
/// month, a year and a time of day. ISO 8601 dates are read too (in-body headers have them).
std::optional<MailDate> parseMailDate(QByteArrayView value);

} // namespace loredesk::mail
