// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/countmodel.h"
#include "tests/ui/chartmodels.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QXmlStreamReader>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtSvg/QSvgRenderer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;
using loredesk::tests::countRow;
using loredesk::tests::dayRow;
using loredesk::tests::figureRow;

namespace {

QColor pixel(QWidget &widget, const QPoint &at)
{
    return widget.grab().toImage().pixelColor(at);
}

void moveMouse(QWidget *viewport, const QPoint &at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(viewport, &event);
}

QString names(const BarChartView &view)
{
    QStringList list;
    for (const BarChartView::Bar &bar : view.bars())
        list.append(bar.name + u'=' + QString::number(bar.value) + (bar.bot ? u"b"_s : QString()));
    return list.join(u' ');
}

QString days(const catalog::DateSpan &span)
{
    const auto text = [](std::optional<base::UnixSeconds> seconds) {
        return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).toString(u"MM-dd hh:mm:ss"_s)
                       : u"open"_s;
    };
    return text(span.since) + u" .. "_s + text(span.until);
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void barsAreSortedCutAndToldApart();
    void equalNumbersKeepTheOrderOfTheModel();
    void modelChangesReachTheChart();
    void aModelThatDiesLeavesAnEmptyChart();
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
    void thePaletteIsFollowed();
    void linesOfAnOrderStayInItBeneathTheirHeadings();
    void aHeadingIsNoBar();
    void barsThatFitNeedNoScrollBar_data();
    void barsThatFitNeedNoScrollBar();
    void barsThatScrollAreInLettersOfTheUsualSize();
    void assistiveToolsReadNamesAndNumbers();
    void assistiveToolsReadActivity();

    void pngHoldsTheWholeChartAtThreeTimesTheSize();
    void svgIsWellFormedScalableAndSaysTheNames();
    void copyPutsPictureAndDrawingOnTheClipboard();
    void savingHandsOverTheWholeFile();

    void activityStacksWhatTheModelSays();
    void aSingleDayIsABarAndNoWall();
    void draggingPicksARange();
    void draggingBeyondTheEdgePicksTheEnd();
    void clickPicksOneDay();
    void keysPickARange();
    void aRangeFromOutsideIsMarkedSilently();
    void timeLabelsFitTheSpan_data();
    void timeLabelsFitTheSpan();

private:
    std::unique_ptr<QStandardItemModel> m_counts;
    std::unique_ptr<QStandardItemModel> m_days;
    std::unique_ptr<BarChartView> m_bars;
    std::unique_ptr<ActivityChartView> m_activity;
    QPalette m_palette;
};

void TestCharts::init()
{
    m_palette = QApplication::palette();
    m_counts = std::make_unique<QStandardItemModel>();
    m_counts->appendRow(countRow(u"Ada Example"_s, 7));
    m_counts->appendRow(countRow(u"Robot Example"_s, 20, true));
    m_counts->appendRow(countRow(u"Bob Example"_s, 40));
    m_counts->appendRow(countRow(u"Cleo Example"_s, 10));
    m_bars = std::make_unique<BarChartView>();
    m_bars->setTitle(u"Contributors"_s);
    m_bars->resize(600, 220);
    m_bars->setModel(m_counts.get());
    m_bars->show();

    m_counts->setHorizontalHeaderLabels({u"Name"_s, u"Postings"_s, u"By bots"_s});
    m_days = std::make_unique<QStandardItemModel>();
    m_days->setHorizontalHeaderLabels({u"Day"_s, u"Patches"_s, u"Replies"_s, u"By bots"_s, u"Messages"_s});
    for (int i = 0; i < 10; ++i)
        m_days->appendRow(dayRow(QDate(2025, 5, 1).addDays(i), i, 2 * i, 1));
    m_activity = std::make_unique<ActivityChartView>();
    m_activity->resize(600, 220);
    m_activity->setModel(m_days.get());
    m_activity->show();
    QCoreApplication::processEvents();
}

void TestCharts::cleanup()
{
    QToolTip::hideText();
    m_bars.reset();
    m_activity.reset();
    QApplication::setPalette(m_palette);
}

void TestCharts::barsAreSortedCutAndToldApart()
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

