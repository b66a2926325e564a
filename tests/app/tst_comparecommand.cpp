// SPDX-License-Identifier: GPL-3.0-or-later
// loredesk compare as a shell sees it.
#include "tests/support/archivebuilder.h"
#include "tests/support/madeuplist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

QByteArray patchBody(const QByteArray &file, const QByteArray &word, int line = 1)
{
    const QByteArray at = QByteArray::number(line);
    return "Say " + word + ".\n---\ndiff --git a/" + file + " b/" + file +
           "\nindex 1111111..2222222 100644\n--- a/" + file + "\n+++ b/" + file + "\n@@ -" + at + " +" + at +
           " @@\n-old\n+" + word + "\n-- \n2.39.5\n";
}

} // namespace

#define COMPARE_STATE(outcome, expected) QVERIFY2(outcome.state == expected, outcome.error.constData())

class TestCompareCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        tests::MadeUpList list;
        list.add({"[PATCH 1/2] one", "1a", {}}, patchBody("a.c", "new"));
        list.add({"[PATCH 2/2] two", "1b", "1a"}, patchBody("b.c", "new"));
        list.add({"[PATCH v2 1/3] zero", "2z", {}}, patchBody("z.c", "other"));
        list.add({"[PATCH v2 2/3] one", "2a", "2z"}, patchBody("a.c", "new", 30));
        list.add({"[PATCH v2 3/3] two", "2b", "2z"}, patchBody("b.c", "newer"));
        list.add({"[PATCH v3 1/3] zero", "3z", {}}, patchBody("z.c", "other"));
        list.add({"[PATCH v3 2/3] one", "3a", "3z"}, patchBody("a.c", "new", 30));
        list.add({"[PATCH] alone", "alone", {}}, patchBody("c.c", "new"));
        m_mbox = m_builder.mbox(u"list.mbox"_s, list.mails());
    }

    void help()
    {
        const Outcome help = compare({u"--help"_s});
        COMPARE_STATE(help, 0);
        QVERIFY(help.out.contains("loredesk compare"));
        for (const QByteArray &line : help.out.split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
    }

    void twoVersionsAreCompared()
    {
        const Outcome outcome = compare({m_mbox, u"2b@example.org"_s, u"v1..v2"_s});
        COMPARE_STATE(outcome, 0);
        QCOMPARE(outcome.out, "v1 to v2 of \"zero\"\n"
                              "  -:  1 > zero\n"
                              "  1:  2 = one\n"
                              "  2:  3 ! two (message, diff)\n"
                              "    @@ title and message\n"
                              "     Author: Ada Lovelace <ada@example.org>\n"
                              "     two\n"
                              "     \n"
                              "    -Say new.\n"
                              "    +Say newer.\n"
                              "    @@ b.c\n"
                              "     @@\n"
                              "     -old\n"
                              "    -+new\n"
                              "    ++newer\n");
    }

    void theNewestTwoAreComparedUnlessTold()
    {
        // The third lacks a patch: that is said, and is no drop.
        const Outcome outcome = compare({m_mbox, u"<1a@example.org>"_s, u"--short"_s});
        COMPARE_STATE(outcome, 1);
        QCOMPARE(outcome.out, "v2 to v3 of \"zero\"\n  1:  1 = zero\n  2:  2 = one\n  3:  - ? two\n");
        QVERIFY(outcome.error.contains("v3 lacks 1 of 3 patches"));
    }

    void theDocumentHasItAll()
    {
        const Outcome outcome = compare({m_mbox, u"2b@example.org"_s, u"1..2"_s, u"--json"_s});
        COMPARE_STATE(outcome, 0);
        const QJsonObject document = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(document[u"older"_s][u"version"_s].toString(), u"v1"_s);
        QCOMPARE(document[u"newer"_s][u"message_id"_s].toString(), u"2z@example.org"_s);
        const QJsonArray patches = document[u"patches"_s].toArray();
        QCOMPARE(patches.size(), 3);
        QVERIFY(patches[0][u"older_index"_s].isNull());
        QCOMPARE(patches[0][u"state"_s].toString(), u"new"_s);
        QCOMPARE(patches[1][u"state"_s].toString(), u"unchanged"_s);
        QCOMPARE(patches[2][u"changes"_s].toArray(), (QJsonArray{u"message"_s, u"diff"_s}));
        QCOMPARE(patches[2][u"older_message_id"_s].toString(), u"1b@example.org"_s);
        QCOMPARE(patches[2][u"added"_s].toInt(), 2);
        QVERIFY(patches[2][u"difference"_s].toArray().contains(u"++newer"_s));
    }

    void wrongUsageIsState2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no id") << QStringList{u"list.mbox"_s};
        QTest::newRow("one version") << QStringList{u"list.mbox"_s, u"id"_s, u"v2"_s};
        QTest::newRow("no version") << QStringList{u"list.mbox"_s, u"id"_s, u"v1..x"_s};
        QTest::newRow("too many") << QStringList{u"list.mbox"_s, u"id"_s, u"v1..v2"_s, u"more"_s};
        QTest::newRow("no such option") << QStringList{u"list.mbox"_s, u"id"_s, u"--long"_s};
    }
    void wrongUsageIsState2()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = compare(arguments);
        COMPARE_STATE(outcome, 2);
        QVERIFY(outcome.error.contains("compare --help"));
    }

    void anArchiveThatCannotBeOpenedIsState3()
    {
        COMPARE_STATE(compare({u"/nowhere/at/all"_s, u"1a@example.org"_s}), 3);
    }

    void noSuchMessageOrVersionIsState4()
    {
        COMPARE_STATE(compare({m_mbox, u"nobody@example.org"_s}), 4);
        const Outcome version = compare({m_mbox, u"1a@example.org"_s, u"v1..v9"_s});
        COMPARE_STATE(version, 4);
        QVERIFY(version.error.contains("there is v1, v2, v3"));
        const Outcome alone = compare({m_mbox, u"alone@example.org"_s});
        COMPARE_STATE(alone, 4);
        QVERIFY(alone.error.contains("one version only"));
    }

private:
    static Outcome compare(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(LOREDESK_BINARY), QStringList{u"compare"_s} + arguments);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    ArchiveBuilder m_builder;
    QString m_mbox;
};

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_comparecommand.moc"
