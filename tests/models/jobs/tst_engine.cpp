// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/engine.h"
#include "models/jobs/headreader.h"
#include "tests/support/archivebuilder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;

namespace {

constexpr base::UnixSeconds FirstMinute = 1735689600; // what the builder's messages start at
constexpr base::UnixSeconds Day = 24 * 60 * 60;

base::Result<jobs::LoadedArchivePtr> load(jobs::LoadRequest request)
{
    base::NoProgress progress;
    return jobs::load(request, progress);
}

jobs::LoadRequest requestFor(const QString &path)
{
    jobs::LoadRequest request;
    request.paths = QStringList{path};
    return request;
}

QString ids(const catalog::Catalog &catalog)
{
    QStringList result;
    for (const series::MessageHead &head : catalog.messages())
        result << QString::fromUtf8(head.messageId).section(u'@', 0, 0);
    return result.join(u' ');
}

/// Message `number` with another date.
QByteArray dated(int number, base::UnixSeconds seconds)
{
    QByteArray message = ArchiveBuilder::sampleMessage(number);
    const qsizetype from = message.indexOf("Date: ");
    const QString date = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                                               u"ddd, dd MMM yyyy HH:mm:ss"_s);
    return message.replace(from, message.indexOf('\n', from) - from, "Date: " + date.toLatin1() + " +0000");
}

/// Message `number`, dated and arriving so many days after the first.
tests::ArchiveStep step(int number, int datedDay, int arrivalDay)
{
    return {tests::ArchiveStep::Kind::Add, dated(number, FirstMinute + datedDay * Day),
            FirstMinute + arrivalDay * Day};
}

/// Says stop after so many messages were read.
class StopAfter final : public base::ProgressSink
{
public:
    explicit StopAfter(std::int64_t messages)
        : m_messages(messages)
    {
    }
    void progress(const QString &phase, std::int64_t done, std::int64_t) override
    {
        if (phase == "reading messages"_L1 && done >= m_messages)
            m_stop = true;
    }
    bool cancelled() const override
    {
        ++m_asked;
        return m_stop;
    }
    int asked() const { return m_asked; }

private:
    const std::int64_t m_messages;
    std::atomic<bool> m_stop{false};
    mutable std::atomic<int> m_asked{0};
};

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private slots:
    void loadsEveryMessageInArchiveOrderWhateverTheThreads();
    void loadsARangeOfRevisionsAlone();
    void saysWhyAnArchiveCannotBeOpened();
    void namesARevisionThatIsNotThere();
    void keepsWhatLiesInTheDates();
    void arrivalOnlyLeavesOutWhatCannotLieInTheDates();
    void theLastDaysEndWithTheNewestMessage();
    void theLastDaysAreExactWhereMailArrivesLate();
    void contextIsKeptButItsProblemsAreNot();
    void aMissingObjectIsAProblemWithItsPlace();
    void problemsOfAMessageGetItsPlace();
    void aMessageBeyondTheLimitIsReadInPartAndSaysSo();
    void cancelEndsALoad();
    void readsAMessageAgain();
    void findsAMessageWithoutACatalog();
    void findsAMessageWhoseIdIsEncoded();
    void aMessageThatIsNowhereIsAnError();
    void savesAFileWhole();
    void aFileThatCannotBeWrittenLeavesTheOldOne();
    void aFullDeviceSaysSoAndStays();
};

void TestEngine::loadsEveryMessageInArchiveOrderWhateverTheThreads()
{
    ArchiveBuilder builder;
    const QString path = builder.mbox(u"list.mbox"_s, ArchiveBuilder::sampleMessages(300));
    QStringList expected;
    for (int i = 0; i < 300; ++i)
        expected << QString::number(i);
    for (const int threads : {1, 2, 5}) {
        jobs::LoadRequest request = requestFor(path);
        request.threads = threads;
        const auto loaded = load(request);
        QVERIFY(loaded);
        QCOMPARE(ids(*(*loaded)->catalog), expected.join(u' '));
        QVERIFY((*loaded)->catalog->problems().isEmpty());
        QCOMPARE((*loaded)->paths, QStringList{path});
    }
}

