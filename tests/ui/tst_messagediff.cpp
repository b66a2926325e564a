// SPDX-License-Identifier: GPL-3.0-or-later
// The diff of a message: its files, what changed, and how it is shown.
#include "tests/ui/messagefixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using Kind = ui::MessageDocument::Kind;

class TestMessageDiff : public MessageViewTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void filesAndHunksAreStepped()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const auto &document = text->document();
        part<QAction>(*m_view, "messageNextFileAction")->trigger();
        QCOMPARE(text->currentLine(), document.files()[0].line);
        part<QAction>(*m_view, "messageNextHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[0]);
        part<QAction>(*m_view, "messageNextHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[1]);
        part<QAction>(*m_view, "messagePreviousFileAction")->trigger();
        QCOMPARE(text->currentLine(), document.files()[1].line);
        part<QAction>(*m_view, "messagePreviousHunkAction")->trigger();
        QCOMPARE(text->currentLine(), document.hunks()[0]);
    }

    void aDamagedDiffSaysSoAndKeepsItsColours()
    {
        const patch::ReadMessage read = patch::readMessage(
            "From: Ada <ada@example.org>\nSubject: [PATCH] wrapped\nMessage-ID: "
            "<w@example.org>\n\nWhy.\n---\n"
            "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,3 +1,3 @@\n one\n-two and a\nhalf\n+three\n"
            " four\n");
        m_view->setMessage(std::make_shared<patch::ReadMessage>(read), {});
        QVERIFY(part<QLabel>(*m_view, "messageProblems")
                    ->text()
                    .contains(u"The diff of a.c is damaged: it breaks off at “half”"_s));
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        const auto &document = part<ui::MessageText>(*m_view, "messageDiff")->document();
        QCOMPARE(document.files().size(), 1);
        QVERIFY(document.lineText(document.files()[0].line).contains(u"damaged"_s));
        QHash<QString, Kind> kinds;
        for (qsizetype i = 0; i < document.lines().size(); ++i)
            kinds.insert(document.lineText(i).toString(), document.lines()[i].kind);
        QCOMPARE(kinds.value(u"-two and a"_s), Kind::Removed);
        QCOMPARE(kinds.value(u"half"_s), Kind::Context);
        QCOMPARE(kinds.value(u"+three"_s), Kind::Added);
    }

    void wordsThatChangedAreMarkedInPairedLines()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u" same"_s, u"-\tret = open(first, 0);"_s, u"+\t/* The second one. */"_s,
                               u"+\tret = open(second, 0);"_s, u" same"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            ui::MessageText *shown = tab == ui::MessageView::Tab::Diff ? diff : text;
            const ui::MessageDocument &document = shown->document();
            QStringList marked;
            for (qsizetype i = 0; i < document.lines().size(); ++i) {
                for (const patch::LineSpan &span : document.changedWords(i))
                    marked += document.lineText(i).mid(span.offset, span.length).toString();
            }
            QCOMPARE(marked, (QStringList{u"first"_s, u"second"_s}));
            // And painted: on the word, behind the stripe that every added line begins with.
            const QImage image = shown->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const ui::Theme theme = ui::Theme::of(shown->palette());
            const auto ground = [&](const QString &word) {
                const qsizetype at = document.text().indexOf(word);
                const QRect rect = shown->characterRect(at);
                return image.pixelColor(rect.left(), rect.top() + 2);
            };
            QCOMPARE(ground(u"first,"_s), theme.removedMark);
            QCOMPARE(ground(u"second,"_s), theme.addedMark);
            QCOMPARE(ground(u"open(first"_s), theme.removedGround);
            QCOMPARE(ground(u"The second"_s), theme.addedGround);
        }
    }

    void linesWithLittleInCommonHaveNoMarks()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u"-mutex_lock(&lamp->lock);"_s, u"+return -ENODEV;"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        const auto &document = part<ui::MessageText>(*m_view, "messageDiff")->document();
        for (qsizetype i = 0; i < document.lines().size(); ++i)
            QVERIFY(document.changedWords(i).isEmpty());
    }

    void textStaysReadableOnEveryGroundOfADiff()
    {
        for (const QPalette &palette : {paletteOf(Qt::white, Qt::black),
                                        paletteOf(QColor(0x1b, 0x1d, 0x21), QColor(0xe4, 0xe6, 0xea))}) {
            const ui::Theme theme = ui::Theme::of(palette);
            for (const QColor &ground :
                 {theme.addedGround, theme.addedMark, theme.removedGround, theme.removedMark})
                QVERIFY(ui::contrastRatio(palette.color(QPalette::Text), ground) >= 4.5);
        }
    }

    void ourWordsBehindACutLineAreNoChange()
    {
        Letter letter;
        letter.head(u"Why.\n---\n"_s);
        letter.file(u"a.c"_s, {u"-"_s + u"word "_s.repeated(500) + u"old"_s,
                               u"+"_s + u"word "_s.repeated(500) + u"newer"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        const auto &document = part<ui::MessageText>(*m_view, "messageDiff")->document();
        int paired = 0;
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            paired += document.lines()[i].partner >= 0;
            QVERIFY(document.changedWords(i).isEmpty());
        }
        QCOMPARE(paired, 2);
    }

    void diffTabListsFilesAndGoesToThem()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QCOMPARE(files->topLevelItemCount(), 2);
        QCOMPARE(files->topLevelItem(0)->text(0), u"house/lamp/bulb.c"_s);
        QCOMPARE(files->topLevelItem(1)->text(1), u"+1"_s);
        QCOMPARE(files->topLevelItem(1)->text(2), u"\u22121"_s);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QCOMPARE(diff->document().lines().first().kind, Kind::FileHeading);
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {},
                          files->visualItemRect(files->topLevelItem(1)).center());
        QCOMPARE(diff->currentLine(), diff->document().files()[1].line);
    }

    void filesStandAboveANarrowDiffAndBesideAWideOne()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        m_view->resize(500, 500);
        QTRY_VERIFY(diff->width() > 480);
        QVERIFY(files->isVisible());
        QVERIFY(files->height() < diff->height());
        m_view->resize(1800, 500);
        QTRY_VERIFY(diff->height() > 400);
        QVERIFY(files->isVisible());
        QVERIFY(diff->width() > 1200);
    }

    void filesFoldByKeyboard()
    {
        m_view->setMessage(lampPatch().send(), {});
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            auto *text = part<ui::MessageText>(*m_view, tab == ui::MessageView::Tab::Diff ? "messageDiff"
                                                                                          : "messageText");
            const auto &document = text->document();
            text->setFocus();
            const int rows = text->verticalScrollBar()->maximum();
            QTest::keyClick(text, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(text->currentLine(), document.hunks()[0]);
            // From within the file: the caret goes to the heading, where it can be seen.
            QTest::keyClick(text, Qt::Key_F);
            QVERIFY(text->isFolded(0));
            QVERIFY(!text->isFolded(1));
            QCOMPARE(text->currentLine(), document.files()[0].line);
            QVERIFY(text->verticalScrollBar()->maximum() < rows - 100);
            // Down goes past what is folded, and back.
            QTest::keyClick(text, Qt::Key_Down);
            QCOMPARE(text->currentLine(), document.files()[1].line);
            QTest::keyClick(text, Qt::Key_Left);
            QCOMPARE(text->currentLine(), document.files()[0].line);
            QTest::keyClick(text, Qt::Key_Right);
            QCOMPARE(text->currentLine(), document.files()[1].line);
            QTest::keyClick(text, Qt::Key_Up);
            QTest::keyClick(text, Qt::Key_Return);
            QVERIFY(!text->isFolded(0));
            QCOMPARE(text->verticalScrollBar()->maximum(), rows);
            QTest::keyClick(text, Qt::Key_F, Qt::ShiftModifier);
            QVERIFY(text->isFolded(0) && text->isFolded(1));
            QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
            QTest::keyClick(text, Qt::Key_U, Qt::ShiftModifier);
            QVERIFY(!text->isFolded(0) && !text->isFolded(1));
        }
    }

    void whatIsFoldedIsStillSelectedAndCopied()
    {
        const auto message = lampPatch().send();
        m_view->setMessage(message, {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        QTest::keyClick(diff, Qt::Key_F, Qt::ShiftModifier);
        QTest::keyClick(diff, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(diff, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), message->patch.diff.chopped(1));
    }

    void filesFoldByMouse()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        const auto &document = diff->document();
        const QPoint heading =
            diff->characterRect(document.lines()[document.files()[0].line].start + 3).center();
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(diff->isFolded(0));
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(!diff->isFolded(0));
        // The heading that stays on top folds with its triangle; its text leads back to the start.
        diff->verticalScrollBar()->setValue(50);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {8, heading.y()});
        QVERIFY(diff->isFolded(0));
        QCOMPARE(diff->topLine(), document.files()[0].line);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {8, heading.y()});
        QVERIFY(!diff->isFolded(0));
        diff->verticalScrollBar()->setValue(50);
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, heading);
        QVERIFY(!diff->isFolded(0));
        QCOMPARE(diff->topLine(), document.files()[0].line);
    }

    void foldsAreShownInTheOutlineAndChangedThere()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        const auto named = [&](int file) {
            return files->topLevelItem(file)->data(0, Qt::AccessibleTextRole).toString();
        };
        const auto picture = [&](int file) {
            return files->topLevelItem(file)->icon(0).pixmap(10, 10).toImage();
        };
        QCOMPARE(named(0), u"house/lamp/bulb.c"_s);
        QCOMPARE(picture(0), picture(1));
        diff->setFocus();
        QTest::keyClick(diff, Qt::Key_F);
        QCOMPARE(named(0), u"house/lamp/bulb.c, folded"_s);
        QCOMPARE(named(1), u"lamp/wire.c"_s);
        QVERIFY(picture(0) != picture(1));
        files->setCurrentItem(files->topLevelItem(1));
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Left);
        QVERIFY(diff->isFolded(1));
        QTest::keyClick(files, Qt::Key_Right);
        QVERIFY(!diff->isFolded(1));
        QTest::keyClick(files, Qt::Key_Space);
        QVERIFY(diff->isFolded(1));
        const QRect row = files->visualItemRect(files->topLevelItem(1));
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, {row.left() + 6, row.center().y()});
        QVERIFY(!diff->isFolded(1));
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, {row.left() + 6, row.center().y()});
        QVERIFY(diff->isFolded(1));
        // Whoever goes to a file wants to see it.
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(!diff->isFolded(1));
        QCOMPARE(diff->currentLine(), diff->document().files()[1].line);
    }

    void whateverLeadsIntoAFoldedFileUnfoldsIt()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        const auto foldAll = [&] {
            QTest::keyClick(diff, Qt::Key_Home, Qt::ControlModifier);
            QTest::keyClick(diff, Qt::Key_F, Qt::ShiftModifier);
            QVERIFY(diff->isFolded(0) && diff->isFolded(1));
        };
        foldAll();
        QTest::keyClick(diff, Qt::Key_Down, Qt::ControlModifier); // next file
        QVERIFY(!diff->isFolded(1));
        QVERIFY(diff->isFolded(0));
        foldAll();
        QTest::keyClick(diff, Qt::Key_Down, Qt::AltModifier); // next hunk
        QVERIFY(!diff->isFolded(0));
        foldAll();
        QTest::keyClick(diff, Qt::Key_F, Qt::ControlModifier);
        part<QLineEdit>(*m_view, "messageFind")->setText(u"copper"_s);
        QVERIFY(diff->isFolded(0));
        QVERIFY(!diff->isFolded(1));
        QTest::keyClick(part<QLineEdit>(*m_view, "messageFind"), Qt::Key_Escape);
        foldAll();
        m_view->setMarker([](const QString &text, ui::SearchedPart) {
            QList<ui::TextRange> ranges;
            if (const qsizetype at = text.indexOf(u"shine"_s); at >= 0)
                ranges.append({at, 5});
            return ranges;
        });
        QTest::keyClick(diff, Qt::Key_F3);
        QVERIFY(!diff->isFolded(0));
        QVERIFY(diff->isFolded(1));
    }

    void anotherMessageComesUnfolded()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setAllFolded(true);
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(!diff->isFolded(0));
        QCOMPARE(part<QTreeWidget>(*m_view, "messageFiles")->topLevelItem(0)->data(0, Qt::AccessibleTextRole),
                 u"house/lamp/bulb.c"_s);
    }

    void outlineOfVeryManyFilesIsFilledLittleByLittle()
    {
        Letter letter;
        for (int i = 0; i < 3'000; ++i)
            letter.file(u"file%1.c"_s.arg(i), {u"+x"_s});
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QVERIFY(files->topLevelItemCount() < 3'000);
        part<ui::MessageText>(*m_view, "messageDiff")->setAllFolded(true);
        QTRY_COMPARE(files->topLevelItemCount(), 3'000);
        QCOMPARE(files->topLevelItem(2'999)->data(0, Qt::AccessibleTextRole), u"file2999.c, folded"_s);
    }

    void blanksAddedAtTheEndOfALineAreAlwaysMarked()
    {
        m_view->setMessage(blankPatch().send(), {});
        for (const auto tab : {ui::MessageView::Tab::Message, ui::MessageView::Tab::Diff}) {
            m_view->setCurrentTab(tab);
            auto *text = part<ui::MessageText>(*m_view, tab == ui::MessageView::Tab::Diff ? "messageDiff"
                                                                                          : "messageText");
            const QColor flaw = ui::Theme::of(text->palette()).warning;
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const auto flawed = [&](const QString &line, qsizetype in) {
                const QRect rect = text->characterRect(text->document().text().indexOf(line) + in);
                return image.pixelColor(rect.left() + 2, rect.bottom() - 1) == flaw;
            };
            QVERIFY(flawed(u"+flawed"_s, 7)); // the two blanks behind
            QVERIFY(flawed(u"+flawed"_s, 8));
            QVERIFY(!flawed(u"+flawed"_s, 6));
            QVERIFY(!flawed(u"-gone"_s, 5)); // what goes is no flaw of the patch
            QVERIFY(!flawed(u" kept"_s, 5));
        }
    }

    void whitespaceIsShownOnDemand()
    {
        m_view->setMessage(blankPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        diff->setFocus();
        // Anything that is not the ground, on the middle of the row of a character that is blank.
        const auto inked = [&](const QString &line, qsizetype in, int width) {
            const QImage image = diff->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const QRect rect = diff->characterRect(diff->document().text().indexOf(line) + in);
            const QColor ground = image.pixelColor(rect.left() + 1, rect.top() + 1);
            for (int x = rect.left() + 1; x < rect.left() + width; ++x) {
                for (int y = rect.center().y() - 2; y <= rect.center().y() + 2; ++y) {
                    if (image.pixelColor(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        const int cell = diff->characterRect(0).width();
        QSignalSpy changed(m_view.get(), &ui::MessageView::readingOptionsChanged);
        for (const bool shown : {false, true, false}) {
            QCOMPARE(inked(u"+\ttabbed"_s, 1, 4 * cell), shown);
            QCOMPARE(inked(u" kept "_s, 5, cell), shown);
            QCOMPARE(inked(u"+\ttabbed end"_s, 12, 2 * cell), shown); // no newline behind it
            QVERIFY(!inked(u"+\ttabbed end"_s, 8, cell - 2));         // a blank between words is no trouble
            QTest::keyClick(diff, Qt::Key_W);
        }
        QCOMPARE(changed.size(), 3);
        QVERIFY(m_view->readingOptions().whitespace);
        QVERIFY(part<QAction>(*m_view, "messageWhitespaceAction")->isChecked());
    }

    void rulerStandsAtColumns72And80OfTheCommitMessage()
    {
        m_view->resize(1000, 500);
        Letter letter;
        letter.head(u"x\n\n"_s + QString(90, u'0') + u"\n---\n"_s);
        letter.file(u"a.c"_s, {u"+x"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        const auto ruled = [&](const QString &line, int column) {
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const qsizetype wide = text->document().text().indexOf(u"000"_s);
            const int x = text->characterRect(wide + column).left();
            const int top = text->characterRect(text->document().text().indexOf(line)).top();
            const int height = text->characterRect(0).height();
            for (int dx = -1; dx <= 1; ++dx) {
                int ink = 0;
                for (int y = top; y < top + height; ++y)
                    ink += image.pixelColor(x + dx, y) != image.pixelColor(x + 4, y);
                if (ink >= height / 3)
                    return true;
            }
            return false;
        };
        for (const bool shown : {false, true}) {
            QCOMPARE(ruled(u"x\n\n"_s, 72), shown);
            QCOMPARE(ruled(u"x\n\n"_s, 80), shown);
            QVERIFY(!ruled(u"x\n\n"_s, 76));
            QVERIFY(!ruled(u"+++ b/a.c"_s, 72)); // code has other rules
            QTest::keyClick(text, Qt::Key_R);
        }
    }

    void lineNumbersStandBesideTheDiffOnDemand()
    {
        Letter letter;
        letter.head(u"x\n---\n"_s);
        letter.file(u"a.c"_s, {u" one"_s, u"-two"_s, u"+deux"_s, u"+trois"_s, u" four"_s});
        letter.edit().patch.files[0].hunks[0].oldStart = 98;
        letter.edit().patch.files[0].hunks[0].newStart = 198;
        m_view->setMessage(letter.send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QStringList numbers;
        for (const auto &line : diff->document().lines()) {
            if (line.oldNumber || line.newNumber)
                numbers += u"%1,%2"_s.arg(line.oldNumber).arg(line.newNumber);
        }
        QCOMPARE(numbers, (QStringList{u"98,198"_s, u"99,0"_s, u"0,199"_s, u"0,200"_s, u"100,201"_s}));
        diff->setFocus();
        const qsizetype one = diff->document().text().indexOf(u" one"_s);
        const int before = diff->characterRect(one).left();
        QTest::keyClick(diff, Qt::Key_L);
        QVERIFY(diff->characterRect(one).left() > before);
        // They are painted, and stay where they are while the text scrolls below them.
        const QRect rect = diff->characterRect(one);
        const QImage image = diff->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        bool ink = false;
        for (int x = 0; x < before; ++x)
            ink = ink || image.pixelColor(x, rect.center().y()) != image.pixelColor(0, rect.center().y());
        QVERIFY(ink);
        // A click beside the text still lands in its line.
        QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, {3, rect.center().y()});
        QCOMPARE(diff->caret(), one);
        QTest::keyClick(diff, Qt::Key_L);
        QCOMPARE(diff->characterRect(one).left(), before);
    }

    void readingOptionsThatAreSetAreShownByTheActions()
    {
        m_view->setReadingOptions({true, false, true, false});
        QVERIFY(part<QAction>(*m_view, "messageWhitespaceAction")->isChecked());
        QVERIFY(!part<QAction>(*m_view, "messageRulerAction")->isChecked());
        QVERIFY(part<QAction>(*m_view, "messageLineNumbersAction")->isChecked());
    }
};

QTEST_MAIN(TestMessageDiff)
#include "tst_messagediff.moc"
