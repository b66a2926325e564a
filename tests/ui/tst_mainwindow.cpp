// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and offers, and how it is arranged.
#include "tests/ui/windowfixture.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/filterbar.h"
#include "ui/messageview.h"
#include "ui/panestate.h"
#include "ui/problempanel.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/statusstrip.h"
#include "ui/timebrush.h"
#include "ui/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::actionNamed;
using tests::threeSeries;
using tests::WindowDesk;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void withoutAnArchiveItSaysWhatToDo();
    void theTitleNamesTheArchive();
    void theStatusBarAddsUpWhatIsShown();
    void versionsAndSeriesAreCountedByTheirNames();
    void aPlaceInTheTextIsToldUntilTheReaderGoesOn();
    void whatWasDoneIsToldWhereverTheReaderGoes();
    void theArrangementSurvives();
    void theTimeBrushCanBeHiddenAndStaysSo();
    void progressIsShownWithACancelThatEscapeTriggersToo();
    void progressWithoutAnArchiveFillsThePane();
    void whileTheFirstArchiveIsReadNobodyIsAskedToOpenOne();
    void anErrorKeepsWhatWasShownAndOffersMore();
    void problemsAreCountedAndListedWithTheirPlaces();
    void aProblemLeadsToItsMessage();
    void aProblemWithoutAMessageOffersNone();
    void recentArchivesAreOffered();
    void everyActionIsInAMenu();
    void theMenuOfTheMessageCanBeLookedOver();
};

void MainWindowTest::withoutAnArchiveItSaysWhatToDo()
{
    WindowDesk desk;
    QVERIFY(!desk.window.treePane()->isShowingContent());
    const auto *page = desk.find<ui::WelcomePage>(u"welcomePage"_s);
    QVERIFY(page && page->isVisible());
    QCOMPARE(desk.window.windowTitle(), u"Loredesk"_s);
    QVERIFY(!actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
    QSignalSpy sample(&desk.window, &ui::MainWindow::sampleRequested);
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeSample"_s), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeOpenFolder"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openFolderDialog"_s));
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeOpen"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openDialog"_s));
    // Nothing can be read yet: the page has the room.
    QVERIFY(!desk.window.messageView()->isVisible());
    QVERIFY(page->width() > desk.window.width() / 2);
    // Once there is an archive, the page gives way.
    desk.show(tests::catalogFrom(threeSeries()));
    QVERIFY(!page->isVisible());
    QTRY_VERIFY(desk.window.messageView()->isVisible());
    QTRY_VERIFY(desk.window.messageView()->width() > desk.window.width() / 4);
}

void MainWindowTest::theTitleNamesTheArchive()
{
    WindowDesk desk;
    auto catalog =
        catalog::Catalog::build({u"/a"_s, u"frob-devel"_s, {}, {}}, tests::headsFrom(threeSeries()), {});
    desk.show(catalog);
    QCOMPARE(desk.window.windowTitle(), u"frob-devel — Loredesk"_s);
}

void MainWindowTest::theStatusBarAddsUpWhatIsShown()
{
    WindowDesk desk(threeSeries());
    auto *summary = desk.find<QLabel>(u"statusSummary"_s);
    QCOMPARE(summary->text(), u"8 messages · 3 series"_s);
    desk.window.filterBar()->setText(u"widget"_s);
    QCOMPARE(summary->text(), u"8 messages · 3 series · 1 of 3 rows shown"_s);
    desk.window.filterBar()->clear();
    // Noon of 1 March to the end of it.
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1740787200, 1740873599}});
    desk.window.setRangeCount(4);
    QCOMPARE(summary->text(), u"8 messages · 3 series · range 1 Mar 2025 (4) · 1 of 3 rows shown"_s);
}

void MainWindowTest::versionsAndSeriesAreCountedByTheirNames()
{
    WindowDesk desk(u"\"tidy the frob\" @ada 0 1 /1\n"
                    "\"tidy the frob\" @ada v2 0 1 /1\n"
                    "\"mend the gadget\" @ada p\n"
                    "\"how does one frob\" @bob other\n"_s);
    auto *summary = desk.find<QLabel>(u"statusSummary"_s);
    QCOMPARE(summary->text(), u"6 messages · 3 versions of 2 series"_s);
    QVERIFY2(summary->toolTip().contains(u"1 thread without patches"_s), qPrintable(summary->toolTip()));
    desk.show(tests::catalogFrom(u"\"tidy the frob\" @ada 0 1 /1\n\"tidy the frob\" @ada v2 0 1 /1\n"_s));
    QCOMPARE(summary->text(), u"4 messages · 2 versions of 1 series"_s);
}

