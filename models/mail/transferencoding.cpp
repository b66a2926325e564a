// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/transferencoding.h"

#include <array>
#include <cstring>

namespace loredesk::mail {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

constexpr std::array<signed char, 256> makeBase64Table()
{
    std::array<signed char, 256> table{};
    for (auto &entry : table)
        entry = -1;
    const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < 64; ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
    return table;
}

constexpr std::array<signed char, 256> base64Table = makeBase64Table();

} // namespace

QByteArray decodeQuotedPrintable(QByteArrayView encoded, bool header)
{
    QByteArray out(encoded.size(), Qt::Uninitialized);
    char *to = out.data();
    const char *p = encoded.data();
    const char *const end = p + encoded.size();
    while (p < end) {
        if (!header && *p != '=') { // what stands for itself is copied at once
            const auto *next = static_cast<const char *>(std::memchr(p, '=', size_t(end - p)));
            const auto size = size_t((next ? next : end) - p);
            std::memcpy(to, p, size);
            to += size;
            p += size;
            continue;
        }
        if (*p == '=') {
            const char *q = p + 1;
            if (end - q >= 2 && hexDigit(q[0]) >= 0 && hexDigit(q[1]) >= 0) {
                *to++ = static_cast<char>(hexDigit(q[0]) << 4 | hexDigit(q[1]));
                p = q + 2;
                continue;
            }
            while (q < end && (*q == ' ' || *q == '\t'))
                ++q;
            if (q < end && *q == '\r')
                ++q;
            if (!header && (q == end || *q == '\n')) { // soft line break
                p = q == end ? end : q + 1;
                continue;
            }
            *to++ = *p++;
            continue;
        }
        if (*p == '_' && header) {
            *to++ = ' ';
            ++p;
            continue;
        }
        *to++ = *p++;
    }
    out.truncate(to - out.constData());
    return out;
}

QByteArray decodeBase64(QByteArrayView encoded)
{
    QByteArray out(encoded.size() * 3 / 4 + 3, Qt::Uninitialized);
    char *to = out.data();
    quint32 bits = 0;
    int count = 0;
    const auto valueAt = [](const char *at) { return int(base64Table[static_cast<unsigned char>(*at)]); };
    const char *const end = encoded.data() + encoded.size();
    for (const char *p = encoded.data(); p < end; ++p) {
        while (count == 0 && end - p >= 4) { // whole groups, as good as everything
            const int all = valueAt(p) | valueAt(p + 1) | valueAt(p + 2) | valueAt(p + 3);
            if (all < 0)
                break;
            const quint32 group = quint32(valueAt(p)) << 18 | quint32(valueAt(p + 1)) << 12 |
                                  quint32(valueAt(p + 2)) << 6 | quint32(valueAt(p + 3));
            *to++ = static_cast<char>(group >> 16);
            *to++ = static_cast<char>(group >> 8);
            *to++ = static_cast<char>(group);
            p += 4;
        }
        if (p == end)
            break;
        const char c = *p;
        if (c == '=') {
            // Padding ends a group; a second one may follow where encoded pieces were glued together.
            if (count == 2) {
                *to++ = static_cast<char>(bits >> 4);
            } else if (count == 3) {
                *to++ = static_cast<char>(bits >> 10);
                *to++ = static_cast<char>(bits >> 2);
            }
            bits = 0;
            count = 0;
            continue;
        }
        const int value = base64Table[static_cast<unsigned char>(c)];
        if (value < 0)
            continue;
        bits = bits << 6 | quint32(value);
        if (++count == 4) {
            *to++ = static_cast<char>(bits >> 16);
            *to++ = static_cast<char>(bits >> 8);
            *to++ = static_cast<char>(bits);
            bits = 0;
            count = 0;
        }
    }
    if (count == 2) {
        *to++ = static_cast<char>(bits >> 4);
    } else if (count == 3) {
        *to++ = static_cast<char>(bits >> 10);
        *to++ = static_cast<char>(bits >> 2);
    }
    out.truncate(to - out.constData());
    return out;
}

QByteArray unflowed(QByteArrayView text, bool deleteSpace)
{
    QByteArray out;
    out.reserve(text.size());
    bool joins = false; // the line above ended with a soft break
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype next = text.indexOf('\n', at);
        next = next < 0 ? text.size() : next + 1;
        QByteArrayView line = text.sliced(at, next - at);
        at = next;
        qsizetype size = line.size();
        while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
            --size;
        const QByteArrayView lineEnd = line.sliced(size);
        line = line.first(size);
        const bool fixed = line == "-- " || line.startsWith('>');
        if (fixed && joins)
            out += '\n';
        joins = false;
        if (!fixed && line.startsWith(' '))
            line = line.sliced(1);
        if (!fixed && line.endsWith(' ')) {
            out += deleteSpace ? line.chopped(1) : line;
            joins = true;
            continue;
        }
        out += line;
        out += lineEnd;
    }
    return out;
}

} // namespace loredesk::mail
