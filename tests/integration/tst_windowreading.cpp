// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one message with its conversation at hand: what is quoted and put away, what it answers, who
// answers it.
#include "models/items/roles.h"
#include "tests/integration/program.h"
#include "tests/integration/readingdesk.h"
#include "tests/support/archivebuilder.h"
#include "ui/messagetext.h"
#include "ui/messageview.h"
#include "ui/problempanel.h"
#include "ui/seriesview.h"
#include "ui/shortcuts.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::letter;
using tests::Program;
using tests::threeList;
using tests::twoList;

namespace {

/// A patch, a review that quotes 30 lines of it, two answers to the review, and an answer to what nobody has.
QByteArrayList reviewList()
{
    const QByteArray ada = "Ada <ada@example.org>";
    const QByteArray bob = "Bob <bob@example.com>";
    QByteArray review = "On that day Ada wrote:\n";
    for (int i = 0; i < 30; ++i)
        review += "> quoted " + QByteArray::number(i) + '\n';
    review += "\nLooks good.\n";
    return {
        letter("frob@example.org", "[PATCH] frob: sort it", ada, 0, {}, tests::patchBody("sorted")),
        letter("review@example.org", "Re: [PATCH] frob: sort it", bob, 1, "frob@example.org", review),
        letter("thanks@example.org", "Re: [PATCH] frob: sort it", ada, 2, "review@example.org", "Thanks.\n"),
        letter("late@example.org", "Re: [PATCH] frob: sort it", "Eve & Co <eve@example.net>", 3,
               "review@example.org", "Me too.\n"),
        letter("lost@example.org", "Re: who knows", bob, 4, "nobody-has-it@example.org", "So it is.\n")};
}

} // namespace

class WindowReadingTest : public QObject, private tests::ReadingDesk
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        makeBuilder();
    }
    void longQuotesAreFoldedByAKeyAndOpenedByEnter();
    void aFoldedQuoteIsOpenedByAClick();
    void findingLooksIntoFoldedQuotes();
    void foldingIsKeptForTheNextMessageAndTheNextRun();
    void digitsChooseInTheTreeWhatIsShownOfEachMessage();
    void lettersTurnInTheTreeHowTextsAreShown();
    void keysOfTheMessageWorkInTheTree();
    void withoutAMessageTheKeysOfTheZoomLeaveTheTreeAlone();
    void everyTabSaysThatTheTreeHasNoRowOfTheMessage();
    void whoReadsOnAfterComparingKeepsTheFocus();
    void theHeaderLeadsToWhatIsAnsweredAndToTheReplies();
    void theHeadersLinksLineUpAndKeepTheName();
    void theHeaderSaysThatWhatIsAnsweredIsMissing();
    void aProblemLeadsToItsMessageWithoutAnId_data();
    void aProblemLeadsToItsMessageWithoutAnId();

private:
    using ReadingDesk::reading;
    std::unique_ptr<Program> reading(const QByteArray &id) { return reading(id, reviewList()); }
    static QToolButton *buttonOf(const Program &program, const char *name)
    {
        return program.window.messageView()->findChild<QToolButton *>(QString::fromLatin1(name));
    }
    static ui::MessageView *view(const Program &program) { return program.window.messageView(); }
    static ui::MessageText *textOf(const Program &program)
    {
        return program.window.messageView()->findChild<ui::MessageText *>(u"messageText"_s);
    }
};

void WindowReadingTest::longQuotesAreFoldedByAKeyAndOpenedByEnter()
{
    const auto made = reading("review@example.org");
    ui::MessageText *text = textOf(*made);
    text->setFocus();
    QVERIFY(at(*text, u"quoted 3\n"_s) >= 0);
    QTest::keyClick(text, Qt::Key_Q);
    const qsizetype marker = at(*text, u"▸ 27 quoted lines"_s);
    QVERIFY(marker >= 0);
    QVERIFY(at(*text, u"> quoted 3\n"_s) < 0);
    QVERIFY(at(*text, u"> quoted 29"_s) > marker);
    // Its menu says so, and the sheet of shortcuts has it.
    const ui::Shortcuts::Entry *entry = made->window.shortcuts()->find(u"messageFoldQuotesAction"_s);
    QVERIFY(entry && entry->action->isChecked());
    text->setSelection(marker, marker);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(at(*text, u"▾ 27 quoted lines"_s) >= 0);
    QVERIFY(at(*text, u"> quoted 3\n"_s) >= 0);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(at(*text, u"▸ 27 quoted lines"_s), marker);
    QTest::keyClick(text, Qt::Key_Q);
    QVERIFY(!entry->action->isChecked());
    QVERIFY(at(*text, u"quoted lines"_s) < 0);
    QVERIFY(at(*text, u"> quoted 3\n"_s) >= 0);
}

