// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objecttype.h"
#include "models/git/packstore.h"

#include <cstdint>
#include <vector>

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
    /// What an entry costs besides its bytes: this also bounds how many there are.
    static constexpr qsizetype Overhead = 256;
    static constexpr std::size_t Buckets = 4096;

    // A hashed list and a list by age, both by numbers into one array: entries are looked for with every
    // object that is read, and most are not here.
    using Number = std::uint32_t;
    static constexpr Number None = ~Number(0);
    struct Entry
    {
        PackPlace place;
        TypedBytes object;
        Number next = None;  ///< in the bucket, or of those that are free
        Number newer = None; ///< used after this one
        Number older = None; ///< used before this one
    };

    static std::size_t bucketOf(const PackPlace &place);
    static qsizetype costOf(const TypedBytes &object) { return object.bytes.capacity() + Overhead; }
    void makeNewest(Number number);
    void takeOut(Number number);
    void removeOldest();

    std::vector<Entry> m_entries;
    std::vector<Number> m_buckets; ///< the first of each; empty before the first insertion
    Number m_newest = None;
    Number m_oldest = None;
    Number m_free = None;
    qsizetype m_bytes = 0;
};

} // namespace loredesk::git