void MainWindowTest::aPlaceInTheTextIsToldUntilTheReaderGoesOn()
{
    WindowDesk desk(threeSeries());
    const QStatusBar *bar = desk.window.statusBar();
    ui::MessageView *view = desk.window.messageView();
    const auto told = [bar, view] {
        emit view->placeChanged(u"lib/frob.c"_s);
        return bar->currentMessage() == "lib/frob.c"_L1;
    };
    QVERIFY(told());
    QTest::keyClicks(desk.find<QLineEdit>(u"filterField"_s), u"frob"_s);
    QCOMPARE(bar->currentMessage(), QString());
    QVERIFY(told());
    desk.window.showMessage(base::MessageIndex(2));
    QCOMPARE(bar->currentMessage(), QString());
    QVERIFY(told());
    view->setCurrentTab(ui::MessageView::Tab::Thread);
    QCOMPARE(bar->currentMessage(), QString());
}

void MainWindowTest::whatWasDoneIsToldWhereverTheReaderGoes()
{
    WindowDesk desk(threeSeries());
    const QStatusBar *bar = desk.window.statusBar();
    emit desk.window.messageView()->placeChanged(u"lib/frob.c"_s);
    emit desk.window.messageView()->statusMessage(u"Link copied"_s);
    desk.window.showMessage(base::MessageIndex(2));
    QCOMPARE(bar->currentMessage(), u"Link copied"_s);
}

void MainWindowTest::theArrangementSurvives()
{
    ui::WindowLayout layout;
    {
        WindowDesk desk(threeSeries());
        desk.window.resize(1000, 700);
        desk.find<QDockWidget>(u"chartsDock"_s)->hide();
        layout = desk.window.windowLayout();
    }
    WindowDesk desk(threeSeries());
    QVERIFY(desk.find<QDockWidget>(u"chartsDock"_s)->isVisible());
    desk.window.restoreWindowLayout(layout);
    QVERIFY(!desk.find<QDockWidget>(u"chartsDock"_s)->isVisible());
    QVERIFY(desk.window.timeBrush()->isVisible());
    QCOMPARE(desk.window.width(), 1000);
}

void MainWindowTest::theTimeBrushCanBeHiddenAndStaysSo()
{
    ui::WindowLayout layout;
    {
        WindowDesk desk(threeSeries());
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_F8);
        QVERIFY(!desk.window.timeBrush()->isVisible());
        layout = desk.window.windowLayout();
    }
    WindowDesk desk(threeSeries());
    desk.window.restoreWindowLayout(layout);
    QVERIFY(!desk.window.timeBrush()->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_F6, Qt::ControlModifier); // who goes to it wants to see it
    QVERIFY(desk.window.timeBrush()->isVisible());
    QVERIFY(desk.window.timeBrush()->hasFocus());
}

