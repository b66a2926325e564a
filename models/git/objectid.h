// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/position.h"

#include <QByteArrayView>

#include <cstddef>
#include <cstring>
#include <optional>

namespace loredesk::git {

/// A SHA-1 object id as raw bytes. All zero: none.
using ObjectId = base::ObjectBytes;

/// The id of the blob without a byte. public-inbox leaves it where a message was purged.
inline constexpr ObjectId EmptyBlob{0xe6, 0x9d, 0xe2, 0x9b, 0xb2, 0xd1, 0xd6, 0x43, 0x4b, 0x8b,
                                    0x29, 0xae, 0x77, 0x5a, 0xd8, 0xc2, 0xe4, 0x8c, 0x53, 0x91};

inline bool isNull(const ObjectId &id)
{
    return id == ObjectId{};
}

/// Forty hexadecimal digits of either case, else nothing.
std::optional<ObjectId> parseHexId(QByteArrayView hex);

/// All ids that begin alike, from the least to the greatest of them.
struct IdRange
{
    ObjectId least{};
    ObjectId greatest{};
    bool contains(const ObjectId &id) const { return least <= id && id <= greatest; }
};

/// The ids that begin with these hexadecimal digits of either case, four to thirty-nine as git wants them,
/// else nothing.
std::optional<IdRange> parseHexBeginning(QByteArrayView digits);

/// The id whose twenty raw bytes start at `bytes`.
ObjectId rawId(const char *bytes);

/// For hashed containers: an object id is a hash already.
struct ObjectIdHash
{
    std::size_t operator()(const ObjectId &id) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, id.data(), sizeof value);
        return value;
    }
};

} // namespace loredesk::git
