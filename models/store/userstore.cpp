// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/userstore.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

constexpr std::int32_t ApplicationId = 0x4c447573; // "LDus"
constexpr std::int32_t Format = 4;

base::Error foreign(const QString &file, base::ErrorCode code, const QString &text)
{
    base::Place place;
    place.path = file;
    return {code, text, place, u"move it away"_s};
}

} // namespace

UserStore::UserStore(Database database)
    : m_database(std::move(database))
{
}

base::Result<UserStore> UserStore::open(const QString &file)
{
    const QString directory = QFileInfo(file).path();
    if (!QDir().mkpath(directory)) {
        base::Place place;
        place.path = directory;
        return base::Error{base::ErrorCode::Unwritable, u"The directory cannot be made"_s, place,
                           u"set XDG_DATA_HOME to a directory that can be written"_s};
    }
    auto database = Database::open(file);
    if (!database)
        return database.error();
    // Two windows may make it at the same time: whoever comes second finds it made.
    auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    const auto id = database->applicationId();
    const auto version = database->userVersion();
    if (!id || !version)
        return !id ? id.error() : version.error();
    const auto tables = database->number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    if (*tables != 0) {
        if (*id != ApplicationId)
            return foreign(file, base::ErrorCode::NotADatabase, u"The file is of another program"_s);
        if (*version > Format)
            return foreign(file, base::ErrorCode::BadInput, u"The file is of a later version of Loredesk"_s);
    }
    if (*tables == 0 || *version < Format) {
        // Later formats only add tables, so that every older file is brought up by making what it lacks.
        const QByteArray make =
            "CREATE TABLE IF NOT EXISTS visits(archive TEXT PRIMARY KEY, seen_until INTEGER NOT NULL) "
            "WITHOUT ROWID, STRICT;"
            "CREATE TABLE IF NOT EXISTS searches(name TEXT PRIMARY KEY, query TEXT NOT NULL, place INTEGER "
            "NOT NULL) WITHOUT ROWID, STRICT;"
            "CREATE TABLE IF NOT EXISTS left_as(archive TEXT PRIMARY KEY, state BLOB NOT NULL) STRICT;"
            "CREATE TABLE IF NOT EXISTS marks(message_id BLOB PRIMARY KEY, mark TEXT NOT NULL) WITHOUT "
            "ROWID, STRICT;"
            "CREATE TABLE IF NOT EXISTS notes(message_id BLOB PRIMARY KEY, note TEXT NOT NULL) WITHOUT "
            "ROWID, STRICT;";
        if (const auto done = database->execute(make); !done)
            return done.error();
        if (const auto done = database->setApplicationId(ApplicationId); !done)
            return done.error();
        if (const auto done = database->setUserVersion(Format); !done)
            return done.error();
    }
    if (const auto done = transaction->commit(); !done)
        return done.error();
    return UserStore(*std::move(database));
}

base::Result<std::optional<base::UnixSeconds>> UserStore::seenUntil(const QString &archive) const
{
    auto statement = m_database.prepare("SELECT seen_until FROM visits WHERE archive = ?1");
    if (!statement)
        return statement.error();
    const QByteArray path = archive.toUtf8();
    statement->bindText(1, path);
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? std::optional<base::UnixSeconds>(statement->number(0)) : std::nullopt;
}

base::Result<void> UserStore::setSeenUntil(const QString &archive, base::UnixSeconds newest)
{
    auto statement = m_database.prepare(
        "INSERT INTO visits(archive, seen_until) VALUES(?1, ?2) ON CONFLICT(archive) DO UPDATE "
        "SET seen_until = max(seen_until, excluded.seen_until)");
    if (!statement)
        return statement.error();
    const QByteArray path = archive.toUtf8();
    statement->bindText(1, path).bind(2, newest);
    return statement->run();
}

base::Result<QList<SavedSearch>> UserStore::savedSearches() const
{
    auto statement = m_database.prepare("SELECT name, query FROM searches ORDER BY place, name");
    if (!statement)
        return statement.error();
    QList<SavedSearch> searches;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return searches;
        searches << SavedSearch{QString::fromUtf8(statement->text(0)), QString::fromUtf8(statement->text(1))};
    }
}

base::Result<void> UserStore::saveSearch(const SavedSearch &search)
{
    auto statement = m_database.prepare("INSERT INTO searches(name, query, place) VALUES(?1, ?2, (SELECT "
                                        "coalesce(max(place), 0) + 1 FROM searches)) "
                                        "ON CONFLICT(name) DO UPDATE SET query = excluded.query");
    if (!statement)
        return statement.error();
    const QByteArray name = search.name.toUtf8();
    const QByteArray query = search.query.toUtf8();
    statement->bindText(1, name).bindText(2, query);
    return statement->run();
}

base::Result<void> UserStore::renameSearch(const QString &name, const QString &newName)
{
    if (name == newName)
        return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const QByteArray before = name.toUtf8();
    const QByteArray after = newName.toUtf8();
    auto taken = m_database.prepare("SELECT 1 FROM searches WHERE name = ?1");
    if (!taken)
        return taken.error();
    taken->bindText(1, after);
    const auto isTaken = taken->step();
    if (!isTaken)
        return isTaken.error();
    if (*isTaken)
        return base::Error{base::ErrorCode::BadInput,
                           u"There is a saved search of the name %1 already"_s.arg(newName),
                           {},
                           u"give it another name"_s};
    auto statement = m_database.prepare("UPDATE searches SET name = ?2 WHERE name = ?1");
    if (!statement)
        return statement.error();
    statement->bindText(1, before).bindText(2, after);
    if (const auto done = statement->run(); !done)
        return done;
    taken->reset();
    return transaction->commit();
}

base::Result<void> UserStore::removeSearch(const QString &name)
{
    auto statement = m_database.prepare("DELETE FROM searches WHERE name = ?1");
    if (!statement)
        return statement.error();
    const QByteArray bytes = name.toUtf8();
    statement->bindText(1, bytes);
    return statement->run();
}

base::Result<void> UserStore::orderSearches(const QStringList &names)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (const auto done = m_database.execute("UPDATE searches SET place = place + 1000000"); !done)
        return done;
    auto statement = m_database.prepare("UPDATE searches SET place = ?2 WHERE name = ?1");
    if (!statement)
        return statement.error();
    for (qsizetype place = 0; place < names.size(); ++place) {
        const QByteArray name = names[place].toUtf8();
        statement->bindText(1, name).bind(2, place + 1);
        if (const auto done = statement->run(); !done)
            return done;
    }
    return transaction->commit();
}

base::Result<QByteArray> UserStore::leftAs(const QString &archive) const
{
    auto statement = m_database.prepare("SELECT state FROM left_as WHERE archive = ?1");
    if (!statement)
        return statement.error();
    const QByteArray path = archive.toUtf8();
    statement->bindText(1, path);
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->blob(0).toByteArray() : QByteArray();
}

base::Result<void> UserStore::setLeftAs(const QString &archive, const QByteArray &state)
{
    auto statement =
        m_database.prepare("INSERT INTO left_as(archive, state) VALUES(?1, ?2) ON CONFLICT(archive) DO "
                           "UPDATE SET state = excluded.state");
    if (!statement)
        return statement.error();
    const QByteArray path = archive.toUtf8();
    statement->bindText(1, path).bindBlob(2, state);
    return statement->run();
}

} // namespace loredesk::store
