// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, as a shell sees it.
#include "tests/support/archivebuilder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;

namespace {

struct Outcome
{
    int state = -1;
    QByteArray out;
    QByteArray error;
};

enum class Limit { None, SmallFiles };

/// Two patches of a series, an answer, a single patch.
QByteArrayList sampleList()
{
    const auto mail = [](const QByteArray &from, const QByteArray &subject, const QByteArray &id, int minute,
                         const QByteArray &body, const QByteArray &answers = {}) {
        return "From: " + from + "\nTo: list@example.org\nSubject: " + subject +
               "\nDate: Tue, 20 May 2025 10:" + QByteArray::number(10 + minute) + ":00 +0000\nMessage-ID: <" +
               id + "@example.org>\n" +
               (answers.isEmpty() ? QByteArray()
                                  : "In-Reply-To: <" + answers + "@example.org>\nReferences: <" + answers +
                                        "@example.org>\n") +
               '\n' + body;
    };
    const auto diff = [](const QByteArray &file) {
        return "---\n " + file + " | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n\ndiff --git a/" +
               file + " b/" + file + "\nindex 1111111..2222222 100644\n--- a/" + file + "\n+++ b/" + file +
               "\n@@ -1 +1 @@\n-old\n+new\n-- \n2.39.5\n";
    };
    const QByteArray ada = "Ada <ada@example.org>";
    return {mail(ada, "[PATCH 0/2] tidy the frob", "cover", 0, "Two patches.\n"),
            mail(ada, "[PATCH 1/2] frob: one", "one", 1,
                 "First.\n\nSigned-off-by: " + ada + "\n" + diff("a.c"), "cover"),
            mail(ada, "[PATCH 2/2] frob: two", "two", 2,
                 "Second.\n\nSigned-off-by: " + ada + "\n" + diff("b.c"), "cover"),
            mail("Bob <bob@example.org>", "Re: [PATCH 1/2] frob: one", "answer", 3,
                 "Reviewed-by: Bob <bob@example.org>\n", "one"),
            mail("Carol <carol@example.org>", "[PATCH] fix a typo", "typo", 4,
                 "From: Dan <dan@example.net>\n\nTypo.\n" + diff("c.c"))};
}

/// Steps that add them, each committed when it was sent.
QList<tests::ArchiveStep> adding(const QByteArrayList &messages)
{
    QList<tests::ArchiveStep> steps = ArchiveBuilder::adding(messages);
    for (tests::ArchiveStep &step : steps) {
        const qsizetype date = step.message.indexOf("Date: ") + 6;
        const QByteArray value = step.message.mid(date, step.message.indexOf('\n', date) - date);
        step.committed =
            QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date).toSecsSinceEpoch();
    }
    return steps;
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void helpAndVersionNeedNoDisplay();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void wrongUsageIsState2WithAHint_data();
    void wrongUsageIsState2WithAHint();
    void withoutADisplayItSaysWhatCanBeDone();
    void theWindowRunsInTheProcessThatWasStarted();
    void withoutTheProgramOfTheWindowItSaysSo();
    void anArchiveThatCannotBeOpenedIsState3();
    void aMissingRevisionOrMessageIsState4();
    void problemsAreState1AndSaidWithTheirPlace();
    void digestOfARangeOfRevisions();
    void aReversedRangeIsPointedOut();
    void aRangeWithoutMessagesNamesNoWrongDate();
    void digestOfDates();
    void digestDefaultsToTheLastSevenDays();
    void digestInEveryFormat();
    void untilADayLastsUntilItsEnd();
    void sinceLastGoesOnWhereItStopped();
    void sinceLastKnowsMailboxesToo();
    void sinceLastForgetsNothingThatWasNotDelivered();
    void sinceLastSurvivesARewrittenArchive();
    void seriesAsTableAndJson();
    void showsAMessage();
    void messageAndSubjectAnswer();
    void whatNeverEndsIsNoMessage();
    void aClosedOutputIsState3();
    void aFullDiskIsState3WithTheReason();
    void aFileIsWrittenWholeOrNotAtAll();
    void aClosedPipeIsQuiet();
    void nothingIsSaidAboutLocales();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, Limit limit = Limit::None,
                const QString &standardOutput = {});
    QString list(); ///< a bare epoch with the sample list

    std::unique_ptr<ArchiveBuilder> m_builder;
    QProcessEnvironment m_environment;
};

