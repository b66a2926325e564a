// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/basecache.h"

namespace loredesk::git {

std::size_t BaseCache::bucketOf(const PackPlace &place)
{
    // Fibonacci hashing: the upper bits of the product are well mixed.
    constexpr int bucketBits = 12;
    static_assert(Buckets == std::size_t(1) << bucketBits);
    return std::size_t((place.offset + place.pack) * 0x9e3779b97f4a7c15U >> (64 - bucketBits));
}

const TypedBytes *BaseCache::find(const PackPlace &place)
{
    if (m_buckets.empty())
        return nullptr;
    Number number = m_buckets[bucketOf(place)];
    while (number != None && m_entries[number].place != place)
        number = m_entries[number].next;
    if (number == None)
        return nullptr;
    if (number != m_newest) {
        takeOut(number);
        makeNewest(number);
    }
    return &m_entries[number].object;
}

void BaseCache::insert(const PackPlace &place, const TypedBytes &object)
{
    const qsizetype cost = costOf(object);
    if (cost > LargestEntry || find(place))
        return;
    if (m_buckets.empty())
        m_buckets.assign(Buckets, None);
    while (m_bytes + cost > MostBytes)
        removeOldest();
    Number number = m_free;
    if (number == None) {
        number = Number(m_entries.size());
        m_entries.emplace_back();
    } else {
        m_free = m_entries[number].next;
    }
    Number &first = m_buckets[bucketOf(place)];
    Entry &entry = m_entries[number];
    entry.place = place;
    entry.object = object;
    entry.next = std::exchange(first, number);
    makeNewest(number);
    m_bytes += cost;
}

void BaseCache::makeNewest(Number number)
{
    Entry &entry = m_entries[number];
    entry.newer = None;
    entry.older = std::exchange(m_newest, number);
    (entry.older == None ? m_oldest : m_entries[entry.older].newer) = number;
}

void BaseCache::takeOut(Number number)
{
    const Entry &entry = m_entries[number];
    (entry.newer == None ? m_newest : m_entries[entry.newer].older) = entry.older;
    (entry.older == None ? m_oldest : m_entries[entry.older].newer) = entry.newer;
}

void BaseCache::removeOldest()
{
    const Number number = m_oldest;
    takeOut(number);
    Entry &entry = m_entries[number];
    Number *link = &m_buckets[bucketOf(entry.place)];
    while (*link != number)
        link = &m_entries[*link].next;
    *link = entry.next;
    m_bytes -= costOf(entry.object);
    entry.object = {};
    entry.next = std::exchange(m_free, number);
}

} // namespace loredesk::git
