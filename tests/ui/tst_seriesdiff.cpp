// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/message.h"
#include "ui/seriesdiff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using ui::MessageDocument;
using Kind = MessageDocument::Kind;

namespace {

std::shared_ptr<const patch::Patch> patchWith(int lines, const QByteArray &file = "frob.c")
{
    QByteArray mail = "From: Ada <ada@example.org>\nSubject: [PATCH] frob\nMessage-ID: <1@example.org>\n\n"
                      "Sort it.\n\n---\ndiff --git a/" +
                      file + " b/" + file + "\n--- a/" + file + "\n+++ b/" + file + "\n@@ -1,1 +1," +
                      QByteArray::number(lines + 1) + " @@\n first\n";
    for (int i = 0; i < lines; ++i)
        mail += "+line " + QByteArray::number(i) + '\n';
    return std::make_shared<const patch::Patch>(patch::readMessage(mail).patch);
}

ui::SeriesDiffPatch part(int index, const QString &title, std::shared_ptr<const patch::Patch> patch)
{
    return {index, 0, false, title, std::move(patch), {}};
}

} // namespace

class SeriesDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void eachPatchHasAHeadingAndItsFilesBearItsNumber()
    {
        const MessageDocument document =
            ui::seriesDiff({part(1, u"one"_s, patchWith(2)), part(2, u"two"_s, patchWith(3, "other.c"))}, 2);
        QVERIFY(document.text().contains(u"\n2 patches · 2 files  +5  \u22120\n"_s));
        QCOMPARE(document.files().size(), 2);
        QCOMPARE(document.files()[0].path, u"1  frob.c"_s);
        QCOMPARE(document.files()[1].path, u"2  other.c"_s);
        QCOMPARE(document.files()[1].added, 3);
        // The heading comes right before the first file.
        const qsizetype heading = document.files()[1].line - 1;
        QCOMPARE(document.lineText(heading), u"2/2  two"_s);
        QCOMPARE(document.lines()[heading].kind, Kind::PatchHeading);
        QCOMPARE(document.lines()[heading].link, 1);
        QVERIFY(document.lines()[heading].file < 0); // folding a file leaves it
    }

    void everyLineBelongsToTheFileThatItStandsBelow()
    {
        const MessageDocument document =
            ui::seriesDiff({part(1, u"one"_s, patchWith(2)), part(2, u"two"_s, patchWith(3, "other.c")),
                            part(3, u"three"_s, patchWith(1))},
                           3);
        QCOMPARE(document.files().size(), 3);
        int file = -1;
        int inFiles = 0;
        for (const MessageDocument::Line &line : document.lines()) {
            if (line.kind == Kind::FileHeading)
                ++file;
            if (line.kind == Kind::PatchHeading || line.kind == Kind::Gap || line.kind == Kind::Remark)
                continue;
            QCOMPARE(line.file, file);
            ++inFiles;
        }
        QVERIFY(inFiles > 20);
    }

    void patchesThatAreNotThereAreNamed()
    {
        const MessageDocument document =
            ui::seriesDiff({{1, 0, true, u"missing"_s, nullptr, u"It is \u202egone."_s},
                            part(2, u"two"_s, patchWith(1)),
                            {3, 7, true, u"missing"_s, nullptr, u"They are gone."_s}},
                           7);
        QVERIFY(document.text().contains(u"\n1 of 7 patches · 1 file "_s));
        QVERIFY(document.text().contains(u"\n1/7  missing\n"_s));
        QVERIFY(document.text().contains(u"gone.\n"_s));
        QVERIFY(!document.text().contains(QChar(0x202e)));
        QVERIFY(document.text().contains(u"\n3\u20137/7  missing\nThey are gone."_s));
        QCOMPARE(document.files().size(), 1);
        // Only to the one that is there a heading leads.
        QList<int> links;
        for (const MessageDocument::Line &line : document.lines()) {
            if (line.kind == Kind::PatchHeading)
                links << line.link;
        }
        QCOMPARE(links, QList<int>({-1, 1, -1}));
    }

    void whatIsTooLongIsNamedAndLeftToThePatch()
    {
        const MessageDocument document = ui::seriesDiff(
            {part(1, u"one"_s, patchWith(int(ui::MostSeriesLines))), part(2, u"two"_s, patchWith(1))}, 2);
        QCOMPARE(document.files().size(), 1);
        QVERIFY(document.text().contains(u"2/2  two\nToo long"_s));
        QVERIFY(document.text().contains(u"2 patches · 1 file "_s)); // both change the same
    }
};

QTEST_APPLESS_MAIN(SeriesDiffTest)
#include "tst_seriesdiff.moc"
