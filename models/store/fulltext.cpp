// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/fulltext.h"

#include "models/store/textschema.h"
#include "models/store/tokenizer.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

QByteArray tableOf(std::uint32_t shard)
{
    return "text_" + QByteArray::number(shard);
}

/// A transaction of one's own where the caller has none.
class Scope
{
public:
    static base::Result<Scope> begin(Database &database)
    {
        if (database.inTransaction())
            return Scope();
        base::Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        Scope scope;
        scope.m_transaction.emplace(std::move(*transaction));
        return scope;
    }

    bool isOwn() const { return m_transaction.has_value(); }
    base::Result<void> commit() { return m_transaction ? m_transaction->commit() : base::Result<void>(); }

private:
    Scope() = default;
    std::optional<Transaction> m_transaction;
};

/// Several statements see the file as it is at the first of them. Inside the caller's transaction they do
/// anyway.
class Snapshot
{
public:
    explicit Snapshot(Database &database)
        : m_database(database.inTransaction() ? nullptr : &database)
        , m_begun(m_database ? m_database->execute("BEGIN") : base::Result<void>())
    {
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    ~Snapshot()
    {
        // Nothing was written that could fail to be.
        if (m_database && m_database->inTransaction())
            static_cast<void>(m_database->execute("COMMIT"));
    }

    const base::Result<void> &begun() const { return m_begun; }

private:
    Database *m_database;
    base::Result<void> m_begun;
};

} // namespace

FullText::FullText(Database &database)
    : m_database(&database)
{
}

FullText::FullText(FullText &&) noexcept = default;
FullText &FullText::operator=(FullText &&) noexcept = default;
FullText::~FullText() = default;

base::Result<FullText> FullText::open(Database &database)
{
    if (const base::Result<void> done = registerTokenizer(database); !done)
        return done.error();
    const base::Result<std::int64_t> there =
        database.number("SELECT count(*) FROM sqlite_master WHERE name='text_state'");
    if (!there)
        return there.error();
    if (*there == 0) {
        const base::Result<void> made = database.execute(
            "CREATE TABLE IF NOT EXISTS text_state("
            "shard INTEGER PRIMARY KEY, indexed_to INTEGER NOT NULL, has_table INTEGER NOT NULL)");
        if (!made)
            return made.error();
    }
    return FullText(database);
}

base::Result<std::uint32_t> FullText::indexedTo(std::uint32_t shard) const
{
    const base::Result<std::int64_t> number =
        m_database->number("SELECT indexed_to FROM text_state WHERE shard=" + QByteArray::number(shard));
    if (!number)
        return number.error();
    return std::uint32_t(*number);
}

base::Result<std::vector<std::uint32_t>> FullText::shards() const
{
    base::Result<Statement> select =
        m_database->prepare("SELECT shard FROM text_state WHERE has_table ORDER BY shard");
    if (!select)
        return select.error();
    std::vector<std::uint32_t> shards;
    for (;;) {
        const base::Result<bool> row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return shards;
        shards.push_back(std::uint32_t(select->number(0)));
    }
}

base::Result<void> FullText::note(std::uint32_t shard, std::uint32_t indexedTo)
{
    return m_database->execute("INSERT INTO text_state VALUES(" + QByteArray::number(shard) + ',' +
                               QByteArray::number(indexedTo) +
                               ",0) ON CONFLICT(shard) DO UPDATE SET indexed_to=excluded.indexed_to");
}

base::Result<void> FullText::makeTable(std::uint32_t shard)
{
    if (base::Result<void> made = createTextTable(*m_database, tableOf(shard)); !made)
        return made;
    return m_database->execute("INSERT INTO text_state VALUES(" + QByteArray::number(shard) +
                               ",0,1) ON CONFLICT(shard) DO UPDATE SET has_table=1");
}

base::Result<void> FullText::dropTable(std::uint32_t shard)
{
    forgetStatements(shard);
    if (base::Result<void> done = m_database->execute("DROP TABLE IF EXISTS " + tableOf(shard)); !done)
        return done;
    return m_database->execute("DELETE FROM text_state WHERE shard=" + QByteArray::number(shard));
}

void FullText::forgetStatements(std::uint32_t shard)
{
    m_matches.erase(shard);
    m_inserts.erase(shard);
    m_readers.erase(shard);
}

