// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/digestpanel.h"
#include "ui/filterbar.h"
#include "ui/helpwindow.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"
#include "ui/theme.h"
#include "ui/timebrush.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryFile>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace loredesk;

static void initialiseResources()
{
    Q_INIT_RESOURCE(loredesk);
}

class HelpTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initialiseResources(); }

    void everyPageOfTheListIsShown();
    void everyLinkLeadsToAPageAndAnAnchorThatAreThere();
    void nothingIsLoadedButPagesOfTheHelp();
    void aLinkIsFollowedAndBackLeadsBack();
    void linksAreReachedByKeyboard();
    void wordsAreFoundInThePage();
    void escapeLeavesTheFieldFirstAndClosesThen();
    void theListOfShortcutsIsAskedFor();
    void pagesFollowTheColoursOfTheTheme();
    void f1ExplainsWhatHasTheFocus();
    void theHelpOpensAtTheSectionOfWhatHasTheFocus();
    void withoutAnArchiveF1SaysHowToGetOne();
    void theGrammarNamesEveryPrefix();
};

void HelpTest::everyPageOfTheListIsShown()
{
    ui::HelpWindow help;
    auto *list = help.findChild<QListWidget *>(u"helpPages"_s);
    QCOMPARE(list->count(), int(ui::HelpWindow::pages().size()));
    QCOMPARE(help.page(), ui::HelpWindow::pages().first());
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        QCOMPARE(help.page(), ui::HelpWindow::pages().at(row));
        QVERIFY(help.browser()->toPlainText().size() > 300);
    }
    help.showPage(u"search"_s);
    QCOMPARE(list->currentRow(), int(ui::HelpWindow::pages().indexOf(u"search"_s)));
    help.showPage(u"a page that there is not"_s);
    QCOMPARE(help.page(), ui::HelpWindow::pages().first());
}

void HelpTest::everyLinkLeadsToAPageAndAnAnchorThatAreThere()
{
    static const QRegularExpression link(u"href=\"([^\"]*)\""_s);
    int links = 0;
    for (const QString &language : QDir(u":/help"_s).entryList()) {
        const QDir folder(u":/help/"_s + language);
        for (const QString &name : folder.entryList()) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString html = QString::fromUtf8(file.readAll());
            QVERIFY2(ui::HelpWindow::pages().contains(name.chopped(5)), qPrintable(name));
            QVERIFY2(!html.contains("src="_L1), qPrintable(name));
            for (auto it = link.globalMatch(html); it.hasNext(); ++links) {
                const QUrl url(it.next().captured(1));
                if (url.scheme() == "shortcuts"_L1)
                    continue;
                QCOMPARE(url.scheme(), u"help"_s);
                QFile target(folder.filePath(url.path() + u".html"_s));
                QVERIFY2(target.open(QIODevice::ReadOnly), qPrintable(url.toString()));
                if (url.hasFragment())
                    QVERIFY2(target.readAll().contains("name=\"" + url.fragment().toUtf8() + '"'),
                             qPrintable(url.toString()));
            }
        }
    }
    QVERIFY(links > 5);
}

void HelpTest::nothingIsLoadedButPagesOfTheHelp()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("<p>what nobody is to see</p>");
    file.close();
    ui::HelpWindow help;
    const QString before = help.browser()->toPlainText();
    for (const QUrl &url :
         {QUrl::fromLocalFile(file.fileName()), QUrl(u"qrc:/sample/sample.mbox"_s), QUrl(u"help:../sample"_s),
          QUrl(u"https://example.org/"_s), QUrl(file.fileName())}) {
        help.browser()->setSource(url);
        QCOMPARE(help.page(), u"start"_s);
        QCOMPARE(help.browser()->toPlainText(), before);
        QCOMPARE(help.browser()->loadResource(QTextDocument::HtmlResource, url).toByteArray(), QByteArray());
        QCOMPARE(help.browser()->loadResource(QTextDocument::ImageResource, url).toByteArray(), QByteArray());
    }
}

