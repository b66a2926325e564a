// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/base/result.h"
#include "models/catalog/statistics.h"

#include <QString>

namespace loredesk::app::cli {

/// Reads "A..B", "A.." or "..B". Errors: BadInput with a hint.
base::Result<archive::RevisionRange> parseRange(const QString &text);

/// Nothing lies in the range: says so on standard error, where that may come from A and B being swapped.
void sayIfReversed(const archive::RevisionRange &range);

/// A date of the command line and how the headings call it.
struct NamedDate
{
    base::UnixSeconds seconds = 0;
    QString name; ///< as the user wrote it; a relative date by the day or time it stands for
};

/// `option` names the option in the error. Errors: BadInput with a hint.
base::Result<NamedDate> parseSince(const QString &text, base::UnixSeconds now);
/// A whole day ("2025-05-20", "yesterday") lasts until its end.
base::Result<NamedDate> parseUntil(const QString &text, base::UnixSeconds now);

/// "2025-05-20", UTC.
QString dayName(base::UnixSeconds seconds);

} // namespace loredesk::app::cli
