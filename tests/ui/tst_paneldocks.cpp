// SPDX-License-Identifier: GPL-3.0-or-later
// The panels below: behind each other, in front, and in windows of their own.
#include "models/catalog/catalog.h"
#include "tests/ui/windowfixture.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"
#include "ui/chartspanel.h"
#include "ui/panefocus.h"
#include "ui/seriesview.h"

#include <QApplication>
#include <QDockWidget>
#include <QScreen>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::WindowDesk;

namespace {

struct Desk : WindowDesk
{
    Desk()
        : WindowDesk(tests::threeSeries())
        , charts(*find<QDockWidget>(u"chartsDock"_s))
        , digest(*find<QDockWidget>(u"digestDock"_s))
        , problems(*find<QDockWidget>(u"problemsDock"_s))
    {
        window.resize(1024, 600);
        // As in a low window, whatever the screen.
        window.tabifyDockWidget(&charts, &digest);
        window.tabifyDockWidget(&charts, &problems);
        digest.raise();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window does not become active");
        if (!QTest::qWaitFor([this] { return isFront(digest) && !isFront(charts); }))
            qFatal("The panels do not lie behind each other");
    }
    static bool isFront(const QDockWidget &dock) { return ui::hasPlace(dock); }
    static bool hasFocus(const QDockWidget &dock) { return dock.isAncestorOf(QApplication::focusWidget()); }
    QAction &action(const QString &name) const { return *tests::actionNamed(window, name); }
    /// Where each press of the key leads, until it is where it began.
    QList<QWidget *> wayOf(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        window.seriesView()->setFocus();
        QList<QWidget *> way;
        do {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            way << QApplication::focusWidget();
        } while (way.last() && way.last() != window.seriesView() && way.size() < 200);
        return way;
    }

    QDockWidget &charts;
    QDockWidget &digest;
    QDockWidget &problems;
};

} // namespace

class PanelDocksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void whatLiesBehindDoesNotGetTheFocus_data();
    void whatLiesBehindDoesNotGetTheFocus();
    void whatComesToTheFrontGetsTheFocusAgain();
    void theFocusDoesNotStayInWhatGoesBehind();
    void aKeyOfAPanelFetchesWhatLiesBehindAndHidesWhatIsInFront();
    void aKeyOfAChartLeadsToTheChart();
    void withoutBarsAKeyOfAChartLeadsToTheChoiceOfCharts();
    void panelsInWindowsOfTheirOwnLeaveEachOthersTitleFree();
    void whatLiesBehindAPanelThatLeavesIsSeen();
    void aPanelThatWasDraggedOutStaysWhereItIs();
    void aPanelComesBackToTheFrontOfItsPlace();
    void aPanelThatComesBackLeavesTheOthersInFront();
    void afterARestartPanelsInWindowsOfTheirOwnAreAboveTheWindow();
};

void PanelDocksTest::whatLiesBehindDoesNotGetTheFocus_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addRow("forward") << Qt::Key_Tab << Qt::KeyboardModifiers();
    QTest::addRow("backward") << Qt::Key_Backtab << Qt::KeyboardModifiers(Qt::ShiftModifier);
    QTest::addRow("next pane") << Qt::Key_F6 << Qt::KeyboardModifiers();
    QTest::addRow("previous pane") << Qt::Key_F6 << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

void PanelDocksTest::whatLiesBehindDoesNotGetTheFocus()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    Desk desk;
    const QList<QWidget *> way = desk.wayOf(key, modifiers);
    QCOMPARE(way.last(), desk.window.seriesView());
    bool isInDigest = false;
    for (QWidget *place : way) {
        QVERIFY2(ui::hasPlace(*place), qPrintable(place->objectName()));
        QVERIFY(!desk.charts.isAncestorOf(place));
        isInDigest |= desk.digest.isAncestorOf(place);
    }
    QVERIFY(isInDigest);
}

void PanelDocksTest::whatComesToTheFrontGetsTheFocusAgain()
{
    Desk desk;
    const QList<QWidget *> before = desk.wayOf(Qt::Key_Tab, {});
    desk.charts.raise();
    QTRY_VERIFY(desk.isFront(desk.charts));
    const QList<QWidget *> way = desk.wayOf(Qt::Key_Tab, {});
    QVERIFY(way != before);
    QVERIFY(std::any_of(way.begin(), way.end(),
                        [&](const QWidget *place) { return desk.charts.isAncestorOf(place); }));
    QVERIFY(std::none_of(way.begin(), way.end(),
                         [&](const QWidget *place) { return desk.digest.isAncestorOf(place); }));
    desk.digest.raise();
    QTRY_VERIFY(desk.isFront(desk.digest));
    QCOMPARE(desk.wayOf(Qt::Key_Tab, {}), before);
}

