// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patchversion.h"
#include "ui/comparisondocument.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::lines;
using tests::PatchVersion;
using ui::MessageDocument;
using Kind = MessageDocument::Kind;

namespace {

MessageDocument documentOf(const PatchVersion &older, const PatchVersion &newer)
{
    base::NoProgress progress;
    return ui::comparisonDocument(series::compareVersions(older.patches(), newer.patches(), progress),
                                  u"v1"_s, u"v2"_s);
}

} // namespace

class TestComparisonDocument : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void everyPatchIsAFileWithWhatBecameOfIt()
    {
        PatchVersion older;
        older.cover("Hello.\n")
            .add("one", lines("a", 9))
            .add("two", lines("b", 9))
            .add("three", lines("c", 9));
        PatchVersion newer;
        QByteArrayList changed = lines("c", 9);
        changed[4] = "other";
        newer.cover("Hello.\n").add("three", changed).add("one", lines("a", 9)).add("four", lines("z", 9));
        const MessageDocument document = documentOf(older, newer);
        QStringList files;
        for (const MessageDocument::File &file : document.files())
            files << file.path + u": "_s + file.detail + u" +%1-%2"_s.arg(file.added).arg(file.removed);
        QCOMPARE(files.join(u'\n'), u"= Cover letter: unchanged +0-0\n"
                                    "\u2260 3 \u2192 1  three: diff +1-1\n"
                                    "= 1 \u2192 2  one: unchanged +0-0\n"
                                    "\u2013 2 \u2192 \u2013  two: dropped +0-0\n"
                                    "+ \u2013 \u2192 3  four: new +0-0"_s);
        QVERIFY(
            document.text().contains(u"Patches from v1 to v2: 1 unchanged, 1 changed, 1 new, 1 dropped"_s));
    }

    void theDifferenceIsLaidOutAsADiff()
    {
        PatchVersion older;
        older.add("one", {"keep", "the value was ten", "tail"});
        PatchVersion newer;
        newer.add("one", {"keep", "the value was twenty", "tail"});
        const MessageDocument document = documentOf(older, newer);
        QStringList shown;
        qsizetype removed = -1;
        for (qsizetype i = document.files()[0].line + 1; i < document.lines().size(); ++i) {
            shown << document.lineText(i).toString();
            QCOMPARE(document.lines()[i].file, 0);
            if (document.lines()[i].kind == Kind::Removed)
                removed = i;
        }
        QCOMPARE(shown.join(u'\n'), u"@@ f\n new file mode 100644\n @@\n +keep\n-+the value was ten\n"
                                    "++the value was twenty\n +tail"_s);
        QCOMPARE(document.hunks().size(), 1);
        QVERIFY(removed > 0);
        // The words that changed are marked, and the signs are not.
        QCOMPARE(document.lines()[removed].partner, qint32(removed + 1));
        const QList<patch::LineSpan> words = document.changedWords(removed);
        QCOMPARE(words.size(), 1);
        QCOMPARE(document.lineText(removed).mid(words[0].offset, words[0].length).toString(), u"ten"_s);
    }

    void whatIsNotKnownIsSaid()
    {
        PatchVersion older;
        older.add("one", lines("a", 3)).add("two", lines("b", 3));
        PatchVersion newer;
        newer.addUnread("one").missing(1);
        const QString text = documentOf(older, newer).text();
        QVERIFY(text.contains("Patches of v2 that this archive lacks: 1"_L1));
        QVERIFY(text.contains("it is broken"_L1));
        QVERIFY(text.contains("not found; the version is not whole"_L1));
    }

    void steeringCharactersAreShownAndNotObeyed()
    {
        PatchVersion older;
        older.add("one", {"plain"});
        PatchVersion newer;
        newer.add("one", {"\xe2\x80\xaehidden"}); // U+202E
        const QString text = documentOf(older, newer).text();
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(text.contains("U+202E"_L1));
    }

    void ofALongComparisonTheDifferencesAtTheEndAreLeftOut()
    {
        PatchVersion older;
        PatchVersion newer;
        for (int i = 0; i < 5; ++i) {
            const QByteArray title = "patch " + QByteArray::number(i);
            older.add(title, lines("a" + title, 9'000));
            newer.add(title, lines("b" + title, 9'000));
        }
        const MessageDocument document = documentOf(older, newer);
        QCOMPARE(document.files().size(), 5);
        QVERIFY(document.lines().size() < ui::MostComparedLines + 100);
        QVERIFY(
            document.text().contains("The difference is left out, as the comparison has become too long"_L1));
    }
};

QTEST_GUILESS_MAIN(TestComparisonDocument)
#include "tst_comparisondocument.moc"
