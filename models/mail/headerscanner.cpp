// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/headerscanner.h"

#include <algorithm>
#include <cstring>

namespace loredesk::mail {

namespace {

bool isFieldNameByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte > 32 && byte < 127 && byte != ':';
}

/// More than any honest mail has: relays, lists and filters add some dozens.
constexpr qsizetype maximumFields = 10'000;
/// RFC 5322 section 2.1.1 allows 998 bytes a line; keys, signatures and filters' reports take some thousand.
constexpr qsizetype maximumValue = 64 * 1024;
/// Of fields that list people or messages.
constexpr qsizetype maximumListValue = 4 * 1024 * 1024;

qsizetype largestValue(QByteArrayView name)
{
    for (const QByteArrayView list : {"to", "cc", "references", "in-reply-to"}) {
        if (name.compare(list, Qt::CaseInsensitive) == 0)
            return maximumListValue;
    }
    return maximumValue;
}

} // namespace

ScannedHeader scanHeader(QByteArrayView raw)
{
    ScannedHeader header;
    const char *const begin = raw.data();
    const char *const end = begin + raw.size();
    const char *line = begin;
    const char *valueBegin = nullptr;
    const char *valueEnd = nullptr;
    QByteArrayView name;
    const auto finish = [&] {
        if (valueBegin && header.fields.size() == maximumFields) {
            ++header.fieldsLeftOut;
        } else if (valueBegin) {
            name = name.first(std::min(name.size(), maximumValue));
            const qsizetype size = valueEnd - valueBegin;
            const qsizetype kept = size <= maximumValue ? size : std::min(size, largestValue(name));
            header.fields.append({name, QByteArrayView(valueBegin, kept)});
            if (kept < size)
                header.shortened.append({name.toByteArray(), size, kept, valueBegin + kept - begin});
        }
        valueBegin = nullptr;
    };
    while (line < end) {
        const auto *newline = static_cast<const char *>(std::memchr(line, '\n', size_t(end - line)));
        const char *next = newline ? newline + 1 : end;
        const char *lineEnd = newline ? newline : end;
        if (lineEnd > line && lineEnd[-1] == '\r')
            --lineEnd;
        if (lineEnd == line) { // the empty line
            line = next;
            break;
        }
        if (*line == ' ' || *line == '\t') {
            if (valueBegin)
                valueEnd = lineEnd;
            line = next;
            continue;
        }
        const char *colon = line;
        while (colon < lineEnd && isFieldNameByte(*colon))
            ++colon;
        if (colon < lineEnd && *colon == ':') {
            finish();
            name = QByteArrayView(line, colon - line);
            valueBegin = colon + 1;
            while (valueBegin < lineEnd && (*valueBegin == ' ' || *valueBegin == '\t'))
                ++valueBegin;
            valueEnd = lineEnd;
        } else if (QByteArrayView(line, lineEnd - line).startsWith("From ") ||
                   QByteArrayView(line, lineEnd - line).startsWith(">From ")) {
            finish(); // an mbox separator, also in the midst of a header that somebody pasted together
        } else {
            header.cutShort = true;
            break;
        }
        line = next;
    }
    finish();
    header.bodyOffset = line - begin;
    return header;
}

QByteArrayView unfolded(QByteArrayView value, QByteArray &buffer)
{
    const char *const end = value.data() + value.size();
    const char *from = value.data();
    const auto nextNewline = [&] {
        return from == end ? nullptr : static_cast<const char *>(std::memchr(from, '\n', size_t(end - from)));
    };
    const char *newline = nextNewline();
    if (!newline)
        return value;
    buffer.resize(0);
    buffer.reserve(value.size());
    for (; newline; newline = nextNewline()) {
        const char *lineEnd = newline > from && newline[-1] == '\r' ? newline - 1 : newline;
        buffer.append(from, lineEnd - from);
        from = newline + 1;
    }
    buffer.append(from, end - from);
    return buffer;
}

bool mayHoldEncodedWords(QByteArrayView text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    while (end - at > 1) {
        at = static_cast<const char *>(std::memchr(at, '=', size_t(end - at - 1)));
        if (!at)
            return false;
        if (*++at == '?')
            return true;
    }
    return false;
}

} // namespace loredesk::mail
