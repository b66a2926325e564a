// SPDX-License-Identifier: GPL-3.0-or-later
// How high the panels at the bottom of the window are.
#include "ui/bottomheight.h"

#include "tests/ui/windowfixture.h"

#include <QDockWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::threeSeries;
using tests::WindowDesk;

class BottomHeightTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Q_INIT_RESOURCE(loredesk); }

    void inALowWindowTheTreeHasMost();
    void aLargerWindowGivesBackWhatASmallOneTook();
    void aPanelThatComesBackTakesNoMore();
    void aHeightThatWasSetByHandStaysAndIsRemembered();

private:
    /// Charts and digest lie behind each other in a window that is low from the start; this is in front.
    static QDockWidget *panel(const WindowDesk &desk) { return desk.find<QDockWidget>(u"digestDock"_s); }
    static int below(const WindowDesk &desk)
    {
        return panel(desk)->geometry().bottom() - desk.window.centralWidget()->geometry().bottom();
    }
    /// Of what the centre and the panels share, in percent.
    static int share(const WindowDesk &desk)
    {
        return below(desk) * 100 / (below(desk) + desk.window.centralWidget()->height());
    }
    static void resize(WindowDesk &desk, const QSize &size)
    {
        desk.window.resize(size);
        QVERIFY(QTest::qWaitFor([&] { return desk.window.size() == size; }));
    }
    /// As somebody does who takes what lies between the message and the panels.
    static void moveDivider(WindowDesk &desk, int by)
    {
        const QRect centre = desk.window.centralWidget()->geometry();
        QPoint from(centre.center().x(), centre.bottom() + 1);
        QVERIFY(desk.window.isSeparator(from));
        const int before = centre.height();
        QTest::mousePress(&desk.window, Qt::LeftButton, {}, from);
        QTest::mouseMove(&desk.window, from + QPoint(0, by));
        QTRY_VERIFY(desk.window.centralWidget()->height() != before);
        QTest::mouseRelease(&desk.window, Qt::LeftButton, {}, from + QPoint(0, by));
    }
};

void BottomHeightTest::inALowWindowTheTreeHasMost()
{
    WindowDesk desk(threeSeries());
    resize(desk, {800, 500});
    QTRY_VERIFY2(share(desk) <= 40, qPrintable(QString::number(share(desk))));
    QVERIFY(panel(desk)->height() > 80); // and there is something to see
}

void BottomHeightTest::aLargerWindowGivesBackWhatASmallOneTook()
{
    WindowDesk desk(threeSeries());
    resize(desk, {1280, 800});
    const int usual = panel(desk)->height();
    resize(desk, {800, 500});
    QTRY_VERIFY(panel(desk)->height() < usual);
    resize(desk, {1280, 800});
    QTRY_COMPARE(panel(desk)->height(), usual);
}

void BottomHeightTest::aPanelThatComesBackTakesNoMore()
{
    WindowDesk desk(threeSeries());
    resize(desk, {800, 500});
    QTRY_VERIFY(share(desk) <= 40);
    QAction *toggle = panel(desk)->toggleViewAction();
    toggle->trigger();
    QVERIFY(!panel(desk)->isVisible());
    toggle->trigger();
    QTRY_VERIFY(panel(desk)->isVisible());
    QTRY_VERIFY(share(desk) <= 40);
}

void BottomHeightTest::aHeightThatWasSetByHandStaysAndIsRemembered()
{
    ui::WindowLayout layout;
    int own = 0;
    {
        WindowDesk desk(threeSeries());
        resize(desk, {1280, 800});
        QVERIFY(!desk.window.windowLayout().hasOwnHeights);
        moveDivider(desk, -120);
        QTRY_VERIFY(desk.window.windowLayout().hasOwnHeights);
        own = panel(desk)->height();
        QVERIFY(share(desk) > 45);
        resize(desk, {1270, 780});
        QCOMPARE(panel(desk)->height(), own);
        layout = desk.window.windowLayout();
    }
    WindowDesk desk(threeSeries());
    desk.window.restoreWindowLayout(layout);
    QTRY_COMPARE(panel(desk)->height(), own);
    QVERIFY(desk.window.windowLayout().hasOwnHeights);
}

QTEST_MAIN(BottomHeightTest)
#include "tst_bottomheight.moc"
