// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"

namespace loredesk::mail {

/// The value of an unstructured header field (Subject), encoded by RFC 2047 where it must be. One line.
QByteArray encodeHeaderText(const QString &text);

/// A mailbox as a header field holds it: the name quoted or encoded where it must be (RFC 5322, RFC 2047).
/// One line.
QByteArray encodeMailbox(const Mailbox &mailbox);

/// RFC 5322 section 3.3; `offset` in minutes east of UTC.
QByteArray encodeDate(base::UnixSeconds seconds, int offset);

/// Whether bytes come out of an mbox other than they went in, in one of its dialects: a line that begins with
/// "From " (or with ">" before it), a carriage return, a NUL.
bool isMangledByMbox(QByteArrayView bytes);

/// RFC 2045 section 6.7, lines of at most 76 characters, LF line ends. What isMangledByMbox() names is
/// encoded.
QByteArray encodeQuotedPrintable(QByteArrayView bytes);

} // namespace loredesk::mail
