// SPDX-License-Identifier: GPL-3.0-or-later
// Diffs that did not come through the mail whole, held against what git-apply(1) says of them.
#include "models/patch/patch.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

const QByteArray Header = "diff --git a/a.c b/a.c\nindex 0000001..0000002 100644\n--- a/a.c\n+++ b/a.c\n";
const QByteArray Whole = Header + "@@ -1,3 +1,3 @@\n one\n-two\n+three\n four\n";

patch::Patch read(const QByteArray &subject, const QByteArray &diff)
{
    return patch::readMessage("From: Ada <ada@example.org>\nSubject: " + subject +
                              "\nMessage-ID: <1@example.org>\nContent-Type: text/plain; charset=utf-8\n"
                              "Content-Transfer-Encoding: 8bit\n\nWhy.\n---\n" +
                              diff)
        .patch;
}

/// Whether git calls it corrupt.
bool gitRefuses(const QByteArray &diff)
{
    QProcess git;
    git.start(u"git"_s, {u"apply"_s, u"--numstat"_s});
    git.write(diff);
    git.closeWriteChannel();
    return git.waitForFinished() && git.exitCode() != 0;
}

} // namespace

class TestDamagedDiff : public QObject
{
    Q_OBJECT

private slots:
    void whatGitRefusesIsSaid_data()
    {
        QTest::addColumn<QByteArray>("diff");
        QTest::addColumn<QString>("brokenBy");
        QTest::newRow("whole") << Whole << QString();
        QTest::newRow("an empty context line without its blank")
            << Header + "@@ -1,3 +1,3 @@\n one\n-two\n+three\n\n"
            << QString();
        QTest::newRow("no line end at the end of the file")
            << Header + "@@ -1 +1 @@\n-two\n\\ No newline at end of file\n+three\n"
            << QString();
        QTest::newRow("wrapped") << Header + "@@ -1,3 +1,3 @@\n one\n-two and a\nhalf\n+three\n four\n"
                                 << u"half"_s;
        QTest::newRow("blanks that are others")
            << Header + "@@ -1,3 +1,3 @@\n\u00a0one\n-two\n+three\n\u00a0four\n"
            << u"one"_s;
        QTest::newRow("the second hunk") << Whole + "@@ -11,3 +11,3 @@ f()\n one\n-two\n+three\nfour\n"
                                         << u"four"_s;
        QTest::newRow("the second file") << Whole + QByteArray(Header).replace("a.c", "b.c") +
                                                "@@ -1,3 +1,3 @@\n one\n-two\n+three\n[...]\n"
                                         << u"[...]"_s;
    }
    void whatGitRefusesIsSaid()
    {
        QFETCH(const QByteArray, diff);
        QFETCH(const QString, brokenBy);
        const QList<base::Problem> problems = patch::diffProblems(read("[PATCH] x", diff));
        QCOMPARE(gitRefuses(diff), !problems.isEmpty());
        QCOMPARE(problems.size(), brokenBy.isEmpty() ? 0 : 1);
        for (const base::Problem &problem : problems)
            QVERIFY2(problem.text.endsWith(u"is damaged: it breaks off at “%1”"_s.arg(brokenBy)),
                     qUtf8Printable(problem.text));
    }

    void theEndOfTheTextIsSaid()
    {
        const patch::Patch patch = read("[PATCH] x", Header + "@@ -1,3 +1,3 @@\n one\n-two\n+three\n");
        QCOMPARE(patch.files.size(), 1);
        QVERIFY(patch.files[0].brokenBy);
        QVERIFY(patch.files[0].brokenBy->isEmpty());
        QCOMPARE(patch::diffProblems(patch).first().text, u"The diff of a.c is damaged: it ends early"_s);
    }

    void theFilesBehindItAreRead()
    {
        const patch::Patch patch = read("[PATCH] x", Header + "@@ -1,3 +1,3 @@\n one\nx\n" +
                                                         QByteArray(Whole).replace("a.c", "b.c"));
        QCOMPARE(patch.files.size(), 2);
        QVERIFY(patch.files[0].brokenBy);
        QVERIFY(!patch.files[1].brokenBy);
        QCOMPARE(patch.files[1].added, 1);
    }

    void aReplyMayCutWhatItQuotes()
    {
        const QByteArray cut = Header + "@@ -1,3 +1,3 @@\n one\n[snip]\n";
        QVERIFY(!patch::diffProblems(read("[PATCH] x", cut)).isEmpty());
        QVERIFY(patch::diffProblems(read("Re: [PATCH] x", cut)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDamagedDiff)
#include "tst_damageddiff.moc"
