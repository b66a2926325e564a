// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <utility>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

base::Error errorOf(int code, const QString &detail, int systemError, const QString &path)
{
    using base::ErrorCode;
    base::Error error;
    error.place.path = path;
    const auto is = [&error](ErrorCode kind, const QString &text, const QString &hint) {
        error.code = kind;
        error.text = text;
        error.hint = hint;
    };
    const bool noRoom = systemError == ENOSPC || systemError == EDQUOT;
    switch (code & 0xff) {
    case SQLITE_FULL:
        is(ErrorCode::DiskFull, u"There is no room left to write to"_s, u"make room on the disk"_s);
        break;
    case SQLITE_IOERR:
        if (noRoom)
            is(ErrorCode::DiskFull, u"There is no room left to write to"_s, u"make room on the disk"_s);
        else
            is(ErrorCode::Unreadable, u"Reading or writing failed: "_s + detail, u"look after the disk"_s);
        break;
    case SQLITE_CANTOPEN:
        if (systemError == ENOENT || systemError == ENOTDIR)
            is(ErrorCode::NotFound, u"There is no such file"_s, {});
        else if (noRoom)
            is(ErrorCode::DiskFull, u"There is no room left to write to"_s, u"make room on the disk"_s);
        else if (systemError == EROFS)
            is(ErrorCode::ReadOnly, u"The file cannot be written to"_s, u"look at its permissions"_s);
        else
            is(ErrorCode::Unreadable, u"The file cannot be opened"_s, u"look at its permissions"_s);
        break;
    case SQLITE_READONLY:
        is(ErrorCode::ReadOnly, u"The file cannot be written to"_s, u"look at its permissions"_s);
        break;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        is(ErrorCode::Unreadable, u"The file cannot be opened"_s, u"look at its permissions"_s);
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        is(ErrorCode::Busy, u"Another program is writing to the file"_s, u"try again when it is done"_s);
        break;
    case SQLITE_NOTADB:
        is(ErrorCode::NotADatabase, u"The file is no database"_s, u"remove it or move it away"_s);
        break;
    case SQLITE_INTERRUPT:
        is(ErrorCode::Cancelled, u"cancelled"_s, {});
        break;
    case SQLITE_CORRUPT:
        is(ErrorCode::Corrupt, u"The database is damaged"_s, u"it has to be made again"_s);
        break;
    default:
        is(ErrorCode::Corrupt, u"The database does not answer as it should: "_s + detail,
           u"it has to be made again"_s);
    }
    return error;
}

/// SQLite makes files readable for everybody whom the umask lets. An empty file with the right mode is as
/// good as none to it, and its log and shared memory take that mode over. mknod() and not open(): closing a
/// descriptor would drop the locks that another connection of this process holds on the file.
base::Result<void> makePrivate(const QString &path, const QByteArray &name)
{
    if (::mknod(name.constData(), S_IFREG | S_IRUSR | S_IWUSR, 0) == 0)
        return {};
    if (errno != EEXIST) {
        const int failure = errno;
        if (failure == EACCES || failure == EROFS || failure == EPERM)
            return errorOf(SQLITE_READONLY, {}, failure, path);
        return errorOf(SQLITE_CANTOPEN, {}, failure, path);
    }
    // Of somebody else's file the mode cannot be changed; whether it can be used shows when it is opened.
    struct stat state;
    if (::stat(name.constData(), &state) == 0 && S_ISREG(state.st_mode) && (state.st_mode & 0077) != 0)
        ::chmod(name.constData(), S_IRUSR | S_IWUSR);
    return {};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt *statement, QString path)
    : m_statement(statement)
    , m_path(std::move(path))
{
}

Statement::Statement(Statement &&) noexcept = default;
Statement &Statement::operator=(Statement &&) noexcept = default;
Statement::~Statement() = default;

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

Statement &Statement::bind(int parameter, std::int64_t value)
{
    note(sqlite3_bind_int64(m_statement.get(), parameter, value));
    return *this;
}