void TestEngine::loadsARangeOfRevisionsAlone()
{
    ArchiveBuilder builder;
    const QString path =
        builder.bareEpoch(u"list.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(5)));
    const QStringList commits = builder.commits(path);
    jobs::LoadRequest request = requestFor(path);
    request.range = {commits[1], commits[3]};
    const auto loaded = load(request);
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"2 3"_s);
}

void TestEngine::saysWhyAnArchiveCannotBeOpened()
{
    const auto loaded = load(requestFor(u"/nowhere/at/all"_s));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, base::ErrorCode::NotFound);
    QVERIFY(loaded.error().toString().contains("/nowhere/at/all"_L1));
}

void TestEngine::namesARevisionThatIsNotThere()
{
    ArchiveBuilder builder;
    const QString path =
        builder.bareEpoch(u"list.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2)));
    jobs::LoadRequest request = requestFor(path);
    request.range = {u"v9.9"_s, {}};
    const auto loaded = load(request);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, base::ErrorCode::NoSuchRevision);
    QVERIFY(loaded.error().toString().contains("v9.9"_L1));
}

void TestEngine::keepsWhatLiesInTheDates()
{
    ArchiveBuilder builder;
    const QString path = builder.bareEpoch(
        u"list.git"_s, {step(0, 0, 0), step(1, 10, 10), step(2, 20, 20), step(3, 11, 25), step(4, 30, 30)});
    jobs::LoadRequest request = requestFor(path);
    request.dates = {FirstMinute + 10 * Day, FirstMinute + 20 * Day};
    const auto loaded = load(request);
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"1 2 3"_s);
}

void TestEngine::arrivalOnlyLeavesOutWhatCannotLieInTheDates()
{
    const catalog::DateSpan span{FirstMinute, FirstMinute + Day};
    QVERIFY(jobs::mayLieIn(span, 0));                       // unknown
    QVERIFY(jobs::mayLieIn(span, FirstMinute));             //
    QVERIFY(jobs::mayLieIn(span, FirstMinute - Day));       // a date may run a day ahead of arrival
    QVERIFY(!jobs::mayLieIn(span, FirstMinute - Day - 1));  //
    QVERIFY(jobs::mayLieIn(span, FirstMinute + 400 * Day)); // mail may arrive as late as it likes
    QVERIFY(jobs::mayLieIn({}, 1));
}

void TestEngine::theLastDaysEndWithTheNewestMessage()
{
    ArchiveBuilder builder;
    const QString path = builder.bareEpoch(
        u"list.git"_s, {step(0, 0, 0), step(1, 92, 92), step(2, 94, 94), step(3, 100, 100)});
    jobs::LoadRequest request = requestFor(path);
    request.lastSeconds = 7 * Day;
    auto loaded = load(request);
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"2 3"_s);
    request.contextSeconds = 5 * Day;
    loaded = load(request);
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"1 2 3"_s);
}

void TestEngine::theLastDaysAreExactWhereMailArrivesLate()
{
    // Imported long after it was sent: no arrival is near the dates.
    ArchiveBuilder builder;
    const QString path =
        builder.bareEpoch(u"list.git"_s, {step(0, 0, 500), step(1, 92, 500), step(2, 94, 501),
                                          step(3, 100, 502), step(4, 99, 503)});
    jobs::LoadRequest request = requestFor(path);
    request.lastSeconds = 7 * Day;
    const auto loaded = load(request);
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"2 3 4"_s);
    // An mbox as public-inbox hands it out says nothing about arrival.
    QByteArrayList messages;
    for (const int day : {0, 92, 94, 100})
        messages << dated(day, FirstMinute + day * Day);
    jobs::LoadRequest mbox = requestFor(builder.mbox(u"list.mbox"_s, messages));
    mbox.lastSeconds = 7 * Day;
    const auto loadedMbox = load(mbox);
    QVERIFY(loadedMbox);
    QCOMPARE(ids(*(*loadedMbox)->catalog), u"94 100"_s);
}