void HelpTest::aLinkIsFollowedAndBackLeadsBack()
{
    ui::HelpWindow help;
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    emit help.browser()->anchorClicked(QUrl(u"help:search#operators"_s));
    QCOMPARE(help.page(), u"search"_s);
    QVERIFY(help.browser()->isBackwardAvailable());
    QTest::keyClick(&help, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(help.page(), u"start"_s);
    QTest::keyClick(&help, Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(help.page(), u"search"_s);
}

void HelpTest::linksAreReachedByKeyboard()
{
    ui::HelpWindow help;
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    help.browser()->setFocus();
    QTest::keyClick(help.browser(), Qt::Key_Tab);
    QTest::keyClick(help.browser(), Qt::Key_Return);
    QTRY_COMPARE(help.page(), u"commandline"_s);
}

void HelpTest::wordsAreFoundInThePage()
{
    ui::HelpWindow help;
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    auto *field = help.findChild<QLineEdit *>(u"helpFind"_s);
    auto *found = help.findChild<QLabel *>(u"helpFound"_s);
    QTest::keyClick(&help, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"maildir"_s);
    QCOMPARE(help.browser()->textCursor().selectedText().toLower(), u"maildir"_s);
    QVERIFY(found->text().isEmpty());
    const int first = help.browser()->textCursor().selectionStart();
    // The page has it once: the next one is the same, found from the other end.
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(help.browser()->textCursor().selectionStart(), first);
    QVERIFY(!found->text().isEmpty());
    field->setText(u"no such word in here"_s);
    QVERIFY(found->text().contains("not found"_L1));
    field->clear();
    QVERIFY(found->text().isEmpty());
}

void HelpTest::escapeLeavesTheFieldFirstAndClosesThen()
{
    ui::HelpWindow help;
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    auto *field = help.findChild<QLineEdit *>(u"helpFind"_s);
    field->setFocus();
    field->setText(u"mbox"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(help.isVisible());
    QVERIFY(field->text().isEmpty());
    QVERIFY(help.browser()->hasFocus());
    QTest::keyClick(help.browser(), Qt::Key_Escape);
    QTRY_VERIFY(!help.isVisible());
}

void HelpTest::theListOfShortcutsIsAskedFor()
{
    ui::HelpWindow help;
    QSignalSpy spy(&help, &ui::HelpWindow::shortcutsRequested);
    help.showPage(u"keyboard"_s);
    emit help.browser()->anchorClicked(QUrl(u"shortcuts:"_s));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(help.page(), u"keyboard"_s);
}

void HelpTest::pagesFollowTheColoursOfTheTheme()
{
    ui::HelpWindow help;
    help.showPage(u"window"_s);
    const auto linkColour = [&] {
        for (QTextBlock block = help.browser()->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isAnchor())
                    return it.fragment().charFormat().foreground().color().name();
            }
        }
        return QString();
    };
    QPalette dark = help.palette();
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Link, QColor(u"#7fb2ee"_s));
    help.setPalette(dark);
    QCOMPARE(linkColour(), u"#7fb2ee"_s);
    QCOMPARE(help.page(), u"window"_s);
}

namespace {

struct Desk : tests::WindowDesk
{
    explicit Desk(bool withArchive)
        : WindowDesk(withArchive ? u"\"one thing\" @ada p\n"_s : QString())
    {
    }
    ui::HelpWindow *help() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<ui::HelpWindow *>(widget))
                return found;
        }
        return nullptr;
    }
};

} // namespace

void HelpTest::f1ExplainsWhatHasTheFocus()
{
    const Desk desk(true);
    QVERIFY(QTest::qWaitForWindowActive(const_cast<ui::MainWindow *>(&desk.window)));
    desk.window.filterBar()->focusField();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QTRY_VERIFY(desk.help());
    QCOMPARE(desk.help()->page(), u"search"_s);
    const auto pageFor = [&](QWidget *place) {
        const_cast<ui::MainWindow &>(desk.window).activateWindow();
        place->setFocus();
        return ui::helpPageOf(place);
    };
    QCOMPARE(pageFor(desk.window.seriesView()), u"window#tree"_s);
    QCOMPARE(pageFor(desk.window.timeBrush()), u"window#brush"_s);
    QCOMPARE(pageFor(desk.window.messageView()), u"window#message"_s);
    QCOMPARE(pageFor(desk.window.digestPanel()), u"digest"_s);
}

void HelpTest::theHelpOpensAtTheSectionOfWhatHasTheFocus()
{
    const Desk desk(true);
    QVERIFY(QTest::qWaitForWindowActive(const_cast<ui::MainWindow *>(&desk.window)));
    desk.window.seriesView()->setFocus();
    QTest::keyClick(desk.window.seriesView(), Qt::Key_F1);
    QTRY_VERIFY(desk.help());
    QCOMPARE(desk.help()->page(), u"window"_s);
    ui::HelpBrowser *browser = desk.help()->browser();
    const auto isOnTop = [browser](const QString &heading) {
        return browser->cursorForPosition({20, 8}).block().text() == heading;
    };
    QTRY_VERIFY(isOnTop(u"The tree"_s));
    // The charts by their tools, too, which the dock has for a title.
    const QString page = ui::helpPageOf(desk.window.findChild<QTabBar *>(u"chartTabs"_s));
    QCOMPARE(page, u"window#charts"_s);
    desk.help()->showPage(page);
    QTRY_VERIFY(isOnTop(u"The charts"_s));
}

void HelpTest::withoutAnArchiveF1SaysHowToGetOne()
{
    Desk desk(false);
    desk.window.showHelp();
    QVERIFY(desk.help());
    QCOMPARE(desk.help()->page(), u"start"_s);
    QVERIFY(desk.help()->browser()->toPlainText().contains("git clone"_L1));
}

void HelpTest::theGrammarNamesEveryPrefix()
{
    ui::HelpWindow help;
    help.showPage(u"search"_s);
    const QString text = help.browser()->toPlainText();
    for (const QString &term :
         {u"s:"_s,          u"f:"_s,       u"t:"_s,       u"c:"_s,          u"a:"_s,
          u"b:"_s,          u"nq:"_s,      u"q:"_s,       u"dfn:"_s,        u"dfhh:"_s,
          u"d:"_s,          u"rt:"_s,      u"m:"_s,       u"l:"_s,          u"patchid:"_s,
          u"is:patch"_s,    u"is:cover"_s, u"is:reply"_s, u"is:complete"_s, u"is:unanswered"_s,
          u"version:>=3"_s, u"AND"_s,      u"OR"_s,       u"NOT"_s})
        QVERIFY2(text.contains(term), qPrintable(term));
}

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
