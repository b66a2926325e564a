// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows the tree in the window: the field, the toggles, the charts and the range.
#include "tests/ui/windowfixture.h"
#include "ui/chartspanel.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/seriesview.h"
#include "ui/timebrush.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::actionNamed;
using tests::threeSeries;
using tests::WindowDesk;

class WindowFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void anEmptyTreeNamesTheRangeOnlyWhereThereIsOne();
    void typingFiltersAndTheClearButtonOfTheStateUndoesIt();
    void whatWasCurrentIsSoAgainWhenTheFilterIsGone();
    void slashPutsTheCursorIntoTheFilter();
    void downInTheFilterGoesToTheTree();
    void theTogglesAreToldApart();
    void aClickOnAChartFiltersAndTheChipUndoesIt();
    void aSpanPickedInAChartIsTheRangeUntilItIsTakenBack();
    void onlyThisAuthorComesFromTheRow();
    void theRangeIsAnnouncedOnceForEachChange();
    void anEmptyRangeOffersEverythingAgain();
    void theRangeCountsBackFromTheNewestMessageOfAnOldArchive();
    void aDragThatIsBrokenOffGivesBackTheChoice();
};

void WindowFilterTest::anEmptyTreeNamesTheRangeOnlyWhereThereIsOne()
{
    WindowDesk desk(threeSeries());
    const auto detail = [&desk] {
        const auto *label = desk.window.treePane()->findChild<QLabel *>(u"paneStateDetail"_s);
        return label->isVisible() ? label->text() : QString();
    };
    desk.filter.setView(items::ViewKind::Pull);
    QTRY_VERIFY(!desk.window.treePane()->isShowingContent());
    QCOMPARE(detail(), QString());
    // Noon of 1 March to the end of it.
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1740787200, 1740873599}});
    QTRY_COMPARE(detail(), u"1 Mar 2025"_s);
}

void WindowFilterTest::typingFiltersAndTheClearButtonOfTheStateUndoesIt()
{
    WindowDesk desk(threeSeries());
    auto *field = desk.find<QLineEdit>(u"filterField"_s);
    QTest::keyClicks(field, u"gadget"_s);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"mend the gadget"_s);
    QTest::keyClicks(field, u" nowhere"_s);
    QVERIFY(!desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.filter.rowCount(), 3);
    QVERIFY(desk.window.treePane()->isShowingContent());
}

void WindowFilterTest::whatWasCurrentIsSoAgainWhenTheFilterIsGone()
{
    WindowDesk desk(threeSeries());
    ui::SeriesView &tree = *desk.window.seriesView();
    const auto currentTitle = [&tree] { return tree.currentIndex().siblingAtColumn(0).data().toString(); };
    for (const int series : {1, 2}) {
        tree.setCurrentIndex(desk.filter.index(series, 0));
        const QString title = currentTitle();
        QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
        desk.filter.setFound(std::vector<base::MessageIndex>{});
        QCOMPARE(desk.filter.visibleRows(), 0);
        QVERIFY(!tree.currentIndex().isValid());
        QVERIFY(!desk.find<QLabel>(u"messageHidden"_s)->isHidden()); // who reads on is told
        desk.filter.setFound(std::nullopt);
        QCOMPARE(currentTitle(), title);
        QVERIFY(desk.find<QLabel>(u"messageHidden"_s)->isHidden());
        QCOMPARE(tree.currentIndex().parent(), QModelIndex()); // the series, not its cover letter
        QVERIFY(asked.isEmpty());                              // it is being read all the time
    }
    // What was read meanwhile is what is current then.
    desk.filter.setFound(std::vector<base::MessageIndex>{});
    const QModelIndex patch = desk.tree.index(1, 0, desk.tree.index(0, 0));
    const auto other = base::MessageIndex(patch.data(items::MessageRole).toUInt());
    desk.window.showMessage(other);
    desk.filter.setFound(std::nullopt);
    QCOMPARE(tree.currentMessage(), other);
}

