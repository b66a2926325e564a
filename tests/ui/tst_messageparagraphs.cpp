// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs that are wider than the view: which lines are one, and what filling them anew leaves as it was.
#include "models/mail/message.h"
#include "models/patch/patch.h"
#include "ui/messageparagraphs.h"
#include "ui/messageview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

patch::ReadMessage letter(const QByteArray &body)
{
    return patch::readMessage("From: Ada <ada@example.org>\nSubject: Re: lamps\n"
                              "Message-ID: <a@example.org>\n\n" +
                              body);
}

/// The lines of a body; "~" in front of those that go on with the line before.
QStringList told(const QByteArray &body)
{
    const auto document = ui::MessageDocument::ofMessage(letter(body));
    QStringList lines;
    for (qsizetype i = 1; i < document.lines().size(); ++i)
        lines += (document.lines()[i].continued ? u"~"_s : u""_s) + document.lineText(i).left(8).toString();
    return lines;
}

const QByteArray Prose = "The lamp in the hall is lit whenever somebody comes home after it is dark out,\n"
                         "unless the switch beside the door was turned to its other side by the one who\n"
                         "left last, in which case nothing at all happens until somebody finds it.\n";

const QByteArray Quoted = "> The lamp in the hall is lit whenever somebody comes home after it is dark out,\n"
                          "> unless the switch beside the door was turned to its other side by the one who\n"
                          "> left last, in which case nothing at all happens until somebody finds it.\n";

} // namespace