void TestEngine::contextIsKeptButItsProblemsAreNot()
{
    ArchiveBuilder builder;
    tests::ArchiveStep broken = step(1, 10, 10);
    broken.message.replace("Message-ID: <1@example.org>\n", "");
    tests::ArchiveStep alsoBroken = step(2, 20, 20);
    alsoBroken.message.replace("Message-ID: <2@example.org>\n", "");
    const QString path = builder.bareEpoch(u"list.git"_s, {step(0, 0, 0), broken, alsoBroken});
    jobs::LoadRequest request = requestFor(path);
    request.dates.since = FirstMinute + 15 * Day;
    const auto alone = load(request);
    QVERIFY(alone);
    request.contextSeconds = 10 * Day;
    const auto withContext = load(request);
    QVERIFY(withContext);
    QCOMPARE(int((*alone)->catalog->messages().size()), 1);
    QCOMPARE(int((*withContext)->catalog->messages().size()), 2);
    QVERIFY(!(*alone)->catalog->problems().isEmpty());
    QCOMPARE((*withContext)->catalog->problems().size(), (*alone)->catalog->problems().size());
}

void TestEngine::aMissingObjectIsAProblemWithItsPlace()
{
    ArchiveBuilder builder;
    const QString path =
        builder.bareEpoch(u"list.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(3)));
    const QString commit = builder.commits(path)[1];
    builder.removeObject(path, builder.revision(path, commit + u":m"_s));
    const auto loaded = load(requestFor(path));
    QVERIFY(loaded);
    QCOMPARE(ids(*(*loaded)->catalog), u"0 2"_s);
    const QList<base::Problem> &problems = (*loaded)->catalog->problems();
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems[0].toString().contains(commit.left(12)), qPrintable(problems[0].toString()));
}

void TestEngine::problemsOfAMessageGetItsPlace()
{
    base::Problem problem;
    problem.text = u"no Date"_s;
    problem.place.offset = 12;
    base::Place place;
    place.path = u"/list.git"_s;
    place.commit = u"0123456789abcdef"_s;
    QCOMPARE(jobs::placedProblem(problem, place, "a@example.org").toString(),
             u"/list.git, commit 0123456789ab, byte 12, <a@example.org>: no Date"_s);
    place.commit.clear();
    place.offset = 4096;
    QCOMPARE(jobs::placedProblem(problem, place, "a@example.org").place.offset, 4096);
}

void TestEngine::aMessageBeyondTheLimitIsReadInPartAndSaysSo()
{
    ArchiveBuilder builder;
    const QString path = builder.mbox(u"large.mbox"_s, {ArchiveBuilder::sampleMessage(1)});
    QFile file(path); // the rest is a hole in the file
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(200'000'000));
    file.close();
    const auto loaded = load(requestFor(path));
    QVERIFY(loaded.ok());
    QCOMPARE(ids(*(*loaded)->catalog), u"1"_s);
    QString found;
    for (const base::Problem &problem : (*loaded)->catalog->problems())
        found += problem.text + u'\n';
    QVERIFY2(found.contains("the message has 200000000 bytes, more than are read\n"_L1), qPrintable(found));
    QVERIFY2(found.contains("the message has more text than is read"_L1), qPrintable(found));
    for (const base::Problem &problem : (*loaded)->catalog->problems())
        QCOMPARE(problem.place.path, path);
}

void TestEngine::cancelEndsALoad()
{
    ArchiveBuilder builder;
    jobs::LoadRequest request = requestFor(builder.mbox(u"list.mbox"_s, ArchiveBuilder::sampleMessages(600)));
    request.threads = 2;
    StopAfter progress(64);
    const auto loaded = jobs::load(request, progress);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, base::ErrorCode::Cancelled);
    QVERIFY(progress.asked() < 400);
}