void TestCommandLine::init()
{
    m_builder = std::make_unique<ArchiveBuilder>();
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        m_environment.remove(name);
    m_environment.insert(u"XDG_STATE_HOME"_s, m_builder->path(u"state"_s));
}

Outcome TestCommandLine::run(const QStringList &arguments, const QByteArray &input, Limit limit,
                             const QString &standardOutput)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    if (!standardOutput.isEmpty())
        process.setStandardOutputFile(standardOutput);
    if (limit == Limit::SmallFiles) {
        process.setChildProcessModifier([] {
            const rlimit small{512, 512};
            ::setrlimit(RLIMIT_FSIZE, &small);
            std::signal(SIGXFSZ, SIG_IGN); // so that write() fails, as on a full disk
        });
    }
    process.start(QStringLiteral(LOREDESK_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), "crashed or hung: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestCommandLine::list()
{
    return m_builder->bareEpoch(u"frob.git"_s, adding(sampleList()));
}

#define COMPARE_STATE(outcome, expected) QVERIFY2(outcome.state == expected, outcome.error.constData())

void TestCommandLine::helpAndVersionNeedNoDisplay()
{
    for (const auto &option : {u"--help"_s, u"-h"_s}) {
        const Outcome help = run({option});
        COMPARE_STATE(help, 0);
        QVERIFY(help.out.contains("Examples:"));
        QVERIFY(help.out.contains("digest ARCHIVE"));
        QVERIFY(help.error.isEmpty());
    }
    const Outcome version = run({u"--version"_s});
    COMPARE_STATE(version, 0);
    QCOMPARE(version.out, QByteArray("loredesk " LOREDESK_VERSION "\n"));
}

void TestCommandLine::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"digest", "series", "show", "am", "compare", "message", "subject"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCommandLine::everyCommandHasHelp()
{
    QFETCH(const QString, command);
    for (const auto &option : {u"--help"_s, u"-h"_s}) {
        const Outcome help = run({command, option});
        COMPARE_STATE(help, 0);
        QVERIFY(help.out.contains("loredesk " + command.toLatin1()));
        QVERIFY(help.error.isEmpty());
        for (const QByteArray &line : help.out.split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
    }
}

void TestCommandLine::wrongUsageIsState2WithAHint_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const QByteArray &says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << says;
    };
    row("--frobnicate", "unknown option '--frobnicate'");
    row("digset list", "did you mean 'digest'?");
    row("digest", "no archive");
    row("digest list --frobnicate", "frobnicate");
    row("digest list A..B more", "too many arguments");
    row("digest list AB", "A..B");
    row("digest list A...B", "A..B");
    row("digest list --since someday", "someday");
    row("digest list --since 2025-02-02 --until 2025-01-01", "later");
    row("digest list --layout round", "round");
    row("digest list --format pdf", "pdf");
    row("digest list --top none", "none");
    row("digest list --top 0", "--top");
    row("digest list --since-last --since yesterday", "--since-last");
    row("digest list --since", "since");
    row("series", "no archive");
    row("series list --xml", "xml");
    row("show list", "no Message-ID");
    row("show list a b", "too many arguments");
    row("show list a --raw --diff", "--raw");
}

void TestCommandLine::wrongUsageIsState2WithAHint()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const Outcome outcome = run(arguments);
    COMPARE_STATE(outcome, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    QVERIFY(outcome.error.contains("--help"));
}

void TestCommandLine::withoutADisplayItSaysWhatCanBeDone()
{
    const Outcome outcome = run({});
    COMPARE_STATE(outcome, 3);
    QVERIFY(outcome.error.contains("display"));
    QVERIFY(outcome.error.contains("--help"));
}

