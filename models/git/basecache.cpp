// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/basecache.h"

namespace loredesk::git {

const TypedBytes *BaseCache::find(const PackPlace &place)
{
    const auto known = m_places.find(place);
    if (known == m_places.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, known->second);
    return &known->second->object;
}

void BaseCache::insert(const PackPlace &place, const TypedBytes &object)
{
    const qsizetype cost = costOf(object);
    if (cost > LargestEntry)
        return;
    const auto [known, isNew] = m_places.try_emplace(place);
    if (!isNew)
        return;
    m_entries.push_front({place, object});
    known->second = m_entries.begin();
    m_bytes += cost;
    while (m_bytes > MostBytes) {
        m_bytes -= costOf(m_entries.back().object);
        m_places.erase(m_entries.back().place);
        m_entries.pop_back();
    }
}

} // namespace loredesk::git
