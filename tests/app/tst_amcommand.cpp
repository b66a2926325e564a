// SPDX-License-Identifier: GPL-3.0-or-later
// loredesk am as a shell sees it: its options and exit states. What it writes is tried in integration/tst_am.
#include "tests/support/archivebuilder.h"
#include "tests/support/madeuplist.h"

#include <QFile>
#include <QProcess>
#include <QTest>

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

QByteArray patchBody(const QByteArray &word)
{
    return "Say " + word +
           ".\n---\ndiff --git a/a.c b/a.c\nindex 1111111..2222222 100644\n--- a/a.c\n+++ b/a.c\n"
           "@@ -1 +1 @@\n-old\n+" +
           word + "\n-- \n2.39.5\n";
}

} // namespace

#define COMPARE_STATE(outcome, expected) QVERIFY2(outcome.state == expected, outcome.error.constData())

class TestAmCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void help();
    void wrongUsageIsState2_data();
    void wrongUsageIsState2();
    void theNewestVersionIsState0();
    void aVersionCanBeAskedFor();
    void anIdIsTakenAsALinkHasIt();
    void problemsOfTheArchiveAloneAreNotItsOwn();
    void aPartIsState1();
    void anArchiveThatCannotBeOpenedIsState3();
    void anOutputThatCannotBeWrittenIsState3AndLeavesNothing();
    void noSuchMessageSeriesOrVersionIsState4();

private:
    Outcome am(const QStringList &arguments);

    ArchiveBuilder m_builder;
    QString m_mbox;
};

void TestAmCommand::initTestCase()
{
    tests::MadeUpList list;
    list.add({"[PATCH] say it", "v1", {}}, patchBody("one"));
    list.add({"[PATCH v2] say it", "v2/2+2%40", {}}, patchBody("two"));
    list.add({"[PATCH 1/2] half", "half", {}, "Bob <bob@example.org>"}, patchBody("half"));
    list.add({"A question", "question", {}}, "Why?\n");
    m_mbox = m_builder.mbox(u"list.mbox"_s, list.mails());
}

Outcome TestAmCommand::am(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LOREDESK_BINARY), QStringList{u"am"_s} + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, "crashed or hung: " + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestAmCommand::help()
{
    const Outcome outcome = am({u"--help"_s});
    COMPARE_STATE(outcome, 0);
    for (const char *word : {"--version N", "--no-trailers", "--allow-missing", "--output", "| git am"})
        QVERIFY2(outcome.out.contains(word), word);
    for (const QByteArray &line : outcome.out.split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

void TestAmCommand::wrongUsageIsState2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QStringList() << QByteArray("no archive");
    QTest::newRow("no id") << QStringList{u"list"_s} << QByteArray("no Message-ID");
    QTest::newRow("an empty id") << QStringList{u"list"_s, u"<>"_s} << QByteArray("empty");
    QTest::newRow("too many") << QStringList{u"list"_s, u"a"_s, u"b"_s}
                              << QByteArray("too many arguments: 'b'");
    QTest::newRow("no version") << QStringList{u"list"_s, u"a"_s, u"--version"_s, u"new"_s}
                                << QByteArray("'new' is no version");
    QTest::newRow("version of three parts")
        << QStringList{u"list"_s, u"a"_s, u"--version"_s, u"1.2.3"_s} << QByteArray("'1.2.3' is no version");
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"a"_s, u"--frob"_s} << QByteArray("frob");
}

void TestAmCommand::wrongUsageIsState2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const Outcome outcome = am(arguments);
    COMPARE_STATE(outcome, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    QVERIFY(outcome.error.contains("--help"));
}

void TestAmCommand::theNewestVersionIsState0()
{
    const Outcome outcome = am({m_mbox, u"v1@example.org"_s});
    COMPARE_STATE(outcome, 0);
    QVERIFY(outcome.out.startsWith("From mboxrd@z ") && outcome.out.contains("\n+two\n"));
    QVERIFY2(outcome.error.contains("v2 of \"say it\" by Ada"), outcome.error.constData());
}

