// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace loredesk::mail {

/// Quoted-printable (RFC 2045 section 6.7). A `=` that begins no escape stays as it is,
/// and so do blanks at the end of a line (RFC 2045 would drop them, but in a patch they are context lines).
/// `header`: the Q encoding of RFC 2047, where `_` is a blank.
QByteArray decodeQuotedPrintable(QByteArrayView encoded, bool header = false);

/// Base64 (RFC 2045 section 6.8). Bytes outside the alphabet are skipped, padding may be missing, and what
/// follows padding is read on (mailing lists append footers in plain text to base64 bodies).
QByteArray decodeBase64(QByteArrayView encoded);

/// Undoes format=flowed (RFC 3676): joins lines that end with a blank to the next one and removes the blank
/// that stuffs a line. Quoted lines stay as they are. `deleteSpace`: the blank at a line's end goes, too.
QByteArray unflowed(QByteArrayView text, bool deleteSpace);

} // namespace loredesk::mail