void PanelDocksTest::theFocusDoesNotStayInWhatGoesBehind()
{
    Desk desk;
    desk.digest.findChild<QWidget *>(u"digestFormat"_s)->setFocus();
    QVERIFY(desk.hasFocus(desk.digest));
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.hasFocus(desk.charts));
    QVERIFY(ui::hasPlace(*QApplication::focusWidget()));
    // Elsewhere it stays.
    desk.window.seriesView()->setFocus();
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.digest));
    QCoreApplication::processEvents();
    QVERIFY(desk.window.seriesView()->hasFocus());
}

void PanelDocksTest::aKeyOfAPanelFetchesWhatLiesBehindAndHidesWhatIsInFront()
{
    Desk desk;
    QAction &charts = desk.action(u"chartsDockAction"_s);
    QAction &digest = desk.action(u"digestDockAction"_s);
    QVERIFY(charts.isChecked());
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.charts));
    QVERIFY(!desk.isFront(desk.digest));
    QVERIFY(charts.isChecked());
    QVERIFY(digest.isChecked());
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!desk.charts.isVisible());
    QVERIFY(!charts.isChecked());
    QVERIFY(digest.isChecked());
    // What is fetched is in front.
    QTest::keyClick(&desk.window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.charts));
    QVERIFY(charts.isChecked());
    QTest::keyClick(&desk.window, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.problems));
    QVERIFY(desk.charts.isVisible());
    // Even without one of the others.
    desk.charts.close();
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.digest));
    QTest::keyClick(&desk.window, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(desk.isFront(desk.problems));
    QTest::keyClick(&desk.window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!desk.problems.isVisible());
    QTRY_VERIFY(desk.isFront(desk.digest));
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!desk.digest.isVisible());
}

void PanelDocksTest::aKeyOfAChartLeadsToTheChart()
{
    Desk desk;
    desk.contributors.setCounts({{u"Ada"_s, {}, false, {base::MessageIndex(0)}}});
    constexpr auto modifiers = Qt::ControlModifier | Qt::AltModifier;
    QTest::keyClick(&desk.window, Qt::Key_1, modifiers);
    ui::BarChartView *chart = desk.window.chartsPanel()->contributorsChart();
    QTRY_VERIFY(ui::hasPlace(*chart));
    QCOMPARE(QApplication::focusWidget(), chart);
    QTest::keyClick(chart, Qt::Key_Down);
    QVERIFY(chart->currentItem() >= 0);
    desk.window.chartsPanel()->setTableShown(true);
    QTest::keyClick(&desk.window, Qt::Key_1, modifiers);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"chartTableView"_s);
}

void PanelDocksTest::withoutBarsAKeyOfAChartLeadsToTheChoiceOfCharts()
{
    Desk desk;
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(desk.hasFocus(desk.charts));
    QVERIFY(QApplication::focusWidget() != desk.window.chartsPanel());
    QVERIFY(QApplication::focusWidget()->objectName().startsWith("chart"_L1));
}

void PanelDocksTest::panelsInWindowsOfTheirOwnLeaveEachOthersTitleFree()
{
    Desk desk;
    QVERIFY(!(desk.window.dockOptions() & QMainWindow::GroupedDragging));
    desk.charts.raise();
    QTRY_VERIFY(desk.isFront(desk.charts));
    const auto placeOf = [](const QWidget &widget) {
        return QRect(widget.mapToGlobal(QPoint()), widget.size());
    };
    QList<QRect> places{placeOf(desk.charts)};
    for (QDockWidget *dock : {&desk.charts, &desk.digest, &desk.problems}) {
        QAction &action = desk.action(dock->objectName() + u"FloatAction"_s);
        action.trigger();
        QTRY_VERIFY(dock->isFloating());
        QVERIFY(action.isChecked());
        QVERIFY(desk.action(dock->objectName() + u"Action"_s).isChecked());
        QCoreApplication::processEvents(); // the titles change
        const QRect place = placeOf(*dock);
        QVERIFY(dock->screen()->availableGeometry().contains(place));
        for (const QRect &other : places)
            QVERIFY(std::abs(place.top() - other.top()) >= 24);
        places << place;
    }
}

void PanelDocksTest::whatLiesBehindAPanelThatLeavesIsSeen()
{
    Desk desk;
    desk.action(u"digestDockFloatAction"_s).trigger();
    QTRY_VERIFY(desk.digest.isFloating());
    QTRY_VERIFY(desk.isFront(desk.charts) != desk.isFront(desk.problems));
    QDockWidget &front = desk.isFront(desk.charts) ? desk.charts : desk.problems;
    QDockWidget &last = desk.isFront(desk.charts) ? desk.problems : desk.charts;
    desk.action(front.objectName() + u"FloatAction"_s).trigger();
    QTRY_VERIFY(front.isFloating());
    QTRY_VERIFY(desk.isFront(last));
}

