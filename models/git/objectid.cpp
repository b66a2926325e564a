// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/objectid.h"

namespace loredesk::git {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<ObjectId> parseHexId(QByteArrayView hex)
{
    ObjectId id;
    if (hex.size() != qsizetype(2 * id.size()))
        return {};
    for (std::size_t i = 0; i < id.size(); ++i) {
        const int high = hexDigit(hex[qsizetype(2 * i)]);
        const int low = hexDigit(hex[qsizetype(2 * i + 1)]);
        if (high < 0 || low < 0)
            return {};
        id[i] = std::uint8_t(high << 4 | low);
    }
    return id;
}

ObjectId rawId(const char *bytes)
{
    ObjectId id;
    std::memcpy(id.data(), bytes, id.size());
    return id;
}

} // namespace loredesk::git
