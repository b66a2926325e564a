// SPDX-License-Identifier: GPL-3.0-or-later
// Finding, copying and following links in the texts of a message.
#include "tests/ui/messagefixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using Kind = ui::MessageDocument::Kind;

class TestMessageReading : public MessageViewTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void findCountsMarksAndCloses()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        auto *bar = part<QWidget>(*m_view, "messageFindBar");
        QVERIFY(!bar->isVisible());
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar->isVisible());
        auto *query = part<QLineEdit>(*m_view, "messageFind");
        auto *count = part<QLabel>(*m_view, "messageFindCount");
        QTest::keyClicks(query, u"COPPER"_s);
        QCOMPARE(count->text(), u"Not found"_s); // a capital asks for capitals
        query->clear();
        QTest::keyClicks(query, u"copper"_s);
        QCOMPARE(count->text(), u"1 of 2"_s);
        QVERIFY(shows(text->viewport(), ui::Theme::of(text->palette()).currentFindGround));
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(count->text(), u"2 of 2"_s);
        QTest::keyClick(query, Qt::Key_F3);
        QCOMPARE(count->text(), u"1 of 2"_s);
        QTest::keyClick(query, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->text(), u"2 of 2"_s);
        QTest::keyClick(query, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(text->selectedText(), u"copper"_s);
        QVERIFY(text->hasFocus());
    }

    void findLooksInTheTabThatIsShown()
    {
        Letter letter = lampPatch();
        letter.edit().raw = "X-Only-Here: unicorn\n\nunicorn\n";
        m_view->setMessage(letter.send(), {});
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"unicorn"_s);
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"Not found"_s);
        m_view->setCurrentTab(ui::MessageView::Tab::Raw);
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"2 matches"_s);
    }

    void findReachesTheEndOfAHugeDiff()
    {
        Letter letter = lampPatch();
        QStringList lines;
        for (int i = 0; i < 100'000; ++i)
            lines += u"+line %1"_s.arg(i);
        lines += u"+needle in the haystack"_s;
        letter.file(u"big.c"_s, lines);
        m_view->setMessage(letter.send(), {});
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"needle"_s);
        QTRY_COMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"1 of 1"_s);
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QTRY_VERIFY(text->verticalScrollBar()->value() > 99'000);
    }

    void decorationIsNeverFound()
    {
        m_view->setMessage(lampPatch().send(), {});
        m_view->setCurrentTab(ui::MessageView::Tab::Diff);
        m_view->openFind();
        part<QLineEdit>(*m_view, "messageFind")->setText(u"wire.c"_s);
        // "diff --git" twice, "---", "+++"; but not the heading above them.
        QCOMPARE(part<QLabel>(*m_view, "messageFindCount")->text(), u"1 of 4"_s);
    }

    void longLinesAreCutWithAMarkThatLeadsToTheRawText()
    {
        Letter letter = lampPatch();
        letter.file(u"min.js"_s, {u"+"_s + QString(50'000, u'x')});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const auto &document = text->document();
        qsizetype cut = -1;
        for (qsizetype i = 0; i < document.lines().size(); ++i) {
            if (document.lines()[i].cut)
                cut = i;
        }
        QVERIFY(cut >= 0);
        QVERIFY(document.lines()[cut].length < 2200);
        QVERIFY(document.lineText(cut).endsWith(u"‹… 48001 more characters, see the raw message›"));
        const qsizetype mark = document.lines()[cut].start + document.lines()[cut].length - 5;
        text->setSelection(mark, mark);
        text->ensureVisible(mark);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_view->currentTab(), ui::MessageView::Tab::Raw);
        QVERIFY(part<ui::MessageText>(*m_view, "messageRaw")->toPlainText().contains(QString(50'000, u'x')));
    }

    void proseWrapsAndDiffScrolls()
    {
        Letter letter;
        letter.head(u"word "_s.repeated(100) + u"\n---\n"_s);
        letter.file(u"a.c"_s, {u"+short"_s});
        m_view->setMessage(letter.send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        // Still one line for whoever copies it.
        QVERIFY(text->toPlainText().startsWith(u"word "_s.repeated(100) + u'\n'));
        const qsizetype last = text->document().lines()[1].start + 495;
        QVERIFY(text->characterRect(last).top() > text->characterRect(0).top());
        letter.file(u"b.c"_s, {u"+"_s + u"wide "_s.repeated(100)});
        m_view->setMessage(letter.send(), {});
        QVERIFY(text->horizontalScrollBar()->maximum() > 0);
    }

    void copyGivesPlainText()
    {
        m_view->setMessage(lampPatch().send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"Light the lamp"_s));
        QVERIFY(copied.contains(u"-old copper\n+new copper\n"_s));
        QVERIFY(!copied.contains(u"lamp/wire.c  +1"_s)); // the heading is ours
        part<QAction>(*m_view, "messageCopyIdAction")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"20250520.4-author@example.org"_s);
    }

    void caretAndSelectionFollowTheKeyboard()
    {
        m_view->setMessage(Letter().head(u"one two\nthree\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text->selectedText(), u"one "_s);
        QTest::keyClick(text, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(text->selectedText(), u"one two"_s);
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(text->document().lineText(text->currentLine()).toString(), u"three"_s);
        QVERIFY(!text->hasSelection());
    }

    void mouseSelects()
    {
        m_view->setMessage(Letter().head(u"one two\nthree\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        const qsizetype start = text->document().lines()[1].start;
        const QPoint from = text->characterRect(start).topLeft() + QPoint(0, 4);
        const QPoint to = text->characterRect(start + 3).topLeft() + QPoint(0, 4);
        QTest::mousePress(text->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(text->viewport(), to);
        QMouseEvent move(QEvent::MouseMove, to, text->viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(text->viewport(), &move);
        QTest::mouseRelease(text->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(text->selectedText(), u"one"_s);
        QTest::mouseDClick(text->viewport(), Qt::LeftButton, {}, text->characterRect(start + 5).center());
        QCOMPARE(text->selectedText(), u"two"_s);
    }

    void messageLinksSayWhereTheyLeadAndAreFollowed()
    {
        m_view->setMessage(Letter().head(u"See\nhttps://lore.kernel.org/r/a.b@example.org.\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QSignalSpy followed(m_view.get(), &ui::MessageView::messageIdActivated);
        QSignalSpy told(m_view.get(), &ui::MessageView::placeChanged);
        const QPoint link = text->characterRect(text->document().lines()[2].start + 12).center();
        QMouseEvent move(QEvent::MouseMove, link, text->viewport()->mapToGlobal(link), Qt::NoButton,
                         Qt::NoButton, {});
        QCoreApplication::sendEvent(text->viewport(), &move);
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().contains(u"<a.b@example.org>"_s));
        QCOMPARE(followed.size(), 0);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, link);
        QCOMPARE(followed.size(), 1);
        QCOMPARE(followed[0][0].toByteArray(), "a.b@example.org");
    }

    void webLinksAreShownBeforeTheyOpen()
    {
        m_view->setMessage(Letter().head(u"See\nhttps://example.org/?a=1&b=2\n"_s).send(), {});
        auto *text = part<ui::MessageText>(*m_view, "messageText");
        QString shown;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            shown = menu->actions().constFirst()->text();
            menu->close();
        });
        const qsizetype offset = text->document().lines()[2].start + 12;
        text->setSelection(offset, offset);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(shown, u"https://example.org/?a=1&&b=2"_s);
    }
};

QTEST_MAIN(TestMessageReading)
#include "tst_messagereading.moc"
