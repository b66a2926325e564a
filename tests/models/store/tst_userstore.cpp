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

    void marksAreChangedAndTakenBack()
    {
        using catalog::Mark;
        const QString file = newFile();
        const QByteArray odd("caf\xe9 '1@example.org");
        QList<catalog::MarkChange> back;
        {
            auto store = UserStore::open(file);
            QVERIFY(store);
            QVERIFY(store->marks()->isEmpty());
            QVERIFY(store->changeMarks({{"a@example.org", Mark::Reviewed}, {odd, Mark::Waiting}}));
            const auto before =
                store->changeMarks({{"a@example.org", Mark::None}, {"b@example.org", Mark::NotMine}});
            QVERIFY(before);
            back = *before;
        }
        auto store = UserStore::open(file);
        QVERIFY(store);
        QCOMPARE(*store->marks(),
                 (catalog::MarkTable{{odd, Mark::Waiting}, {"b@example.org", Mark::NotMine}}));
        QVERIFY(store->changeMarks(back));
        QCOMPARE(*store->marks(),
                 (catalog::MarkTable{{odd, Mark::Waiting}, {"a@example.org", Mark::Reviewed}}));
    }

    void notesAreChangedAndTakenBack()
    {
        const QString file = newFile();
        auto store = UserStore::open(file);
        QVERIFY(store);
        QVERIFY(store->notes()->isEmpty());
        QVERIFY(
            store->changeNotes({{"a@example.org", u"ask \u00c5sa"_s}, {"b@example.org", u"two\nlines"_s}}));
        const auto back = store->changeNotes({{"a@example.org", {}}, {"c@example.org", u"new"_s}});
        QVERIFY(back);
        QCOMPARE(*store->notes(),
                 (catalog::NoteTable{{"b@example.org", u"two\nlines"_s}, {"c@example.org", u"new"_s}}));
        QVERIFY(store->changeNotes(*back));
        auto again = UserStore::open(file);
        QVERIFY(again);
        QCOMPARE(*again->notes(), (catalog::NoteTable{{"a@example.org", u"ask \u00c5sa"_s},
                                                      {"b@example.org", u"two\nlines"_s}}));
        QVERIFY(again->marks()->isEmpty());
    }

    void anotherWindowsMarksStay()
    {
        using catalog::Mark;
        const QString file = newFile();
        auto first = UserStore::open(file);
        auto second = UserStore::open(file);
        QVERIFY(first && second);
        QVERIFY(first->changeMarks({{"a@example.org", Mark::Reviewed}}));
        QVERIFY(second->changeMarks({{"b@example.org", Mark::Applied}}));
        QCOMPARE(first->marks()->size(), 2);
        QCOMPARE(*first->marks(), *second->marks());
    }

    void aMarkOfALaterVersionIsLeftAlone()
    {
        const QString file = newFile();
        QVERIFY(UserStore::open(file));
        auto database = Database::open(file);
        QVERIFY(database);
        QVERIFY(database->execute("INSERT INTO marks VALUES(x'61', 'golden')"));
        auto store = UserStore::open(file);
        QVERIFY(store);
        QVERIFY(store->marks()->isEmpty());
        QVERIFY(store->changeMarks({{"b@example.org", catalog::Mark::Applied}}));
        QCOMPARE(*database->number("SELECT count(*) FROM marks WHERE mark = 'golden'"), 1);
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

    void searchesAreKeptInTheUsersOrder()
    {
        const QString file = newFile();
        {
            auto store = UserStore::open(file);
            QVERIFY(store);
            QVERIFY(store->savedSearches()->isEmpty());
            QVERIFY(store->saveSearch({u"Mine"_s, u"f:ada"_s}));
            QVERIFY(store->saveSearch({u"KVM's"_s, u"s:kvm OR s:\"x86\""_s}));
            QVERIFY(store->saveSearch({u"Late"_s, u"d:..2025-01-01"_s}));
            QVERIFY(store->orderSearches({u"Late"_s, u"Mine"_s}));
        }
        auto store = UserStore::open(file);
        QVERIFY(store);
        const QList<store::SavedSearch> wanted{
            {u"Late"_s, u"d:..2025-01-01"_s}, {u"Mine"_s, u"f:ada"_s}, {u"KVM's"_s, u"s:kvm OR s:\"x86\""_s}};
        QCOMPARE(*store->savedSearches(), wanted);
        // What comes later stands behind what was put in order.
        QVERIFY(store->saveSearch({u"A new one"_s, u"is:rfc"_s}));
        QCOMPARE(store->savedSearches()->last().name, u"A new one"_s);
    }

    void savingUnderTheSameNameReplacesTheQueryInItsPlace()
    {
        auto store = UserStore::open(newFile());
        QVERIFY(store);
        QVERIFY(store->saveSearch({u"a"_s, u"s:one"_s}));
        QVERIFY(store->saveSearch({u"b"_s, u"s:two"_s}));
        QVERIFY(store->saveSearch({u"a"_s, u"s:three"_s}));
        const QList<store::SavedSearch> wanted{{u"a"_s, u"s:three"_s}, {u"b"_s, u"s:two"_s}};
        QCOMPARE(*store->savedSearches(), wanted);
    }

    void aSearchIsRenamedWhereTheNameIsFree()
    {
        auto store = UserStore::open(newFile());
        QVERIFY(store);
        QVERIFY(store->saveSearch({u"a"_s, u"s:one"_s}));
        QVERIFY(store->saveSearch({u"b"_s, u"s:two"_s}));
        const auto refused = store->renameSearch(u"b"_s, u"a"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::BadInput);
        QVERIFY(store->renameSearch(u"a"_s, u"z"_s));
        QVERIFY(store->renameSearch(u"z"_s, u"z"_s));
        const QList<store::SavedSearch> wanted{{u"z"_s, u"s:one"_s}, {u"b"_s, u"s:two"_s}};
        QCOMPARE(*store->savedSearches(), wanted);
        QVERIFY(store->removeSearch(u"z"_s));
        QCOMPARE(store->savedSearches()->size(), 1);
    }

    void howAnArchiveWasLeftIsKeptByteForByte()
    {
        auto store = UserStore::open(newFile());
        QVERIFY(store);
        QCOMPARE(*store->leftAs(u"/lists/frob"_s), QByteArray());
        const QByteArray state("{\"a\":\0}", 7);
        QVERIFY(store->setLeftAs(u"/lists/frob"_s, "old"));
        QVERIFY(store->setLeftAs(u"/lists/frob"_s, state));
        QCOMPARE(*store->leftAs(u"/lists/frob"_s), state);
        QCOMPARE(*store->leftAs(u"/lists/widget"_s), QByteArray());
    }

    void aFileOfTheFirstVersionIsBroughtUpAndLosesNothing()
    {
        const QString file = m_directory.filePath(u"first.sqlite"_s);
        {
            auto database = Database::open(file);
            QVERIFY(database);
            QVERIFY(database->execute(
                "CREATE TABLE visits(archive TEXT PRIMARY KEY, seen_until INTEGER NOT NULL) "
                "WITHOUT ROWID, STRICT; INSERT INTO visits VALUES('/lists/frob', 1000)"));
            QVERIFY(database->setApplicationId(0x4c447573));
            QVERIFY(database->setUserVersion(1));
        }
        auto store = UserStore::open(file);
        QVERIFY(store);
        QCOMPARE(**store->seenUntil(u"/lists/frob"_s), 1000);
        QVERIFY(store->saveSearch({u"a"_s, u"s:one"_s}));
        QCOMPARE(store->savedSearches()->size(), 1);
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
