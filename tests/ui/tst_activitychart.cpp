// SPDX-License-Identifier: GPL-3.0-or-later
// Activity over time: its columns, its labels, and ranges that are picked in it.
#include "tests/ui/chartdesk.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;
using loredesk::tests::dayRow;

class TestActivityChart : public QObject, private tests::ChartDesk
{
    Q_OBJECT

private slots:
    void init() { makeCharts(); }
    void cleanup() { removeCharts(); }

    void activityStacksWhatTheModelSays();
    void aSingleDayIsABarAndNoWall();
    void draggingPicksARange();
    void draggingBeyondTheEdgePicksTheEnd();
    void clickPicksOneDay();
    void keysPickARange();
    void aRangeFromOutsideIsMarkedSilently();
    void timeLabelsFitTheSpan_data();
    void timeLabelsFitTheSpan();
};

void TestActivityChart::activityStacksWhatTheModelSays()
{
    const auto &bins = m_activity->bins();
    QCOMPARE(bins.size(), 10U);
    QCOMPARE(bins[4].values, (std::array<double, 3>{4, 8, 1}));
    QCOMPARE(m_activity->tip(4), u"Mon 5 May 2025: 4 patches, 8 replies, 1 from bots"_s);
    const QImage image = m_activity->viewport()->grab().toImage();
    const Theme theme = Theme::of(m_activity->palette());
    const QRect column =
        m_activity->columnRect(9); // 9 patches, 18 replies, 1 of a bot on an axis to 40 or less
    QCOMPARE(image.pixelColor(column.center().x(), column.bottom() - 4), theme.chart[0]);
    QStringList order;
    for (int y = column.bottom() - 4; y > column.top(); --y) {
        const QColor color = image.pixelColor(column.center().x(), y);
        for (std::size_t i = 0; i < 3; ++i) {
            if (color == theme.chart[i] && (order.isEmpty() || order.constLast() != QString::number(i)))
                order.append(QString::number(i));
        }
    }
    QCOMPARE(order.join(u' '), u"0 1 2"_s);
}

void TestActivityChart::aSingleDayIsABarAndNoWall()
{
    m_days->removeRows(0, m_days->rowCount() - 1); // the day that is left has nine patches
    QTRY_COMPARE(m_activity->bins().size(), 1U);
    const QRect column = m_activity->columnRect(0);
    QVERIFY(column.width() > 400);
    const QImage image = m_activity->viewport()->grab().toImage();
    const QColor patches = Theme::of(m_activity->palette()).chart[0];
    int width = 0;
    for (int x = column.left(); x < column.right(); ++x)
        width += image.pixelColor(x, column.bottom() - 4) == patches ? 1 : 0;
    QVERIFY(width > 20);
    QVERIFY(width <= 80);
}

void TestActivityChart::draggingPicksARange()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    QWidget *viewport = m_activity->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, m_activity->columnRect(6).center());
    moveMouse(viewport, m_activity->columnRect(4).center(), Qt::LeftButton);
    moveMouse(viewport, m_activity->columnRect(2).center(), Qt::LeftButton);
    QCOMPARE(picked.size(), 0); // only what is let go counts
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, m_activity->columnRect(2).center());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-03 00:00:00 .. 05-07 23:59:59"_s);
    QCOMPARE(days(m_activity->pickedRange()), u"05-03 00:00:00 .. 05-07 23:59:59"_s);
}

void TestActivityChart::draggingBeyondTheEdgePicksTheEnd()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    QWidget *viewport = m_activity->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, m_activity->columnRect(8).center());
    moveMouse(viewport, QPoint(5000, -300), Qt::LeftButton);
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, QPoint(5000, -300));
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-09 00:00:00 .. 05-10 23:59:59"_s);
}

void TestActivityChart::clickPicksOneDay()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    QTest::mouseClick(m_activity->viewport(), Qt::LeftButton, Qt::NoModifier,
                      m_activity->columnRect(3).center());
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-04 00:00:00 .. 05-04 23:59:59"_s);
    // Shift stretches it.
    QTest::mouseClick(m_activity->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      m_activity->columnRect(5).center());
    QCOMPARE(days(picked[1][0].value<catalog::DateSpan>()), u"05-04 00:00:00 .. 05-06 23:59:59"_s);
}

void TestActivityChart::keysPickARange()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    QTest::keyClick(m_activity.get(), Qt::Key_Home);
    QTest::keyClick(m_activity.get(), Qt::Key_Right);
    QCOMPARE(m_activity->accessibleDescription(), m_activity->tip(1));
    QTest::keyClick(m_activity.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_activity.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_activity.get(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-02 00:00:00 .. 05-04 23:59:59"_s);
    QTest::keyClick(m_activity.get(), Qt::Key_Escape);
    QCOMPARE(days(picked[1][0].value<catalog::DateSpan>()), u"open .. open"_s);
    QCOMPARE(days(m_activity->pickedRange()), u"open .. open"_s);
}

void TestActivityChart::aRangeFromOutsideIsMarkedSilently()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    const auto noon = [](int day) {
        return QDate(2025, 5, day).startOfDay(Qt::UTC).toSecsSinceEpoch() + 43200;
    };
    m_activity->setPickedRange({noon(3), noon(5)});
    QCOMPARE(days(m_activity->pickedRange()), u"05-03 00:00:00 .. 05-05 23:59:59"_s);
    // It survives new numbers for the same days.
    m_days->item(0, 1)->setData(50.0, items::ValueRole);
    QCOMPARE(days(m_activity->pickedRange()), u"05-03 00:00:00 .. 05-05 23:59:59"_s);
    m_activity->setPickedRange({});
    QCOMPARE(days(m_activity->pickedRange()), u"open .. open"_s);
    QCOMPARE(picked.size(), 0);
}

void TestActivityChart::timeLabelsFitTheSpan_data()
{
    QTest::addColumn<int>("bins");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("labels");
    QTest::newRow("one day") << 1 << 1 << 600 << u"28 Mar 2025"_s;
    QTest::newRow("a quarter") << 90 << 1 << 300 << u"Apr 2025|May|Jun"_s;
    QTest::newRow("weeks over new year") << 60 << 7 << 600 << u"May 2025|Jul|Sep|Nov|Jan 2026|Mar|May"_s;
}

void TestActivityChart::timeLabelsFitTheSpan()
{
    QFETCH(int, bins);
    QFETCH(int, step);
    QFETCH(int, width);
    QFETCH(QString, labels);
    m_days->clear();
    QDate day(2025, 3, 28);
    if (step == 7)
        day = day.addDays(1 - day.dayOfWeek());
    for (int i = 0; i < bins; ++i)
        m_days->appendRow(dayRow(day.addDays(i * step), 1, 1, 1, step));
    m_activity->resize(width, 220);
    QCOMPARE(m_activity->timeLabels().join(u'|'), labels);
}

QTEST_MAIN(TestActivityChart)
#include "tst_activitychart.moc"
