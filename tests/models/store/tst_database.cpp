// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace loredesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::Database;
using store::DatabaseOptions;
using store::OpenMode;
using store::Statement;
using store::Transaction;

namespace {

int modeOf(const QString &path)
{
    struct stat state;
    return ::stat(QFile::encodeName(path).constData(), &state) == 0 ? int(state.st_mode & 0777) : -1;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString path(const QString &name) const { return m_directory.filePath(name); }

    Database opened(const QString &name)
    {
        base::Result<Database> database = Database::open(path(name));
        if (!database)
            qFatal("%s", qPrintable(database.error().toString()));
        return std::move(*database);
    }

private slots:
    void valuesComeBackAsTheyWereBound()
    {
        Database database = opened(u"values"_s);
        QVERIFY(database.execute("CREATE TABLE t(a INTEGER, b TEXT, c BLOB, d)"));
        const QByteArray bytes("\0x\0\xff", 4);
        {
            base::Result<Statement> insert = database.prepare("INSERT INTO t VALUES(?,?,?,?)");
            QVERIFY(insert);
            QVERIFY(insert->bind(1, -(std::int64_t(1) << 62))
                        .bindText(2, "caf\xc3\xa9")
                        .bindBlob(3, bytes)
                        .run());
            QVERIFY(insert->bind(1, 7).bindText(2, {}).bindBlob(3, {}).bindNull(4).run());
        }
        base::Result<Statement> select = database.prepare("SELECT a,b,c,d FROM t ORDER BY rowid");
        QVERIFY(select);
        QVERIFY(*select->step());
        QCOMPARE(select->number(0), -(std::int64_t(1) << 62));
        QCOMPARE(select->text(1).toByteArray(), QByteArray("caf\xc3\xa9"));
        QCOMPARE(select->blob(2).toByteArray(), bytes);
        QVERIFY(select->isNull(3));
        QVERIFY(*select->step());
        QVERIFY(!select->isNull(1)); // an empty text is no NULL
        QVERIFY(!select->isNull(2));
        QVERIFY(!*select->step());
    }

    void aParameterThatIsNotThereIsAnErrorOfTheStep()
    {
        Database database = opened(u"parameters"_s);
        QVERIFY(database.execute("CREATE TABLE t(a)"));
        base::Result<Statement> insert = database.prepare("INSERT INTO t VALUES(?)");
        QVERIFY(insert);
        QVERIFY(!insert->bind(2, 1).run());
        QCOMPARE(*database.number("SELECT count(*) FROM t"), 0);
        QVERIFY(insert->bind(1, 1).run()); // and is over then
        QCOMPARE(*database.number("SELECT count(*) FROM t"), 1);
    }

    void filesArePrivateWhateverTheUmask()
    {
        const mode_t before = ::umask(0);
        {
            Database database = opened(u"private"_s);
            QVERIFY(database.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
            QCOMPARE(modeOf(path(u"private"_s)), 0600);
            QCOMPARE(modeOf(path(u"private-wal"_s)), 0600);
            QCOMPARE(modeOf(path(u"private-shm"_s)), 0600);
        }
        write(path(u"open to all"_s), {});
        QCOMPARE(modeOf(path(u"open to all"_s)), 0666);
        {
            Database database = opened(u"open to all"_s);
            QCOMPARE(modeOf(path(u"open to all"_s)), 0600);
        }
        ::umask(before);
    }

    void namesThatMeanSomethingToSqliteAreOnlyNames()
    {
        const QString here = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_directory.path()));
        for (const QString &name : {u":memory:"_s, u"file:x?mode=memory"_s}) {
            base::Result<Database> database = Database::open(name);
            QVERIFY(database);
            QVERIFY(database->execute("CREATE TABLE t(a)"));
            QVERIFY(QFileInfo::exists(m_directory.path() + u'/' + name));
        }
        QVERIFY(QDir::setCurrent(here));
    }

    void everyKindOfFailureIsToldApart()
    {
        DatabaseOptions there;
        there.mode = OpenMode::ReadWrite;
        QCOMPARE(Database::open(path(u"missing"_s), there).error().code, ErrorCode::NotFound);
        QCOMPARE(Database::open(path(u"no/such/directory"_s)).error().code, ErrorCode::NotFound);

        write(path(u"text"_s), QByteArray(5000, 'x'));
        const base::Result<Database> text = Database::open(path(u"text"_s));
        QCOMPARE(text.error().code, ErrorCode::NotADatabase);
        QCOMPARE(text.error().place.path, path(u"text"_s));
        QVERIFY(!text.error().hint.isEmpty());

        QVERIFY(QDir(m_directory.path()).mkdir(u"directory"_s));
        const ErrorCode directory = Database::open(path(u"directory"_s)).error().code;
        QVERIFY(directory == ErrorCode::Unreadable || directory == ErrorCode::ReadOnly);
    }

