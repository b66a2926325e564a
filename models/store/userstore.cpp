// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/userstore.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

constexpr std::int32_t ApplicationId = 0x4c447573; // "LDus"
constexpr std::int32_t Format = 1;

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
    } else {
        if (const auto done = database->execute("CREATE TABLE visits(archive TEXT PRIMARY KEY, seen_until INTEGER "
                                                "NOT NULL) WITHOUT ROWID, STRICT");
            !done)
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
    auto statement =
        m_database.prepare("INSERT INTO visits(archive, seen_until) VALUES(?1, ?2) ON CONFLICT(archive) DO UPDATE "
                           "SET seen_until = max(seen_until, excluded.seen_until)");
    if (!statement)
        return statement.error();
    const QByteArray path = archive.toUtf8();
    statement->bindText(1, path).bind(2, newest);
    return statement->run();
}

} // namespace loredesk::store
