// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace loredesk::mail {

/// A person or list as a header names it (RFC 5322 mailbox). Decoded; either part may be empty.
struct Mailbox
{
    QString name;
    QString address; ///< as written (local part and domain keep their case)

    bool isEmpty() const { return name.isEmpty() && address.isEmpty(); }
    /// `Name <address>`, or whichever there is.
    QString toString() const;
    /// Lower-cased domain of the address, empty without one.
    QString domain() const;
    friend bool operator==(const Mailbox &, const Mailbox &) = default;
};

/// One header field. `value` is raw: still folded and encoded, without the line's end.
struct HeaderField
{
    QByteArray name;
    QByteArray value;
};

/// A part as its header describes it, depth first.
struct PartInfo
{
    QByteArray type;     ///< "text/plain", lower case
    QByteArray charset;  ///< as declared
    QByteArray encoding; ///< content-transfer-encoding, lower case; empty where it is absent or unknown
    QString fileName;    ///< of one part among several; for show only, never a name to write to
    qint64 size = 0;     ///< decoded bytes
    int depth = 0;
};

/// How much of a message is wanted.
enum class Detail {
    Head, ///< what a row of a catalog needs, for a fraction of the time: see the fields of Message and of
          ///< patch::Patch. May refer to the bytes that were parsed, which must outlive it.
    Full,
};

/// A mail message, parsed. Never half-built: whatever could not be read is empty and named in `problems`.
struct Message
{
    QList<HeaderField> headers;   ///< in order, all of them; Head: To and Cc alone
    QByteArray messageId;         ///< without angle brackets; empty where there is none
    QByteArray inReplyTo;         ///< first id of the field
    QList<QByteArray> references; ///< oldest first, as written
    QString subject;              ///< decoded, unfolded, blanks as RFC 5322 unfolding leaves them
    Mailbox from;
    QList<Mailbox> to; ///< Head: none, see carbonCopies() and visitAddresses()
    QList<Mailbox> cc; ///< the same
    QList<Mailbox> replyTo;
    Mailbox originalFrom;                  ///< X-Original-From, where a list rewrote From
    std::optional<base::UnixSeconds> date; ///< Date: header; nothing where it cannot be read
    int dateOffset = 0;                    ///< its zone, minutes east of UTC

    QString body; ///< the first text/plain part: LF, one newline at the end ("" where there is none); Head:
                  ///< empty
    QByteArray
        bodyUtf8; ///< Head: the first text/plain part in UTF-8, line ends as they were sent; else empty
    QByteArray patchText; ///< transfer-decoded bytes of the part that holds the diff (all, joined, if several
                          ///< do); the body's bytes where none does. CRLF is kept as it was sent;
                          ///< format=flowed is undone where there is a diff, as git does it.
    QByteArray patchTail; ///< decoded bytes of the parts behind patchText's last: git reads them on, so that
                          ///< the id of a patch with a broken hunk depends on them; for nothing else
    QByteArray patchCharset; ///< charset that patchText is in, as it was taken
    QList<PartInfo> parts;
    bool textIsCut = false; ///< there is more text, or there are more parts, than are read; `problems` says so
    QList<base::Problem> problems; ///< places without path or commit: the caller knows those

    /// Raw value of the first field with that name (caseless), or empty.
    QByteArray header(const char *name) const;
    /// `cc`, whatever the detail.
    QList<Mailbox> carbonCopies() const;
};

/// Who cuts a message into fields and parts.
enum class Reading {
    Fast,    ///< the scanner and decoders of this room, and GMime where a message has several parts
    Library, ///< GMime alone, several times slower: what the fast way is held against. Both give the same
             ///< Message but for damaged mail (a header that breaks off, base64 without its padding)
};

/// Parses a message (RFC 5322, 2045-2047). Never fails; bounded time and memory, no recursion on nested
/// parts. Thread-safe. (The library always reads in full.)
Message parseMessage(const QByteArray &raw, Reading reading = Reading::Fast, Detail detail = Detail::Full);

/// More than any honest list of people has.
constexpr qsizetype MostMailboxes = 5000;

/// Parses an address list as a header value holds it (raw, folded, encoded): the first so many of it.
QList<Mailbox> parseMailboxes(QByteArrayView value, qsizetype most = MostMailboxes);

/// Shows the addresses of such a list one by one, in UTF-8, until `visit` returns false. What
/// parseMailboxes() finds, but names are not decoded: several times cheaper.
void visitAddresses(QByteArrayView value, const std::function<bool(QByteArrayView)> &visit);

/// Decodes RFC 2047 words in a raw header value and unfolds it.
QString decodeHeader(QByteArrayView value);

/// Text from bytes: the declared charset; else UTF-8 if valid; else Windows-1252. Never drops a byte.
/// gb2312 and gbk with errors are read as gb18030.
QString decodeText(const QByteArray &bytes, const QByteArray &charset);

/// Makes the MIME library ready. Parsing does so by itself where nobody did; calling it first only moves the
/// work to a moment of one's choice. From any thread, any number of times.
void initialise();

} // namespace loredesk::mail
