// SPDX-License-Identifier: GPL-3.0-or-later
// A diff side by side.
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

class TestMessageSides : public MessageViewTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void sidesStandBesideEachOther()
    {
        const auto unified =
            std::make_shared<const ui::MessageDocument>(ui::MessageDocument::ofDiff(*sidesPatch().send()));
        const ui::DiffSides sides(unified);
        QCOMPARE(
            rowsOf(sides, Kind::DiffHeader).first(10),
            (QStringList{u"diff --git a/a.c b/a.c | diff --git a/a.c b/a.c"_s, u"--- a/a.c | +++ b/a.c"_s,
                         u"@@ -1,1 +1,1 @@ int lamp(void) | @@ -1,1 +1,1 @@ int lamp(void)"_s,
                         u"int first; | int first;"_s, u"~ | /* Said anew. */"_s,
                         u"call(alpha, beta); | call(alpha, gamma);"_s, u"gone = 1; | ~"_s,
                         u"int last; | int last;"_s, u"diff --git a/b.c b/b.c | diff --git a/b.c b/b.c"_s,
                         u"--- a/b.c | +++ b/b.c"_s}));
        // Every offset leads to its place on its side, and back.
        for (qsizetype line = 0; line < unified->lines().size(); ++line) {
            const auto &l = unified->lines()[line];
            const bool inHunk = l.kind == Kind::Added || l.kind == Kind::Removed || l.kind == Kind::Context;
            if (l.kind == Kind::FileHeading)
                continue; // each side counts its own lines there
            for (const auto side : {ui::DiffSides::Old, ui::DiffSides::New}) {
                QCOMPARE(
                    sides.isOn(side, line),
                    l.kind != (side == ui::DiffSides::Old ? Kind::Added : Kind::Removed) &&
                        !unified->lineText(line).startsWith(side == ui::DiffSides::Old ? u"+++" : u"---"));
                if (!sides.isOn(side, line))
                    continue;
                for (qsizetype offset = l.start + inHunk; offset <= l.start + l.length; ++offset)
                    QCOMPARE(sides.toUnified(side, sides.fromUnified(side, offset)), offset);
            }
        }
    }

    void diffIsShownSideBySideByKeyAndBack()
    {
        m_view->setMessage(sidesPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        auto *left = part<ui::MessageText>(*m_view, "messageDiffOld");
        auto *right = part<ui::MessageText>(*m_view, "messageDiffNew");
        QSignalSpy changed(m_view.get(), &ui::MessageView::readingOptionsChanged);
        diff->setFocus();
        QVERIFY(!left->isVisible());
        QTest::keyClick(diff, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(diff, Qt::Key_S);
        QVERIFY(left->isVisible() && right->isVisible() && !diff->isVisible());
        QVERIFY(right->hasFocus());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_view->readingOptions().sideBySide);
        // It goes on where the reader was.
        QCOMPARE(right->topLine(), right->document().files()[1].line);
        QTest::keyClick(right, Qt::Key_S);
        QVERIFY(diff->isVisible() && !left->isVisible());
        QVERIFY(diff->hasFocus());
        QCOMPARE(diff->topLine(), diff->document().files()[1].line);
        // And stays so for the next message.
        QTest::keyClick(diff, Qt::Key_S);
        m_view->setMessage(lampPatch().send(), {});
        QVERIFY(left->toPlainText().contains(u"old copper"_s));
        QVERIFY(!left->toPlainText().contains(u"new copper"_s));
        QVERIFY(right->toPlainText().contains(u"new copper"_s));
        m_view->clear();
        QVERIFY(left->toPlainText().isEmpty());
    }

    void sidesScrollTogether()
    {
        const auto [left, right] = showSides(sidesPatch());
        QTest::keyClick(right, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(right->verticalScrollBar()->value() > 0);
        QVERIFY(right->horizontalScrollBar()->value() > 0);
        QCOMPARE(left->verticalScrollBar()->value(), right->verticalScrollBar()->value());
        QVERIFY(left->horizontalScrollBar()->value() > 0);
        auto *bar = part<QScrollBar>(*m_view, "messageSidesHorizontal");
        QVERIFY(bar->isVisible());
        bar->setValue(30);
        QCOMPARE(left->horizontalScrollBar()->value(), 30);
        QCOMPARE(right->horizontalScrollBar()->value(), 30);
        left->setFocus();
        QTest::keyClick(left, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(right->verticalScrollBar()->value(), 0);
        for (const qsizetype row : {qsizetype(3), qsizetype(20)})
            QCOMPARE(left->characterRect(left->document().lines()[row].start).top(),
                     right->characterRect(right->document().lines()[row].start).top());
    }

    void sidesFoldTogetherAndStayFoldedInOneColumn()
    {
        const auto [left, right] = showSides(sidesPatch());
        left->setFocus();
        QTest::keyClick(left, Qt::Key_F);
        QVERIFY(left->isFolded(0) && right->isFolded(0));
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QCOMPARE(files->topLevelItem(0)->data(0, Qt::AccessibleTextRole), u"a.c, folded"_s);
        QTest::keyClick(left, Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(left->isFolded(1) && right->isFolded(1));
        QTest::keyClick(left, Qt::Key_S);
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QVERIFY(diff->isFolded(0) && diff->isFolded(1));
        QTest::keyClick(diff, Qt::Key_U, Qt::ShiftModifier);
        QTest::keyClick(diff, Qt::Key_S);
        QVERIFY(!left->isFolded(0) && !right->isFolded(1));
        QTest::mouseClick(right->viewport(), Qt::LeftButton, {}, right->characterRect(2).center());
        QVERIFY(left->isFolded(0));
    }

    void eachSideIsSelectedAndCopiedAlone()
    {
        const auto [left, right] = showSides(sidesPatch());
        left->setFocus();
        QTest::keyClick(left, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(left, Qt::Key_C, Qt::ControlModifier);
        QString copied = QGuiApplication::clipboard()->text();
        // Without signs, and without what stands in for the other side's lines.
        QVERIFY(copied.contains(u"\nint first;\ncall(alpha, beta);\ngone = 1;\nint last;\n"_s));
        QVERIFY(!right->hasSelection());
        right->setFocus();
        QTest::keyClick(right, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(right, Qt::Key_C, Qt::ControlModifier);
        copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"\nint first;\n/* Said anew. */\ncall(alpha, gamma);\nint last;\n"_s));
    }

    void wordsThatChangedAreMarkedOnBothSides()
    {
        const auto [left, right] = showSides(sidesPatch());
        const ui::Theme theme = ui::Theme::of(left->palette());
        const auto ground = [](ui::MessageText *text, const QString &word, qsizetype in) {
            const QImage image = text->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            const QRect rect = text->characterRect(text->document().text().indexOf(word) + in);
            return image.pixelColor(rect.left(), rect.top() + 2);
        };
        QCOMPARE(ground(left, u"beta);"_s, 0), theme.removedMark);
        QCOMPARE(ground(left, u"call(alpha, b"_s, 0), theme.removedGround);
        QCOMPARE(ground(right, u"gamma);"_s, 0), theme.addedMark);
        QCOMPARE(ground(right, u"call(alpha, g"_s, 0), theme.addedGround);
    }

    void sidesAreNumbered()
    {
        const auto [left, right] = showSides(sidesPatch());
        const auto numbers = [](const ui::MessageText *text) {
            QStringList numbers;
            for (const auto &line : text->document().lines()) {
                if (line.file == 0 && line.kind >= Kind::Context)
                    numbers += QString::number(std::max(line.oldNumber, line.newNumber));
            }
            return numbers.join(u' ');
        };
        // The letter's hunk begins with line 0 of both files; what fills a side has no number.
        QCOMPARE(numbers(left), u"0 0 1 2 3"_s);
        QCOMPARE(numbers(right), u"0 1 2 0 3"_s);
    }

    void findGoesThroughBothSides()
    {
        const auto [left, right] = showSides(sidesPatch());
        QTest::keyClick(right, Qt::Key_F, Qt::ControlModifier);
        auto *query = part<QLineEdit>(*m_view, "messageFind");
        auto *count = part<QLabel>(*m_view, "messageFindCount");
        query->setText(u"call(alpha"_s);
        QCOMPARE(count->text(), u"1 of 2"_s);
        const QColor current = ui::Theme::of(left->palette()).currentFindGround;
        const QColor found = ui::Theme::of(left->palette()).findGround;
        QVERIFY(shows(left->viewport(), current));
        QVERIFY(!shows(right->viewport(), current));
        QVERIFY(shows(right->viewport(), found));
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(!shows(left->viewport(), current));
        QVERIFY(shows(right->viewport(), current));
        // What stands on both sides is found once and marked on both.
        query->setText(u"int last"_s);
        QCOMPARE(count->text(), u"1 of 1"_s);
        QVERIFY(shows(left->viewport(), current) && shows(right->viewport(), current));
        // Far down, in what is folded.
        right->setAllFolded(true);
        query->setText(u"copper"_s);
        QCOMPARE(count->text(), u"1 of 1"_s);
        QVERIFY(!right->isFolded(1) && !left->isFolded(1));
        QVERIFY(right->isFolded(0));
        QVERIFY(right->verticalScrollBar()->value() > 0);
        QVERIFY(right->horizontalScrollBar()->value() > 0);
        QVERIFY(shows(right->viewport(), current));
        QTest::keyClick(query, Qt::Key_Escape);
        QCOMPARE(right->selectedText(), u"copper"_s);
        QVERIFY(right->hasFocus());
    }

    void wordsOfASearchAreMarkedAndSteppedSideBySide()
    {
        m_view->setMarker([](const QString &text, ui::SearchedPart) {
            QList<ui::TextRange> ranges;
            for (qsizetype at = text.indexOf(u"alpha"_s); at >= 0; at = text.indexOf(u"alpha"_s, at + 1))
                ranges.append({at, 5});
            return ranges;
        });
        const auto [left, right] = showSides(sidesPatch());
        const ui::Theme theme = ui::Theme::of(left->palette());
        QVERIFY(shows(left->viewport(), theme.findGround) && shows(right->viewport(), theme.findGround));
        QTest::keyClick(right, Qt::Key_F3);
        QVERIFY(shows(left->viewport(), theme.currentFindGround));
        QTest::keyClick(right, Qt::Key_F3);
        QVERIFY(shows(right->viewport(), theme.currentFindGround));
    }

    void filesAndHunksAreSteppedSideBySide()
    {
        const auto [left, right] = showSides(sidesPatch());
        for (ui::MessageText *side : {left, right}) {
            side->setFocus();
            QTest::keyClick(side, Qt::Key_Home, Qt::ControlModifier);
            QTest::keyClick(side, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[0]);
            QTest::keyClick(side, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[1]);
            QTest::keyClick(side, Qt::Key_Up, Qt::AltModifier);
            QCOMPARE(side->currentLine(), side->document().hunks()[0]);
            QTest::keyClick(side, Qt::Key_Down, Qt::ControlModifier);
            QCOMPARE(side->currentLine(), side->document().files()[1].line);
            QTest::keyClick(side, Qt::Key_Up, Qt::ControlModifier);
            QCOMPARE(side->currentLine(), side->document().files()[0].line);
        }
        auto *files = part<QTreeWidget>(*m_view, "messageFiles");
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {},
                          files->visualItemRect(files->topLevelItem(1)).center());
        QCOMPARE(right->currentLine(), right->document().files()[1].line);
        QCOMPARE(left->topLine(), right->topLine());
    }

    void sidesWorkInANarrowWindowAndWithoutADiff()
    {
        m_view->resize(320, 200);
        const auto [left, right] = showSides(sidesPatch());
        QVERIFY(left->viewport()->width() > 0);
        QVERIFY(std::abs(left->width() - right->width()) <= 1);
        QVERIFY(part<QScrollBar>(*m_view, "messageSidesHorizontal")->isVisible());
        m_view->setMessage(Letter().head(u"Only words.\n"_s).send(), {});
        // The sentence about it needs no sides.
        auto *diff = part<ui::MessageText>(*m_view, "messageDiff");
        QVERIFY(diff->isVisible() && !left->isVisible() && !right->isVisible());
        QCOMPARE(linesOf(diff->document(), Kind::Remark).size(), 1);
        m_view->setMessage(sidesPatch().send(), {});
        QVERIFY(left->isVisible() && right->isVisible());
        for (ui::MessageText *side : {left, right}) {
            side->setFocus();
            for (const int key :
                 {Qt::Key_Down, Qt::Key_End, Qt::Key_F, Qt::Key_W, Qt::Key_L, Qt::Key_Return, Qt::Key_F3})
                QTest::keyClick(side, Qt::Key(key));
        }
    }
};

QTEST_MAIN(TestMessageSides)
#include "tst_messagesides.moc"
