// SPDX-License-Identifier: GPL-3.0-or-later
// Bars: which there are, where they stand, and what the mouse and the keys do with them.
#include "models/items/countmodel.h"
#include "tests/ui/chartdesk.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;
using loredesk::tests::countRow;
using loredesk::tests::figureRow;

namespace {

QString names(const BarChartView &view)
{
    QStringList list;
    for (const BarChartView::Bar &bar : view.bars())
        list.append(bar.name + u'=' + QString::number(bar.value) + (bar.bot ? u"b"_s : QString()));
    return list.join(u' ');
}

} // namespace

class TestBarChart : public QObject, private tests::ChartDesk
{
    Q_OBJECT

private slots:
    void init() { makeCharts(); }
    void cleanup() { removeCharts(); }

    void barsAreSortedCutAndToldApart();
    void equalNumbersKeepTheOrderOfTheModel();
    void modelChangesReachTheChart();
    void barsStartAtZeroAndEndWhereTheirNumberSays();
    void fifteenNamesAreLegibleInASmallDock();
    void twoPeopleOfOneNameAreToldApart();
    void labelsOfTheRealModelArePlainText();
    void namesThatSteerTheDisplayAreShown();
    void moreBarsThanFitScroll();
    void hoveringTellsNameAndNumber();
    void clickActivatesAndMarks();
    void controlClickWidensTheSelection();
    void clickOnTheOnlySelectedBarClears();
    void pressingOneBarAndReleasingOnAnotherDoesNothing();
    void arrowKeysAndEnterReachEveryBar();
    void escapeClearsOnlyWhatIsSelected();
    void linesOfAnOrderStayInItBeneathTheirHeadings();
    void aHeadingIsNoBar();
    void barsThatFitNeedNoScrollBar_data();
    void barsThatFitNeedNoScrollBar();
    void barsThatScrollAreInLettersOfTheUsualSize();
};

void TestBarChart::barsAreSortedCutAndToldApart()
{
    QCOMPARE(names(*m_bars), u"Bob Example=40 Robot Example=20b Cleo Example=10 Ada Example=7"_s);
    m_bars->setTop(2);
    QCOMPARE(names(*m_bars), u"Bob Example=40 Robot Example=20b"_s);
    // Two sets of one series: a colour for people, one for bots.
    const auto *series = qobject_cast<QHorizontalStackedBarSeries *>(m_bars->chart()->series().constFirst());
    QVERIFY(series);
    QCOMPARE(series->barSets().size(), 2);
    QCOMPARE(series->barSets()[0]->at(1), 40.0); // the most is on top, where Qt Charts has its last category
    QCOMPARE(series->barSets()[1]->at(1), 0.0);
    QCOMPARE(series->barSets()[1]->at(0), 20.0);
    QVERIFY(series->barSets()[0]->color() != series->barSets()[1]->color());
}

void TestBarChart::equalNumbersKeepTheOrderOfTheModel()
{
    m_counts->clear();
    for (const QString &name : {u"D"_s, u"B"_s, u"C"_s, u"A"_s})
        m_counts->appendRow(countRow(name, 3));
    QCOMPARE(names(*m_bars), u"D=3 B=3 C=3 A=3"_s);
}

void TestBarChart::modelChangesReachTheChart()
{
    const auto *series = qobject_cast<QHorizontalStackedBarSeries *>(m_bars->chart()->series().constFirst());
    m_counts->item(0, 1)->setData(100.0, items::ValueRole);
    QCoreApplication::processEvents();
    QCOMPARE(series->barSets()[0]->at(3), 100.0);
    m_counts->removeRow(2);
    QCoreApplication::processEvents();
    QCOMPARE(series->barSets()[0]->count(), 3);
    QCOMPARE(names(*m_bars), u"Ada Example=100 Robot Example=20b Cleo Example=10"_s);
    m_counts->clear();
    QCoreApplication::processEvents();
    QCOMPARE(series->barSets()[0]->count(), 0);
    QCOMPARE(m_bars->barAt(QPoint(300, 20)), -1);
}

void TestBarChart::barsStartAtZeroAndEndWhereTheirNumberSays()
{
    // The bars that Qt Charts draws and the words around them are laid out apart: hold them together by
    // pixels.
    const QImage image = m_bars->viewport()->grab().toImage();
    const Theme theme = Theme::of(m_bars->palette());
    for (int i = 0; i < 4; ++i) {
        const QRect bar = m_bars->barRect(i);
        const QColor color = m_bars->bars()[std::size_t(i)].bot ? theme.chart[2] : theme.chart[0];
        QCOMPARE(image.pixelColor(bar.left() + 3, bar.center().y()), color);
        QCOMPARE(image.pixelColor(bar.right() - 3, bar.center().y()), color);
        QVERIFY(image.pixelColor(bar.right() + 3, bar.center().y()) != color);
        QVERIFY(image.pixelColor(bar.left() - 3, bar.center().y()) != color);
    }
    QVERIFY(std::abs(m_bars->barRect(1).width() * 2 - m_bars->barRect(0).width()) <= 3);
}

