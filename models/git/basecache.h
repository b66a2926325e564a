// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objecttype.h"
#include "models/git/packstore.h"

#include <list>
#include <unordered_map>

namespace loredesk::git {

/// Objects that deltas may be for, the last used ones, up to a number of bytes. Not thread-safe.
class BaseCache
{
public:
    /// Null where it is not here. Valid until the next insertion.
    const TypedBytes *find(const PackPlace &place);
    void insert(const PackPlace &place, const TypedBytes &object);

private:
    static constexpr qsizetype MostBytes = qsizetype(16) << 20;
    static constexpr qsizetype LargestEntry = MostBytes / 8;
    /// What an entry costs besides its bytes.
    static constexpr qsizetype Overhead = 256;

    struct Entry
    {
        PackPlace place;
        TypedBytes object;
    };
    struct Hash
    {
        std::size_t operator()(const PackPlace &place) const noexcept
        {
            return std::size_t((place.offset + place.pack) * 0x9e3779b97f4a7c15U >> 16);
        }
    };
    static qsizetype costOf(const TypedBytes &object) { return object.bytes.capacity() + Overhead; }

    std::list<Entry> m_entries; ///< the last used one first
    std::unordered_map<PackPlace, std::list<Entry>::iterator, Hash> m_places;
    qsizetype m_bytes = 0;
};

} // namespace loredesk::git