void TestCommandLine::theWindowRunsInTheProcessThatWasStarted()
{
    const QTemporaryDir home;
    for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s,
                             u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        m_environment.insert(name, home.path());
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QCoreApplication::applicationDirPath() + "/../loredesk"_L1,
                  {u"--new-window"_s, m_builder->mbox(u"list.mbox"_s, sampleList())});
    QVERIFY(process.waitForStarted());
    const QString program = u"/proc/%1/exe"_s.arg(process.processId());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::symLinkTarget(program).endsWith("/loredesk-window"_L1), 30'000);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestCommandLine::withoutTheProgramOfTheWindowItSaysSo()
{
    const QTemporaryDir alone;
    const QString program = alone.filePath(u"loredesk"_s);
    QVERIFY(QFile::copy(QCoreApplication::applicationDirPath() + "/../loredesk"_L1, program));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, {});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.contains("loredesk-window"), error.constData());
}

void TestCommandLine::anArchiveThatCannotBeOpenedIsState3()
{
    for (const auto &command : {u"digest"_s, u"series"_s}) {
        const Outcome missing = run({command, u"/nowhere/at/all"_s});
        COMPARE_STATE(missing, 3);
        QVERIFY(missing.error.contains("/nowhere/at/all"));
        QVERIFY(missing.out.isEmpty());
    }
    const Outcome empty = run({u"digest"_s, m_builder->file(u"empty"_s, {})});
    COMPARE_STATE(empty, 3);
    QVERIFY(empty.error.contains("empty"));
}

void TestCommandLine::aMissingRevisionOrMessageIsState4()
{
    const QString path = list();
    const Outcome revision = run({u"digest"_s, path, u"v1..v2"_s});
    COMPARE_STATE(revision, 4);
    QVERIFY(revision.error.contains("v1") || revision.error.contains("v2"));
    const Outcome message = run({u"show"_s, path, u"nobody@example.org"_s});
    COMPARE_STATE(message, 4);
    QVERIFY(message.error.contains("nobody@example.org"));
    const Outcome range = run({u"digest"_s, m_builder->mbox(u"frob.mbox"_s, sampleList()), u"a..b"_s});
    COMPARE_STATE(range, 2);
}

void TestCommandLine::problemsAreState1AndSaidWithTheirPlace()
{
    const QString path = list();
    const QString commit = m_builder->commits(path)[2];
    m_builder->removeObject(path, m_builder->revision(path, commit + u":m"_s));
    for (const QStringList &arguments : {QStringList{u"digest"_s, path}, QStringList{u"series"_s, path}}) {
        const Outcome outcome = run(arguments);
        COMPARE_STATE(outcome, 1);
        QVERIFY2(outcome.error.contains(commit.left(12).toLatin1()), outcome.error.constData());
        QVERIFY(outcome.out.contains("tidy the frob"));
    }
}