void TestEngine::readsAMessageAgain()
{
    ArchiveBuilder builder;
    const QByteArrayList messages = ArchiveBuilder::sampleMessages(3);
    const auto loaded = load(requestFor(builder.mbox(u"list.mbox"_s, messages)));
    QVERIFY(loaded);
    const base::MessageIndex row = (*loaded)->catalog->find("1@example.org");
    const auto once = jobs::readMessage(**loaded, row);
    QVERIFY(once);
    QCOMPARE(once->raw.trimmed(), messages[1].trimmed());
    const digest::ContentReader reader = jobs::contentReader(*loaded);
    const auto again = reader(row);
    QVERIFY(again);
    QCOMPARE(again->message.body, u"This is message 1.\n"_s);
}

void TestEngine::findsAMessageWithoutACatalog()
{
    ArchiveBuilder builder;
    QByteArrayList messages = ArchiveBuilder::sampleMessages(400);
    // A mention in a body or in another header is not the message.
    messages << ArchiveBuilder::sampleMessage(900, "See <7@example.org>.\n")
             << ArchiveBuilder::sampleMessage(901).replace("To: ", "In-Reply-To: <7@example.org>\nTo: ");
    const QString path = builder.bareEpoch(u"list.git"_s, ArchiveBuilder::adding(messages));
    base::NoProgress progress;
    for (const int threads : {1, 3}) {
        const auto found = jobs::findMessage(QStringList{path}, "7@example.org", threads, progress);
        QVERIFY(found);
        QCOMPARE(found->read.message.subject, u"message 7"_s);
        QCOMPARE(found->place.commit, builder.commits(path)[7]);
    }
}

void TestEngine::findsAMessageWhoseIdIsEncoded()
{
    ArchiveBuilder builder;
    const QString path = builder.mbox(u"list.mbox"_s, {"From: a@example.org\nSubject: x\n"
                                                       "Message-Id: =?utf-8?q?=3Clong=5Fone=40example.org?=\n"
                                                       " =?utf-8?q?=3E?=\n\nbody\n"});
    base::NoProgress progress;
    const auto found = jobs::findMessage(QStringList{path}, "long_one@example.org", 1, progress);
    QVERIFY(found);
    QCOMPARE(found->read.message.body, u"body\n"_s);
}

void TestEngine::aMessageThatIsNowhereIsAnError()
{
    ArchiveBuilder builder;
    base::NoProgress progress;
    const auto found =
        jobs::findMessage(QStringList{builder.mbox(u"list.mbox"_s, ArchiveBuilder::sampleMessages(3))},
                          "x@example.org", 0, progress);
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::ErrorCode::NoSuchMessage);
    QVERIFY(found.error().toString().contains("<x@example.org>"_L1));
}

void TestEngine::savesAFileWhole()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"out.txt"_s);
    QVERIFY(jobs::saveFile(path, "one"));
    QVERIFY(jobs::saveFile(path, "two"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestEngine::aFileThatCannotBeWrittenLeavesTheOldOne()
{
    QTemporaryDir directory;
    const auto nowhere = jobs::saveFile(directory.filePath(u"no/such/directory/out"_s), "x");
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, base::ErrorCode::Unwritable);
    QCOMPARE(nowhere.error().place.path, directory.filePath(u"no/such/directory/out"_s));
    QVERIFY(!jobs::saveFile(directory.path(), "x")); // a directory
}

void TestEngine::aFullDeviceSaysSoAndStays()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    const auto saved = jobs::saveFile(u"/dev/full"_s, "x");
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, base::ErrorCode::Unwritable);
    QVERIFY2(saved.error().text.contains("No space left"_L1), qPrintable(saved.error().text));
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