void TestCharts::equalNumbersKeepTheOrderOfTheModel()
{
    m_counts->clear();
    for (const QString &name : {u"D"_s, u"B"_s, u"C"_s, u"A"_s})
        m_counts->appendRow(countRow(name, 3));
    QCOMPARE(names(*m_bars), u"D=3 B=3 C=3 A=3"_s);
}

void TestCharts::modelChangesReachTheChart()
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

void TestCharts::aModelThatDiesLeavesAnEmptyChart()
{
    m_counts.reset();
    m_days.reset();
    QVERIFY(m_bars->bars().empty());
    QVERIFY(m_activity->bins().empty());
    QTest::keyClick(m_bars.get(), Qt::Key_Down);
    QTest::keyClick(m_activity.get(), Qt::Key_Left);
    QVERIFY(!m_bars->grab().isNull());
}

void TestCharts::barsStartAtZeroAndEndWhereTheirNumberSays()
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

void TestCharts::fifteenNamesAreLegibleInASmallDock()
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

void TestCharts::twoPeopleOfOneNameAreToldApart()
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

void TestCharts::labelsOfTheRealModelArePlainText()
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

void TestCharts::namesThatSteerTheDisplayAreShown()
{
    m_counts->item(2, 0)->setText(u"Bob \u202Eelpmaxe\nsecond line"_s);
    m_counts->item(2, 0)->setData(u"<b>Bob</b> \u202E <bob@example.org>"_s, items::FullTextRole);
    QVERIFY(!m_bars->bars()[0].name.contains(u'\u202E'));
    QVERIFY(!m_bars->bars()[0].name.contains(u'\n'));
    QVERIFY(!m_bars->tip(0).contains(u'\u202E'));
    moveMouse(m_bars->viewport(), m_bars->lineRect(0).center());
    QVERIFY(QToolTip::text().contains("&lt;b&gt;Bob"_L1));
}

void TestCharts::moreBarsThanFitScroll()
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

void TestCharts::hoveringTellsNameAndNumber()
{
    moveMouse(m_bars->viewport(), m_bars->lineRect(3).center());
    QVERIFY(QToolTip::text().contains("Ada Example &lt;ada@example.org&gt;: 7"_L1));
    // Beside the short bar as well as on it.
    moveMouse(m_bars->viewport(), QPoint(m_bars->viewport()->width() - 4, m_bars->lineRect(1).center().y()));
    QVERIFY(QToolTip::text().contains("Robot Example &lt;robot@example.org&gt;: 20 (bot)"_L1));
}

void TestCharts::clickActivatesAndMarks()
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

void TestCharts::controlClickWidensTheSelection()
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

void TestCharts::clickOnTheOnlySelectedBarClears()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    m_bars->setSelectedKeys({u"bob@example.org"_s});
    QCOMPARE(activated.size(), 0);
    QTest::mouseClick(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(0).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{QString(), false}));
    QVERIFY(m_bars->selectedKeys().isEmpty());
}

void TestCharts::pressingOneBarAndReleasingOnAnotherDoesNothing()
{
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QTest::mousePress(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(0).center());
    QTest::mouseRelease(m_bars->viewport(), Qt::LeftButton, Qt::NoModifier, m_bars->lineRect(2).center());
    QCOMPARE(activated.size(), 0);
}

void TestCharts::arrowKeysAndEnterReachEveryBar()
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

void TestCharts::escapeClearsOnlyWhatIsSelected()
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

void TestCharts::thePaletteIsFollowed()
{
    applyAppearance(Appearance::Light);
    QCoreApplication::processEvents();
    const QPoint bar = m_bars->barRect(0).center();
    const QPoint ground(m_bars->viewport()->width() - 2, m_bars->viewport()->height() - 2);
    const QColor lightBar = pixel(*m_bars->viewport(), bar);
    const QColor lightGround = pixel(*m_bars->viewport(), ground);
    applyAppearance(Appearance::Dark);
    QCoreApplication::processEvents();
    const Theme dark = Theme::of(QApplication::palette());
    QVERIFY(dark.dark);
    QCOMPARE(pixel(*m_bars->viewport(), m_bars->barRect(0).center()), dark.chart[0]);
    QVERIFY(lightBar != dark.chart[0]);
    QCOMPARE(pixel(*m_bars->viewport(), ground), QApplication::palette().color(QPalette::Base));
    QVERIFY(lightGround != QApplication::palette().color(QPalette::Base));
}

