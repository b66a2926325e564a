// SPDX-License-Identifier: GPL-3.0-or-later
// Several archives open in one window: going from one to the other, and how each is left.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/archivesection.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/sidelist.h"
#include "ui/sidepane.h"
#include "ui/statusstrip.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using app::Controller;
using items::ViewKind;

namespace {

/// Catches what would open a file manager.
class FileManager : public QObject
{
    Q_OBJECT
public:
    FileManager() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QUrl opened;
public slots:
    void open(const QUrl &url) { opened = url; }
};

} // namespace

class WindowArchivesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void openingASecondArchiveKeepsTheFirst();
    void goingToAnotherArchiveBringsBackWhereOneWas();
    void goingFromAnEmptyTreeToAnotherArchiveShowsARowOfThat();
    void anArchiveIsReadWhileAnotherOneLoads();
    void theKeysGoFromOneToTheOther();
    void whatIsNewIsSaidInTheListWhicheverIsShown();
    void theMenuOfAnArchiveIsForThatOne();
    void filesThatAreDroppedOnThePaneAreOpened();
    void closingOneShowsAnother();
    void theArchivesComeBackAtTheNextStart();
    void oneThatIsAskedForBeforeItsTurnIsLoadedOnce();
    void theyStayAwayWhereTheUserSaidSo();
    void theKeysGoToTheTreeOnceThereIsOne();
    void theKeysForSearchingHoldInThePaneAtTheSide();

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() const { return m_kept->filePath(u"settings.ini"_s); }
    static ui::SideList *list(Program &program) { return program.window.sidePane()->archives()->list(); }
    static void click(Program &program, int row, Qt::MouseButton button = Qt::LeftButton)
    {
        const QPoint at = list(program)->visualRect(list(program)->model()->index(row, 0)).center();
        QTest::mouseClick(list(program)->viewport(), button, {}, at);
        if (button == Qt::RightButton) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, list(program)->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(list(program)->viewport(), &event);
        }
    }
    static QStringList shown(Program &program)
    {
        return program.controller->loaded() ? program.controller->loaded()->paths : QStringList();
    }
    static QModelIndex rowOf(Program &program, const QByteArray &id)
    {
        return program.controller->series().indexOf(program.controller->loaded()->catalog->find(id));
    }
    /// The names in the list with their numbers: "frob 5|numbered 40 +2".
    static QString archives(Program &program)
    {
        QStringList rows;
        const QAbstractItemModel *model = list(program)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const int fresh = index.data(items::NewCountRole).toInt();
            rows << index.data().toString() + u" "_s + index.data(items::CountRole).toString() +
                        (fresh > 0 ? u" +%1"_s.arg(fresh) : QString());
        }
        return rows.join(u'|');
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_frob;
    QString m_numbered;
};

void WindowArchivesTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
}

void WindowArchivesTest::init()
{
    m_builder = std::make_unique<ArchiveBuilder>();
    m_kept = std::make_unique<QTemporaryDir>();
    m_frob = m_builder->v2(u"frob"_s, {ArchiveBuilder::adding(frobList())});
    m_numbered = m_builder->mbox(u"numbered"_s, ArchiveBuilder::sampleMessages(40));
}

void WindowArchivesTest::openingASecondArchiveKeepsTheFirst()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(program.open({m_numbered}));
    QTRY_COMPARE(archives(program), u"frob 5|numbered 40"_s);
    QCOMPARE(shown(program), QStringList{m_numbered});
    QCOMPARE(list(program)->currentIndex().row(), 1);
    // Nothing is loaded for going back: it is there before the event loop runs.
    const auto before = program.controller->archives().at(0)->loaded();
    click(program, 0);
    QCOMPARE(shown(program), QStringList{m_frob});
    QCOMPARE(program.controller->loaded(), before);
    QCOMPARE(program.sortedTitles().size(), 2);
    QVERIFY(program.window.windowTitle().startsWith(u"frob"_s));
    // What is open is not opened twice.
    program.controller->open({m_numbered});
    QCOMPARE(shown(program), QStringList{m_numbered});
    QTRY_COMPARE(archives(program), u"frob 5|numbered 40"_s);
}

