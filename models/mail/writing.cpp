// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/writing.h"

#undef signals // a word of GLib's, too
#include <gmime/gmime.h>

#include <QDateTime>

#include <array>

namespace loredesk::mail {

namespace {

/// Lines as RFC 2045 allows them, without the "=" of a soft break.
constexpr qsizetype LongestLine = 75;

QByteArray taken(char *text)
{
    QByteArray bytes(text);
    g_free(text);
    return bytes;
}

/// GMime folds where it likes; what is written here is folded by nobody, as git reads either.
QByteArray onOneLine(QByteArray value)
{
    value.replace("\n\t", " ");
    value.replace("\n ", " ");
    value.replace('\n', ' ');
    value.replace('\r', ' ');
    value.replace('\0', ' ');
    return value;
}

bool beginsFromLine(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] == '>')
        ++at;
    return line.sliced(at).startsWith("From ");
}

} // namespace

QByteArray encodeHeaderText(const QString &text)
{
    initialise();
    const QByteArray plain = onOneLine(text.toUtf8());
    return onOneLine(taken(g_mime_utils_header_encode_text(nullptr, plain.constData(), "UTF-8")));
}

QByteArray encodeMailbox(const Mailbox &mailbox)
{
    const QByteArray address = onOneLine(mailbox.address.toUtf8());
    if (mailbox.name.isEmpty())
        return address;
    initialise();
    const QByteArray plain = onOneLine(mailbox.name.toUtf8());
    return onOneLine(taken(g_mime_utils_header_encode_phrase(nullptr, plain.constData(), "UTF-8"))) + " <" +
           address + '>';
}

QByteArray encodeDate(base::UnixSeconds seconds, int offset)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::OffsetFromUTC, offset * 60)
        .toString(Qt::RFC2822Date)
        .toLatin1();
}

bool isMangledByMbox(QByteArrayView bytes)
{
    if (bytes.contains('\r') || bytes.contains('\0'))
        return true;
    for (qsizetype at = bytes.indexOf("From "); at >= 0; at = bytes.indexOf("From ", at + 1)) {
        qsizetype begin = at;
        while (begin > 0 && bytes[begin - 1] == '>')
            --begin;
        if (begin == 0 || bytes[begin - 1] == '\n')
            return true;
    }
    return false;
}

QByteArray encodeQuotedPrintable(QByteArrayView bytes)
{
    // GMime's encoder leaves "From " alone, and takes CR LF for a line end, which a patch must not lose.
    static constexpr std::array Digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                                          '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 16);
    qsizetype column = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c == '\n') {
            out += '\n';
            column = 0;
            continue;
        }
        const bool last = at + 1 == bytes.size() || bytes[at + 1] == '\n';
        bool plain = (c > ' ' && c < 0x7f && c != '=') || ((c == ' ' || c == '\t') && !last);
        if (column + (plain ? 1 : 3) > LongestLine) {
            out += "=\n";
            column = 0;
        }
        // A soft break may put the word at the start of a line, too.
        if (column == 0 && beginsFromLine(bytes.sliced(at)))
            plain = false;
        if (plain) {
            out += c;
            ++column;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '=';
        out += Digits[byte >> 4];
        out += Digits[byte & 15];
        column += 3;
    }
    return out;
}

} // namespace loredesk::mail