void TestBarChart::fifteenNamesAreLegibleInASmallDock()
{
    m_counts->clear();
    for (int i = 0; i < 15; ++i)
        m_counts->appendRow(countRow(u"Person%1 of the Longish Familyname"_s.arg(i), 1000 - i));
    m_counts->appendRow(
        countRow(u"Somebody whose name goes on and on and on, well beyond any dock that there is"_s, 2000));
    QCOMPARE(m_bars->bars().size(), 15U);
    QVERIFY(!m_bars->verticalScrollBar()->isVisible());
    int bottom = 0;
    for (int i = 0; i < 15; ++i) {
        const QRect line = m_bars->lineRect(i);
        QVERIFY2(line.height() >= 12, qPrintable(QString::number(line.height())));
        QVERIFY(line.top() >= bottom - 1);
        QVERIFY(line.bottom() <= m_bars->viewport()->height());
        bottom = line.bottom();
    }
    QVERIFY(m_bars->shownName(0).endsWith(u'…'));
    QVERIFY(m_bars->shownName(0).size() > 20);
    QVERIFY(m_bars->tip(0).contains("beyond any dock that there is"_L1));
    QCOMPARE(m_bars->shownName(1), u"Person0 of the Longish Familyname"_s);
}

void TestBarChart::twoPeopleOfOneNameAreToldApart()
{
    m_bars->resize(300, 220); // no room for everybody's address
    auto twin = countRow(u"Bob Example"_s, 12);
    twin[0]->setData(u"Bob Example <rob@example.org>"_s, items::FullTextRole);
    m_counts->appendRow(twin);
    QCOMPARE(m_bars->bars().size(), 5U);
    QVERIFY(m_bars->shownName(0) != u"Bob Example"_s);
    QCOMPARE(m_bars->shownName(4), u"Ada Example"_s);
    // With room for the addresses of the two, though not for everybody's, they are whole.
    m_counts->item(0, 0)->setData(u"Robot Example of a very long name <robot@example.org>"_s,
                                  items::FullTextRole);
    m_bars->resize(600, 220);
    QCoreApplication::processEvents();
    QStringList shown;
    for (int i = 0; i < 5; ++i)
        shown.append(m_bars->shownName(i));
    QVERIFY(shown.contains(u"Bob Example <rob@example.org>"_s));
    QVERIFY(shown.contains(u"Bob Example <bob@example.org>"_s));
    QVERIFY(shown.contains(u"Ada Example"_s));
}

void TestBarChart::labelsOfTheRealModelArePlainText()
{
    const auto count = [](const QString &label, const mail::Mailbox &person, int postings) {
        catalog::Count row;
        row.label = label;
        row.person = person;
        row.messages.resize(std::size_t(postings), base::MessageIndex(0));
        return row;
    };
    items::CountModel model;
    model.setCounts({count(u"Ada Example <ada@example.org>"_s, {u"Ada Example"_s, u"ada@example.org"_s}, 7),
                     count(u"Bob & Co <bob@example.org>"_s, {u"Bob & Co"_s, u"bob@example.org"_s}, 1),
                     count(u"example.org"_s, {}, 3)});
    BarChartView chart;
    chart.setModel(&model);
    chart.resize(1200, 220); // room for whole mailboxes
    chart.show();
    QCOMPARE(chart.shownName(0), u"Ada Example <ada@example.org>"_s);
    QCOMPARE(chart.shownName(1), u"example.org"_s);
    QCOMPARE(chart.shownName(2), u"Bob & Co <bob@example.org>"_s);
    QCOMPARE(chart.tip(0), u"Ada Example <ada@example.org>: 7"_s);
    QCOMPARE(chart.tip(1), u"example.org: 3"_s);
    QVERIFY(!chart.svg().contains("&amp;lt;"));
}

void TestBarChart::namesThatSteerTheDisplayAreShown()
{
    m_counts->item(2, 0)->setText(u"Bob \u202Eelpmaxe\nsecond line"_s);
    m_counts->item(2, 0)->setData(u"<b>Bob</b> \u202E <bob@example.org>"_s, items::FullTextRole);
    QVERIFY(!m_bars->bars()[0].name.contains(u'\u202E'));
    QVERIFY(!m_bars->bars()[0].name.contains(u'\n'));
    QVERIFY(!m_bars->tip(0).contains(u'\u202E'));
    moveMouse(m_bars->viewport(), m_bars->lineRect(0).center());
    QVERIFY(QToolTip::text().contains("&lt;b&gt;Bob"_L1));
}

