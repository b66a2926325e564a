// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/shardbuilder.h"

#include "models/store/textschema.h"
#include "models/store/tokenizer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::store {

base::Result<ShardBuilder> ShardBuilder::create(std::uint32_t shard)
{
    base::Result<Database> opened = Database::inMemory();
    if (!opened)
        return opened.error();
    auto database = std::make_unique<Database>(std::move(*opened));
    if (const base::Result<void> done = registerTokenizer(*database); !done)
        return done.error();
    if (const base::Result<void> done = database->execute("PRAGMA journal_mode=OFF"); !done)
        return done.error();
    if (const base::Result<void> done = createTextTable(*database, "text"); !done)
        return done.error();
    // Everything is collected in one hash table and written once, at the end.
    if (const base::Result<void> done =
            database->execute("INSERT INTO text(text, rank) VALUES('hashsize', 1000000000);"
                              "INSERT INTO text(text, rank) VALUES('automerge', 0);"
                              "BEGIN");
        !done)
        return done.error();
    base::Result<Statement> insert = database->prepare(insertIntoText("text"));
    if (!insert)
        return insert.error();
    return ShardBuilder(std::move(database), std::move(*insert), shard);
}

ShardBuilder::ShardBuilder(std::unique_ptr<Database> database, Statement insert, std::uint32_t shard)
    : m_database(std::move(database))
    , m_insert(std::move(insert))
    , m_shard(shard)
{
}

ShardBuilder::ShardBuilder(ShardBuilder &&) noexcept = default;
ShardBuilder &ShardBuilder::operator=(ShardBuilder &&) noexcept = default;
ShardBuilder::~ShardBuilder() = default;

base::Result<void> ShardBuilder::add(std::uint32_t document, const patch::SearchableText &text)
{
    if (document <= m_last || shardOf(document) != m_shard || m_finished)
        return base::Error{
            base::ErrorCode::BadInput, u"Document %1 has no place here"_s.arg(document), {}, {}};
    m_insert.bind(1, document);
    bindText(m_insert, 2, text);
    base::Result<void> done = m_insert.run();
    if (done)
        m_last = document;
    return done;
}

base::Result<void> ShardBuilder::finish()
{
    m_finished = true;
    return m_database->execute("COMMIT");
}

} // namespace loredesk::store
