// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/objectid.h"
#include "tests/models/archive/listing.h"
#include "tests/support/archivebuilder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QThread>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::ArchiveStep;
using tests::Opened;

namespace {

/// "+3 -3 0": adds message 3, deletes it, purges one. "x": a commit that is no mail.
QList<ArchiveStep> steps(const QByteArray &text)
{
    QList<ArchiveStep> result;
    for (const QByteArray &word : text.split(' ')) {
        if (word.isEmpty())
            continue;
        ArchiveStep step;
        if (word == "0")
            step.kind = ArchiveStep::Kind::Purge;
        else if (word == "x")
            step.kind = ArchiveStep::Kind::Other;
        else
            step.message = ArchiveBuilder::sampleMessage(word.mid(1).toInt());
        if (word.startsWith('-'))
            step.kind = ArchiveStep::Kind::Remove;
        result << step;
    }
    return result;
}

class Cancelled final : public base::ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return true; }
};

/// Every file below a directory with its size and time of change.
QStringList stateOf(const QString &directory)
{
    QStringList files;
    QDirIterator it(directory, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info = it.nextFileInfo();
        files << info.filePath() + u' ' + QString::number(info.size()) + u' ' +
                     QString::number(info.lastModified().toMSecsSinceEpoch());
    }
    files.sort();
    return files;
}

} // namespace