void WindowArchivesTest::goingToAnotherArchiveBringsBackWhereOneWas()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    ui::SeriesView *view = program.window.seriesView();
    view->expand(program.controller->series().index(1, 0));
    view->expand(rowOf(program, "frob-1@example.org"));
    QVERIFY(view->showMessage(program.controller->loaded()->catalog->find("frob-3@example.org")));
    program.window.filterBar()->setText(u"s:frob"_s);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
    const base::UnixSeconds last = program.controller->loaded()->catalog->lastDate();
    const ui::RangeChoice range{ui::RangeKind::Custom, {last - 600, last - 60}};
    program.window.rangeChooser()->setChoice(range);
    program.window.chartsPanel()->setChart(ui::ChartsPanel::Chart::Activity);

    QVERIFY(program.open({m_numbered}));
    QCOMPARE(program.window.filterBar()->text(), QString());
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
    QCOMPARE(program.controller->series().rowCount(), program.controller->series().totalRows());
    program.window.chartsPanel()->setChart(ui::ChartsPanel::Chart::Domains);
    QTest::mouseClick(program.window.sidePane()->viewList()->viewport(), Qt::LeftButton, {},
                      program.window.sidePane()
                          ->viewList()
                          ->visualRect(program.window.sidePane()->viewList()->model()->index(2, 0))
                          .center());
    const QStringList unanswered = program.sortedTitles();

    click(program, 0);
    // All of it at once.
    QCOMPARE(program.window.filterBar()->text(), u"s:frob"_s);
    QCOMPARE(program.window.rangeChooser()->choice(), range);
    QCOMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
    QCOMPARE(program.currentRow(), "frob-3@example.org");
    QVERIFY(view->isExpanded(program.controller->series().index(0, 0)));
    QVERIFY(view->isExpanded(rowOf(program, "frob-1@example.org")));
    QCOMPARE(program.window.chartsPanel()->chart(), ui::ChartsPanel::Chart::Activity);
    QCOMPARE(program.window.sidePane()->currentView(), ViewKind::All);
    QTRY_COMPARE(program.shownMessage(), "frob-3@example.org");

    click(program, 1);
    QCOMPARE(program.window.sidePane()->currentView(), ViewKind::Unanswered);
    QCOMPARE(program.sortedTitles(), unanswered);
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
    QCOMPARE(program.window.chartsPanel()->chart(), ui::ChartsPanel::Chart::Domains);
}

void WindowArchivesTest::goingFromAnEmptyTreeToAnotherArchiveShowsARowOfThat()
{
    Program program(settingsFile(), places());
    QVERIFY(program.open({m_frob}));
    program.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    program.window.filterBar()->field()->setText(u"nosuchword"_s);
    QTRY_VERIFY(!program.window.seriesView()->isVisible());
    program.window.findChild<QAction *>(u"focusTreeAction"_s)->trigger();
    // The tree comes back with rows of the other archive, and with the focus, before all else has changed: a
    // row that is current then must not be looked for in the archive of before.
    QSignalSpy requested(&program.window, &ui::MainWindow::messageRequested);
    QVERIFY(program.open({m_numbered}));
    QCOMPARE(shown(program), QStringList{m_numbered});
    QVERIFY(program.window.seriesView()->isVisible());
    QVERIFY(!requested.isEmpty());
    QTRY_COMPARE(program.shownMessage(), program.currentRow());
    QVERIFY(!program.currentRow().isEmpty());
}

void WindowArchivesTest::anArchiveIsReadWhileAnotherOneLoads()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(program.waitForMessage());
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->open({m_builder->mbox(u"large"_s, ArchiveBuilder::sampleMessages(400))});
    QVERIFY(list(program)->model()->index(1, 0).data(items::BusyRole).toBool());
    // Its row is chosen, and what is shown goes on.
    QVERIFY(program.window.seriesView()->showMessage(
        program.controller->loaded()->catalog->find("frob-2@example.org")));
    QVERIFY(program.waitForMessage());
    // On a busy machine the other archive may be there first.
    if (opened.isEmpty())
        QCOMPARE(program.shownMessage(), "frob-2@example.org");
    QVERIFY(!opened.isEmpty() || opened.wait(20000));
    QCOMPARE(shown(program).size(), 1);
    QVERIFY(shown(program).first().endsWith(u"large"_s));
    // Whoever goes back while something loads is not taken away again.
    QSignalSpy second(program.controller.get(), &Controller::opened);
    const QString more = m_builder->mbox(u"more"_s, ArchiveBuilder::sampleMessages(400));
    program.controller->open({more});
    click(program, 0);
    QCOMPARE(shown(program), QStringList{m_frob});
    QTRY_COMPARE(list(program)->model()->index(2, 0).data(items::CountRole).toInt(), 400);
    QCOMPARE(shown(program), QStringList{m_frob});
    QCOMPARE(second.size(), 1);
}