void MainWindowTest::progressIsShownWithACancelThatEscapeTriggersToo()
{
    WindowDesk desk(threeSeries());
    QSignalSpy cancelled(&desk.window, &ui::MainWindow::cancelRequested);
    desk.window.showProgress(u"reading messages"_s, 610, 1000);
    QVERIFY(desk.window.treePane()->isShowingContent());
    QCOMPARE(desk.find<QLabel>(u"statusPhase"_s)->text(), u"reading messages 61 %"_s);
    QCOMPARE(desk.find<QProgressBar>(u"statusProgress"_s)->value(), 610);
    QVERIFY(!actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
    QTest::mouseClick(desk.find<QToolButton>(u"statusCancel"_s), Qt::LeftButton);
    actionNamed(desk.window, u"cancelAction"_s)->trigger();
    QCOMPARE(cancelled.size(), 2);
    desk.window.endProgress();
    QVERIFY(!desk.window.statusStrip()->isShowingProgress());
    QVERIFY(!actionNamed(desk.window, u"cancelAction"_s)->isEnabled());
    QVERIFY(actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
}

void MainWindowTest::progressWithoutAnArchiveFillsThePane()
{
    WindowDesk desk;
    QSignalSpy cancelled(&desk.window, &ui::MainWindow::cancelRequested);
    desk.window.showProgress(u"reading messages"_s, 1, 2);
    QVERIFY(desk.window.treePane()->findChild<QProgressBar *>(u"paneStateProgress"_s)->isVisible());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    desk.window.endProgress();
    QVERIFY(!desk.window.treePane()->findChild<QProgressBar *>(u"paneStateProgress"_s)->isVisible());
}

void MainWindowTest::whileTheFirstArchiveIsReadNobodyIsAskedToOpenOne()
{
    WindowDesk desk;
    ui::FilterBar *filter = desk.window.filterBar();
    const auto texts = [&desk] {
        QString all = desk.window.timeBrush()->valueText();
        for (const QWidget *panel : {static_cast<QWidget *>(desk.window.chartsPanel()),
                                     static_cast<QWidget *>(desk.window.digestPanel())}) {
            for (const QLabel *label : panel->findChildren<QLabel *>())
                all += u'|' + label->text();
        }
        return all;
    };
    QVERIFY(!filter->isEnabled());
    QCOMPARE(texts().count("Open an archive first"_L1), 2);
    desk.window.showProgress(u"reading messages"_s, 1, 2);
    QVERIFY(filter->isEnabled());
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter->field()->hasFocus());
    QVERIFY2(!texts().contains("Open an archive"_L1), qPrintable(texts()));
    QCOMPARE(texts().count("archive is being read"_L1), 3);
    desk.window.endProgress();
    QVERIFY(!filter->isEnabled());
    QCOMPARE(texts().count("Open an archive first"_L1), 2);
    desk.window.showProgress(u"reading messages"_s, 1, 2);
    desk.show(tests::catalogFrom(threeSeries()));
    QVERIFY(filter->isEnabled());
    QVERIFY(!texts().contains("archive is being read"_L1));
}

void MainWindowTest::anErrorKeepsWhatWasShownAndOffersMore()
{
    WindowDesk desk(threeSeries());
    QSignalSpy retried(&desk.window, &ui::MainWindow::retryRequested);
    desk.window.showOpenError({base::ErrorCode::NotAnArchive, u"there is no mail here"_s,
                               base::Place{u"/some/where"_s, -1, {}, -1, {}}, u"open an mbox"_s});
    auto *banner = desk.find<QWidget>(u"banner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(desk.find<QLabel>(u"bannerText"_s)->text(), u"There is no mail here"_s);
    QCOMPARE(desk.find<QLabel>(u"bannerDetail"_s)->text(), u"/some/where\nOpen an mbox"_s);
    QVERIFY(desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.find<QPushButton>(u"bannerFirst"_s), Qt::LeftButton);
    QCOMPARE(retried.size(), 1);
    QVERIFY(!banner->isVisible());
    desk.window.showOpenError({base::ErrorCode::NotAnArchive, u"there is no mail here"_s, {}, {}});
    QTest::mouseClick(desk.find<QPushButton>(u"bannerSecond"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openDialog"_s));
}

void MainWindowTest::problemsAreCountedAndListedWithTheirPlaces()
{
    WindowDesk desk;
    auto *button = desk.find<QToolButton>(u"statusProblems"_s);
    desk.show(tests::catalogFrom(threeSeries()));
    QVERIFY(!button->isVisible());
    QList<base::Problem> problems{
        {u"the object is missing"_s, base::Place{u"/a"_s, 1, {}, -1, {}}, {}},
        {u"the message is cut"_s, base::Place{u"/b"_s, -1, {}, 512, {}}, u"it was kept"_s}};
    desk.show(catalog::Catalog::build({}, tests::headsFrom(threeSeries()), problems));
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"⚠ 2 problems"_s);
    desk.find<QDockWidget>(u"problemsDock"_s)->hide();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(desk.find<QDockWidget>(u"problemsDock"_s)->isVisible());
    QCOMPARE(desk.window.problemPanel()->view()->model()->rowCount(), 2);
    desk.window.problemPanel()->copy();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.last().contains("/b"_L1) && lines.last().contains("The message is cut"_L1) &&
            lines.last().contains("It was kept"_L1));
}

void MainWindowTest::aProblemLeadsToItsMessage()
{
    WindowDesk desk;
    const QList<base::Problem> problems{
        {u"no date"_s, base::Place{{}, -1, {}, -1, u"2.1@example.org"_s}, {}}};
    desk.show(catalog::Catalog::build({}, tests::headsFrom(threeSeries()), problems));
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    QTreeView *view = desk.window.problemPanel()->view();
    emit view->doubleClicked(view->model()->index(0, 0));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(desk.window.seriesView()->currentIndex().data(items::MessageIdRole).toByteArray(),
             "2.1@example.org");
}

void MainWindowTest::aProblemWithoutAMessageOffersNone()
{
    WindowDesk desk(threeSeries());
    const base::MessageIndex message = desk.tree.catalog()->find("2.1@example.org");
    desk.problems.setProblems({{u"no Message-ID"_s, base::Place{u"/a"_s, -1, {}, 512, {}}, {}},
                               {u"unreadable"_s, base::Place{u"/a"_s, -1, {}, 1024, {}}, {}}},
                              {message, {}});
    QTreeView *view = desk.window.problemPanel()->view();
    const auto *show = view->findChild<QAction *>(u"problemShowAction"_s);
    QVERIFY(!show->isEnabled()); // nothing is current
    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(!show->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(show->isEnabled());
    emit view->doubleClicked(view->model()->index(0, 0));
    QCOMPARE(desk.window.seriesView()->currentMessage(), message);
}

void MainWindowTest::recentArchivesAreOffered()
{
    WindowDesk desk;
    QSignalSpy opened(&desk.window, &ui::MainWindow::openRequested);
    QSignalSpy cleared(&desk.window, &ui::MainWindow::clearRecentRequested);
    desk.window.setRecentArchives({{u"/lists/a&b"_s}, {u"/lists/c"_s, u"/lists/d"_s}});
    auto *menu = desk.find<QMenu>(u"recentMenu"_s);
    QCOMPARE(menu->actions().at(0)->text(), u"a&&b"_s);
    QCOMPARE(menu->actions().at(1)->text(), u"c and 1 more"_s);
    menu->actions().at(1)->trigger();
    QCOMPARE(opened.last().first().toStringList(), (QStringList{u"/lists/c"_s, u"/lists/d"_s}));
    menu->actions().last()->trigger();
    QCOMPARE(cleared.size(), 1);
    desk.window.setRecentArchives({});
    QVERIFY(!menu->isEnabled());
}

void MainWindowTest::theMenuOfTheMessageCanBeLookedOver()
{
    WindowDesk desk;
    const QAction *top = nullptr;
    for (const QAction *action : desk.window.menuBar()->actions()) {
        if (action->text() == "&Message"_L1)
            top = action;
    }
    QVERIFY(top);
    QList<QAction *> entries = top->menu()->actions();
    entries.removeIf([](const QAction *action) { return action->isSeparator(); });
    QVERIFY2(entries.size() <= 15, qPrintable(QString::number(entries.size())));
    // Whatever is in a menu of its own is found there, and nothing is left out.
    QSet<QString> held;
    for (const QAction *entry : std::as_const(entries)) {
        held << entry->objectName();
        if (!entry->menu())
            continue;
        for (const QAction *action : entry->menu()->actions())
            held << action->objectName();
    }
    for (const QAction *action : desk.window.messageView()->viewerActions()) {
        if (action)
            QVERIFY2(held.contains(action->objectName()), qPrintable(action->objectName()));
    }
    QVERIFY(held.contains(u"messageZoomInAction"_s));
}

void MainWindowTest::everyActionIsInAMenu()
{
    WindowDesk desk;
    QSet<QAction *> inMenus;
    QList<QMenu *> open;
    const QList<QAction *> bar = desk.window.menuBar()->actions();
    for (QAction *action : bar)
        open << action->menu();
    while (!open.isEmpty()) {
        const QList<QAction *> actions = open.takeLast()->actions();
        for (QAction *action : actions) {
            inMenus << action;
            if (action->menu())
                open << action->menu();
        }
    }
    QList<QAction *> wanted =
        desk.window.seriesView()->rowActions() + desk.window.seriesView()->moveActions();
    wanted << actionNamed(desk.window, u"refreshAction"_s) << actionNamed(desk.window, u"filterHideBots"_s)
           << actionNamed(desk.window, u"customRangeAction"_s);
    for (QAction *action : std::as_const(wanted)) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
    }
    // No two actions that hold everywhere share a key.
    QHash<QKeySequence, QString> taken;
    for (QAction *action : std::as_const(inMenus)) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(!taken.contains(key),
                     qPrintable(key.toString() + u": "_s + taken.value(key) + action->text()));
            taken.insert(key, action->text());
        }
    }
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