void TestBarChart::moreBarsThanFitScroll()
{
    m_counts->clear();
    for (int i = 0; i < 40; ++i)
        m_counts->appendRow(countRow(u"Person%1"_s.arg(i), 100 - i));
    m_bars->setTop(25);
    m_bars->resize(500, 180);
    QCoreApplication::processEvents();
    QCOMPARE(m_bars->bars().size(), 25U);
    QVERIFY(m_bars->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_bars->lineRect(24).top() > m_bars->viewport()->height());
    QTest::keyClick(m_bars.get(), Qt::Key_End);
    QCOMPARE(m_bars->current(), 24);
    QVERIFY(m_bars->lineRect(24).bottom() <= m_bars->viewport()->height() + 1);
    QCOMPARE(m_bars->barAt(m_bars->lineRect(24).center()), 24);
}

void TestBarChart::hoveringTellsNameAndNumber()
{
    moveMouse(m_bars->viewport(), m_bars->lineRect(3).center());
    QVERIFY(QToolTip::text().contains("Ada Example &lt;ada@example.org&gt;: 7"_L1));
    // Beside the short bar as well as on it.
    moveMouse(m_bars->viewport(), QPoint(m_bars->viewport()->width() - 4, m_bars->lineRect(1).center().y()));
    QVERIFY(QToolTip::text().contains("Robot Example &lt;robot@example.org&gt;: 20 (bot)"_L1));
}

void TestBarChart::clickActivatesAndMarks()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    const QRect line = m_bars->lineRect(2);
    const QPoint edge(line.left() + 1, line.center().y());
    const QColor before = pixel(*m_bars->viewport(), edge);
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, line.center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{u"cleo@example.org"_s, false}));
    QCOMPARE(m_bars->selectedKeys(), QStringList{u"cleo@example.org"_s});
    QVERIFY(pixel(*m_bars->viewport(), edge) != before);
}

void TestBarChart::controlClickWidensTheSelection()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QSignalSpy changed(m_bars.get(), &BarChartView::selectionChanged);
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(0).center());
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::ControlModifier, m_bars->lineRect(3).center());
    QCOMPARE(activated[1], (QVariantList{u"ada@example.org"_s, true}));
    QCOMPARE(changed[1][0].toStringList(), (QStringList{u"bob@example.org"_s, u"ada@example.org"_s}));
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::ControlModifier, m_bars->lineRect(0).center());
    QCOMPARE(changed[2][0].toStringList(), QStringList{u"ada@example.org"_s});
}

void TestBarChart::clickOnTheOnlySelectedBarClears()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    m_bars->setSelectedKeys({u"bob@example.org"_s});
    QCOMPARE(activated.size(), 0);
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(0).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{QString(), false}));
    QVERIFY(m_bars->selectedKeys().isEmpty());
}

void TestBarChart::pressingOneBarAndReleasingOnAnotherDoesNothing()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QTest::mousePress(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(0).center());
    QTest::mouseRelease(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(2).center());
    QCOMPARE(activated.size(), 0);
}

void TestBarChart::arrowKeysAndEnterReachEveryBar()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QCOMPARE(m_bars->current(), -1);
    QTest::keyClick(m_bars.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 0);
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(m_bars.get(), Qt::Key_Down);
        QCOMPARE(m_bars->current(), i);
        QCOMPARE(m_bars->accessibleDescription(), m_bars->tip(i));
    }
    QTest::keyClick(m_bars.get(), Qt::Key_Down);
    QCOMPARE(m_bars->current(), 3);
    QTest::keyClick(m_bars.get(), Qt::Key_Return);
    QTest::keyClick(m_bars.get(), Qt::Key_Home);
    QTest::keyClick(m_bars.get(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[0], (QVariantList{u"ada@example.org"_s, false}));
    QCOMPARE(activated[1], (QVariantList{u"bob@example.org"_s, true}));
    // The current bar is the same person when the numbers change.
    m_counts->item(2, 1)->setData(1.0, items::ValueRole);
    QCOMPARE(m_bars->bars().back().key, u"bob@example.org"_s);
    QCOMPARE(m_bars->current(), 3);
}

void TestBarChart::escapeClearsOnlyWhatIsSelected()
{
    QSignalSpy changed(m_bars.get(), &BarChartView::selectionChanged);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(m_bars.get(), &escape);
    QCOMPARE(changed.size(), 0);
    QVERIFY(!escape.isAccepted()); // the window may use it
    m_bars->setSelectedKeys({u"bob@example.org"_s});
    QTest::keyClick(m_bars.get(), Qt::Key_Escape);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed[0][0].toStringList().isEmpty());
}

