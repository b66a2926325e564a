// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patchcomparison.h"
#include "tests/support/printcomparison.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using patch::ComparablePatch;
using patch::PatchChange;
using patch::PatchChanges;
using patch::PatchComparison;
using tests::printComparison;

namespace {

const QByteArray message = "The frob was crooked.\n\nSigned-off-by: Ada <ada@example.org>\n";
const QByteArray diff =
    "diff --git a/lib/frob.c b/lib/frob.c\nindex 1111111..2222222 100644\n"
    "--- a/lib/frob.c\n+++ b/lib/frob.c\n@@ -10,7 +10,7 @@ int frob(void)\n {\n \tint a;\n"
    " \tint b;\n-\treturn 1;\n+\treturn 2;\n }\n \n /* end */\n";

patch::Patch patchOf(const QByteArray &text, const QByteArray &what,
                     const QByteArray &subject = "[PATCH 1/2] lib: straighten the frob",
                     const QByteArray &from = "Ada <ada@example.org>")
{
    return patch::readMessage("From: " + from + "\nSubject: " + subject +
                              "\nMessage-ID: <1@example.org>\n\n" + text +
                              (what.isEmpty() ? QByteArray() : "---\nNotes.\n\n" + what) + "-- \n2.39.5\n")
        .patch;
}

PatchComparison compared(const patch::Patch &older, const patch::Patch &newer)
{
    return patch::comparePatches(ComparablePatch(older), ComparablePatch(newer));
}

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &after)
{
    if (!text.contains(before))
        qFatal("nothing to replace");
    return text.replace(before, after);
}

