// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objectid.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace loredesk::git {

/// The table of a pack (an `.idx` of version 2: gitformat-pack(5)): where each object lies. Held in memory
/// but for the checksums that reading does not need. Immutable.
class PackIndex
{
public:
    using Checksum = std::array<char, 20>;

    /// From the open file `descriptor`, which stays the caller's. Nothing where it is no such table, is
    /// larger than LargestFile, or contradicts itself.
    static std::optional<PackIndex> read(int descriptor);

    /// A table beyond it (some nine million objects) is left to libgit2, which maps it.
    static constexpr std::int64_t LargestFile = std::int64_t(256) << 20;

    std::uint32_t count() const { return m_count; }
    /// Where the object begins in the pack, as the table has it: nobody checked that it is inside.
    std::optional<std::uint64_t> find(const ObjectId &id) const;

    /// The object at `index`, from 0 to count() - 1 in the order of the ids.
    ObjectId idAt(std::uint32_t index) const;
    std::optional<std::uint64_t> offsetAt(std::uint32_t index) const;

    /// The first object of the table whose id is not below `id`; count() where there is none.
    std::uint32_t firstNotBelow(const ObjectId &id) const;

    /// The checksum at the end of the pack that this table is for.
    const Checksum &packChecksum() const { return m_packChecksum; }

private:
    PackIndex() = default;

    std::array<std::uint32_t, 257> m_firsts{}; ///< of the ids that begin with a byte; the count at the end
    std::uint32_t m_count = 0;
    std::uint64_t m_largeCount = 0;
    std::unique_ptr<char[]> m_ids;     ///< m_count of 20 bytes
    std::unique_ptr<char[]> m_offsets; ///< m_count of 4 bytes, then m_largeCount of 8
    Checksum m_packChecksum{};
};

} // namespace loredesk::git