void PanelDocksTest::aPanelThatWasDraggedOutStaysWhereItIs()
{
    Desk desk;
    QAction &action = desk.action(u"digestDockFloatAction"_s);
    action.trigger();
    desk.digest.setGeometry(120, 60, 600, 250);
    QCoreApplication::processEvents();
    // It comes back to where it was, too.
    action.trigger();
    QTRY_VERIFY(!desk.digest.isFloating());
    action.trigger();
    QTRY_VERIFY(desk.digest.isFloating());
    QCOMPARE(desk.digest.geometry(), QRect(120, 60, 600, 250));
}

void PanelDocksTest::aPanelComesBackToTheFrontOfItsPlace()
{
    Desk desk;
    for (QDockWidget *dock : {&desk.problems, &desk.charts, &desk.digest}) {
        QAction &action = desk.action(dock->objectName() + u"FloatAction"_s);
        action.trigger();
        QTRY_VERIFY(dock->isFloating());
        action.trigger();
        QTRY_VERIFY(!dock->isFloating() && desk.isFront(*dock));
        QVERIFY(!action.isChecked());
        QCoreApplication::processEvents();
        QVERIFY(desk.isFront(*dock));
        QVERIFY(desk.action(dock->objectName() + u"Action"_s).isChecked());
    }
    // The same by the button of the window.
    desk.charts.setFloating(true);
    desk.problems.raise();
    QTRY_VERIFY(desk.isFront(desk.problems));
    desk.charts.setFloating(false);
    QTRY_VERIFY(desk.isFront(desk.charts));
}

void PanelDocksTest::aPanelThatComesBackLeavesTheOthersInFront()
{
    Desk desk;
    for (QDockWidget *dock : {&desk.digest, &desk.problems})
        desk.window.removeDockWidget(dock);
    desk.window.addDockWidget(Qt::BottomDockWidgetArea, &desk.digest, Qt::Horizontal);
    desk.window.tabifyDockWidget(&desk.digest, &desk.problems);
    desk.digest.show();
    desk.problems.show();
    QAction &action = desk.action(u"chartsDockFloatAction"_s);
    for (QDockWidget *front : {&desk.digest, &desk.problems}) {
        front->raise();
        QTRY_VERIFY(desk.isFront(*front));
        action.trigger();
        QTRY_VERIFY(desk.charts.isFloating());
        QTRY_VERIFY(desk.isFront(*front));
        action.trigger();
        QTRY_VERIFY(!desk.charts.isFloating() && desk.isFront(desk.charts));
        QCoreApplication::processEvents();
        QVERIFY(desk.isFront(*front));
    }
}

void PanelDocksTest::afterARestartPanelsInWindowsOfTheirOwnAreAboveTheWindow()
{
    ui::WindowLayout layout;
    {
        const Desk desk;
        desk.action(u"chartsDockFloatAction"_s).trigger();
        desk.action(u"digestDockFloatAction"_s).trigger();
        QTRY_VERIFY(desk.charts.isFloating() && desk.digest.isFloating());
        layout = desk.window.windowLayout();
    }
    // What is said of the window and its panels, in turn.
    struct Watcher : QObject
    {
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::Show || event->type() == QEvent::ZOrderChange)
                events.append({watched->objectName(), event->type()});
            return false;
        }
        QList<std::pair<QString, QEvent::Type>> events;
    } watcher;
    ui::MainWindow window;
    window.restoreWindowLayout(layout);
    window.installEventFilter(&watcher);
    for (const QString &name : {u"chartsDock"_s, u"digestDock"_s, u"problemsDock"_s})
        window.findChild<QDockWidget *>(name)->installEventFilter(&watcher);
    const auto isOnScreen = [&](const QString &dock) {
        const QWindow *handle = window.findChild<QDockWidget *>(dock)->windowHandle();
        return handle && handle->isVisible();
    };
    // One that came first would not be known to belong to the window.
    QVERIFY(!isOnScreen(u"chartsDock"_s));
    QVERIFY(!isOnScreen(u"digestDock"_s));
    QVERIFY(window.findChild<QAction *>(u"digestDockAction"_s)->isChecked());
    window.show();
    const auto isRaised = [&](const QString &dock) {
        const auto &events = watcher.events;
        const qsizetype shown = events.indexOf(std::pair(window.objectName(), QEvent::Show));
        return shown >= 0 && events.lastIndexOf(std::pair(dock, QEvent::ZOrderChange)) > shown;
    };
    QTRY_VERIFY(isRaised(u"chartsDock"_s));
    QTRY_VERIFY(isRaised(u"digestDock"_s));
    QVERIFY(isOnScreen(u"chartsDock"_s));
    QVERIFY(isOnScreen(u"digestDock"_s));
    QVERIFY(!isRaised(u"problemsDock"_s));
    QVERIFY(window.findChild<QAction *>(u"digestDockAction"_s)->isChecked());
}

QTEST_MAIN(PanelDocksTest)
#include "tst_paneldocks.moc"
