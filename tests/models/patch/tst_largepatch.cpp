// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of sizes that were made to exhaust a reader, read as patches.
#include <QTest>

#include "models/patch/patch.h"

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

constexpr int Million = 1'000'000;
const QByteArray smallDiff =
    "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n";

patch::Patch read(const QByteArray &subject, const QByteArray &body,
                  patch::Detail detail = patch::Detail::Head)
{
    return patch::readMessage("From: Ada <ada@example.org>\nSubject: " + subject +
                                  "\nMessage-ID: <1@example.org>\n\n" + body,
                              detail)
        .patch;
}

} // namespace

class TestLargePatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aMillionLinesAreACommitMessage()
    {
        const patch::Patch patch = read(
            "[PATCH] x", QByteArray("a line\n").repeated(Million) + "---\n" + smallDiff, patch::Detail::Full);
        QCOMPARE(patch.commitMessage.count(u'\n'), Million);
        QCOMPARE(patch.files.size(), 1);
        QVERIFY(patch.trailers.isEmpty());
    }

    void aMillionLinesAreAHunk()
    {
        const QByteArray diff = "diff --git a/a.c b/a.c\nnew file mode 100644\n--- /dev/null\n+++ b/a.c\n"
                                "@@ -0,0 +1,1000000 @@\n" +
                                QByteArray("+a line\n").repeated(Million);
        const patch::Patch patch = read("[PATCH] x", "Why.\n---\n" + diff, patch::Detail::Full);
        QCOMPARE(patch.files.size(), 1);
        QCOMPARE(patch.files[0].added, Million);
        QCOMPARE(patch.files[0].hunks[0].lines.size(), Million);
        QCOMPARE(patch.patchId.size(), 40);
    }

    void aHundredThousandFilesAreChanged()
    {
        const QByteArray body = "Why.\n---\n" + smallDiff.repeated(100'000);
        const patch::Patch patch = read("[PATCH] x", body, patch::Detail::Full);
        QCOMPARE(patch.files.size(), 100'000);
        QCOMPARE(patch.patchId.size(), 40);
        const patch::Patch head = read("[PATCH] x", body);
        QCOMPARE(head.insertions, 100'000u);
        QCOMPARE(head.deletions, 100'000u);
        QCOMPARE(head.patchId, patch.patchId);
    }

    void aHunkThatPromisesTheMoonTakesNoRoom()
    {
        const patch::Patch patch = read("[PATCH] x",
                                        "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -99999999999,4294967296 "
                                        "+18446744073709551616,2147483648 @@\n+one\n",
                                        patch::Detail::Full);
        QCOMPARE(patch.files.size(), 1);
        QCOMPARE(patch.files[0].added, 1);
        QCOMPARE(patch.files[0].hunks[0].lines.size(), 1);
    }

    void trailersByTheMillionEndAtAThousand()
    {
        const QByteArray trailers = QByteArray("Cc: a@example.org\n").repeated(500'000);
        const patch::Patch patch = read("[PATCH] x", "Why.\n\n" + trailers + "---\n" + smallDiff);
        QCOMPARE(patch.trailers.size(), patch::MostTrailers);
        QVERIFY(patch.hasDiff);
    }

    void offersByTheMillionEndAtAThousand()
    {
        QByteArray body;
        for (int i = 0; i < 100'000; ++i)
            body += "Reviewed-by: Ada <ada+" + QByteArray::number(i) + "@example.org>\n";
        const patch::Patch patch = read("Re: [PATCH] x", body);
        QCOMPARE(patch.followUp.accepted.size() + patch.followUp.mismatched.size(), patch::MostTrailers);
    }

    void aTrailerFoldedAMillionTimesIsOne()
    {
        const patch::Patch patch =
            read("[PATCH] x", "Why.\n\nCc: a\n" + QByteArray(" b\n").repeated(Million) + "---\n" + smallDiff);
        QCOMPARE(patch.trailers.size(), 1);
        QCOMPARE(patch.trailers[0].value.size(), 1 + 2 * Million);
    }

    void bracketsAndWordsWithoutEndAreATitle_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::newRow("open") << QByteArray("[").repeated(60'000);
        QTest::newRow("nested") << QByteArray("[").repeated(30'000) + QByteArray("]").repeated(30'000);
        QTest::newRow("groups") << QByteArray("[PATCH]").repeated(8'000);
        QTest::newRow("answers") << QByteArray("Re: ").repeated(15'000);
        QTest::newRow("counters") << "[" + QByteArray("PATCH 1/2 v3 ").repeated(4'000) + "] x";
    }

    void bracketsAndWordsWithoutEndAreATitle()
    {
        QFETCH(QByteArray, subject);
        const patch::Patch patch = read(subject, "Why.\n---\n" + smallDiff);
        QVERIFY(patch.hasDiff);
        QVERIFY(patch.prefix.total >= 1 && patch.prefix.total <= 9999);
    }
};

QTEST_GUILESS_MAIN(TestLargePatch)
#include "tst_largepatch.moc"