Statement &Statement::bindText(int parameter, QByteArrayView utf8)
{
    // A null pointer would be NULL and not the empty text.
    note(sqlite3_bind_text64(m_statement.get(), parameter, utf8.data() ? utf8.data() : "",
                             sqlite3_uint64(utf8.size()), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindBlob(int parameter, QByteArrayView bytes)
{
    note(sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data() ? bytes.data() : "",
                             sqlite3_uint64(bytes.size()), SQLITE_STATIC));
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    note(sqlite3_bind_null(m_statement.get(), parameter));
    return *this;
}

base::Result<bool> Statement::step()
{
    sqlite3 *const connection = sqlite3_db_handle(m_statement.get());
    int code = std::exchange(m_bindError, SQLITE_OK);
    if (code == SQLITE_OK)
        code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const base::Error error = errorOf(code, QString::fromUtf8(sqlite3_errmsg(connection)),
                                      sqlite3_system_errno(connection), m_path);
    reset();
    return error;
}

base::Result<void> Statement::run()
{
    for (;;) {
        const base::Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    // What this gives is the failure of the last step, which was reported there.
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArrayView Statement::text(int column) const
{
    const unsigned char *text = sqlite3_column_text(m_statement.get(), column);
    return {reinterpret_cast<const char *>(text), sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArrayView Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3 *handle) const
{
    // The patient one: statements that are still there when their owner lets the connection go first.
    sqlite3_close_v2(handle);
}

Database::Database(std::unique_ptr<sqlite3, Close> handle, QString path)
    : m_handle(std::move(handle))
    , m_path(std::move(path))
{
}

Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::connect(const QString &path, const QByteArray &name, int flags)
{
    // Nobody asks how much memory SQLite has taken; to count it is a lock that all threads share. Only before
    // the first connection; later it does nothing.
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(configured)
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(std::unique_ptr<sqlite3, Close>(handle), path);
    if (code != SQLITE_OK)
        return database.error(code);
    return database;
}

base::Result<Database> Database::open(const QString &path, const DatabaseOptions &options)
{
    // Absolute, so that no name means anything else to SQLite (":memory:", "file:…").
    const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    if (options.mode == OpenMode::Create) {
        if (const base::Result<void> made = makePrivate(path, name); !made)
            return made.error();
    }
    const int flags = options.mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    base::Result<Database> database = connect(path, name, flags);
    if (!database)
        return database;
    // What may not be written is opened all the same, for reading.
    if (options.mode != OpenMode::ReadOnly && sqlite3_db_readonly(database->handle(), "main") == 1)
        return errorOf(SQLITE_READONLY, {}, 0, path);
    if (const base::Result<void> done = database->configure(options); !done)
        return done.error();
    return database;
}

base::Result<Database> Database::inMemory()
{
    return connect({}, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
}

base::Result<void> Database::configure(const DatabaseOptions &options)
{
    sqlite3_busy_timeout(handle(), options.busyMilliseconds);
    QByteArray pragmas = "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-" +
                         QByteArray::number(options.cacheKiB) + ';';
    if (options.mode != OpenMode::ReadOnly)
        pragmas += "PRAGMA page_size=" + QByteArray::number(options.pageSize) +
                   "; PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
    if (const base::Result<void> done = execute(pragmas); !done)
        return done;
    // The file is read when something is asked of it, and only then shows what it is.
    if (const base::Result<std::int64_t> schema = number("SELECT count(*) FROM sqlite_master"); !schema)
        return schema.error();
    return {};
}

base::Error Database::error(int code) const
{
    if (!m_handle)
        return errorOf(code, QString::fromUtf8(sqlite3_errstr(code)), 0, m_path);
    return errorOf(code, QString::fromUtf8(sqlite3_errmsg(handle())), sqlite3_system_errno(handle()), m_path);
}

base::Result<void> Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(handle(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return {};
}

base::Result<Statement> Database::prepare(QByteArrayView sql) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle(), sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return Statement(statement, m_path);
}

base::Result<std::int64_t> Database::number(QByteArrayView sql) const
{
    base::Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const base::Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->number(0) : std::int64_t(0);
}

base::Result<std::int64_t> Database::applicationId() const
{
    return number("PRAGMA application_id");
}

base::Result<std::int64_t> Database::userVersion() const
{
    return number("PRAGMA user_version");
}

base::Result<void> Database::setApplicationId(std::int32_t id)
{
    return execute("PRAGMA application_id=" + QByteArray::number(id));
}

base::Result<void> Database::setUserVersion(std::int32_t version)
{
    return execute("PRAGMA user_version=" + QByteArray::number(version));
}

std::int64_t Database::lastInsertedRow() const
{
    return sqlite3_last_insert_rowid(handle());
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

void Database::interrupt() const
{
    sqlite3_interrupt(handle());
}

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    // SQLite rolls back by itself after some errors; to do it again is an error that means nothing. A
    // rollback that fails is made good by the next program that opens the file.
    if (m_database && m_database->inTransaction())
        static_cast<void>(m_database->execute("ROLLBACK"));
}

base::Result<Transaction> Transaction::begin(Database &database)
{
    if (const base::Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

base::Result<void> Transaction::commit()
{
    Database *const database = std::exchange(m_database, nullptr);
    base::Result<void> done = database->execute("COMMIT");
    if (!done && database->inTransaction())
        static_cast<void>(database->execute("ROLLBACK"));
    return done;
}

} // namespace loredesk::store
