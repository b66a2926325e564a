// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace loredesk::store {

enum class OpenMode {
    ReadOnly,  ///< the file must be there
    ReadWrite, ///< the file must be there
    Create,    ///< made where it is missing, private to the user (0600) from its first byte on
};

/// How a database file is used.
struct DatabaseOptions
{
    OpenMode mode = OpenMode::Create;
    int busyMilliseconds = 5000; ///< how long another process's lock is waited for
    int pageSize = 4096;         ///< bytes, of a file that is made
    int cacheKiB = 8192;         ///< memory for pages
};

/// A prepared statement. Errors of binding are kept and given by the step that follows. Not thread-safe; must
/// not outlive its Database.
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    /// Parameters count from 1. Bytes are not copied: they stay where they are until the statement is reset,
    /// bound anew or gone. Text is UTF-8.
    Statement &bind(int parameter, std::int64_t value);
    Statement &bindText(int parameter, QByteArrayView utf8);
    Statement &bindBlob(int parameter, QByteArrayView bytes);
    Statement &bindNull(int parameter);

    /// Goes on to the next row: true where there is one. Errors as Database::execute(), and the statement is
    /// reset.
    base::Result<bool> step();
    /// Steps to the end and resets, for statements whose rows do not matter.
    base::Result<void> run();
    /// Ready for another run. Bindings stay.
    void reset();

    // Columns of the current row, from 0. Views stay valid until the next step or reset.
    std::int64_t number(int column) const; ///< 0 for NULL
    QByteArrayView text(int column) const; ///< UTF-8 as it is stored
    QByteArrayView blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(sqlite3_stmt *statement, QString path);
    void note(int code);

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    QString m_path;
    int m_bindError = 0;
};

/// A connection to an SQLite database. One thread at a time; several processes may have the same file open.
class Database
{
public:
    /// Opens the file and reads its first page. Write-ahead logging and synchronous=NORMAL: a process that is
    /// killed leaves whole transactions. Errors: NotFound (also a missing directory), Unreadable, ReadOnly
    /// (wanted for writing), NotADatabase, Corrupt, Busy, DiskFull; each with the path.
    static base::Result<Database> open(const QString &path, const DatabaseOptions &options = {});
    /// A database of its own in memory.
    static base::Result<Database> inMemory();

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    /// As it was opened; empty in memory.
    const QString &path() const { return m_path; }

    /// Runs one statement or several, separated by semicolons. Errors: DiskFull, ReadOnly, Busy,
    /// NotADatabase, Unreadable (I/O), Cancelled (interrupted), Corrupt for all else: also for a statement
    /// that the database's tables do not fit, as those are then not what this program made.
    base::Result<void> execute(const QByteArray &sql);
    /// Errors as execute().
    base::Result<Statement> prepare(QByteArrayView sql) const;
    /// The first column of the first row; 0 where there is none. Errors as execute().
    base::Result<std::int64_t> number(QByteArrayView sql) const;

    /// The two numbers in the file's header by which a program knows its own files and their format.
    base::Result<std::int64_t> applicationId() const;
    base::Result<std::int64_t> userVersion() const;
    base::Result<void> setApplicationId(std::int32_t id);
    base::Result<void> setUserVersion(std::int32_t version);

    std::int64_t lastInsertedRow() const;
    /// True while a Transaction is open.
    bool inTransaction() const;
    /// Makes the statement that is running fail with Cancelled. The one member for any thread.
    void interrupt() const;

    /// For the sources of this room that need more of SQLite. Owned by this.
    sqlite3 *handle() const { return m_handle.get(); }
    /// What the connection says about the call that just failed with `code`.
    base::Error error(int code) const;

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    Database(std::unique_ptr<sqlite3, Close> handle, QString path);
    static base::Result<Database> connect(const QString &path, const QByteArray &name, int flags);
    base::Result<void> configure(const DatabaseOptions &options);

    std::unique_ptr<sqlite3, Close> m_handle;
    QString m_path;
};

/// All or nothing: what is not committed is rolled back when this goes. Writers are let in one by one (BEGIN
/// IMMEDIATE), so that a transaction that was begun does not fail for another's lock. One at a time per
/// connection; must not outlive the Database.
class Transaction
{
public:
    /// Errors as Database::execute(): Busy, ReadOnly …
    static base::Result<Transaction> begin(Database &database);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// Where it fails, everything is rolled back.
    base::Result<void> commit();

private:
    explicit Transaction(Database &database);

    Database *m_database;
};

} // namespace loredesk::store