void TestCharts::linesOfAnOrderStayInItBeneathTheirHeadings()
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

void TestCharts::aHeadingIsNoBar()
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

void TestCharts::barsThatFitNeedNoScrollBar_data()
{
    QTest::addColumn<int>("bars");
    QTest::addColumn<int>("height");
    for (const int height : {190, 197, 211, 250, 333, 601})
        QTest::addRow("15 in %d", height) << 15 << height;
    QTest::newRow("4 in little") << 4 << 64;
    QTest::newRow("1 in much") << 1 << 500;
}

void TestCharts::barsThatFitNeedNoScrollBar()
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

void TestCharts::barsThatScrollAreInLettersOfTheUsualSize()
{
    m_counts->clear();
    for (int i = 0; i < 15; ++i)
        m_counts->appendRow(countRow(u"Person%1"_s.arg(i), 100 - i));
    m_bars->resize(500, 100);
    QCOMPARE(m_bars->bars().size(), 15U);
    QVERIFY(m_bars->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_bars->lineRect(0).height() >= QFontMetrics(m_bars->font()).height());
}

void TestCharts::assistiveToolsReadNamesAndNumbers()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_bars.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Contributors"_s);
    QCOMPARE(list->childCount(), 4);
    QAccessibleInterface *bar = list->child(0);
    QCOMPARE(bar->role(), QAccessible::ListItem);
    QCOMPARE(bar->parent(), list);
    QCOMPARE(list->indexOfChild(bar), 0);
    QCOMPARE(bar->text(QAccessible::Name), u"Bob Example <bob@example.org>"_s);
    QCOMPARE(bar->text(QAccessible::Value), u"40"_s);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Robot Example <robot@example.org> (bot)"_s);
    QVERIFY(!list->child(4));
    const QRect rect = bar->rect();
    QCOMPARE(list->childAt(rect.center().x(), rect.center().y()), bar);
    // A press filters, as a click does.
    QSignalSpy activated(m_bars.get(), &BarChartView::keyActivated);
    QVERIFY(!bar->state().selected);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.size(), 1);
    QVERIFY(bar->state().selected);
    // The current bar is the one that the keys have.
    m_bars->activateWindow();
    m_bars->setFocus();
    QTest::keyClick(m_bars.get(), Qt::Key_End);
    QVERIFY(QTest::qWaitForWindowActive(m_bars.get()));
    QCOMPARE(list->focusChild(), list->child(3));
    QCOMPARE(list->focusChild()->text(QAccessible::Value), u"7"_s);
    // Bars that are gone say nothing any more.
    m_counts->removeRows(1, 3);
    QCOMPARE(list->childCount(), 1);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"Ada Example <ada@example.org>"_s);
}

void TestCharts::assistiveToolsReadActivity()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_activity.get());
    QCOMPARE(list->childCount(), 10);
    QCOMPARE(list->child(4)->text(QAccessible::Name), u"Mon 5 May 2025"_s);
    QCOMPARE(list->child(4)->text(QAccessible::Value), u"4 patches, 8 replies, 1 from bots"_s);
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    list->child(4)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-05 00:00:00 .. 05-05 23:59:59"_s);
    QVERIFY(list->child(4)->state().selected);
    QVERIFY(!list->child(5)->state().selected);
}

void TestCharts::pngHoldsTheWholeChartAtThreeTimesTheSize()
{
    const QImage image = m_bars->picture();
    QVERIFY(image.width() >= 3 * m_bars->viewport()->width());
    QVERIFY(image.height() >= 3 * m_bars->viewport()->height());
    // The bars are in it.
    const QColor color = Theme::of(m_bars->palette()).chart[0];
    bool found = false;
    for (int x = 0; x < image.width() && !found; x += 7) {
        for (int y = 0; y < image.height() && !found; y += 7)
            found = image.pixelColor(x, y) == color;
    }
    QVERIFY(found);
    // Title and range make it taller: they stand above.
    m_bars->setRangeText(u"5 messages, May 2025"_s);
    QVERIFY(m_bars->picture().height() > image.height());
    // Focus and hover are the screen's business.
    const QImage before = m_bars->picture();
    m_bars->setFocus();
    moveMouse(m_bars->viewport(), m_bars->lineRect(1).center());
    QCOMPARE(m_bars->picture(), before);
}