base::Result<void> FullText::copy(const ShardBuilder &built)
{
    // FTS5 keeps a table in three plain ones; what it reads of them is what is there when it is first asked.
    const QByteArray table = tableOf(built.shard());
    base::Result<void> done = m_database->execute("DELETE FROM " + table + "_data; DELETE FROM " + table +
                                                  "_idx; DELETE FROM " + table + "_config");
    if (!done)
        return done;
    struct Part
    {
        const char *name;
        const char *columns;
        bool keyIsNumber;
    };
    for (const Part &part : {Part{"_data", "id, block", true}, Part{"_idx", "segid, term, pgno", true},
                             Part{"_config", "k, v", false}}) {
        base::Result<Statement> select =
            built.m_database->prepare(QByteArray("SELECT ") + part.columns + " FROM text" + part.name);
        const bool three = QByteArrayView(part.columns).count(',') == 2;
        base::Result<Statement> insert =
            m_database->prepare("INSERT INTO " + table + part.name + '(' + part.columns +
                                (three ? ") VALUES(?,?,?)" : ") VALUES(?,?)"));
        if (!select)
            return select.error();
        if (!insert)
            return insert.error();
        for (;;) {
            const base::Result<bool> row = select->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (!part.keyIsNumber) {
                // "version": a row that says nothing of how the table was built, such as 'automerge'.
                if (select->text(0) != "version")
                    continue;
                insert->bindText(1, select->text(0)).bind(2, select->number(1));
            } else {
                insert->bind(1, select->number(0)).bindBlob(2, select->blob(1));
                if (three)
                    insert->bind(3, select->number(2));
            }
            if (base::Result<void> inserted = insert->run(); !inserted)
                return inserted;
        }
    }
    return {};
}

base::Result<void> FullText::carryIn(const ShardBuilder &built, std::uint32_t indexedTo)
{
    base::Result<Scope> scope = Scope::begin(*m_database);
    if (!scope)
        return scope.error();
    const std::uint32_t shard = built.shard();
    if (base::Result<void> done = dropTable(shard); !done)
        return done;
    if (base::Result<void> done = makeTable(shard); !done)
        return done;
    if (base::Result<void> done = copy(built); !done)
        return done;
    if (base::Result<void> done = note(shard, std::max(built.last(), indexedTo)); !done)
        return done;
    return scope->commit();
}

base::Result<void> FullText::append(std::uint32_t document, const patch::SearchableText &text)
{
    const std::uint32_t shard = shardOf(document);
    base::Result<Scope> scope = Scope::begin(*m_database);
    if (!scope)
        return scope.error();
    const base::Result<std::uint32_t> last = indexedTo(shard);
    if (!last)
        return last.error();
    if (document <= *last)
        return base::Error{
            base::ErrorCode::BadInput, u"Document %1 has no place here"_s.arg(document), {}, {}};
    auto insert = m_inserts.find(shard);
    if (insert == m_inserts.end()) {
        const base::Result<std::int64_t> there = m_database->number(
            "SELECT count(*) FROM text_state WHERE has_table AND shard=" + QByteArray::number(shard));
        if (!there)
            return there.error();
        if (*there == 0) {
            if (base::Result<void> made = makeTable(shard); !made)
                return made;
        }
        base::Result<Statement> prepared = m_database->prepare(insertIntoText(tableOf(shard)));
        if (!prepared)
            return prepared.error();
        insert = m_inserts.emplace(shard, std::move(*prepared)).first;
    }
    insert->second.bind(1, document);
    bindText(insert->second, 2, text);
    if (base::Result<void> done = insert->second.run(); !done)
        return done;
    if (base::Result<void> done = note(shard, document); !done)
        return done;
    return scope->commit();
}

base::Result<void> FullText::setIndexedTo(std::uint32_t document)
{
    return note(shardOf(document), document);
}

base::Result<void> FullText::remove(std::uint32_t document, const patch::SearchableText &text)
{
    base::Result<Scope> scope = Scope::begin(*m_database);
    if (!scope)
        return scope.error();
    base::Result<Statement> command = m_database->prepare(insertIntoText(tableOf(shardOf(document)), true));
    if (!command)
        return command.error();
    command->bind(1, document);
    bindText(*command, 2, text);
    if (base::Result<void> done = command->run(); !done)
        return done;
    return scope->commit();
}