class TestMessageParagraphs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void init()
    {
        m_view = std::make_unique<ui::MessageView>();
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_text = m_view->findChild<ui::MessageText *>(u"messageText"_s);
        QVERIFY(m_text);
    }
    void cleanup() { m_view.reset(); }

    void linesBrokenForWantOfRoomAreOneParagraph()
    {
        QCOMPARE(told(Prose), (QStringList{u"The lamp"_s, u"~unless t"_s, u"~left las"_s}));
        QCOMPARE(told(Quoted), (QStringList{u"> The la"_s, u"~> unless"_s, u"~> left l"_s}));
        QCOMPARE(told(Prose + '\n' + Prose),
                 (QStringList{u"The lamp"_s, u"~unless t"_s, u"~left las"_s, u""_s, u"The lamp"_s,
                              u"~unless t"_s, u"~left las"_s}));
    }

    void whatWasBrokenOnPurposeStaysSo_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray wide = "a word after another until this line is as wide as lines of mail may become";
        const auto row = [&](const char *name, const QByteArray &second) {
            QTest::newRow(name) << wide + '\n' + second + '\n';
            QTest::addRow("%s, quoted", name) << "> " + wide + "\n> " + second + '\n';
        };
        row("item", "- a dash begins an item of a list, however wide the line before it may well be");
        row("starred", "* so does a star, as every reader of mail and of commit messages knows by now");
        row("numbered", "2. and so does a number with a dot behind it, which is how steps are counted");
        row("bracketed", "[1] https://example.org/a/reference/that/stands/by/itself/as/they/always/do");
        row("letter", "b) and a letter with a bracket, which somebody may well prefer to the numbers");
        row("trailer", "Reviewed-by: Somebody With a Rather Long Name Indeed <somebody@example.org> ok");
        row("label", "lamp.c:17: warning: this is what a compiler says and it is a line of its own");
        row("indented", "  an indented line is one that somebody put there, so that it remains in place");
        row("tab", "\tanother one, by a tab, as code and quoted figures usually are in such mails ok");
        row("columns", "name      count    what stands in columns would fall apart if it were to be filled");
        row("address", "https://example.org/a/link/alone/on/a/line/which/is/where/it/can/be/followed");
        row("added", "+int lamp(void) { return a_value_of_some_width_so_that_it_is_as_wide_as_prose(); }");
        row("removed", "-int lamp(void) { return a_value_of_some_width_so_that_it_is_as_wide_as_prose(); }");
        row("code", "return a_value_of_some_width_so_that_this_is_wide(with, three, arguments, in_it);");
        row("log", "[   12.345678] lamp: a line of the kernel's log is a line, whatever its width may be");
        row("commit", "0123456789ab lamp: a line of a short log begins with the name of a commit, always");
        row("prompt", "$ make -C lamp this is what somebody typed, and what came of it is below of that");
        row("comment", "/* a comment of a program is code as well, and so it is kept as it was written ok");
        row("blank", "");
        QTest::newRow("deeper quote") << "> " + wide + "\n> > " + wide + '\n';
        QTest::newRow("end of the quote") << "> " + wide + '\n' + wide + '\n';
        QTest::newRow("short lines") << QByteArray("Roses are red,\nviolets are blue\n");
        QTest::newRow("room left") << wide +
                                          "\nThe end.\nAnother sentence that begins on a line of its own\n";
        QTest::newRow("Japanese") << QByteArray("\u30e9\u30f3\u30d7").repeated(20) + '\n' +
                                         QByteArray("\u30e9\u30f3\u30d7").repeated(20) + '\n';
    }

    void whatWasBrokenOnPurposeStaysSo()
    {
        QFETCH(QByteArray, body);
        const QStringList lines = told(body);
        QVERIFY(lines.size() >= 2);
        // The second of "room left" goes on, the third does not.
        const qsizetype from = QByteArray(QTest::currentDataTag()) == "room left" ? 2 : 0;
        for (qsizetype i = from; i < lines.size(); ++i)
            QVERIFY2(!lines[i].startsWith(u'~'), qPrintable(lines[i]));
    }

    void aNarrowViewFillsParagraphsAndAWideOneLeavesThem()
    {
        showAt(60, Prose);
        QCOMPARE(rowsOf(1, 3), 4); // each of the lines by itself would take two
        showAt(90, Prose);
        QCOMPARE(rowsOf(1, 3), 3);
    }

    void everyCharacterHasItsPlaceInAFilledQuote()
    {
        showAt(60, "Hello\n" + Quoted);
        QCOMPARE(rowsOf(2, 4), 5); // of 58 cells each
        const auto &document = m_text->document();
        QRect before;
        for (qsizetype offset = document.lines()[2].start; offset < document.text().size(); ++offset) {
            const auto line = document.lineAt(offset);
            if (line > 2 && offset - document.lines()[line].start < 2)
                continue; // marks that are not shown again
            const QRect rect = m_text->characterRect(offset);
            // Left to right and downwards: nothing is lost, and nothing changes places.
            QVERIFY(rect.top() > before.top() || rect.left() > before.left() || before.isNull());
            QVERIFY(rect.right() <= m_text->viewport()->width() || document.text()[offset].isSpace());
            QCOMPARE(m_text->offsetAt(rect.topLeft() + QPoint(1, rect.height() / 2)), offset);
            before = rect;
        }
    }

    void marksThatFillTheViewHideNoText()
    {
        const QByteArray marks = QByteArray(100, '>') + ' ';
        showAt(60, "Hello\n" + marks + "It is dark in the hall and nobody has seen the lamp for some\n" +
                       marks + "days now, which is why it ought to be lit before the night\n");
        const auto &document = m_text->document();
        for (qsizetype offset = document.lines()[2].start; offset < document.text().size(); ++offset) {
            const QRect rect = m_text->characterRect(offset);
            QVERIFY(rect.left() < m_text->viewport()->width() || document.text()[offset].isSpace());
        }
    }

    void copyGivesTheLinesAsTheyWereWritten()
    {
        showAt(60, "Hello\n" + Quoted + "\nBye\n");
        m_text->selectAll();
        QTest::keySequence(m_text, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1("Hello\n" + Quoted + "\nBye"));
        m_text->setSelection(m_text->document().lines()[2].start, m_text->document().lines()[4].start);
        QCOMPARE(m_text->selectedText(), QString::fromLatin1(Quoted).section(u'\n', 0, 1) + u'\n');
    }

    void theCaretStepsOverMarksThatAreNotShown()
    {
        showAt(60, Quoted);
        const auto &lines = m_text->document().lines();
        const qsizetype end = lines[1].start + lines[1].length;
        m_text->setSelection(end, end);
        m_text->setFocus();
        QTest::keyClick(m_text, Qt::Key_Right);
        QCOMPARE(m_text->caret(), lines[2].start + 2);
        QTest::keyClick(m_text, Qt::Key_Left);
        QCOMPARE(m_text->caret(), end);
    }

    void homeAndEndGoToTheEndsOfTheRowThatIsSeen()
    {
        showAt(60, Quoted);
        const auto &lines = m_text->document().lines();
        m_text->setSelection(lines[2].start + 10, lines[2].start + 10);
        m_text->setFocus();
        const int top = m_text->characterRect(m_text->caret()).top();
        QTest::keyClick(m_text, Qt::Key_Home);
        QCOMPARE(m_text->characterRect(m_text->caret()).top(), top);
        QVERIFY(m_text->caret() < lines[2].start); // the row begins in the line before
        const qsizetype home = m_text->caret();
        QTest::keyClick(m_text, Qt::Key_End);
        QCOMPARE(m_text->characterRect(m_text->caret()).top(), top);
        QVERIFY(m_text->caret() > home + 30);
        QTest::keyClick(m_text, Qt::Key_Down);
        QVERIFY(m_text->characterRect(m_text->caret()).top() > top);
    }

    void whatIsFoundIsMarkedWhereItStands()
    {
        showAt(60, Quoted);
        m_view->openFind();
        auto *query = m_view->findChild<QLineEdit *>(u"messageFind"_s);
        QVERIFY(query);
        QTest::keyClicks(query, u"beside"_s);
        const qsizetype at = m_text->document().text().indexOf(u"beside"_s);
        const QColor ground = ui::Theme::of(m_text->palette()).currentFindGround;
        const auto isMarked = [&] {
            const QRect rect = m_text->characterRect(at);
            const QImage image = m_text->viewport()->grab().toImage();
            const QRect mark(rect.topLeft(), QSize(6 * rect.width(), rect.height()));
            int marked = 0;
            for (int x = 0; x < image.width(); ++x)
                marked += image.pixelColor(x, rect.top() + 3) == ground ? mark.contains(x, rect.top()) : 0;
            return marked > 3 * rect.width();
        };
        QTRY_VERIFY(isMarked());
    }

    void aKeyShowsTheLinesAsTheyWereWrittenAndBack()
    {
        showAt(60, Quoted);
        QSignalSpy changed(m_view.get(), &ui::MessageView::readingOptionsChanged);
        m_text->setFocus();
        auto *action = m_view->findChild<QAction *>(u"messageReflowAction"_s);
        QVERIFY(action && action->isChecked());
        QTest::keyClick(m_text, Qt::Key_W, Qt::ShiftModifier);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_view->readingOptions().reflow);
        QVERIFY(!action->isChecked());
        QCOMPARE(rowsOf(1, 3), 6);
        QTest::keyClick(m_text, Qt::Key_W, Qt::ShiftModifier);
        QVERIFY(m_view->readingOptions().reflow);
        QCOMPARE(rowsOf(1, 3), 5);
    }

    void blanksAndRulersAreShownOnTheLinesAsTheyAre()
    {
        showAt(60, Quoted);
        m_text->setFocus();
        QTest::keyClick(m_text, Qt::Key_R);
        QCOMPARE(rowsOf(1, 3), 6);
        QTest::keyClick(m_text, Qt::Key_R);
        QTest::keyClick(m_text, Qt::Key_W);
        QCOMPARE(rowsOf(1, 3), 6);
    }

    void aQuotedLineGoesOnBelowItsText()
    {
        const QByteArray alone = "> > " + QByteArray("lamp ").repeated(30).trimmed() + '\n';
        showAt(60, alone);
        const auto &line = m_text->document().lines()[1];
        const int left = m_text->characterRect(line.start + 4).left();
        std::set<int> lefts;
        int top = m_text->characterRect(line.start).top();
        for (qsizetype offset = line.start; offset < line.start + line.length; ++offset) {
            const QRect rect = m_text->characterRect(offset);
            if (rect.top() > top)
                lefts.insert(rect.left());
            top = rect.top();
        }
        QCOMPARE(lefts, std::set<int>{left});
        // And the marks stand in front of it again, where there is no character of the text.
        const QRect second(m_text->characterRect(line.start).left(), top, left - 4, 2);
        const QImage image =
            m_text->viewport()
                ->grab(QRect(second.topLeft(),
                             QSize(left - second.left() - 2, m_text->characterRect(line.start).height())))
                .toImage();
        bool isPainted = false;
        for (int y = 0; y < image.height() && !isPainted; ++y) {
            for (int x = 0; x < image.width() && !isPainted; ++x)
                isPainted = image.pixelColor(x, y) != m_text->palette().color(QPalette::Base);
        }
        QVERIFY(isPainted);
    }

    void anItemOfAListGoesOnBelowItsText()
    {
        showAt(60, " - " + QByteArray("lamp ").repeated(30).trimmed() + '\n');
        const auto &line = m_text->document().lines()[1];
        const qsizetype last = line.start + line.length - 1;
        QVERIFY(m_text->characterRect(last).top() > m_text->characterRect(line.start).top());
        m_text->setSelection(last, last);
        int left = m_text->viewport()->width();
        for (qsizetype offset = line.start + 80; offset <= last; ++offset)
            left = std::min(left, m_text->characterRect(offset).left());
        QCOMPARE(left, m_text->characterRect(line.start + 3).left());
    }

