// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/packindex.h"

#include "models/git/readat.h"

#include <QtEndian>

namespace loredesk::git {

namespace {

constexpr std::size_t IdSize = 20;
constexpr std::int64_t HeaderSize = 8 + 256 * 4;
constexpr std::int64_t TrailerSize = 2 * 20;
constexpr std::int64_t EntrySize = IdSize + 4 + 4;

} // namespace

std::optional<PackIndex> PackIndex::read(int descriptor)
{
    const std::optional<std::int64_t> size = regularFileSize(descriptor);
    if (!size || *size < HeaderSize + TrailerSize || *size > LargestFile)
        return {};
    std::array<char, HeaderSize> header;
    if (!readAt(descriptor, 0, header.data(), header.size()))
        return {};
    if (std::memcmp(header.data(), "\377tOc\0\0\0\2", 8) != 0)
        return {};
    PackIndex index;
    for (std::size_t i = 0; i < 256; ++i) {
        const auto next = qFromBigEndian<std::uint32_t>(header.data() + 8 + 4 * i);
        if (next < index.m_firsts[i])
            return {};
        index.m_firsts[i + 1] = next;
    }
    index.m_count = index.m_firsts[256];
    // The file is as long as its count says: with that, no table of ids of another length passes for this
    // one.
    const std::int64_t large = *size - HeaderSize - TrailerSize - EntrySize * index.m_count;
    if (large < 0 || large % 8 != 0 || large / 8 > index.m_count)
        return {};
    index.m_largeCount = std::uint64_t(large / 8);
    const std::size_t idBytes = IdSize * index.m_count;
    const std::size_t offsetBytes = std::size_t(4) * index.m_count + std::size_t(large);
    // Not make_unique: it would clear what is read over.
    index.m_ids.reset(new char[idBytes]);
    index.m_offsets.reset(new char[offsetBytes]);
    const std::int64_t offsets = HeaderSize + (EntrySize - 4) * index.m_count;
    if (!readAt(descriptor, HeaderSize, index.m_ids.get(), idBytes) ||
        !readAt(descriptor, offsets, index.m_offsets.get(), offsetBytes) ||
        !readAt(descriptor, *size - TrailerSize, index.m_packChecksum.data(), index.m_packChecksum.size()))
        return {};
    return index;
}

std::optional<std::uint64_t> PackIndex::find(const ObjectId &id) const
{
    std::uint32_t low = m_firsts[id[0]];
    std::uint32_t high = m_firsts[std::size_t(id[0]) + 1];
    const auto key = qFromBigEndian<std::uint64_t>(id.data());
    const auto keyAt = [this](std::uint32_t at) {
        return qFromBigEndian<std::uint64_t>(m_ids.get() + IdSize * at);
    };
    // Ids are spread evenly, so that it lies near where the second to fifth byte point. From there in steps
    // that double, so that a table of other ids costs no more than halving it.
    if (low < high) {
        const std::uint32_t guess = low + std::uint32_t((key >> 24 & 0xffffffff) * (high - low) >> 32);
        std::uint32_t step = 4;
        if (keyAt(guess) < key) {
            low = guess + 1;
            while (step < high - low && keyAt(low + step) < key) {
                low += step + 1;
                step *= 2;
            }
            high = step < high - low ? low + step + 1 : high;
        } else {
            high = guess + 1;
            while (step < high - low && keyAt(high - step) >= key) {
                high -= step - 1;
                step *= 2;
            }
            low = step < high - low ? high - step + 1 : low;
        }
    }
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const char *at = m_ids.get() + IdSize * middle;
        const std::uint64_t value = keyAt(middle);
        int order = value < key ? -1 : value > key ? 1 : 0;
        if (order == 0)
            order = std::memcmp(at, id.data(), IdSize);
        if (order == 0)
            return offsetAt(middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return {};
}

std::uint32_t PackIndex::firstNotBelow(const ObjectId &id) const
{
    std::uint32_t low = m_firsts[id[0]];
    std::uint32_t high = m_firsts[std::size_t(id[0]) + 1];
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (std::memcmp(m_ids.get() + IdSize * middle, id.data(), IdSize) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

ObjectId PackIndex::idAt(std::uint32_t index) const
{
    return rawId(m_ids.get() + IdSize * index);
}

std::optional<std::uint64_t> PackIndex::offsetAt(std::uint32_t index) const
{
    constexpr std::uint32_t isLarge = 1U << 31;
    const auto offset = qFromBigEndian<std::uint32_t>(m_offsets.get() + std::size_t(4) * index);
    if (!(offset & isLarge))
        return offset;
    const std::uint64_t large = offset & ~isLarge;
    if (large >= m_largeCount)
        return {};
    return qFromBigEndian<std::uint64_t>(m_offsets.get() + std::size_t(4) * m_count + 8 * large);
}

} // namespace loredesk::git
