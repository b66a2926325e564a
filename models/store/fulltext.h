// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/store/doclistreader.h"
#include "models/store/shardbuilder.h"

#include <map>
#include <vector>

namespace loredesk::store {

/// The full text of an archive: which documents hold which words. It lies in shards, one FTS5 table each:
/// they are built side by side (ShardBuilder), and text that an archive purged goes with its shard. The text
/// itself is not kept. One thread at a time; other connections, also of other processes, may have their own.
///
/// Changing members are transactions of their own, or part of the caller's where one is open.
class FullText
{
public:
    /// Makes what is missing in the database (in a read-only one it must be there). The database must outlive
    /// this. Errors: as Database::execute(); Corrupt where the tables are not what this program makes.
    static base::Result<FullText> open(Database &database);

    FullText(FullText &&) noexcept;
    FullText &operator=(FullText &&) noexcept;
    ~FullText();

    /// The highest document of the shard that was indexed; 0 where there is none. Whoever indexes goes on
    /// behind it. Errors: as Database::execute().
    base::Result<std::uint32_t> indexedTo(std::uint32_t shard) const;
    /// Shards that are there, ascending. Errors: as Database::execute().
    base::Result<std::vector<std::uint32_t>> shards() const;

    /// Takes over a shard that was built, in the place of what is there under its number. `indexedTo`: the
    /// highest document that the builder was shown, where the last ones had no text. Errors: as
    /// Database::execute(); nothing was changed then.
    base::Result<void> carryIn(const ShardBuilder &built, std::uint32_t indexedTo = 0);
    /// Adds a document behind those that are there, for mail that comes in small numbers. Errors: BadInput
    /// for a number that is not above indexedTo(); else as Database::execute().
    base::Result<void> append(std::uint32_t document, const patch::SearchableText &text);
    /// Notes that everything up to the document was looked at, though it may have had no text.
    base::Result<void> setIndexedTo(std::uint32_t document);
    /// Takes a document out again, given exactly the text it was added with. Words that it held stay in the
    /// file until the segments are merged: for what was purged, use dropShard(). Errors: as
    /// Database::execute().
    base::Result<void> remove(std::uint32_t document, const patch::SearchableText &text);
    /// Takes a whole shard out, and every byte of it out of the file (also out of its log, where nobody reads
    /// it just then). Errors: as Database::execute().
    base::Result<void> dropShard(std::uint32_t shard);

    /// The documents that an FTS5 expression finds, ascending. The whole is one view of the file, whatever
    /// others write meanwhile. `progress` is asked between shards. Errors: Cancelled; else as
    /// Database::execute().
    base::Result<std::vector<std::uint32_t>> match(const QByteArray &expression,
                                                   base::ProgressSink &progress);

    /// The documents that hold a word in any column, or a word that begins with it; in no order, and some
    /// more than once. As match(), and much faster where words are common. `word`: as wordsplitter.h gives
    /// it.
    base::Result<std::vector<std::uint32_t>> documentsOf(const QByteArray &word, bool prefix,
                                                         base::ProgressSink &progress);

    /// Bytes that the index takes in the file.
    base::Result<std::int64_t> size() const;
    /// Asks FTS5 whether the shards are whole. Slow. Errors: Corrupt where one is not.
    base::Result<void> check();

private:
    explicit FullText(Database &database);
    base::Result<void> note(std::uint32_t shard, std::uint32_t indexedTo);
    base::Result<void> makeTable(std::uint32_t shard);
    base::Result<void> dropTable(std::uint32_t shard);
    base::Result<void> copy(const ShardBuilder &built);
    /// Calls `look(shard)` for every shard there is, all in one view of the file.
    template <class Look>
    base::Result<void> eachShard(base::ProgressSink &progress, Look look);
    base::Result<bool> readShard(std::uint32_t shard, const QByteArray &word, bool prefix,
                                 std::vector<std::uint32_t> &found);
    base::Result<void> matchShard(std::uint32_t shard, const QByteArray &expression,
                                  std::vector<std::uint32_t> &found);
    /// Statements hold on to tables that are about to go.
    void forgetStatements(std::uint32_t shard);

    Database *m_database;
    std::map<std::uint32_t, Statement> m_matches;
    std::map<std::uint32_t, Statement> m_inserts;
    std::map<std::uint32_t, DoclistReader> m_readers;
};

} // namespace loredesk::store