void WindowReadingTest::aFoldedQuoteIsOpenedByAClick()
{
    const auto made = reading("review@example.org");
    ui::MessageText *text = textOf(*made);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Q);
    const QRect marker = text->characterRect(at(*text, u"27 quoted lines"_s));
    QTest::mouseClick(text->viewport(), Qt::LeftButton, {}, marker.center());
    QVERIFY(at(*text, u"> quoted 3\n"_s) >= 0);
}

void WindowReadingTest::findingLooksIntoFoldedQuotes()
{
    const auto made = reading("review@example.org");
    ui::MessageText *text = textOf(*made);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Q);
    QVERIFY(at(*text, u"> quoted 7\n"_s) < 0);
    QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"quoted 7"_s);
    QTRY_VERIFY(at(*text, u"> quoted 7\n"_s) >= 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(text->selectedText(), u"quoted 7"_s);
}

void WindowReadingTest::foldingIsKeptForTheNextMessageAndTheNextRun()
{
    const auto made = reading("review@example.org");
    textOf(*made)->setFocus();
    QTest::keyClick(textOf(*made), Qt::Key_Q);
    QVERIFY(show(*made, "thanks@example.org"));
    QVERIFY(show(*made, "review@example.org"));
    QVERIFY(at(*textOf(*made), u"▸ 27 quoted lines"_s) >= 0);
    QVERIFY(made->settings.readingOptions().foldQuotes);
    QVERIFY(made->settings.readingOptions().foldConversationQuotes);
}

void WindowReadingTest::digitsChooseInTheTreeWhatIsShownOfEachMessage()
{
    const auto made = reading("review@example.org");
    ui::SeriesView *tree = made->window.seriesView();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_3);
    QCOMPARE(made->window.messageView()->currentTab(), ui::MessageView::Tab::Thread);
    QVERIFY(tree->hasFocus()); // and goes on to the next row
    QTest::keyClick(tree, Qt::Key_1);
    QCOMPARE(made->window.messageView()->currentTab(), ui::MessageView::Tab::Message);
    QVERIFY(tree->hasFocus());
}

void WindowReadingTest::lettersTurnInTheTreeHowTextsAreShown()
{
    const auto made = reading("review@example.org");
    ui::SeriesView *tree = made->window.seriesView();
    tree->setFocus();
    const QModelIndex current = tree->currentIndex();
    QTest::keyClick(tree, Qt::Key_Q);
    QVERIFY(at(*textOf(*made), u"▸ 27 quoted lines"_s) >= 0);
    QTest::keyClick(tree, Qt::Key_S);
    QVERIFY(made->window.messageView()->readingOptions().sideBySide);
    // A letter that means nothing does nothing: no row that begins with it becomes current.
    QTest::keyClick(tree, Qt::Key_X);
    QCOMPARE(tree->currentIndex(), current);
    QVERIFY(tree->hasFocus());
}

