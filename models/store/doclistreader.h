// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace loredesk::store {

/// Reads which documents hold a word straight out of the one segment that a shard is built as. FTS5 itself
/// looks at every position of a word where nobody asked for positions, and merges the lists of all words that
/// begin with a prefix two by two: for common beginnings ten times the work. The format is FTS5's own
/// (described at the head of its fts5_index.c; version 4, the same since 2015).
class DoclistReader
{
public:
    /// For the shard's table. Errors: as Database::prepare().
    static base::Result<DoclistReader> create(const Database &database, const QByteArray &table);

    /// Adds the documents that hold the word (or one that begins with it, in which case a document may be
    /// added more than once) to `found`; order: none. False where this cannot tell, and FTS5 is to be asked:
    /// several segments, documents that were taken out, anything unexpected. `found` may then have grown.
    /// Errors: as Statement::step().
    base::Result<bool> read(QByteArrayView word, bool prefix, std::vector<std::uint32_t> &found);

private:
    struct Segment
    {
        std::int64_t id = 0;
        std::int64_t firstPage = 0;
        std::int64_t lastPage = 0;
    };
    DoclistReader(Statement structure, Statement index, Statement pages);
    base::Result<std::optional<Segment>> segment();
    base::Result<std::int64_t> pageOf(const Segment &segment, QByteArrayView key);
    base::Result<bool> readPages(const Segment &segment, std::int64_t page, QByteArrayView key, bool prefix,
                                 std::vector<std::uint32_t> &found);

    Statement m_structure;
    Statement m_index;
    Statement m_pages;
};

} // namespace loredesk::store