void TestCommandLine::digestOfARangeOfRevisions()
{
    const QString path = list();
    const QStringList commits = m_builder->commits(path);
    m_builder->tag(path, u"old"_s, commits[0]);
    const Outcome outcome = run({u"digest"_s, path, u"old.."_s + commits[3].left(10), u"--list"_s, u"Frob"_s,
                                 u"--layout"_s, u"classic"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.error.isEmpty());
    QVERIFY(outcome.out.startsWith("From old to " + commits[3].left(10).toLatin1() +
                                   "\nFrob mailing list update from old"));
    QVERIFY(outcome.out.contains("      2  Ada <ada@example.org>\n"));
    QVERIFY(outcome.out.contains(
        "New:  frob: one\n[PATCH 1/2] frob: one\nAuthor: Ada <ada@example.org>\n\nFirst.\n"));
    QVERIFY(!outcome.out.contains("Two patches"));
    QVERIFY(!outcome.out.contains("typo"));
}

void TestCommandLine::aReversedRangeIsPointedOut()
{
    const QString path = list();
    for (const auto &command : {u"digest"_s, u"series"_s}) {
        const Outcome outcome = run({command, path, u"HEAD..HEAD~2"_s});
        COMPARE_STATE(outcome, 0);
        QVERIFY2(outcome.error.contains("HEAD~2..HEAD\n"), outcome.error.constData());
        QVERIFY(run({command, path, u"HEAD..HEAD"_s}).error.isEmpty());
    }
}

void TestCommandLine::aRangeWithoutMessagesNamesNoWrongDate()
{
    const QString path = m_builder->mbox(u"frob.mbox"_s, sampleList());
    const Outcome later = run({u"digest"_s, path, u"--since"_s, u"2026-01-01"_s});
    COMPARE_STATE(later, 0);
    QVERIFY2(later.out.startsWith("From 2026-01-01 to now\n"), later.out.constData());
    const Outcome earlier = run({u"digest"_s, path, u"--until"_s, u"2024-01-01"_s});
    QVERIFY2(earlier.out.startsWith("From the start to 2024-01-01\n"), earlier.out.constData());
}

void TestCommandLine::digestOfDates()
{
    const QString path = m_builder->mbox(u"frob.mbox"_s, sampleList());
    const Outcome outcome = run({u"digest"_s, path, u"--since"_s, u"2025-05-20T10:13:00Z"_s, u"--until"_s,
                                 u"2025-05-20T10:14:00Z"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.out.contains("From 2025-05-20T10:13:00Z to 2025-05-20T10:14:00Z\n"));
    QVERIFY(outcome.out.contains("2 messages: 1 patch or cover letter (1 single patch), 1 reply."));
    QVERIFY(outcome.out.contains("      1  Dan <dan@example.net>\n"));
}

void TestCommandLine::digestDefaultsToTheLastSevenDays()
{
    QByteArrayList messages = sampleList();
    messages.prepend(ArchiveBuilder::sampleMessage(1)); // January
    const Outcome outcome = run({u"digest"_s, m_builder->mbox(u"frob.mbox"_s, messages)});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.out.contains("From 2025-05-13 to 2025-05-20\n"));
    QVERIFY(outcome.out.contains("5 messages: "));
}

void TestCommandLine::digestInEveryFormat()
{
    const QString path = list();
    QVERIFY(run({u"digest"_s, path, u"--format"_s, u"html"_s}).out.startsWith("<!DOCTYPE html>"));
    QVERIFY(run({u"digest"_s, path, u"--format"_s, u"markdown"_s}).out.startsWith("# frob"));
    const QString file = m_builder->path(u"out.json"_s);
    const Outcome json = run({u"digest"_s, path, u"--format=json"_s, u"-o"_s, file});
    COMPARE_STATE(json, 0);
    QVERIFY(json.out.isEmpty());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(object[u"patch_list"_s].toArray().size(), 2);
    QCOMPARE(object[u"patch_list"_s][1][u"reviewed"_s].toInt(), 1);
}

void TestCommandLine::untilADayLastsUntilItsEnd()
{
    const QString path = list();
    QVERIFY(run({u"digest"_s, path, u"--until"_s, u"2025-05-20"_s}).out.contains("5 messages"));
    QVERIFY(run({u"digest"_s, path, u"--until"_s, u"2025-05-19"_s}).out.contains("0 messages"));
    QVERIFY(run({u"digest"_s, path, u"--since"_s, u"2025-05-20"_s}).out.contains("5 messages"));
    QVERIFY(run({u"digest"_s, path, u"--since"_s, u"2025-05-21"_s}).out.contains("0 messages"));
}

void TestCommandLine::sinceLastGoesOnWhereItStopped()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->bareEpoch(u"frob.git"_s, adding(messages.mid(0, 3)));
    const QStringList arguments{u"digest"_s, path, u"--since-last"_s, u"--format"_s, u"json"_s};
    const auto count = [](const Outcome &outcome) {
        return QJsonDocument::fromJson(outcome.out).object()[u"counts"_s][u"messages"_s].toInt(-1);
    };
    const Outcome first = run(arguments);
    COMPARE_STATE(first, 0);
    QCOMPARE(count(first), 3);
    QVERIFY(first.error.contains("no earlier run"));
    const Outcome nothing = run(arguments);
    COMPARE_STATE(nothing, 0);
    QCOMPARE(count(nothing), 0);
    QVERIFY(nothing.error.isEmpty());
    m_builder->append(path, adding(messages.mid(3)));
    QCOMPARE(count(run(arguments)), 2);
    QCOMPARE(count(run(arguments)), 0);
    // Another archive has a memory of its own.
    const QString other = m_builder->bareEpoch(u"other.git"_s, adding(messages));
    QCOMPARE(count(run({u"digest"_s, other, u"--since-last"_s, u"--format"_s, u"json"_s})), 5);
}