private:
    /// In a view that has room for so many cells.
    void showAt(int cells, const QByteArray &body)
    {
        m_view->setMessage(std::make_shared<const patch::ReadMessage>(letter(body)), {});
        m_view->resize(900, 600);
        // Of what is in the view by now: a digit is as wide as a cell.
        const auto &line = m_text->document().lines()[1];
        const int cell =
            m_text->characterRect(line.start + 3).left() - m_text->characterRect(line.start + 2).left();
        const int wanted = 2 * 16 + cells * cell + cell / 2;
        // A scroll bar may come or go on the way.
        QTRY_VERIFY(m_text->viewport()->width() == wanted ||
                    (m_view->resize(m_view->width() + wanted - m_text->viewport()->width(), 600), false));
    }

    /// That the lines from `first` to `last` take.
    int rowsOf(qsizetype first, qsizetype last) const
    {
        std::set<int> tops;
        const auto &lines = m_text->document().lines();
        for (qsizetype offset = lines[first].start; offset < lines[last].start + lines[last].length; ++offset)
            tops.insert(m_text->characterRect(offset).top());
        return int(tops.size());
    }

    std::unique_ptr<ui::MessageView> m_view;
    ui::MessageText *m_text = nullptr;
};

QTEST_MAIN(TestMessageParagraphs)
#include "tst_messageparagraphs.moc"