void TestAmCommand::aVersionCanBeAskedFor()
{
    for (const auto &version : {u"1"_s, u"v1"_s, u"V1"_s, u"1.0"_s}) {
        const Outcome outcome = am({m_mbox, u"v1@example.org"_s, u"--version"_s, version});
        COMPARE_STATE(outcome, 0);
        QVERIFY2(outcome.out.contains("\n+one\n"), qUtf8Printable(version));
    }
}

void TestAmCommand::anIdIsTakenAsALinkHasIt()
{
    for (const auto &id :
         {u"v2/2+2%40@example.org"_s, u"<v2/2+2%40@example.org>"_s, u"v2%2F2+2%2540@example.org"_s,
          u"https://lore.kernel.org/all/v2%2F2+2%2540@example.org/"_s}) {
        const Outcome outcome = am({m_mbox, id});
        COMPARE_STATE(outcome, 0);
        QVERIFY2(outcome.out.contains("\n+two\n"), qUtf8Printable(id));
    }
}

/// That another message of the archive is broken is no fault of this series.
void TestAmCommand::problemsOfTheArchiveAloneAreNotItsOwn()
{
    const QString path = m_builder.bareEpoch(
        u"epoch.git"_s,
        ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(2) +
                               QByteArrayList{"From: Ada <ada@example.org>\nSubject: [PATCH] say it\n"
                                              "Message-ID: <p@example.org>\n\n" +
                                              patchBody("one")}));
    m_builder.removeObject(path, m_builder.revision(path, m_builder.commits(path)[0] + u":m"_s));
    COMPARE_STATE(am({path, u"p@example.org"_s}), 0);
}

void TestAmCommand::aPartIsState1()
{
    const Outcome outcome = am({m_mbox, u"half@example.org"_s, u"--allow-missing"_s});
    COMPARE_STATE(outcome, 1);
    QVERIFY2(outcome.error.contains("lacks 1 of 2 patches: 2/2"), outcome.error.constData());
    QVERIFY(outcome.out.contains("\n+half\n"));
}

void TestAmCommand::anArchiveThatCannotBeOpenedIsState3()
{
    const Outcome outcome = am({u"/nowhere/at/all"_s, u"v1@example.org"_s});
    COMPARE_STATE(outcome, 3);
    QVERIFY(outcome.error.contains("/nowhere/at/all"));
}

void TestAmCommand::anOutputThatCannotBeWrittenIsState3AndLeavesNothing()
{
    const Outcome missing = am({m_mbox, u"v1@example.org"_s, u"-o"_s, m_builder.path(u"no/folder"_s)});
    COMPARE_STATE(missing, 3);
    QVERIFY(missing.out.isEmpty());
    QVERIFY2(!missing.error.contains("v2 of"), missing.error.constData()); // nothing was done

    const QString file = m_builder.file(u"old.mbox"_s, "what stood here\n");
    const Outcome refused = am({m_mbox, u"half@example.org"_s, u"-o"_s, file});
    COMPARE_STATE(refused, 4);
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "what stood here\n");

    COMPARE_STATE(am({m_mbox, u"v1@example.org"_s, u"-o"_s, file}), 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith("From mboxrd@z "));
}

void TestAmCommand::noSuchMessageSeriesOrVersionIsState4()
{
    const Outcome message = am({m_mbox, u"nobody@example.org"_s});
    COMPARE_STATE(message, 4);
    QVERIFY(message.error.contains("nobody@example.org"));
    const Outcome series = am({m_mbox, u"question@example.org"_s});
    COMPARE_STATE(series, 4);
    QVERIFY(series.error.contains("no patch series"));
    const Outcome version = am({m_mbox, u"v1@example.org"_s, u"--version"_s, u"7"_s});
    COMPARE_STATE(version, 4);
    QVERIFY2(version.error.contains("no v7") && version.error.contains("v1, v2"), version.error.constData());
    COMPARE_STATE(am({m_mbox, u"half@example.org"_s}), 4);
}

QTEST_GUILESS_MAIN(TestAmCommand)
#include "tst_amcommand.moc"
