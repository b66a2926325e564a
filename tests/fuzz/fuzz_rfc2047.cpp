// SPDX-License-Identifier: GPL-3.0-or-later
// Encoded words and address lists, as a header holds them.
#include "models/mail/message.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

/// RFC 2047 words of so many bytes each: characters are cut in two between them, as real mailers do.
QByteArray encoded(const QByteArray &text, qsizetype length, bool base64)
{
    QByteArray out;
    for (qsizetype at = 0; at < text.size(); at += length) {
        const QByteArray piece = text.mid(at, length);
        out += out.isEmpty() ? "" : "\n ";
        if (base64) {
            out += "=?UTF-8?B?" + piece.toBase64() + "?=";
            continue;
        }
        out += "=?utf-8?q?";
        for (const char c : piece)
            out += c == ' ' ? QByteArray("_") : '=' + QByteArray(1, c).toHex().toUpper();
        out += "?=";
    }
    return out;
}

void checkRoundTrip(const QByteArray &bytes)
{
    // What is no UTF-8 cannot come back: the replacement characters are what is encoded then.
    QString text = QString::fromUtf8(bytes);
    const QByteArray utf8 = text.toUtf8();
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r')
            c = u' ';
    }
    FUZZ_CHECK_TEXT(mail::decodeHeader(encoded(utf8, 45, true)) == text, text);
    FUZZ_CHECK_TEXT(mail::decodeHeader(encoded(utf8, 7, false)) == text, text);
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    });
}

void checkMailboxes(const QByteArray &value)
{
    const QList<mail::Mailbox> boxes = mail::parseMailboxes(value);
    FUZZ_CHECK(boxes.size() <= value.size());
    for (const mail::Mailbox &box : boxes) {
        FUZZ_CHECK(!box.isEmpty());
        fuzz::checkMailbox(box);
        const QStringList words = box.name.split(u' ', Qt::SkipEmptyParts);
        const QStringList address = box.address.split(u'@');
        const bool plainName = std::all_of(words.begin(), words.end(), isPlain);
        if (!plainName || address.size() != 2 || !isPlain(address[0]) || !isPlain(address[1]))
            continue;
        // An address with nothing odd in it survives being written.
        const QList<mail::Mailbox> again = mail::parseMailboxes(box.toString().toUtf8());
        FUZZ_CHECK_TEXT(again.size() == 1 && again[0] == box, box.toString());
    }
    // An address behind whatever stands there is not lost. (Quotes, brackets and groups may swallow it.)
    const auto swallows = [](char c) { return QByteArrayView("\"<>():;\\@=").contains(c); };
    if (std::none_of(value.begin(), value.end(), swallows) && boxes.size() < 5000) {
        const QList<mail::Mailbox> more = mail::parseMailboxes(value + " <ada@example.org>");
        FUZZ_CHECK(!more.isEmpty() && more.constLast().address == "ada@example.org"_L1);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray value = fuzz::inputBytes(data, size);
    const QString text = mail::decodeHeader(value);
    fuzz::checkLine(text);
    const bool ascii = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c < 0x7f; });
    if (ascii && !value.contains("=?"))
        FUZZ_CHECK(text == QString::fromLatin1(value.trimmed()));
    checkRoundTrip(value);
    checkMailboxes(value);
    return 0;
}
