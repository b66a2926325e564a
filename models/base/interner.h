// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>

#include <array>
#include <mutex>

namespace loredesk::base {

/// Gives equal values one shared copy of their data: names, addresses and references repeat by the thousand.
/// `T` is an implicitly shared Qt value (QString, QByteArray). May be used from several threads at once: values are
/// spread over many sets by their hash, so that threads hardly ever meet.
template <class T>
class Interner
{
public:
    T operator()(const T &value)
    {
        if (value.isEmpty())
            return T();
        // Other bits than those by which QSet chooses its buckets.
        Shard &shard = m_shards[(qHash(value, Seed) >> 20) % m_shards.size()];
        const std::lock_guard lock(shard.mutex);
        auto it = shard.values.constFind(value);
        if (it == shard.values.constEnd()) {
            T kept = value;
            kept.squeeze();
            it = shard.values.insert(kept);
        }
        return *it;
    }

private:
    static constexpr std::size_t Seed = 0x5bd1e995;
    struct Shard
    {
        std::mutex mutex;
        QSet<T> values;
    };
    std::array<Shard, 64> m_shards;
};

} // namespace loredesk::base
