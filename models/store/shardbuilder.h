// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/searchabletext.h"
#include "models/store/database.h"

#include <cstdint>
#include <memory>

namespace loredesk::store {

/// Documents of a shard. A document is a message, known by its number: from 1, never given twice.
constexpr std::uint32_t ShardSize = 4096;

constexpr std::uint32_t shardOf(std::uint32_t document)
{
    return document / ShardSize;
}

/// Builds the index of one shard in memory, away from the file, so that several threads can build several.
/// What is built is one segment: nothing is left to be merged. One thread at a time, any thread.
class ShardBuilder
{
public:
    /// An empty one. Errors: as Database::inMemory().
    static base::Result<ShardBuilder> create(std::uint32_t shard);

    ShardBuilder(ShardBuilder &&) noexcept;
    ShardBuilder &operator=(ShardBuilder &&) noexcept;
    ~ShardBuilder();

    std::uint32_t shard() const { return m_shard; }
    /// The highest number that was added; 0 for none.
    std::uint32_t last() const { return m_last; }

    /// Documents of this shard in ascending order; numbers may be left out. Errors: BadInput for any other
    /// number; else as Database::execute().
    base::Result<void> add(std::uint32_t document, const patch::SearchableText &text);
    /// To be called once, behind the last add(): FullText::carryIn() takes it then.
    base::Result<void> finish();

private:
    friend class FullText;
    ShardBuilder(std::unique_ptr<Database> database, Statement insert, std::uint32_t shard);

    std::unique_ptr<Database> m_database;
    Statement m_insert;
    std::uint32_t m_shard = 0;
    std::uint32_t m_last = 0;
    bool m_finished = false;
};

} // namespace loredesk::store