class TestPublicInbox : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAliveIsListedOldestFirst_data()
    {
        QTest::addColumn<QByteArrayList>("epochs");
        QTest::addColumn<QByteArray>("alive");
        QTest::addColumn<int>("problems");
        QTest::newRow("plain") << QByteArrayList{"+1 +2 +3"} << QByteArray("1 2 3") << 0;
        QTest::newRow("two epochs") << QByteArrayList{"+1 +2", "+3"} << QByteArray("1 2 3") << 0;
        QTest::newRow("a deletion") << QByteArrayList{"+1 +2 -1 +3"} << QByteArray("2 3") << 0;
        QTest::newRow("last one deleted") << QByteArrayList{"+1 +2 -2"} << QByteArray("1") << 0;
        QTest::newRow("everything deleted") << QByteArrayList{"+1 -1"} << QByteArray() << 0;
        QTest::newRow("a deletion never takes a later one")
            << QByteArrayList{"+1 -2 +2"} << QByteArray("1 2") << 1;
        QTest::newRow("deleted and posted again") << QByteArrayList{"+1 -1 +2 +1"} << QByteArray("2 1") << 0;
        QTest::newRow("deleted in a later epoch")
            << QByteArrayList{"+1 +2", "+3 -1"} << QByteArray("2 3") << 0;
        QTest::newRow("unmatched deletion") << QByteArrayList{"+1 -9"} << QByteArray("1") << 1;
        QTest::newRow("deleted twice") << QByteArrayList{"+1 +2 -1 +3 -1"} << QByteArray("2 3") << 1;
        QTest::newRow("a purge") << QByteArrayList{"+1 0 +3"} << QByteArray("1 3") << 0;
        QTest::newRow("a commit without mail") << QByteArrayList{"+1 x +3"} << QByteArray("1 3") << 0;
        QTest::newRow("the newest epoch is empty") << QByteArrayList{"+1 +2", ""} << QByteArray("1 2") << 0;
        QTest::newRow("the same bytes once more") << QByteArrayList{"+1 +1 +2"} << QByteArray("1 1 2") << 0;
    }

    void whatIsAliveIsListedOldestFirst()
    {
        QFETCH(QByteArrayList, epochs);
        QFETCH(QByteArray, alive);
        QFETCH(int, problems);
        ArchiveBuilder builder;
        QList<QList<ArchiveStep>> history;
        for (const QByteArray &epoch : epochs)
            history << steps(epoch);
        const Opened inbox(builder.v2(u"inbox"_s, history));
        QCOMPARE(inbox.numbers(), alive);
        QVERIFY2(inbox.listing.problems.size() == problems, qPrintable(inbox.problems()));
        QCOMPARE(inbox.archive->kind(), archive::ArchiveKind::PublicInboxV2);
    }

    void anyPathOfAnInboxMeansTheInbox_data()
    {
        QTest::addColumn<QString>("inside");
        for (const char *path : {"", "/", "/git", "/git/", "/git/0.git", "/git/1.git", "/all.git",
                                 "/git/0.git/objects", "/git/1.git/HEAD", "/msgmap.sqlite3", "/xap15/0"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void anyPathOfAnInboxMeansTheInbox()
    {
        QFETCH(QString, inside);
        ArchiveBuilder builder;
        const QString inbox = builder.v2(u"list"_s, {steps("+1 +2"), steps("+3")});
        QVERIFY(QDir(inbox).mkpath(u"xap15/0"_s));
        builder.file(u"list/msgmap.sqlite3"_s, "SQLite format 3");
        const Opened opened(inbox + inside);
        QCOMPARE(opened.numbers(), "1 2 3");
        QCOMPARE(opened.archive->path(), inbox);
        QCOMPARE(opened.archive->name(), u"list"_s);
        QCOMPARE(opened.archive->summary(), u"public-inbox v2, 2 epochs"_s);
        QVERIFY(opened.archive->hasRevisions());
    }

    void positionsTellEpochCommitAndArrival()
    {
        ArchiveBuilder builder;
        QList<ArchiveStep> second = steps("+2");
        second[0].committed = 1748000000;
        const QString inbox = builder.v2(u"list"_s, {steps("+1"), second});
        const Opened opened(inbox);
        const archive::Entry &entry = opened.listing.entries.at(1);
        QCOMPARE(entry.position.container, 1);
        QCOMPARE(entry.arrival, 1748000000);
        const base::Place place = opened.archive->place(entry.position);
        QCOMPARE(place.path, inbox);
        QCOMPARE(place.epoch, 1);
        QCOMPARE(place.commit, builder.commits(inbox + "/git/1.git"_L1).first());
    }

    void epochsMayBeginLate()
    {
        ArchiveBuilder builder;
        // What the deletion names was in an epoch that is not here: nothing is wrong with it.
        const Opened inbox(builder.v2(u"inbox"_s, {steps("+1 -9"), steps("+2")}, 3));
        QCOMPARE(inbox.numbers(), "1 2");
        QCOMPARE(inbox.problems(), QString());
        QCOMPARE(inbox.listing.note, u"history starts at epoch 3"_s);
    }

    void aMissingEpochIsAProblem()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1"), steps("+2"), steps("+3")});
        QVERIFY(QDir(path + "/git/1.git"_L1).removeRecursively());
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "1 3");
        QCOMPARE(inbox.listing.problems.size(), 1);
        QCOMPARE(inbox.listing.problems[0].place.epoch, 1);
        QVERIFY(inbox.problems().contains("Epoch 1 is missing"_L1));
    }

    void aBrokenEpochIsAProblem()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1"), steps("+2")});
        QVERIFY(QFile::remove(path + "/git/0.git/HEAD"_L1));
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "2");
        QCOMPARE(inbox.listing.problems.size(), 1);
        QCOMPARE(inbox.listing.problems[0].place.epoch, 0);
    }

    void missingMessagesAreProblemsAndTheRestIsListed()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1 +2 +3 +4")});
        const QString epoch = path + "/git/0.git"_L1;
        const QStringList commits = builder.commits(epoch);
        builder.removeObject(epoch, builder.revision(epoch, commits[1] + ":m"_L1));
        builder.removeObject(epoch, builder.revision(epoch, commits[2] + "^{tree}"_L1));
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "1 4");
        QCOMPARE(inbox.listing.problems.size(), 2);
        QStringList places;
        for (const base::Problem &problem : inbox.listing.problems) {
            QCOMPARE(problem.place.epoch, 0);
            places << problem.place.commit;
        }
        places.sort();
        QStringList expected = commits.mid(1, 2);
        expected.sort();
        QCOMPARE(places, expected);
    }

    void aMissingCommitEndsTheHistoryThere()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1 +2 +3 +4")});
        const QString epoch = path + "/git/0.git"_L1;
        const QStringList commits = builder.commits(epoch);
        builder.removeObject(epoch, commits[1]);
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "3 4");
        QCOMPARE(inbox.listing.problems.size(), 1);
        QCOMPARE(inbox.listing.problems[0].place.commit, commits[2]);
    }

    void aMissingTipIsAProblemOfItsEpoch()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1"), steps("+2")});
        const QString epoch = path + "/git/0.git"_L1;
        builder.removeObject(epoch, builder.commits(epoch).last());
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "2");
        QCOMPARE(inbox.listing.problems.size(), 1);
    }

    void readingAMissingMessageTellsThePlace()
    {
        ArchiveBuilder builder;
        const QString path = builder.v2(u"inbox"_s, {steps("+1")});
        const Opened inbox(path);
        const base::Position position = inbox.listing.entries.at(0).position;
        const QString epoch = path + "/git/0.git"_L1;
        builder.removeObject(epoch, base::hexId(position.blob));
        const base::Result<QByteArray> bytes = inbox.archive->reader()->read(position);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, base::ErrorCode::Unreadable);
        QCOMPARE(bytes.error().place.epoch, 0);
        QCOMPARE(bytes.error().place.commit, builder.commits(epoch).first());
    }

    void aSingleEpochIsReadBareAndWithAWorkTree()
    {
        ArchiveBuilder builder;
        const QString bare = builder.bareEpoch(u"kvm.git"_s, steps("+1 +2 -1"));
        const QString tree = builder.workTreeEpoch(u"clone"_s, steps("+1 +2"));
        const Opened bareEpoch(bare);
        QCOMPARE(bareEpoch.numbers(), "2");
        QCOMPARE(bareEpoch.archive->kind(), archive::ArchiveKind::PublicInboxEpoch);
        QCOMPARE(bareEpoch.archive->name(), u"kvm"_s);
        for (const QString &path : {tree, tree + "/.git"_L1}) {
            const Opened clone(path);
            QCOMPARE(clone.numbers(), "1 2");
            QCOMPARE(clone.archive->kind(), archive::ArchiveKind::PublicInboxEpoch);
            QCOMPARE(clone.archive->name(), u"clone"_s);
        }
    }

    void epochsSideBySideAreAnInbox()
    {
        ArchiveBuilder builder;
        QVERIFY(QDir(builder.directory()).mkdir(u"mirror"_s));
        builder.bareEpoch(u"mirror/0.git"_s, steps("+1"));
        builder.bareEpoch(u"mirror/1.git"_s, steps("+2"));
        const Opened inbox(builder.path(u"mirror"_s));
        QCOMPARE(inbox.numbers(), "1 2");
        QCOMPARE(inbox.archive->path(), builder.path(u"mirror"_s));
    }

    void v1ListsTheNewestTreeInTheOrderOfArrival_data()
    {
        QTest::addColumn<QByteArray>("history");
        QTest::addColumn<QByteArray>("alive");
        QTest::newRow("plain") << QByteArray("+3 +1 +2") << QByteArray("3 1 2");
        QTest::newRow("a deletion") << QByteArray("+3 +1 +2 -1") << QByteArray("3 2");
        QTest::newRow("posted again") << QByteArray("+3 +1 -3 +3") << QByteArray("1 3");
        QTest::newRow("no mail") << QByteArray("x +1 +2") << QByteArray("1 2");
    }

    void v1ListsTheNewestTreeInTheOrderOfArrival()
    {
        QFETCH(QByteArray, history);
        QFETCH(QByteArray, alive);
        ArchiveBuilder builder;
        const Opened inbox(builder.v1(u"v1.git"_s, steps(history)));
        QCOMPARE(inbox.numbers(), alive);
        QCOMPARE(inbox.archive->kind(), archive::ArchiveKind::PublicInboxV1);
        QCOMPARE(inbox.problems(), QString());
        QCOMPARE(inbox.archive->name(), u"v1"_s);
    }

    void v1EditedMessageKeepsItsPlaceAndArrival()
    {
        ArchiveBuilder builder;
        QList<ArchiveStep> history = steps("+1 +2 +3");
        const QByteArray edited = ArchiveBuilder::sampleMessage(1, "Edited.\n");
        history << ArchiveStep{ArchiveStep::Kind::Add, edited, 1800000000};
        const QString path = builder.v1(u"v1.git"_s, history);
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "1 2 3");
        QCOMPARE(inbox.messages().first(), edited);
        QVERIFY(inbox.listing.entries[0].arrival < 1800000000);
        QCOMPARE(base::hexId(inbox.listing.entries[0].position.commit), builder.commits(path).first());
    }

    void v1WithoutItsOldHistoryStillListsEverything()
    {
        ArchiveBuilder builder;
        const QString path = builder.v1(u"v1.git"_s, steps("+1 +2 +3 +4"));
        const QStringList commits = builder.commits(path);
        builder.removeObject(path, commits[0]);
        const Opened inbox(path);
        QCOMPARE(inbox.listing.entries.size(), std::size_t(4));
        QVERIFY(inbox.numbers().endsWith("3 4"));
        QCOMPARE(inbox.listing.entries[0].arrival, 0);
        QCOMPARE(inbox.listing.problems.size(), 1);
        QCOMPARE(inbox.listing.problems[0].place.commit, commits[1]);
    }

    void v1MissingMessageIsAProblem()
    {
        ArchiveBuilder builder;
        const QString path = builder.v1(u"v1.git"_s, steps("+1 +2"));
        const Opened before(path);
        builder.removeObject(path, base::hexId(before.listing.entries.at(0).position.blob));
        const Opened inbox(path);
        QCOMPARE(inbox.numbers(), "2");
        QCOMPARE(inbox.listing.problems.size(), 1);
    }

    void packedAndLooseReadTheSame()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(300);
        const QString path = builder.v2(u"inbox"_s, {ArchiveBuilder::adding(messages)});
        QCOMPARE(Opened(path).messages(), messages);
        builder.pack(path + "/git/0.git"_L1);
        QCOMPARE(Opened(path).messages(), messages);
    }

    void lineEndsAndLeadingFromLine()
    {
        ArchiveBuilder builder;
        const QByteArray windows =
            "From: a@example.org\r\nSubject: crlf\r\nMessage-ID: <crlf@example.org>\r\n\r\nText\r\n";
        const QByteArray plain = ArchiveBuilder::sampleMessage(1);
        const Opened inbox(builder.v2(
            u"inbox"_s,
            {ArchiveBuilder::adding({windows, "From a@example.org Thu Jan  1 00:00:00 1970\n" + plain})}));
        QCOMPARE(inbox.messages(), (QByteArrayList{windows, plain}));
    }

    void nothingIsWritten()
    {
        ArchiveBuilder builder;
        const QString v2 = builder.v2(u"inbox"_s, {steps("+1 +2 -1")});
        const QString v1 = builder.v1(u"v1.git"_s, steps("+1 +2"));
        const QString tree = builder.workTreeEpoch(u"clone"_s, steps("+1"));
        const QStringList before = stateOf(builder.directory());
        for (const QString &path : {v2, v1, tree})
            QVERIFY(!Opened(path).messages().isEmpty());
        QCOMPARE(stateOf(builder.directory()), before);
    }

    void listingStopsWhenCancelled()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(600);
        for (const QString &path : {builder.v2(u"inbox"_s, {ArchiveBuilder::adding(messages)}),
                                    builder.v1(u"v1.git"_s, ArchiveBuilder::adding(messages))}) {
            const auto archive = archive::open(path);
            QVERIFY(archive.ok());
            Cancelled cancelled;
            const auto listing = (*archive)->list({}, cancelled);
            QVERIFY(!listing);
            QCOMPARE(listing.error().code, base::ErrorCode::Cancelled);
        }
    }

    void severalThreadsReadAtOnce()
    {
        ArchiveBuilder builder;
        const QByteArrayList messages = ArchiveBuilder::sampleMessages(200);
        const QString path = builder.v2(u"inbox"_s, {ArchiveBuilder::adding(messages)});
        builder.pack(path + "/git/0.git"_L1);
        const Opened inbox(path);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                base::NoProgress progress;
                const auto listing = inbox.archive->list({}, progress);
                const auto reader = inbox.archive->reader();
                for (qsizetype i = 0; i < messages.size(); ++i) {
                    const auto bytes = reader->read(listing->entries.at(std::size_t(i)).position);
                    wrong += !bytes || *bytes != messages[i];
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPublicInbox)
#include "tst_publicinbox.moc"
