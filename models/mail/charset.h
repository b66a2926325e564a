// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace loredesk::mail {

/// Text, and how it came to be.
struct DecodedText
{
    QString text;
    QByteArray charset; ///< the charset it was read in, lower case: the declared one or what stood in for it
    bool knownCharset = true; ///< false: a charset was declared that nobody knows
    int errors = 0;           ///< bytes that mean nothing in that charset; each one is U+FFFD in the text
};

/// As decodeText() in message.h, but says what it did. Thread-safe.
DecodedText decodeBytes(QByteArrayView bytes, const QByteArray &charset);

/// The same text as UTF-8. What is UTF-8 or ASCII already is not taken apart for it, so that broken sequences
/// of it stay in. Thread-safe.
QByteArray decodedAsUtf8(const QByteArray &bytes, const QByteArray &charset);

/// Where the bytes, read in that charset, are UTF-8 as they stand (no errors, no byte order mark): what
/// decodeBytes() calls the charset it reads them in. Else nothing, and they must be decoded.
QByteArray charsetOfUtf8(QByteArrayView bytes, const QByteArray &charset);

/// True where the bytes are UTF-8 without errors (RFC 3629).
bool isValidUtf8(QByteArrayView bytes);

} // namespace loredesk::mail