void WindowFilterTest::slashPutsTheCursorIntoTheFilter()
{
    WindowDesk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto *field = desk.find<QLineEdit>(u"filterField"_s);
    desk.window.seriesView()->setFocus();
    QTest::keyClick(desk.window.seriesView(), Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    // There it is a letter like any other.
    QTest::keyClick(field, Qt::Key_Slash);
    QCOMPARE(field->text(), u"/"_s);
    desk.window.seriesView()->setFocus();
    QTest::keyClick(desk.window.seriesView(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
}

void WindowFilterTest::downInTheFilterGoesToTheTree()
{
    WindowDesk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.window.filterBar()->focusField();
    QTest::keyClick(desk.find<QLineEdit>(u"filterField"_s), Qt::Key_Down);
    QVERIFY(desk.window.seriesView()->hasFocus());
    QCOMPARE(desk.window.seriesView()->currentIndex(), desk.row(0));
}

void WindowFilterTest::theTogglesAreToldApart()
{
    WindowDesk desk(threeSeries());
    QSignalSpy changed(&desk.window, &ui::MainWindow::filterTogglesChanged);
    actionNamed(desk.window, u"filterIncomplete"_s)->trigger();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.last().first().value<ui::FilterToggles>(), (ui::FilterToggles{true, false, false}));
    actionNamed(desk.window, u"filterUnanswered"_s)->trigger();
    actionNamed(desk.window, u"filterIncomplete"_s)->trigger();
    actionNamed(desk.window, u"filterHideBots"_s)->trigger();
    QCOMPARE(changed.last().first().value<ui::FilterToggles>(), (ui::FilterToggles{false, true, true}));
}

void WindowFilterTest::aClickOnAChartFiltersAndTheChipUndoesIt()
{
    WindowDesk desk(threeSeries());
    QSignalSpy keys(&desk.window, &ui::MainWindow::filterKeysChanged);
    auto *chip = desk.find<QToolButton>(u"filterChip"_s);
    QVERIFY(!chip->isVisible());
    emit desk.window.chartsPanel()->contributorsSelected({u"bob@example.org"_s});
    QCOMPARE(keys.last().first().toStringList(), QStringList{u"bob@example.org"_s});
    QCOMPARE(desk.filter.rowCount(), 1);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains("bob"_L1));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(desk.filter.rowCount(), 3);
    QVERIFY(keys.last().first().toStringList().isEmpty());
}

void WindowFilterTest::aSpanPickedInAChartIsTheRangeUntilItIsTakenBack()
{
    WindowDesk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Days90, {}});
    QCOMPARE(desk.filter.rowCount(), 3);
    // 2 March 2025, the day of the second series.
    const catalog::DateSpan day{1740873600, 1740959999};
    emit desk.window.chartsPanel()->rangePicked(day);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"teach the widget"_s);
    QCOMPARE(desk.window.rangeChooser()->span(), day);
    QCOMPARE(desk.window.timeBrush()->span(), day);
    emit desk.window.chartsPanel()->rangePicked({});
    QCOMPARE(desk.window.rangeChooser()->choice().kind, ui::RangeKind::Days90);
    QCOMPARE(desk.filter.rowCount(), 3);
}

void WindowFilterTest::onlyThisAuthorComesFromTheRow()
{
    WindowDesk desk(threeSeries());
    desk.window.seriesView()->setCurrentIndex(desk.row(1));
    actionNamed(desk.window, u"onlyAuthor"_s)->trigger();
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"teach the widget"_s);
}

void WindowFilterTest::theRangeIsAnnouncedOnceForEachChange()
{
    WindowDesk desk(threeSeries());
    QSignalSpy range(&desk.window, &ui::MainWindow::rangeChanged);
    const ui::RangeChoice choice{ui::RangeKind::Custom, {1740873600, 1740959999}};
    desk.window.rangeChooser()->setChoice(choice);
    desk.window.rangeChooser()->setChoice(choice);
    QCOMPARE(range.size(), 1);
    QCOMPARE(range.last().first().value<catalog::DateSpan>(), choice.custom);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.find<QToolButton>(u"rangeButton"_s)->text(), u"2 Mar 2025"_s);
}

void WindowFilterTest::anEmptyRangeOffersEverythingAgain()
{
    WindowDesk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1000, 2000}});
    QVERIFY(!desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(desk.filter.rowCount(), 3);
}

void WindowFilterTest::theRangeCountsBackFromTheNewestMessageOfAnOldArchive()
{
    WindowDesk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::SinceYesterday, {}});
    // The newest message is of 3 March 2025; yesterday was the 2nd.
    QCOMPARE(desk.window.rangeChooser()->span().since.value_or(0), 1740873600);
    QCOMPARE(desk.filter.rowCount(), 2);
}

void WindowFilterTest::aDragThatIsBrokenOffGivesBackTheChoice()
{
    WindowDesk desk(threeSeries());
    desk.window.setTimeline(catalog::Timeline::of(*desk.tree.catalog(), QTimeZone::utc()));
    const ui::RangeChoice week{ui::RangeKind::Days7, {}};
    desk.window.rangeChooser()->setChoice(week);
    ui::TimeBrush *brush = desk.window.timeBrush();
    QTest::mousePress(brush, Qt::LeftButton, Qt::ShiftModifier, QPoint(20, 20));
    QTest::mouseMove(brush, QPoint(30, 20));
    QTest::mouseMove(brush, QPoint(40, 20));
    QVERIFY(desk.window.isRangeMoving());
    QCOMPARE(desk.window.rangeChooser()->choice().kind, ui::RangeKind::Custom);
    QCOMPARE(desk.filter.rowCount(), 1);
    QTest::keyClick(brush, Qt::Key_Escape);
    QVERIFY(!desk.window.isRangeMoving());
    QCOMPARE(desk.window.rangeChooser()->choice(), week);
    QCOMPARE(desk.filter.rowCount(), 3);
    QTest::mouseRelease(brush, Qt::LeftButton, {}, QPoint(40, 20));
    QCOMPARE(desk.window.rangeChooser()->choice(), week);
}

QTEST_MAIN(WindowFilterTest)
#include "tst_windowfilter.moc"