void WindowReadingTest::keysOfTheMessageWorkInTheTree()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    ui::SeriesView *tree = made->window.seriesView();
    tree->setFocus();
    const QModelIndex current = tree->currentIndex();
    QVERIFY(tree->model()->hasChildren(current));
    tree->collapse(current);
    QTest::keyClick(tree, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view->zoom(), 1);
    QVERIFY(!tree->isExpanded(current));
    QTest::keyClick(tree, Qt::Key_Plus);
    QVERIFY(tree->isExpanded(current));
    QTest::keyClick(tree, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(tree, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(view->zoom(), -1);
    QVERIFY(tree->isExpanded(current));
    QTest::keyClick(tree, Qt::Key_Minus);
    QVERIFY(!tree->isExpanded(current));
    QTest::keyClick(tree, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view->zoom(), 0);
    QTest::keyClick(tree, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"0@example.org"_s);
    // Of files, that which is in view.
    view->setCurrentTab(ui::MessageView::Tab::Diff);
    auto *diff = view->findChild<ui::MessageText *>(u"messageDiff"_s);
    QTRY_COMPARE(diff->document().files().size(), 2);
    QTest::keyClick(tree, Qt::Key_F);
    QVERIFY(diff->isFolded(0));
    QVERIFY(!diff->isFolded(1));
    QTest::keyClick(tree, Qt::Key_F);
    QVERIFY(!diff->isFolded(0));
    QTest::keyClick(tree, Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(diff->isFolded(0) && diff->isFolded(1));
    QTest::keyClick(tree, Qt::Key_U, Qt::ShiftModifier);
    QVERIFY(!diff->isFolded(0) && !diff->isFolded(1));
    QVERIFY(tree->hasFocus());
    QCOMPARE(tree->currentIndex(), current);
}

void WindowReadingTest::withoutAMessageTheKeysOfTheZoomLeaveTheTreeAlone()
{
    const auto made = reading("0@example.org", threeList());
    ui::MessageView *view = made->window.messageView();
    ui::SeriesView *tree = made->window.seriesView();
    tree->setFocus();
    const QModelIndex current = tree->currentIndex();
    tree->collapse(current);
    view->clear();
    QTest::keyClick(tree, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(!tree->isExpanded(current));
    QTest::keyClick(tree, Qt::Key_Plus);
    QVERIFY(tree->isExpanded(current));
}

void WindowReadingTest::everyTabSaysThatTheTreeHasNoRowOfTheMessage()
{
    const auto made = reading("2@example.org", twoList());
    ui::MessageView *view = made->window.messageView();
    const auto *tag = view->findChild<QLabel *>(u"messageHiddenInCorner"_s);
    for (const auto tab : {ui::MessageView::Tab::Diff, ui::MessageView::Tab::Thread,
                           ui::MessageView::Tab::Versions, ui::MessageView::Tab::Raw}) {
        view->setCurrentTab(tab);
        QVERIFY(!tag->isVisible());
        made->window.setKeys({u"nobody@example.org"_s});
        QTRY_VERIFY(tag->isVisible());
        made->window.setKeys({});
        QTRY_VERIFY(!tag->isVisible());
    }
    made->window.setKeys({u"nobody@example.org"_s});
    QTRY_VERIFY(tag->isVisible());
    // There the header says it.
    view->setCurrentTab(ui::MessageView::Tab::Message);
    QVERIFY(!tag->isVisible());
    QVERIFY(view->findChild<QLabel *>(u"messageHidden"_s)->isVisible());
}

void WindowReadingTest::whoReadsOnAfterComparingKeepsTheFocus()
{
    const QByteArray ada = "Ada <ada@example.org>";
    const auto made = reading(
        "b@example.org",
        {letter("a@example.org", "[PATCH] frob: sort it", ada, 0, {}, tests::patchBody("sorted")),
         letter("b@example.org", "[PATCH v2] frob: sort it", ada, 1, {}, tests::patchBody("sorted well")),
         letter("c@example.org", "[PATCH] widget: mend it", ada, 2, {}, tests::patchBody("mended"))});
    ui::SeriesView *tree = made->window.seriesView();
    const QRect row = tree->visualRect(tree->currentIndex());
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(QApplication::focusWidget(), tree);
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *compared = view(*made)->findChild<QWidget *>(u"versionsText"_s);
    QTRY_COMPARE(QApplication::focusWidget(), compared);
    press(Qt::Key_2);
    auto *diff = view(*made)->findChild<QWidget *>(u"messageDiff"_s);
    QCOMPARE(QApplication::focusWidget(), diff);
    // On to another series, whose versions nobody compares, and nobody looks at.
    press(Qt::Key_K);
    QTRY_COMPARE(made->shownMessage(), "c@example.org");
    QCOMPARE(QApplication::focusWidget(), diff);
}

void WindowReadingTest::theHeaderLeadsToWhatIsAnsweredAndToTheReplies()
{
    const auto made = reading("review@example.org");
    QToolButton *parent = buttonOf(*made, "messageParent");
    QToolButton *replies = buttonOf(*made, "messageReplies");
    QCOMPARE(parent->accessibleName(), u"In reply to [PATCH] frob: sort it by Ada"_s);
    QCOMPARE(replies->text(), u"2 replies"_s);
    // Several replies are offered, and "&" in a name is no mnemonic.
    QTest::mouseClick(replies, Qt::LeftButton);
    auto *menu = made->window.findChild<QMenu *>(u"messageRepliesMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 4);
    QVERIFY2(menu->actions().at(0)->text().startsWith("Ada, "_L1), qPrintable(menu->actions().at(0)->text()));
    QVERIFY2(menu->actions().at(1)->text().startsWith("Eve && Co, "_L1),
             qPrintable(menu->actions().at(1)->text()));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(made->shownMessage(), QByteArray("thanks@example.org"));
    QVERIFY(replies->isHidden());
    // And back by the keys.
    QVERIFY(parent->isVisible());
    parent->setFocus(Qt::TabFocusReason);
    QTest::keyClick(parent, Qt::Key_Space);
    QTRY_COMPARE(made->shownMessage(), QByteArray("review@example.org"));
    QTest::mouseClick(parent, Qt::LeftButton);
    QTRY_COMPARE(made->shownMessage(), QByteArray("frob@example.org"));
    QVERIFY(parent->isHidden());
    QCOMPARE(replies->text(), u"3 replies"_s);
    QTest::mouseClick(replies, Qt::LeftButton);
    QTRY_VERIFY(menu->isVisible());
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(made->window.messageView()->currentTab(), ui::MessageView::Tab::Thread);
}

void WindowReadingTest::theHeadersLinksLineUpAndKeepTheName()
{
    const auto made = reading("review@example.org");
    QToolButton *parent = buttonOf(*made, "messageParent");
    const auto leftOf = [&](const QWidget *widget) { return widget->mapTo(&made->window, QPoint(0, 0)).x(); };
    QCOMPARE(leftOf(parent), leftOf(made->window.messageView()->findChild<QLineEdit *>(u"messageFrom"_s)));
    // Whole where there is room; else the subject is cut, not who wrote it.
    QCOMPARE(parent->text(), parent->accessibleName());
    made->window.resize(700, 700);
    QTRY_VERIFY(parent->text() != parent->accessibleName());
    QVERIFY2(parent->text().endsWith(u"… by Ada"_s), qPrintable(parent->text()));
    QTRY_VERIFY(parent->width() >= parent->fontMetrics().horizontalAdvance(parent->text()));
}

void WindowReadingTest::theHeaderSaysThatWhatIsAnsweredIsMissing()
{
    const auto made = reading("lost@example.org");
    auto *missing = made->window.messageView()->findChild<QLabel *>(u"messageParentMissing"_s);
    QVERIFY(missing->isVisible());
    QCOMPARE(missing->toolTip(), u"nobody-has-it@example.org"_s);
    QVERIFY(buttonOf(*made, "messageParent")->isHidden());
    QVERIFY(show(*made, "frob@example.org"));
    QVERIFY(missing->isHidden());
}

void WindowReadingTest::aProblemLeadsToItsMessageWithoutAnId_data()
{
    QTest::addColumn<QString>("path");
    QByteArrayList mails;
    for (const QByteArray name : {"one", "two", "three"}) {
        QByteArray mail =
            letter(name, "about " + name, "Ada <ada@example.org>", int(mails.size()), {}, "Hello.\n");
        if (name != "two") {
            const qsizetype from = mail.indexOf("Message-ID:");
            mail.remove(from, mail.indexOf('\n', from) + 1 - from);
        }
        mails << mail;
    }
    QTest::newRow("mbox") << m_builder->mbox(u"nameless.mbox"_s, mails);
    QTest::newRow("maildir") << m_builder->maildir(u"nameless"_s, mails);
    QTest::newRow("public-inbox") << m_builder->v2(u"nameless-list"_s, {ArchiveBuilder::adding(mails)});
}

void WindowReadingTest::aProblemLeadsToItsMessageWithoutAnId()
{
    QFETCH(const QString, path);
    Program program(m_builder->path(u"settings-%1.ini"_s.arg(++m_files)));
    QVERIFY(program.open({path}));
    QTreeView *view = program.window.problemPanel()->view();
    QCOMPARE(view->model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex problem = view->model()->index(row, 0);
        view->setCurrentIndex(problem);
        const QString title =
            program.controller->loaded()
                ->catalog->message(base::MessageIndex(problem.data(items::MessageRole).toUInt()))
                .subject;
        QCOMPARE(title, row == 0 ? u"about one"_s : u"about three"_s);
        view->findChild<QAction *>(u"problemShowAction"_s)->trigger();
        QTRY_VERIFY(program.window.messageView()->message() &&
                    program.window.messageView()->message()->message.subject == title);
    }
}

QTEST_MAIN(WindowReadingTest)
#include "tst_windowreading.moc"
