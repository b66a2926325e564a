// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on top of the panels below: a tab, their own tools, or a title.
#include "ui/chartspanel.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

struct Desk
{
    Desk()
    {
        window.resize(1440, 900);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("The window does not show");
    }
    QDockWidget &dock(const QString &name) const { return *window.findChild<QDockWidget *>(name); }
    QWidget &tools() const { return *window.findChild<QWidget *>(u"chartTools"_s); }
    /// Of the dock, or of the system where it is a window.
    bool hasUsualTitle(const QString &name) const { return !dock(name).titleBarWidget(); }

    ui::MainWindow window;
};

} // namespace

class DockTitlesTest : public QObject
{
    Q_OBJECT

private slots:
    void theChartsHaveTheirTabsForATitle();
    void inAWindowOfItsOwnAPanelHasAName();
    void theChartsCanBeDraggedByTheirTools();
    void aTabNeedsNoTitle();
    void aPanelThatIsLeftAloneIsNamed();
    void aPanelThatComesBackHasItsShareAgain();
    void aPanelThatIsDockedAgainHasItsShareAgain();
};

void DockTitlesTest::theChartsHaveTheirTabsForATitle()
{
    const Desk desk;
    QTRY_COMPARE(desk.dock(u"chartsDock"_s).titleBarWidget(), &desk.tools());
    QVERIFY(desk.tools().isVisible());
    // They stand as high as the tabs of the panels beside them, and go on working.
    QTRY_COMPARE(desk.tools().mapTo(&desk.window, QPoint()).y(),
                 desk.dock(u"chartsDock"_s).mapTo(&desk.window, QPoint()).y());
    auto *tabs = desk.tools().findChild<QTabBar *>(u"chartTabs"_s);
    const QSignalSpy changed(desk.window.chartsPanel(), &ui::ChartsPanel::chartChanged);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.window.chartsPanel()->chart(), ui::ChartsPanel::Chart::Activity);
}

void DockTitlesTest::inAWindowOfItsOwnAPanelHasAName()
{
    const Desk desk;
    QTRY_COMPARE(desk.dock(u"chartsDock"_s).titleBarWidget(), &desk.tools());
    desk.dock(u"chartsDock"_s).setFloating(true);
    QTRY_VERIFY(desk.hasUsualTitle(u"chartsDock"_s));
    QVERIFY(desk.window.chartsPanel()->isAncestorOf(&desk.tools()));
    QTRY_VERIFY(desk.tools().isVisible());
    QCOMPARE(desk.tools().pos(), QPoint());
    desk.dock(u"chartsDock"_s).setFloating(false);
    QTRY_COMPARE(desk.dock(u"chartsDock"_s).titleBarWidget(), &desk.tools());
    QVERIFY(desk.tools().isVisible());
}

void DockTitlesTest::theChartsCanBeDraggedByTheirTools()
{
    const Desk desk;
    QTRY_COMPARE(desk.dock(u"chartsDock"_s).titleBarWidget(), &desk.tools());
    // Between the tabs and the buttons. The second click of two is what the style takes for a wish to float.
    const auto *tabs = desk.tools().findChild<QTabBar *>(u"chartTabs"_s);
    const QPoint free(tabs->geometry().right() + 10, desk.tools().height() / 2);
    QVERIFY(!desk.tools().childAt(free));
    QTest::mouseDClick(desk.window.windowHandle(), Qt::LeftButton, {},
                       desk.tools().mapTo(&desk.window, free));
    QTRY_VERIFY(desk.dock(u"chartsDock"_s).isFloating());
    QTRY_VERIFY(desk.hasUsualTitle(u"chartsDock"_s));
}

void DockTitlesTest::aTabNeedsNoTitle()
{
    const Desk desk;
    for (const QString &name : {u"digestDock"_s, u"problemsDock"_s}) {
        QTRY_VERIFY(desk.dock(name).titleBarWidget());
        QCOMPARE(desk.dock(name).titleBarWidget()->sizeHint().height(), -1); // takes no room
    }
}

void DockTitlesTest::aPanelThatIsLeftAloneIsNamed()
{
    const Desk desk;
    QTRY_VERIFY(desk.dock(u"problemsDock"_s).titleBarWidget());
    desk.dock(u"digestDock"_s).close();
    QTRY_VERIFY(desk.hasUsualTitle(u"problemsDock"_s));
    desk.dock(u"digestDock"_s).show();
    QTRY_VERIFY(!desk.hasUsualTitle(u"problemsDock"_s));
}

void DockTitlesTest::aPanelThatComesBackHasItsShareAgain()
{
    const Desk desk;
    QDockWidget &charts = desk.dock(u"chartsDock"_s);
    QDockWidget &digest = desk.dock(u"digestDock"_s);
    QDockWidget &problems = desk.dock(u"problemsDock"_s);
    const int before = charts.width();
    QVERIFY(before < 1000);
    for (QDockWidget *first : {&digest, &problems}) {
        first->close();
        (first == &digest ? problems : digest).close();
        QTRY_COMPARE(charts.width(), desk.window.width());
        digest.toggleViewAction()->trigger();
        QTRY_COMPARE(charts.width(), before);
        problems.toggleViewAction()->trigger();
        QTRY_COMPARE(charts.width(), before);
    }
    digest.raise();
    charts.toggleViewAction()->trigger();
    QTRY_COMPARE(digest.width(), desk.window.width());
    charts.toggleViewAction()->trigger();
    QTRY_COMPARE(charts.width(), before);
}

void DockTitlesTest::aPanelThatIsDockedAgainHasItsShareAgain()
{
    const Desk desk;
    QDockWidget &charts = desk.dock(u"chartsDock"_s);
    QDockWidget &digest = desk.dock(u"digestDock"_s);
    const int before = charts.width();
    for (QDockWidget *dock : {&charts, &digest}) {
        auto *action = desk.window.findChild<QAction *>(dock->objectName() + u"FloatAction"_s);
        action->trigger();
        QTRY_VERIFY(dock->isFloating());
        QTRY_VERIFY(desk.hasUsualTitle(dock->objectName()));
        // What lay behind it has its place, as wide as it was.
        if (dock == &digest)
            QTRY_COMPARE(charts.width(), before);
        QCoreApplication::processEvents();
        action->trigger();
        // The title changes later, and with it the room that the panel asks for.
        QTRY_VERIFY(!desk.hasUsualTitle(dock->objectName()));
        QTRY_COMPARE(charts.width(), before);
        QVERIFY(!dock->isFloating());
    }
}

QTEST_MAIN(DockTitlesTest)
#include "tst_docktitles.moc"