void WindowArchivesTest::theKeysGoFromOneToTheOther()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(program.open({m_numbered}));
    program.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(shown(program), QStringList{m_frob});
    QTest::keyClick(&program.window, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(shown(program), QStringList{m_numbered});
    list(program)->setFocus();
    QTest::keyClick(list(program), Qt::Key_Up);
    QCOMPARE(shown(program), QStringList{m_frob});
}

void WindowArchivesTest::whatIsNewIsSaidInTheListWhicheverIsShown()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        program.window.close();
    }
    m_builder->append(
        m_frob + "/git/0.git"_L1,
        {ArchiveBuilder::adding({letter("gadget@example.org", "[PATCH] gadget: start it",
                                        "Cy <cy@example.org>", 20, {}, patchBody("started"))})});
    Program program(settingsFile(), places());
    program.showSidePane();
    QSignalSpy kept(&program.controller->session(), &app::ArchiveSession::kept);
    QVERIFY(program.open({m_frob}));
    QTRY_COMPARE(archives(program), u"frob 6 +1"_s);
    QVERIFY(!kept.isEmpty() || kept.wait(20000));
    QVERIFY(program.open({m_numbered}));
    // Behind what is shown an archive is read again as well; what was new stays new while the program runs.
    m_builder->append(
        m_frob + "/git/0.git"_L1,
        {ArchiveBuilder::adding({letter("gizmo@example.org", "[PATCH] gizmo: stop it", "Cy <cy@example.org>",
                                        30, {}, patchBody("stopped"))})});
    click(program, 0, Qt::RightButton);
    program.window.findChild<QAction *>(u"refreshArchiveAction"_s)->trigger();
    QTRY_COMPARE(archives(program), u"frob 7 +2|numbered 40"_s);
    QCOMPARE(shown(program), QStringList{m_numbered});
    click(program, 0);
    QCOMPARE(program.sortedTitles().size(), 4);
    QVERIFY(rowOf(program, "gizmo@example.org").data(items::NewRole).toBool() ||
            !program.controller->series().viewCounts());
    QTRY_VERIFY(rowOf(program, "gizmo@example.org").data(items::NewRole).toBool());
    QVERIFY(!rowOf(program, "widget@example.org").data(items::NewRole).toBool());
}

void WindowArchivesTest::theMenuOfAnArchiveIsForThatOne()
{
    FileManager fileManager;
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(program.open({m_numbered}));
    QMenu *menu = program.window.sidePane()->archives()->menu();
    const auto choose = [&](int row, const QString &name) {
        click(program, row, Qt::RightButton);
        QVERIFY(menu->isVisible());
        QTest::mouseClick(menu, Qt::LeftButton, {},
                          menu->actionGeometry(program.window.findChild<QAction *>(name)).center());
        QVERIFY(!menu->isVisible());
        QTRY_VERIFY(!list(program)->menuRow().isValid());
    };
    choose(0, u"copyArchivePathAction"_s);
    QCOMPARE(QApplication::clipboard()->text(), m_frob);
    choose(0, u"showArchiveFileAction"_s);
    QCOMPARE(fileManager.opened.toLocalFile(), m_frob);
    choose(1, u"showArchiveFileAction"_s);
    QCOMPARE(fileManager.opened.toLocalFile(), QFileInfo(m_numbered).path());
    QCOMPARE(shown(program), QStringList{m_numbered}); // nobody went there
    QVERIFY(menu->actions().contains(program.window.findChild<QAction *>(u"watchAction"_s)));
    choose(0, u"closeArchiveAction"_s);
    QTRY_COMPARE(archives(program), u"numbered 40"_s);
    QCOMPARE(shown(program), QStringList{m_numbered});
}