void TestCommandLine::sinceLastKnowsMailboxesToo()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->mbox(u"frob.mbox"_s, messages.mid(0, 4));
    const QStringList arguments{u"digest"_s, path, u"--since-last"_s};
    QVERIFY(run(arguments).out.contains("4 messages: "));
    QVERIFY(run(arguments).out.contains("0 messages: "));
    // A message that is older than all the others and comes last is new all the same.
    m_builder->mbox(u"frob.mbox"_s, messages.mid(0, 4) << ArchiveBuilder::sampleMessage(1));
    const Outcome late = run(arguments);
    QVERIFY(late.out.contains("1 message: "));
    QVERIFY(run(arguments).out.contains("0 messages: "));
}

void TestCommandLine::sinceLastForgetsNothingThatWasNotDelivered()
{
    const QStringList arguments{u"digest"_s, list(), u"--since-last"_s};
    COMPARE_STATE(run(QStringList(arguments) << u"-o"_s << m_builder->path(u"no/such/place"_s)), 3);
    if (QFile::exists(u"/dev/full"_s))
        COMPARE_STATE(run(arguments, {}, Limit::None, u"/dev/full"_s), 3);
    QVERIFY(run(arguments).out.contains("5 messages: "));
}

void TestCommandLine::sinceLastSurvivesARewrittenArchive()
{
    const QByteArrayList messages = sampleList();
    const QString path = m_builder->bareEpoch(u"frob.git"_s, adding(messages.mid(0, 3)));
    COMPARE_STATE(run({u"digest"_s, path, u"--since-last"_s}), 0);
    QVERIFY(QDir(path).removeRecursively());
    QByteArrayList rewritten = messages;
    rewritten.removeFirst();
    m_builder->bareEpoch(u"frob.git"_s, adding(rewritten));
    const Outcome outcome = run({u"digest"_s, path, u"--since-last"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.error.contains("rewritten"));
    QVERIFY2(outcome.out.contains("2 messages: "), outcome.out.constData());
}

void TestCommandLine::seriesAsTableAndJson()
{
    const QString path = list();
    const Outcome table = run({u"series"_s, path});
    COMPARE_STATE(table, 0);
    QVERIFY(table.out.contains("tidy the frob"));
    QVERIFY(table.out.contains("fix a typo"));
    const Outcome json = run({u"series"_s, path, u"--json"_s});
    COMPARE_STATE(json, 0);
    const QJsonArray all = QJsonDocument::fromJson(json.out).object()[u"series"_s].toArray();
    QCOMPARE(all.size(), 2);
    const QStringList commits = m_builder->commits(path);
    const Outcome range = run({u"series"_s, path, commits[3] + u"..HEAD"_s, u"--json"_s});
    COMPARE_STATE(range, 0);
    QCOMPARE(QJsonDocument::fromJson(range.out).object()[u"series"_s].toArray().size(), 1);
}

void TestCommandLine::showsAMessage()
{
    const QString path = list();
    const Outcome readable = run({u"show"_s, path, u"<one@example.org>"_s});
    COMPARE_STATE(readable, 0);
    QVERIFY(readable.out.startsWith("From: Ada <ada@example.org>\n"));
    QVERIFY(readable.out.contains("Subject: [PATCH 1/2] frob: one\n"));
    QVERIFY(readable.out.contains("Date: 2025-05-20T10:11:00Z\n"));
    QVERIFY(readable.out.contains("+new"));
    const Outcome raw = run({u"show"_s, path, u"one@example.org"_s, u"--raw"_s});
    QCOMPARE(raw.out, sampleList()[1]);
    const Outcome link = run({u"show"_s, path, u"https://lore.kernel.org/r/one@example.org"_s, u"--raw"_s});
    QCOMPARE(link.out, raw.out);
    const Outcome diff = run({u"show"_s, path, u"one@example.org"_s, u"--diff"_s});
    QVERIFY(diff.out.startsWith("diff --git a/a.c b/a.c\n"));
    QVERIFY(diff.out.endsWith("+new\n"));
    const Outcome json = run({u"show"_s, path, u"one@example.org"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(json.out).object()[u"message_id"_s].toString(), u"one@example.org"_s);
    const Outcome escaped = run({u"show"_s, path, u"one%40example.org"_s, u"--raw"_s});
    QCOMPARE(escaped.out, raw.out);
    COMPARE_STATE(run({u"show"_s, path, u"cover@example.org"_s, u"--diff"_s}), 4);
    COMPARE_STATE(run({u"show"_s, path, u"<>"_s}), 2);
}

void TestCommandLine::messageAndSubjectAnswer()
{
    const Outcome message = run({u"message"_s, u"--json"_s, u"-"_s}, sampleList()[1]);
    COMPARE_STATE(message, 0);
    QCOMPARE(QJsonDocument::fromJson(message.out).object()[u"message_id"_s].toString(), u"one@example.org"_s);
    const Outcome subject = run({u"subject"_s}, "[PATCH v3 2/5] x\n");
    COMPARE_STATE(subject, 0);
    QCOMPARE(QJsonDocument::fromJson(subject.out).object()[u"version"_s].toInt(), 3);
}

void TestCommandLine::whatNeverEndsIsNoMessage()
{
    const Outcome outcome = run({u"message"_s, u"/dev/zero"_s});
    COMPARE_STATE(outcome, 3);
    QVERIFY2(outcome.error.contains("/dev/zero is too large"), outcome.error.constData());
}

void TestCommandLine::aClosedOutputIsState3()
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setChildProcessModifier([] { ::close(STDOUT_FILENO); });
    process.start(QStringLiteral(LOREDESK_BINARY), {u"digest"_s, list()});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("standard output cannot be written: Bad file"));
}