void TestBarChart::linesOfAnOrderStayInItBeneathTheirHeadings()
{
    BarChartView chart;
    chart.setKeepsOrder(true);
    chart.setTop(2); // means nothing here
    m_counts->clear();
    m_counts->appendRow(figureRow(u"Patches"_s, u"Complete"_s, 2));
    m_counts->appendRow(figureRow(u"Patches"_s, u"Incomplete"_s, 0));
    m_counts->appendRow(figureRow(u"Answers"_s, u"Answered"_s, 40, u"40 (95 %)"_s));
    chart.setModel(m_counts.get());
    chart.resize(500, 300);
    chart.show();
    QCOMPARE(names(chart), u"Complete=2 Incomplete=0 Answered=40"_s);
    QCOMPARE(chart.tip(2), u"Answered: 40 (95 %)"_s);
    const int pitch = chart.lineRect(1).top() - chart.lineRect(0).top();
    QVERIFY(chart.lineRect(0).top() >= pitch); // the heading
    QVERIFY(std::abs(chart.lineRect(2).top() - chart.lineRect(1).top() - 2 * pitch) <= 1);
    // The bars of Qt Charts are where the words are, of their own lengths, and none stands for 0.
    const QImage image = chart.viewport()->grab().toImage();
    const QColor color = Theme::of(chart.palette()).chart[0];
    const QRect bar = chart.barRect(2);
    QCOMPARE(image.pixelColor(bar.left() + 3, bar.center().y()), color);
    QCOMPARE(image.pixelColor(bar.right() - 3, bar.center().y()), color);
    QVERIFY(image.pixelColor(bar.right() + 3, bar.center().y()) != color);
    QVERIFY(image.pixelColor(bar.left() + 3, chart.lineRect(1).center().y()) != color);
    QVERIFY(chart.svg().contains("40 (95 %)"));
    QVERIFY(chart.svg().contains("Answers"));
}

void TestBarChart::aHeadingIsNoBar()
{
    BarChartView chart;
    chart.setKeepsOrder(true);
    m_counts->clear();
    m_counts->appendRow(figureRow(u"Patches"_s, u"Complete"_s, 2));
    m_counts->appendRow(figureRow(u"Answers"_s, u"Answered"_s, 3));
    chart.setModel(m_counts.get());
    chart.resize(500, 300);
    chart.show();
    QSignalSpy activated(&chart, &BarChartView::keyActivated);
    const QPoint heading(100, (chart.lineRect(0).bottom() + chart.lineRect(1).top()) / 2);
    QCOMPARE(chart.barAt(heading), -1);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, Qt::NoModifier, heading);
    QCOMPARE(activated.size(), 0);
    // The keys step over it.
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"state:answered"_s);
}

void TestBarChart::barsThatFitNeedNoScrollBar_data()
{
    QTest::addColumn<int>("bars");
    QTest::addColumn<int>("height");
    for (const int height : {190, 197, 211, 250, 333, 601})
        QTest::addRow("15 in %d", height) << 15 << height;
    QTest::newRow("4 in little") << 4 << 64;
    QTest::newRow("1 in much") << 1 << 500;
}

void TestBarChart::barsThatFitNeedNoScrollBar()
{
    QFETCH(int, bars);
    QFETCH(int, height);
    m_counts->clear();
    for (int i = 0; i < 40; ++i)
        m_counts->appendRow(countRow(u"Person%1"_s.arg(i), 100 - i));
    m_bars->setTop(25);
    m_bars->resize(500, 100);
    QVERIFY(m_bars->bars().size() == 25U);
    QVERIFY(m_bars->verticalScrollBar()->maximum() > 0); // there was a need before
    m_bars->setTop(bars);
    m_bars->resize(500, height);
    QCOMPARE(m_bars->bars().size(), std::size_t(bars));
    QCOMPARE(m_bars->verticalScrollBar()->maximum(), 0);
    QTRY_VERIFY(!m_bars->verticalScrollBar()->isVisible()); // a scroll area lets go of it later
    QVERIFY(m_bars->lineRect(bars - 1).bottom() <= height);
}

void TestBarChart::barsThatScrollAreInLettersOfTheUsualSize()
{
    m_counts->clear();
    for (int i = 0; i < 15; ++i)
        m_counts->appendRow(countRow(u"Person%1"_s.arg(i), 100 - i));
    m_bars->resize(500, 100);
    QCOMPARE(m_bars->bars().size(), 15U);
    QVERIFY(m_bars->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_bars->lineRect(0).height() >= QFontMetrics(m_bars->font()).height());
}

QTEST_MAIN(TestBarChart)
#include "tst_barchart.moc"