base::Result<void> FullText::dropShard(std::uint32_t shard)
{
    base::Result<Scope> scope = Scope::begin(*m_database);
    if (!scope)
        return scope.error();
    if (base::Result<void> done = dropTable(shard); !done)
        return done;
    const bool own = scope->isOwn();
    if (base::Result<void> done = scope->commit(); !done)
        return done;
    // The log still has the pages as they were. Where somebody reads just then, their checkpoint does it.
    return own ? m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)") : base::Result<void>();
}

base::Result<void> FullText::matchShard(std::uint32_t shard, const QByteArray &expression,
                                        std::vector<std::uint32_t> &found)
{
    auto match = m_matches.find(shard);
    if (match == m_matches.end()) {
        const QByteArray table = tableOf(shard);
        base::Result<Statement> prepared =
            m_database->prepare("SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?1");
        if (!prepared)
            return prepared.error();
        match = m_matches.emplace(shard, std::move(*prepared)).first;
    }
    Statement &statement = match->second;
    statement.bindText(1, expression);
    for (;;) {
        const base::Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        found.push_back(std::uint32_t(statement.number(0)));
    }
    statement.reset();
    return {};
}

template <class Look>
base::Result<void> FullText::eachShard(base::ProgressSink &progress, Look look)
{
    const Snapshot snapshot(*m_database);
    if (!snapshot.begun())
        return snapshot.begun();
    const base::Result<std::vector<std::uint32_t>> all = shards();
    if (!all)
        return all.error();
    for (const std::uint32_t shard : *all) {
        if (progress.cancelled())
            return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
        if (base::Result<void> done = look(shard); !done)
            return done;
    }
    return {};
}

base::Result<std::vector<std::uint32_t>> FullText::match(const QByteArray &expression,
                                                         base::ProgressSink &progress)
{
    std::vector<std::uint32_t> found;
    const base::Result<void> done =
        eachShard(progress, [&](std::uint32_t shard) { return matchShard(shard, expression, found); });
    if (!done)
        return done.error();
    return found;
}

base::Result<bool> FullText::readShard(std::uint32_t shard, const QByteArray &word, bool prefix,
                                       std::vector<std::uint32_t> &found)
{
    auto reader = m_readers.find(shard);
    if (reader == m_readers.end()) {
        base::Result<DoclistReader> created = DoclistReader::create(*m_database, tableOf(shard));
        if (!created)
            return created.error();
        reader = m_readers.emplace(shard, std::move(*created)).first;
    }
    return reader->second.read(word, prefix, found);
}

base::Result<std::vector<std::uint32_t>> FullText::documentsOf(const QByteArray &word, bool prefix,
                                                               base::ProgressSink &progress)
{
    const QByteArray expression = '"' + word + (prefix ? "\" *" : "\"");
    std::vector<std::uint32_t> found;
    const base::Result<void> done = eachShard(progress, [&](std::uint32_t shard) -> base::Result<void> {
        const std::size_t before = found.size();
        const base::Result<bool> read = readShard(shard, word, prefix, found);
        if (!read)
            return read.error();
        if (*read)
            return {};
        found.resize(before);
        return matchShard(shard, expression, found);
    });
    if (!done)
        return done.error();
    return found;
}

base::Result<std::int64_t> FullText::size() const
{
    const base::Result<std::vector<std::uint32_t>> all = shards();
    if (!all)
        return all.error();
    std::int64_t bytes = 0;
    for (const std::uint32_t shard : *all) {
        const base::Result<std::int64_t> size =
            m_database->number("SELECT sum(length(block)) FROM " + tableOf(shard) + "_data");
        if (!size)
            return size.error();
        bytes += *size;
    }
    return bytes;
}

base::Result<void> FullText::check()
{
    const base::Result<std::vector<std::uint32_t>> all = shards();
    if (!all)
        return all.error();
    for (const std::uint32_t shard : *all) {
        const QByteArray table = tableOf(shard);
        if (base::Result<void> done =
                m_database->execute("INSERT INTO " + table + '(' + table + ") VALUES('integrity-check')");
            !done)
            return done;
    }
    return {};
}

} // namespace loredesk::store
