// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/archivebuilder.h" // after Qt: moc stumbles over <concepts> otherwise
#include "tests/support/storedarchive.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::ArchiveStep;
using tests::MboxFlavour;
using tests::StoredArchive;

namespace {

QByteArray letter(int number)
{
    return ArchiveBuilder::sampleMessage(number, "Hello from number" + QByteArray::number(number) + ".\n");
}

QByteArrayList letters(int from, int to)
{
    QByteArrayList all;
    for (int number = from; number <= to; ++number)
        all << letter(number);
    return all;
}

QByteArray id(int number)
{
    return QByteArray::number(number) + "@example.org";
}

QByteArray reply(int number, int to)
{
    return "From: Ada Example <ada@example.org>\nSubject: Re: message " + QByteArray::number(to) +
           "\nDate: Thu, 2 Jan 2025 10:00:00 +0000\nMessage-ID: <" + id(number) + ">\nIn-Reply-To: <" + id(to) +
           ">\n\nI agree.\n";
}

void rewrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Whatever happens to an archive between two openings: with the store it is as if it had been read anew, and no more is
/// read than what came.
class TestRefresh : public QObject
{
    Q_OBJECT
private slots:
    void anUnchangedArchiveIsNotReadAgain()
    {
        ArchiveBuilder builder;
        StoredArchive archive(builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 9))}));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 10);
        QCOMPARE(archive.kept(), jobs::Kept::Written);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
        QCOMPARE(archive.kept(), jobs::Kept::Current);
        QCOMPARE(archive.found(u"number4"_s), QByteArrayList{id(4)});
    }

    void newCommitsAreReadAlone()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 9))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        builder.append(path + "/git/0.git"_L1, ArchiveBuilder::adding({letter(10), reply(11, 3)}));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 2);
        QCOMPARE(archive.found(u"number10"_s), QByteArrayList{id(10)});
        QCOMPARE(archive.found(u"agree"_s), QByteArrayList{id(11)});
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
    }

    void manySmallRefreshesStayWhole()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 3))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        for (int number = 4; number < 44; ++number) {
            builder.append(path + "/git/0.git"_L1, ArchiveBuilder::adding({letter(number)}));
            QCOMPARE(archive.open(), QString());
            QCOMPARE(archive.read(), 1);
        }
        QCOMPARE(archive.found(u"hello"_s).size(), 44);
    }

    void aNewEpochIsReadAlone()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 5))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        const QString other = builder.v2(u"other"_s, {ArchiveBuilder::adding(letters(6, 8))}, 1);
        QVERIFY(QDir().rename(other + "/git/1.git"_L1, path + "/git/1.git"_L1));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 3);
        QCOMPARE(archive.messageIds().size(), 9);
    }

    void anEarlierEpochThatIsFetchedLaterComesFirst()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(6, 8))}, 1);
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        QVERIFY(!archive.loaded()->catalog->info().note.isEmpty());
        const QString other = builder.v2(u"other"_s, {ArchiveBuilder::adding(letters(0, 5))});
        QVERIFY(QDir().rename(other + "/git/0.git"_L1, path + "/git/0.git"_L1));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 6);
        QCOMPARE(archive.messageIds().first(), id(0));
        QCOMPARE(archive.found(u"number7"_s), QByteArrayList{id(7)});
    }

    void aDeletionTakesAnEarlierMessageOut()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 5))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        builder.append(path + "/git/0.git"_L1,
                       {{ArchiveStep::Kind::Remove, letter(2)}, {ArchiveStep::Kind::Add, letter(6)}});
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 1);
        QVERIFY(!archive.messageIds().contains(id(2)));
        QCOMPARE(archive.found(u"number2"_s), QByteArrayList());
        QVERIFY(!archive.storedBytes().contains("number2"));
        QVERIFY(!archive.storedBytes().contains(id(2)));
    }

    void aDeletionOfSomethingUnknownIsReported()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 5))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        builder.append(path + "/git/0.git"_L1, {{ArchiveStep::Kind::Remove, letter(77)}});
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.loaded()->catalog->problems().size(), 1);
    }

    void whatAPurgeRewroteIsFollowedAndForgotten()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 9))});
        const QString epoch = path + "/git/0.git"_L1;
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        QVERIFY(archive.storedBytes().contains(id(6)));
        // As public-inbox-purge does it: the history from the purged message on is written again.
        const QStringList commits = builder.commits(epoch);
        builder.git(epoch, {u"update-ref"_s, u"HEAD"_s, commits[5]});
        builder.append(epoch, {{ArchiveStep::Kind::Purge, {}}});
        builder.append(epoch, ArchiveBuilder::adding(letters(7, 10)));
        builder.git(epoch, {u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        builder.git(epoch, {u"gc"_s, u"-q"_s, u"--prune=now"_s});
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 4); // from the merge base on
        QVERIFY(!archive.messageIds().contains(id(6)));
        QCOMPARE(archive.found(u"number6"_s), QByteArrayList());
        QCOMPARE(archive.found(u"number7"_s), QByteArrayList{id(7)});
        QVERIFY(!archive.storedBytes().contains("message 6"));
        QVERIFY(!archive.storedBytes().contains("number6"));
        QVERIFY(!archive.storedBytes().contains(id(6)));
    }

    void aMissingObjectThatIsFetchedLaterIsRead()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 5))});
        const QString epoch = path + "/git/0.git"_L1;
        const QString blob = builder.revision(epoch, u"HEAD~2:m"_s);
        QFile object(epoch + "/objects/"_L1 + blob.left(2) + u'/' + blob.mid(2));
        QVERIFY(object.rename(builder.path(u"hidden"_s)));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.loaded()->catalog->problems().size(), 1);
        QCOMPARE(archive.messageIds().size(), 5);
        QVERIFY(QFile::rename(builder.path(u"hidden"_s), object.fileName().isEmpty()
                                                             ? QString()
                                                             : epoch + "/objects/"_L1 + blob.left(2) + u'/' + blob.mid(2)));
        builder.pack(epoch);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.loaded()->catalog->problems().size(), 0);
        QCOMPARE(archive.messageIds().size(), 6);
        QCOMPARE(archive.found(u"number3"_s), QByteArrayList{id(3)});
    }

    void aV1ArchiveReadsWhatIsNew()
    {
        ArchiveBuilder builder;
        const QString path = builder.v1(u"old"_s, ArchiveBuilder::adding(letters(0, 5)));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
        builder.append(path, {{ArchiveStep::Kind::Remove, letter(1)}, {ArchiveStep::Kind::Add, letter(6)}}, true);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 1);
        QCOMPARE(archive.found(u"number1"_s), QByteArrayList());
    }

    void anMboxThatGrewIsReadFromItsOldEnd()
    {
        ArchiveBuilder builder;
        const QString path = builder.mbox(u"list.mbox"_s, letters(0, 5));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        append(path, ArchiveBuilder::mboxBytes(letters(6, 8), MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 3);
        QCOMPARE(archive.found(u"number8"_s), QByteArrayList{id(8)});
        append(path, ArchiveBuilder::mboxBytes(letters(9, 9), MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 1);
    }

    void anMboxThatWasRewrittenIsReadAnew()
    {
        ArchiveBuilder builder;
        const QString path = builder.mbox(u"list.mbox"_s, letters(10, 15));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        // Of the same length, message by message: only the contents tell.
        rewrite(path, ArchiveBuilder::mboxBytes(letters(20, 25), MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 6);
        QCOMPARE(archive.messageIds().first(), id(20));
        QCOMPARE(archive.found(u"number10"_s), QByteArrayList());
        // Shorter, and then longer with another beginning.
        rewrite(path, ArchiveBuilder::mboxBytes(letters(21, 22), MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.messageIds().size(), 2);
        rewrite(path, ArchiveBuilder::mboxBytes(letters(22, 29), MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 8);
        QVERIFY(!archive.storedBytes().contains(id(20)));
    }

    void aCompressedMboxIsReadAnewWhereItChanged()
    {
        ArchiveBuilder builder;
        const auto bytes = [](int to) {
            return ArchiveBuilder::gzipped(ArchiveBuilder::mboxBytes(letters(0, to), MboxFlavour::Mboxrd));
        };
        const QString path = builder.file(u"list.mbox.gz"_s, bytes(4));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
        rewrite(path, bytes(6));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.messageIds().size(), 7);
    }

    void aMaildirKeepsWhatOnlyMoved()
    {
        ArchiveBuilder builder;
        const QString path = builder.maildir(u"Maildir"_s, letters(0, 5));
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        const QString unread = QDir(path + "/new"_L1).entryList(QDir::Files).first();
        QVERIFY(QFile::rename(path + "/new/"_L1 + unread, path + "/cur/"_L1 + unread + ":2,S"_L1));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
        const QString other = builder.maildir(u"other"_s, letters(6, 6));
        const QString fresh = QDir(other + "/new"_L1).entryList(QDir::Files).value(
            0, QDir(other + "/cur"_L1).entryList(QDir::Files).value(0));
        QVERIFY(!fresh.isEmpty());
        rewrite(path + "/new/1900000000.fresh"_L1, letter(6));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 1);
        QVERIFY(QFile::remove(path + "/cur/"_L1 + unread + ":2,S"_L1));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
        QCOMPARE(archive.messageIds().size(), 6);
    }

    void archivesThatAreOpenedTogetherGrowEachInItsPlace()
    {
        ArchiveBuilder builder;
        const QString first = builder.v2(u"first"_s, {ArchiveBuilder::adding(letters(0, 3))});
        const QString second = builder.mbox(u"second.mbox"_s, letters(10, 13));
        StoredArchive archive(QStringList{first, second});
        QCOMPARE(archive.open(), QString());
        builder.append(first + "/git/0.git"_L1, ArchiveBuilder::adding({letter(4)}));
        append(second, ArchiveBuilder::mboxBytes({letter(14)}, MboxFlavour::Mboxrd));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 2);
        QCOMPARE(archive.messageIds().at(4), id(4));
        QCOMPARE(archive.messageIds().last(), id(14));
    }

    void datesAreNarrowedAsWithoutAStore()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"list"_s, {ArchiveBuilder::adding(letters(0, 20))});
        StoredArchive archive(path);
        QCOMPARE(archive.open(), QString());
        jobs::LoadRequest request;
        request.paths = QStringList{path};
        request.lastSeconds = 5 * 60;
        request.contextSeconds = 3 * 60;
        base::NoProgress progress;
        const auto plain = jobs::load(request, progress);
        request.storeDirectory = archive.storeDirectory();
        const auto stored = jobs::load(request, progress);
        QVERIFY(plain && stored);
        QCOMPARE((*stored)->read, 0);
        QVERIFY((*stored)->catalog->messages().size() < 20);
        QCOMPARE(tests::difference(*(*stored)->catalog, *(*plain)->catalog), QString());
    }
};

QTEST_GUILESS_MAIN(TestRefresh)
#include "tst_refresh.moc"