void WindowArchivesTest::filesThatAreDroppedOnThePaneAreOpened()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QWidget *const targets[] = {list(program)->viewport(), program.window.sidePane()->viewList()->viewport()};
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_numbered)});
    for (QWidget *target : targets) {
        // As the platform delivers it: to the window, which looks for who takes it at that place.
        const QPoint at = target->mapTo(&program.window, target->rect().center());
        QWindow *window = program.window.windowHandle();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &drop);
        QTRY_COMPARE(archives(program), u"frob 5|numbered 40"_s);
        QTRY_COMPARE(shown(program), QStringList{m_numbered});
        emit program.window.closeRequested();
        QTRY_COMPARE(archives(program), u"frob 5"_s);
    }
}

void WindowArchivesTest::closingOneShowsAnother()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(program.open({m_numbered}));
    emit program.window.closeRequested();
    QCOMPARE(shown(program), QStringList{m_frob});
    QCOMPARE(program.sortedTitles().size(), 2);
    QTRY_COMPARE(archives(program), u"frob 5"_s);
    emit program.window.closeRequested();
    QCOMPARE(shown(program), QStringList());
    QVERIFY(!program.window.treePane()->isShowingContent());
    QCOMPARE(list(program)->model()->rowCount(), 0);
    QVERIFY(program.open({m_frob}));
    QCOMPARE(program.sortedTitles().size(), 2);
}

void WindowArchivesTest::theArchivesComeBackAtTheNextStart()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        QVERIFY(program.open({m_numbered}));
        click(program, 0);
    }
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QSignalSpy opened(program.controller.get(), &Controller::opened);
        program.controller->start({});
        QVERIFY(opened.wait(20000));
        // First the one that was shown.
        QCOMPARE(shown(program), QStringList{m_frob});
        QTRY_COMPARE(archives(program), u"frob 5|numbered 40"_s);
        QCOMPARE(opened.size(), 1);
        click(program, 1);
        QCOMPARE(shown(program), QStringList{m_numbered});
    }
    // Whoever names an archive gets that one.
    Program program(settingsFile(), places());
    program.showSidePane();
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->start({m_numbered});
    QVERIFY(opened.wait(20000));
    QTRY_COMPARE(archives(program), u"numbered 40"_s);
}

void WindowArchivesTest::oneThatIsAskedForBeforeItsTurnIsLoadedOnce()
{
    const QString third = m_builder->mbox(u"third.mbox"_s, frobList());
    {
        Program program(settingsFile(), places());
        for (const QString &path : {m_numbered, third, m_frob})
            QVERIFY(program.open({path}));
    }
    Program program(settingsFile(), places());
    app::OpenArchives &archives = program.controller->archives();
    QSignalSpy ready(&archives, &app::OpenArchives::ready);
    program.controller->start({}); // begins with the one that was shown, and comes to the third last
    program.controller->open({third});
    while (ready.size() < 3)
        QVERIFY(ready.wait(20000));
    for (const QString &path : {m_numbered, third, m_frob})
        QVERIFY(!archives.find({path})->isLoading());
    QCOMPARE(shown(program), QStringList{third});
    // What is shown is what a refresh begins with.
    QCOMPARE(program.controller->loaded(), archives.find({third})->loaded());
}

void WindowArchivesTest::theyStayAwayWhereTheUserSaidSo()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        program.window.findChild<QAction *>(u"reopenAction"_s)->trigger();
    }
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(!program.window.findChild<QAction *>(u"reopenAction"_s)->isChecked());
    program.settings.setHasRunBefore();
    program.controller->start({});
    QCOMPARE(list(program)->model()->rowCount(), 0);
    QVERIFY(!program.window.statusStrip()->isShowingProgress());
}

void WindowArchivesTest::theKeysGoToTheTreeOnceThereIsOne()
{
    Program program(settingsFile(), places());
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QVERIFY(program.open({m_frob}));
    QCOMPARE(QApplication::focusWidget(), program.window.seriesView());
}

void WindowArchivesTest::theKeysForSearchingHoldInThePaneAtTheSide()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    list(program)->setFocus();
    QTest::keyClick(list(program), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), program.window.filterBar()->field());
}

QTEST_MAIN(WindowArchivesTest)
#include "tst_windowarchives.moc"