void TestCharts::svgIsWellFormedScalableAndSaysTheNames()
{
    m_bars->setRangeText(u"5 messages & more"_s);
    const QByteArray svg = m_bars->svg();
    QXmlStreamReader xml(svg);
    QString text;
    QString family;
    bool viewBox = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "svg"_L1)
            viewBox = xml.attributes().hasAttribute("viewBox"_L1);
        if (xml.isStartElement() && xml.name() == "text"_L1)
            family = xml.attributes().value("font-family"_L1).toString();
        if (xml.isCharacters())
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(viewBox);
    QVERIFY(!family.isEmpty());
    for (const QString &part :
         {u"Bob Example"_s, u"Robot Example"_s, u"40"_s, u"bot"_s, u"5 messages & more"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox().size() * 3, m_bars->picture().size());
}

void TestCharts::copyPutsPictureAndDrawingOnTheClipboard()
{
    m_bars->copyPicture();
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), m_bars->picture().size());
    QVERIFY(data->data(u"image/svg+xml"_s).contains("Bob Example"));
}

void TestCharts::savingHandsOverTheWholeFile()
{
    QSignalSpy saved(m_activity.get(), &ChartView::saveRequested);
    m_activity->saveTo(u"/nowhere/activity.svg"_s);
    m_activity->saveTo(u"/nowhere/activity.PNG"_s);
    m_bars->setTop(1);
    m_bars->saveTo(u"/nowhere/activity.csv"_s);
    m_activity->saveTo(u"/nowhere/activity.csv"_s);
    QCOMPARE(saved.size(), 3);
    const auto content = [&saved](int i) { return saved[i][1].value<FileContent>()(); };
    QVERIFY(content(2).contains("2025-05-05,4,8,1,13\r\n"));
    // The chart shows a few, the table has all.
    QVERIFY(m_bars->csv().contains("Ada Example"));
    QCOMPARE(saved[0][0].toString(), u"/nowhere/activity.svg"_s);
    QVERIFY(content(0).trimmed().endsWith("</svg>"));
    QVERIFY(content(1).startsWith("\x89PNG\r\n"));
    QCOMPARE(QImage::fromData(content(1), "PNG").size(), m_activity->picture().size());
}

void TestCharts::activityStacksWhatTheModelSays()
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

void TestCharts::aSingleDayIsABarAndNoWall()
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

void TestCharts::draggingPicksARange()
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

void TestCharts::draggingBeyondTheEdgePicksTheEnd()
{
    QSignalSpy picked(m_activity.get(), &ActivityChartView::rangePicked);
    QWidget *viewport = m_activity->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, m_activity->columnRect(8).center());
    moveMouse(viewport, QPoint(5000, -300), Qt::LeftButton);
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, QPoint(5000, -300));
    QCOMPARE(days(picked[0][0].value<catalog::DateSpan>()), u"05-09 00:00:00 .. 05-10 23:59:59"_s);
}

void TestCharts::clickPicksOneDay()
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

void TestCharts::keysPickARange()
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

void TestCharts::aRangeFromOutsideIsMarkedSilently()
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

void TestCharts::timeLabelsFitTheSpan_data()
{
    QTest::addColumn<int>("bins");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("labels");
    QTest::newRow("one day") << 1 << 1 << 600 << u"28 Mar 2025"_s;
    QTest::newRow("a quarter") << 90 << 1 << 300 << u"Apr 2025|May|Jun"_s;
    QTest::newRow("weeks over new year") << 60 << 7 << 600 << u"May 2025|Jul|Sep|Nov|Jan 2026|Mar|May"_s;
}

void TestCharts::timeLabelsFitTheSpan()
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

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