void TestCommandLine::aFullDiskIsState3WithTheReason()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    const QString path = list();
    for (const QStringList &arguments :
         {QStringList{u"digest"_s, path}, QStringList{u"series"_s, path},
          QStringList{u"series"_s, path, u"--json"_s}, QStringList{u"show"_s, path, u"one@example.org"_s},
          QStringList{u"--help"_s}}) {
        const Outcome outcome = run(arguments, {}, Limit::None, u"/dev/full"_s);
        COMPARE_STATE(outcome, 3);
        QVERIFY2(outcome.error.contains("No space left"), outcome.error.constData());
    }
    const Outcome device = run({u"digest"_s, path, u"-o"_s, u"/dev/full"_s});
    COMPARE_STATE(device, 3);
    QVERIFY2(device.error.contains("No space left"), device.error.constData());
}

void TestCommandLine::aFileIsWrittenWholeOrNotAtAll()
{
    const QString path = list();
    QVERIFY(QDir().mkpath(m_builder->path(u"out"_s)));
    const QString file = m_builder->path(u"out/digest.html"_s);
    const QStringList arguments{u"digest"_s, path, u"--format"_s, u"html"_s, u"-o"_s, file};
    const Outcome failed = run(arguments, {}, Limit::SmallFiles);
    COMPARE_STATE(failed, 3);
    QVERIFY2(failed.error.contains(file.toUtf8()), failed.error.constData());
    QVERIFY(QDir(m_builder->path(u"out"_s)).isEmpty(QDir::Files | QDir::Hidden));
    COMPARE_STATE(run(arguments), 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray before = written.readAll();
    written.close();
    COMPARE_STATE(run(arguments, {}, Limit::SmallFiles), 3);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), before);
}

void TestCommandLine::aClosedPipeIsQuiet()
{
    // `true` reads nothing and leaves, so that the program writes into a closed pipe.
    QProcess shell;
    shell.setProcessEnvironment(m_environment);
    shell.start(u"bash"_s, {u"-c"_s, u"set -o pipefail; \"$0\" \"$@\" | true"_s,
                            QStringLiteral(LOREDESK_BINARY), u"digest"_s, list()});
    QVERIFY(shell.waitForFinished(60000));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.exitCode(), 0);
}

void TestCommandLine::nothingIsSaidAboutLocales()
{
    // As cron runs it.
    for (const auto &name : {u"LANG"_s, u"LC_ALL"_s, u"LC_CTYPE"_s})
        m_environment.remove(name);
    const Outcome outcome = run({u"digest"_s, list()});
    COMPARE_STATE(outcome, 0);
    QVERIFY2(outcome.error.isEmpty(), outcome.error.constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