    void aFullDiskIsToldAndTheTransactionUndone()
    {
        Database database = opened(u"full"_s);
        QVERIFY(
            database.execute("CREATE TABLE t(a); INSERT INTO t VALUES('kept'); PRAGMA max_page_count=10"));
        {
            base::Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction);
            QVERIFY(database.execute("INSERT INTO t VALUES('small')"));
            const base::Result<void> filled = database.execute("INSERT INTO t VALUES(zeroblob(1000000))");
            QVERIFY(!filled);
            QCOMPARE(filled.error().code, ErrorCode::DiskFull);
        }
        QVERIFY(!database.inTransaction());
        QCOMPARE(*database.number("SELECT count(*) FROM t"), 1);
    }

    void damageIsFoundAndNamed()
    {
        {
            Database database = opened(u"damaged"_s);
            QVERIFY(database.execute("CREATE TABLE t(a); CREATE INDEX i ON t(a)"));
            base::Result<Statement> insert = database.prepare("INSERT INTO t VALUES(?)");
            QVERIFY(insert);
            const QByteArray row(500, 'r');
            for (int i = 0; i < 200; ++i)
                QVERIFY(insert->bindBlob(1, row + QByteArray::number(i)).run());
        }
        QFile file(path(u"damaged"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(size > 40'000);
        QVERIFY(file.seek(4096));
        QVERIFY(file.write(QByteArray(int(size - 4096), '\x5a')) > 0);
        file.close();
        Database database = opened(u"damaged"_s);
        const base::Result<std::int64_t> count = database.number("SELECT sum(length(a)) FROM t NOT INDEXED");
        QVERIFY(!count);
        QCOMPARE(count.error().code, ErrorCode::Corrupt);
    }

    void aFileThatMayOnlyBeReadIsToldSo()
    {
        if (::geteuid() == 0)
            QSKIP("root writes everywhere");
        {
            Database database = opened(u"readonly"_s);
            QVERIFY(database.execute("CREATE TABLE t(a)"));
        }
        QVERIFY(QFile::setPermissions(path(u"readonly"_s), QFile::ReadOwner));
        DatabaseOptions there;
        there.mode = OpenMode::ReadWrite;
        QCOMPARE(Database::open(path(u"readonly"_s), there).error().code, ErrorCode::ReadOnly);
    }

    void whoOnlyReadsCannotWrite()
    {
        Database writer = opened(u"reader"_s);
        QVERIFY(writer.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
        DatabaseOptions options;
        options.mode = OpenMode::ReadOnly;
        base::Result<Database> reader = Database::open(path(u"reader"_s), options);
        QVERIFY(reader);
        QCOMPARE(*reader->number("SELECT count(*) FROM t"), 1);
        QCOMPARE(reader->execute("INSERT INTO t VALUES(2)").error().code, ErrorCode::ReadOnly);
    }

    void twoWritersTakeTurnsAndReadersSeeWholeTransactions()
    {
        DatabaseOptions impatient;
        impatient.busyMilliseconds = 0;
        Database first = opened(u"shared"_s);
        QVERIFY(first.execute("CREATE TABLE t(a)"));
        base::Result<Database> second = Database::open(path(u"shared"_s), impatient);
        QVERIFY(second);
        base::Result<Transaction> transaction = Transaction::begin(first);
        QVERIFY(transaction);
        QVERIFY(first.execute("INSERT INTO t VALUES(1)"));
        const base::Result<Transaction> other = Transaction::begin(*second);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Busy);
        QCOMPARE(*second->number("SELECT count(*) FROM t"), 0);
        QVERIFY(transaction->commit());
        QCOMPARE(*second->number("SELECT count(*) FROM t"), 1);
        QVERIFY(Transaction::begin(*second));
    }

    void whatIsNotCommittedIsRolledBack()
    {
        Database database = opened(u"rollback"_s);
        QVERIFY(database.execute("CREATE TABLE t(a)"));
        {
            base::Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction);
            QVERIFY(database.execute("INSERT INTO t VALUES(1)"));
        }
        QVERIFY(!database.inTransaction());
        QCOMPARE(*database.number("SELECT count(*) FROM t"), 0);
    }

    void aFormatIsKnownByItsNumbers()
    {
        {
            Database database = opened(u"format"_s);
            QCOMPARE(*database.applicationId(), 0);
            QCOMPARE(*database.userVersion(), 0);
            QVERIFY(database.setApplicationId(0x4c6f7265));
            QVERIFY(database.setUserVersion(3));
        }
        Database database = opened(u"format"_s);
        QCOMPARE(*database.applicationId(), 0x4c6f7265);
        QCOMPARE(*database.userVersion(), 3);
    }

    void aDatabaseInMemoryIsOneOfItsOwn()
    {
        base::Result<Database> one = Database::inMemory();
        base::Result<Database> two = Database::inMemory();
        QVERIFY(one && two);
        QVERIFY(one->execute("CREATE TABLE t(a)"));
        QVERIFY(!two->number("SELECT count(*) FROM t"));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