/// A diff that adds so many lines to a new file.
QByteArray longDiff(int lines, const QByteArray &prefix)
{
    QByteArray text =
        "diff --git a/long b/long\nnew file mode 100644\n--- /dev/null\n+++ b/long\n@@ -0,0 +1," +
        QByteArray::number(lines) + " @@\n";
    for (int i = 0; i < lines; ++i)
        text += '+' + prefix + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class TestPatchComparison : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void aPatchIsUnchangedAgainstItself_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("a diff") << diff;
        QTest::newRow("a cover") << QByteArray();
        QTest::newRow("many lines") << longDiff(5000, "x");
        QTest::newRow("a binary") << QByteArray(
            "diff --git a/p b/p\nindex 1..2 100644\nGIT binary patch\nliteral "
            "4\nLc${NkU|;|M00aO5\n\nliteral 0\nHcmV?d00001\n\n");
        QTest::newRow("only a mode") << QByteArray(
            "diff --git a/run b/run\nold mode 100644\nnew mode 100755\n");
    }
    void aPatchIsUnchangedAgainstItself()
    {
        QFETCH(QByteArray, what);
        const patch::Patch patch = patchOf(message, what);
        QCOMPARE(patch.hasDiff, !what.isEmpty());
        const PatchComparison comparison = compared(patch, patch);
        QVERIFY(comparison.isUnchanged());
        QVERIFY(comparison.lines.empty());
        QCOMPARE(comparison.added + comparison.removed, 0);
    }

    void whereItAppliesIsNoChange_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("line numbers") << QByteArray("@@ -10,7 +10,7 @@") << QByteArray("@@ -810,7 +811,7 @@");
        QTest::newRow("blobs") << QByteArray("index 1111111..2222222")
                               << QByteArray("index 3333333..4444444");
        QTest::newRow("what git takes for the function")
            << QByteArray("int frob(void)") << QByteArray("struct x");
        QTest::newRow("no function") << QByteArray(" int frob(void)") << QByteArray();
    }
    void whereItAppliesIsNoChange()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const PatchComparison comparison =
            compared(patchOf(message, diff), patchOf(message, replaced(diff, before, after)));
        QVERIFY(comparison.isUnchanged());
    }

    void numbersAndNotesOfTheMailAreNoChange()
    {
        const patch::Patch older = patchOf(message, diff);
        const patch::Patch newer =
            patchOf(message, "Changed in v5: rebased.\n\n" + diff, "[PATCH v5 7/9] lib: straighten the frob");
        QVERIFY(compared(older, newer).isUnchanged());
    }

    void whatChangedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<PatchChanges>("changes");
        const QByteArray subject = "[PATCH v2 1/2] lib: straighten the frob";
        const QByteArray ada = "Ada <ada@example.org>";
        QTest::newRow("message") << replaced(message, "crooked", "bent") << diff << subject << ada
                                 << PatchChanges(PatchChange::Message);
        QTest::newRow("trailers") << message + "Reviewed-by: Bob <bob@example.org>\n"
                                  << diff << subject << ada << PatchChanges(PatchChange::Trailers);
        QTest::newRow("title") << message << diff << QByteArray("[PATCH v2 1/2] lib: mend the frob") << ada
                               << PatchChanges(PatchChange::Title);
        QTest::newRow("author") << message << diff << subject << QByteArray("Bob <bob@example.org>")
                                << PatchChanges(PatchChange::Author);
        QTest::newRow("diff") << message << replaced(diff, "return 2", "return 3") << subject << ada
                              << PatchChanges(PatchChange::Diff);
        QTest::newRow("context") << message << replaced(diff, " \tint b;", " \tlong b;") << subject << ada
                                 << PatchChanges(PatchChange::Context);
        QTest::newRow("file") << message << replaced(diff, "lib/frob.c", "lib/frobs.c") << subject << ada
                              << PatchChanges(PatchChange::Diff);
        QTest::newRow("mode") << message << replaced(diff, "index", "old mode 100644\nnew mode 100755\nindex")
                              << subject << ada << PatchChanges(PatchChange::Diff);
        QTest::newRow("message and diff")
            << replaced(message, "crooked", "bent") << replaced(diff, "return 2", "return 3") << subject
            << ada << (PatchChange::Message | PatchChange::Diff);
    }
    void whatChangedIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, subject);
        QFETCH(QByteArray, from);
        QFETCH(PatchChanges, changes);
        QCOMPARE(compared(patchOf(message, diff), patchOf(text, what, subject, from)).changes.toInt(),
                 changes.toInt());
    }

    void theDifferenceShowsBothSidesWithTheLinesAround()
    {
        const PatchComparison comparison = compared(
            patchOf(message, diff), patchOf(message + "Reviewed-by: Bob <bob@example.org>\n",
                                            replaced(replaced(diff, "+10,7", "+10,8"), "+\treturn 2;",
                                                     "+\treturn 3;\n+\tbarrier();")));
        QCOMPARE(printComparison(comparison), u"@@ message\n"
                                              " The frob was crooked.\n"
                                              " \n"
                                              " Signed-off-by: Ada <ada@example.org>\n"
                                              "+Reviewed-by: Bob <bob@example.org>\n"
                                              "@@ lib/frob.c int frob(void)\n"
                                              "  \tint a;\n"
                                              "  \tint b;\n"
                                              " -\treturn 1;\n"
                                              "-+\treturn 2;\n"
                                              "++\treturn 3;\n"
                                              "++\tbarrier();\n"
                                              "  }\n"
                                              "  \n"
                                              "  /* end */"_s);
        QCOMPARE(comparison.added, 3);
        QCOMPARE(comparison.removed, 1);
    }

    void changesThatAreFarApartAreHunksOfTheirOwn()
    {
        QByteArray older = longDiff(40, "line ");
        QByteArray newer = replaced(replaced(older, "+line 3\n", "+LINE 3\n"), "+line 30\n", "+LINE 30\n");
        newer = replaced(newer, "+line 33\n", "+LINE 33\n");
        const PatchComparison comparison = compared(patchOf(message, older), patchOf(message, newer));
        QCOMPARE(comparison.hunks.size(), 2);
        QCOMPARE(printComparison(comparison), u"@@ long\n"
                                              " +line 0\n +line 1\n +line 2\n-+line 3\n++LINE 3\n"
                                              " +line 4\n +line 5\n +line 6\n"
                                              "@@ long\n"
                                              " +line 27\n +line 28\n +line 29\n-+line 30\n++LINE 30\n"
                                              " +line 31\n +line 32\n-+line 33\n++LINE 33\n"
                                              " +line 34\n +line 35\n +line 36"_s);
    }

    void everyFileIsAHunkOfItsOwn()
    {
        const QByteArray second = replaced(diff, "lib/frob.c", "lib/second.c");
        const PatchComparison comparison =
            compared(patchOf(message, diff + second), patchOf(message, replaced(diff + second, "*/", "**/")));
        QCOMPARE(printComparison(comparison),
                 u"@@ lib/frob.c int frob(void)\n +\treturn 2;\n  }\n  \n- /* end */\n+ /* end **/\n"
                 "@@ lib/second.c int frob(void)\n +\treturn 2;\n  }\n  \n- /* end */\n+ /* end **/"_s);
    }

    void aFileThatCameShowsAsAWhole()
    {
        const QByteArray second = "diff --git a/new.c b/new.c\nnew file mode 100644\n--- /dev/null\n+++ "
                                  "b/new.c\n@@ -0,0 +1 @@\n+x\n";
        const PatchComparison comparison = compared(patchOf(message, diff), patchOf(message, diff + second));
        QCOMPARE(printComparison(comparison), u"@@ lib/frob.c int frob(void)\n  }\n  \n  /* end */\n+new.c\n"
                                              "+new file mode 100644\n+@@\n++x"_s);
    }

    void otherBytesOfABinaryFileAreAChange()
    {
        const QByteArray binary = "diff --git a/p b/p\nindex 1..2 100644\nGIT binary patch\nliteral "
                                  "4\nLc${NkU|;|M00aO5\n\nliteral 0\nHcmV?d00001\n\n";
        const PatchComparison comparison =
            compared(patchOf(message, binary), patchOf(message, replaced(binary, "NkU", "MkU")));
        QCOMPARE(comparison.changes.toInt(), PatchChanges(PatchChange::Diff).toInt());
        QVERIFY(printComparison(comparison).contains("-binary data "_L1));
    }

    void ofACoverTheDiffstatIsNoChange()
    {
        const QByteArray text =
            "All about frobs.\n\nAda (1):\n  lib: straighten the frob\n\n lib/frob.c | 2 +-\n"
            " 1 file changed, 1 insertion(+), 1 deletion(-)\n\n";
        const QByteArray subject = "[PATCH 0/1] frobs";
        const PatchComparison same =
            compared(patchOf(text, {}, subject), patchOf(replaced(text, "2 +-", "6 +++---"), {}, subject));
        QVERIFY(same.isUnchanged());
        const PatchComparison other =
            compared(patchOf(text, {}, subject), patchOf(replaced(text, "All", "Much"), {}, subject));
        QCOMPARE(other.changes.toInt(), PatchChanges(PatchChange::Message).toInt());
    }

    void ofALongDifferenceTheRestIsCounted()
    {
        constexpr int Lines = 100'000;
        const PatchComparison comparison =
            compared(patchOf(message, longDiff(Lines, "a")), patchOf(message, longDiff(Lines, "b")));
        QCOMPARE(comparison.added, Lines);
        QCOMPARE(comparison.removed, Lines);
        QCOMPARE(qsizetype(comparison.lines.size()), PatchComparison::MostLines);
        QCOMPARE(comparison.leftOut, 2 * Lines + 2 - PatchComparison::MostLines);
        QCOMPARE(comparison.changes.toInt(), PatchChanges(PatchChange::Diff).toInt());
    }

    void aPatchBeyondAllMeasureIsComparedInItsBeginning()
    {
        const QByteArray diff = longDiff(ComparablePatch::MostLines + 10, "");
        const patch::Patch patch = patchOf(message, diff);
        QVERIFY(ComparablePatch(patch).isCut());
        const PatchComparison comparison = compared(patch, patch);
        QVERIFY(comparison.isUnchanged());
        QVERIFY(comparison.isCut);
    }
};

QTEST_GUILESS_MAIN(TestPatchComparison)
#include "tst_patchcomparison.moc"
