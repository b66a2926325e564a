// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/headerscanner.h"

#include <cstring>

namespace loredesk::mail {

namespace {

bool isFieldNameByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte > 32 && byte < 127 && byte != ':';
}

} // namespace

ScannedHeader scanHeader(QByteArrayView raw)
{
    ScannedHeader header;
    header.fields.reserve(40);
    const char *const begin = raw.data();
    const char *const end = begin + raw.size();
    const char *line = begin;
    const char *valueBegin = nullptr;
    const char *valueEnd = nullptr;
    QByteArrayView name;
    const auto finish = [&] {
        if (valueBegin)
            header.fields.append({name.toByteArray(), QByteArray(valueBegin, valueEnd - valueBegin)});
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

QByteArray unfolded(const QByteArray &value)
{
    if (!value.contains('\n'))
        return value;
    QByteArray out;
    out.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == '\n' || (value[i] == '\r' && i + 1 < value.size() && value[i + 1] == '\n'))
            continue;
        out += value[i];
    }
    return out;
}

} // namespace loredesk::mail
