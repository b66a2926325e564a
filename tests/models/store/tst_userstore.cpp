// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/userstore.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using store::Database;
using store::UserStore;

class TestUserStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    int m_files = 0;

    /// In a directory that is not there yet.
    QString newFile() { return m_directory.filePath(u"%1/loredesk/user.sqlite"_s.arg(++m_files)); }

private slots:
    void beforeTheFirstVisitNothingWasSeen()
    {
        auto store = UserStore::open(newFile());
        QVERIFY(store);
        const auto seen = store->seenUntil(u"/lists/frob"_s);
        QVERIFY(seen);
        QVERIFY(!*seen);
    }

    void whatWasSeenIsRememberedPerArchive()
    {
        const QString file = newFile();
        {
            auto store = UserStore::open(file);
            QVERIFY(store);
            QVERIFY(store->setSeenUntil(u"/lists/frob"_s, 1000));
            QVERIFY(store->setSeenUntil(u"/lists/it's"_s, 2000));
        }
        auto store = UserStore::open(file);
        QVERIFY(store);
        QCOMPARE(**store->seenUntil(u"/lists/frob"_s), 1000);
        QCOMPARE(**store->seenUntil(u"/lists/it's"_s), 2000);
        QVERIFY(!*store->seenUntil(u"/lists"_s));
    }

    void anOlderVisitTakesNothingBack()
    {
        auto store = UserStore::open(newFile());
        QVERIFY(store);
        QVERIFY(store->setSeenUntil(u"a"_s, 1000));
        QVERIFY(store->setSeenUntil(u"a"_s, 900)); // a window that was opened earlier
        QCOMPARE(**store->seenUntil(u"a"_s), 1000);
        QVERIFY(store->setSeenUntil(u"a"_s, 1100));
        QCOMPARE(**store->seenUntil(u"a"_s), 1100);
    }

    void theFileIsPrivate()
    {
        const QString file = newFile();
        auto store = UserStore::open(file);
        QVERIFY(store);
        QVERIFY(store->setSeenUntil(u"a"_s, 1));
        for (const QString &path : {file, QString(file + "-wal"_L1)})
            QCOMPARE(int(QFileInfo(path).permissions() & QFile::Permissions(0x77)), 0);
    }

    void twoWindowsWriteIntoOneFile()
    {
        const QString file = newFile();
        auto first = UserStore::open(file);
        auto second = UserStore::open(file);
        QVERIFY(first && second);
        QVERIFY(first->setSeenUntil(u"a"_s, 1));
        QVERIFY(second->setSeenUntil(u"b"_s, 2));
        QCOMPARE(**second->seenUntil(u"a"_s), 1);
        QCOMPARE(**first->seenUntil(u"b"_s), 2);
    }

    void aFileOfALaterVersionIsLeftAlone()
    {
        const QString file = newFile();
        {
            auto store = UserStore::open(file);
            QVERIFY(store);
            QVERIFY(store->setSeenUntil(u"a"_s, 1));
        }
        {
            auto database = Database::open(file);
            QVERIFY(database);
            QVERIFY(database->setUserVersion(99));
        }
        const auto refused = UserStore::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::BadInput);
        QCOMPARE(refused.error().place.path, file);
        auto database = Database::open(file);
        QVERIFY(database);
        QCOMPARE(*database->number("SELECT count(*) FROM visits"), 1);
        QCOMPARE(*database->userVersion(), 99);
    }

    void aFileOfAnotherProgramIsLeftAlone()
    {
        const QString file = m_directory.filePath(u"other.sqlite"_s);
        {
            auto database = Database::open(file);
            QVERIFY(database);
            QVERIFY(database->execute("CREATE TABLE theirs(x)"));
        }
        const auto refused = UserStore::open(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::NotADatabase);
    }

    void whatCannotBeMadeIsAnError()
    {
        QFile file(m_directory.filePath(u"plain"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto store = UserStore::open(m_directory.filePath(u"plain/below/user.sqlite"_s));
        QVERIFY(!store);
        QCOMPARE(store.error().code, base::ErrorCode::Unwritable);
        QVERIFY(!store.error().hint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUserStore)
#include "tst_userstore.moc"
