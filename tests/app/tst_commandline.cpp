// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, as a shell sees it. What it is told of a digest is in tst_digestcommand.
#include "tests/app/commanddesk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::Limit;
using tests::Outcome;
using tests::sampleList;

class TestCommandLine : public QObject, private tests::CommandDesk
{
    Q_OBJECT

private slots:
    void init() { startAnew(); }
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
    void seriesAsTableAndJson();
    void showsAMessage();
    void messageAndSubjectAnswer();
    void whatNeverEndsIsNoMessage();
    void aClosedOutputIsState3();
    void aFullDiskIsState3WithTheReason();
    void aFileIsWrittenWholeOrNotAtAll();
    void aClosedPipeIsQuiet();
    void nothingIsSaidAboutLocales();
};

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
