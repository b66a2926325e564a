// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/chartspaneldesk.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"
#include "ui/panestate.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;
using loredesk::tests::ChartsPanelDesk;
using loredesk::tests::countRow;

class TestChartsPanel : public QObject, private ChartsPanelDesk
{
    Q_OBJECT

private slots:
    void init() { makePanel(); }

    void everyControlHasANameForAssistiveTools();
    void tabsShowTheirCharts();
    void topIsChosenForBothCharts();
    void theRangeStandsInOneLine();
    void withoutAnArchiveNothingIsSaidOfTheOneBefore();
    void picturesNameTheListTheyAreOf();
    void clicksSayWhichChartTheyCameFrom();
    void anEmptyModelSaysSo();
    void loadingShowsProgressAndCancels();
    void copyAndSaveTakeTheChartThatIsShown();
    void modelsCanBeSwappedAndDie();
    void domainsAreShownByOwnerWhereAsked();
    void latencyIsShownByMonthWhereAsked();
    void linesOfSeriesAndLatencyFilter();
    void notesStandBelowTheirCharts();
    void theMenuReachesEverything();
    void aNarrowPanelKeepsEveryTool();
    void fromChartToChartTheToolsKeepTheirPlaces();
    void theLineBelowExplainsWhatIsCountedOfAFilteredTree();
    void theLineBelowKeepsClearOfTheEdge();
};

void TestChartsPanel::everyControlHasANameForAssistiveTools()
{
    for (const char *name :
         {"chartTabs", "chartTop", "chartTable", "chartCopy", "chartSave", "contributorsChart",
          "domainsChart", "activityChart", "seriesChart", "latencyChart", "chartVariant", "chartPicker"}) {
        const auto *control = m_panel->findChild<QWidget *>(QLatin1StringView(name));
        QVERIFY2(control, name);
        QVERIFY2(!control->accessibleName().isEmpty(), name);
        QVERIFY2(control->focusPolicy() & Qt::TabFocus, name);
    }
}

void TestChartsPanel::tabsShowTheirCharts()
{
    QVERIFY(m_panel->contributorsChart()->isVisible());
    find<QTabBar>(u"chartTabs"_s)->setCurrentIndex(2);
    QCOMPARE(m_panel->chart(), ChartsPanel::Chart::Activity);
    QVERIFY(m_panel->activityChart()->isVisible());
    QVERIFY(!m_panel->contributorsChart()->isVisible());
    QVERIFY(!find<QComboBox>(u"chartTop"_s)->isVisible()); // means nothing there
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QVERIFY(m_panel->domainsChart()->isVisible());
    QCOMPARE(m_panel->domainsChart()->bars().size(), 3U);
}

void TestChartsPanel::topIsChosenForBothCharts()
{
    QSignalSpy changed(m_panel.get(), &ChartsPanel::topChanged);
    auto *box = find<QComboBox>(u"chartTop"_s);
    QCOMPARE(m_panel->contributorsChart()->bars().size(), 15U);
    box->setCurrentIndex(box->findText(u"25"_s));
    QCOMPARE(m_panel->contributorsChart()->bars().size(), 25U);
    QCOMPARE(m_panel->domainsChart()->top(), 25);
    QCOMPARE(changed.size(), 1);
    m_panel->setTop(5);
    QCOMPARE(box->currentText(), u"5"_s);
    QCOMPARE(m_panel->contributorsChart()->bars().size(), 5U);
}

void TestChartsPanel::theRangeStandsInOneLine()
{
    auto *line = find<QLabel>(u"chartRange"_s);
    m_panel->setRangeText(u"1,301 messages, 1 Apr – 30 Jun 2025"_s);
    QCOMPARE(line->text(), u"1,301 messages, 1 Apr – 30 Jun 2025 · 15 of 30 contributors"_s);
    m_panel->setChart(ChartsPanel::Chart::Activity);
    QCOMPARE(line->text(), u"1,301 messages, 1 Apr – 30 Jun 2025"_s);
    const QString text = u"1,301 messages of several lists together, 1 Apr – 30 Jun 2025"_s;
    m_panel->setRangeText(text);
    m_panel->resize(300, 260);
    QCoreApplication::processEvents();
    QVERIFY(line->text().endsWith(u'…'));
    QCOMPARE(line->toolTip(), text);
    QVERIFY(m_panel->activityChart()->svg().contains("1 Apr"));
    QVERIFY(m_panel->contributorsChart()->svg().contains("Patches and cover letters of 1,301"));
}

void TestChartsPanel::withoutAnArchiveNothingIsSaidOfTheOneBefore()
{
    auto *line = find<QLabel>(u"chartRange"_s);
    m_panel->setRangeText(u"1,301 messages"_s);
    m_panel->setNotes(u"80 series"_s, u"half of them within 1 day"_s);
    m_panel->setIsFiltered(true);
    m_panel->setModels({});
    m_panel->setHasArchive(false);
    for (const auto chart :
         {ChartsPanel::Chart::Contributors, ChartsPanel::Chart::Domains, ChartsPanel::Chart::Activity,
          ChartsPanel::Chart::Series, ChartsPanel::Chart::Latency}) {
        m_panel->setChart(chart);
        QCOMPARE(line->text(), QString());
        QCOMPARE(line->toolTip(), QString());
    }
}

void TestChartsPanel::picturesNameTheListTheyAreOf()
{
    m_panel->setRangeText(u"1,301 messages"_s);
    QVERIFY(!m_panel->activityChart()->svg().contains("frob-devel"));
    m_panel->setListName(u"frob-devel"_s);
    QVERIFY(m_panel->contributorsChart()->svg().contains("frob-devel"));
    const QByteArray svg = m_panel->activityChart()->svg();
    const QByteArray heading = (m_panel->activityChart()->title() + u" · frob-devel"_s).toUtf8();
    QVERIFY(svg.contains("<title>" + heading + "</title>"));
    QCOMPARE(svg.count("frob-devel"), 2); // it is also drawn
}

void TestChartsPanel::clicksSayWhichChartTheyCameFrom()
{
    QSignalSpy person(m_panel.get(), &ChartsPanel::contributorActivated);
    QSignalSpy domain(m_panel.get(), &ChartsPanel::domainActivated);
    QSignalSpy range(m_panel.get(), &ChartsPanel::rangePicked);
    BarChartView *people = m_panel->contributorsChart();
    QTest::mouseClick(people->viewport(), Qt::LeftButton, Qt::NoModifier, people->lineRect(1).center());
    QCOMPARE(person.size(), 1);
    QCOMPARE(person[0], (QVariantList{u"person1@example.org"_s, false}));
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QTest::keyClick(m_panel->domainsChart(), Qt::Key_Down);
    QTest::keyClick(m_panel->domainsChart(), Qt::Key_Return);
    QCOMPARE(domain.size(), 1);
    QCOMPARE(domain[0][0].toString(), m_domains->item(0)->data(items::KeyRole).toString());
    m_panel->setChart(ChartsPanel::Chart::Activity);
    ActivityChartView *activity = m_panel->activityChart();
    QTest::mouseClick(activity->viewport(), Qt::LeftButton, Qt::NoModifier, activity->columnRect(0).center());
    QCOMPARE(range.size(), 1);
    QCOMPARE(person.size(), 1);
}

void TestChartsPanel::anEmptyModelSaysSo()
{
    auto *pane = find<PaneState>(u"chartPane"_s);
    QVERIFY(pane->isShowingContent());
    m_people->removeRows(0, m_people->rowCount());
    QVERIFY(!pane->isShowingContent());
    QVERIFY(!find<QToolButton>(u"chartCopy"_s)->isEnabled());
    // It is not the range's doing where there is no archive.
    const auto *sentence = pane->findChild<QLabel *>(u"paneStateSentence"_s);
    const QString ofRange = sentence->text();
    m_panel->setHasArchive(false);
    QVERIFY(!sentence->text().contains("range"_L1));
    m_panel->setHasArchive(true);
    QCOMPARE(sentence->text(), ofRange);
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QVERIFY(pane->isShowingContent());
    m_panel->setChart(ChartsPanel::Chart::Contributors);
    m_people->appendRow(countRow(u"Ada Example"_s, 1));
    QVERIFY(pane->isShowingContent());
    QVERIFY(find<QToolButton>(u"chartCopy"_s)->isEnabled());
}

void TestChartsPanel::loadingShowsProgressAndCancels()
{
    QSignalSpy cancelled(m_panel.get(), &ChartsPanel::cancelRequested);
    auto *pane = find<PaneState>(u"chartPane"_s);
    m_panel->showLoading(u"reading messages"_s, 10, 100);
    QVERIFY(!pane->isShowingContent());
    // A model that changes while loading does not end it.
    m_people->appendRow(countRow(u"Ada Example"_s, 1));
    QVERIFY(!pane->isShowingContent());
    find<QPushButton>(u"paneStateAction"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    m_panel->showContent();
    QVERIFY(pane->isShowingContent());
}

void TestChartsPanel::copyAndSaveTakeTheChartThatIsShown()
{
    QSignalSpy saved(m_panel.get(), &ChartsPanel::saveRequested);
    m_panel->setChart(ChartsPanel::Chart::Domains);
    find<QToolButton>(u"chartCopy"_s)->click();
    QVERIFY(QApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s).contains("host0.example.org"));
    m_panel->domainsChart()->saveTo(u"/nowhere/domains.svg"_s);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), u"/nowhere/domains.svg"_s);
    QVERIFY(saved[0][1].value<FileContent>()().contains("host0.example.org"));
}

void TestChartsPanel::modelsCanBeSwappedAndDie()
{
    auto other = std::make_unique<QStandardItemModel>();
    other->appendRow(countRow(u"Zoe Example"_s, 4));
    m_panel->setModels({other.get()});
    QCOMPARE(m_panel->contributorsChart()->bars().size(), 1U);
    m_people->clear(); // no longer anybody's business
    QVERIFY(find<PaneState>(u"chartPane"_s)->isShowingContent());
    m_panel->setTableShown(true);
    other.reset();
    QCoreApplication::processEvents();
    m_panel->setModels({});
    QVERIFY(!find<PaneState>(u"chartPane"_s)->isShowingContent());
}

void TestChartsPanel::domainsAreShownByOwnerWhereAsked()
{
    auto *variant = find<QComboBox>(u"chartVariant"_s);
    QVERIFY(!variant->isVisible()); // means nothing to contributors
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QVERIFY(variant->isVisible());
    QCOMPARE(variant->currentIndex(), 0);
    variant->setFocus();
    QTest::keyClick(variant, Qt::Key_Down);
    QVERIFY(m_panel->isByOwner());
    QCOMPARE(m_panel->domainsChart()->model(), m_owners.get());
    QCOMPARE(m_panel->domainsChart()->title(), u"Domains by owner"_s);
    m_panel->setTableShown(true);
    const auto *table = qobject_cast<QAbstractProxyModel *>(find<QTableView>(u"chartTableView"_s)->model());
    QCOMPARE(table->sourceModel(), m_owners.get());
    m_panel->setByOwner(false);
    QCOMPARE(m_panel->domainsChart()->model(), m_domains.get());
    QCOMPARE(variant->currentIndex(), 0);
}

void TestChartsPanel::latencyIsShownByMonthWhereAsked()
{
    m_panel->setChart(ChartsPanel::Chart::Latency);
    QCOMPARE(m_panel->latencyChart()->bars().front().name, u"Soon"_s);
    find<QComboBox>(u"chartVariant"_s)->setCurrentIndex(1);
    QVERIFY(m_panel->isByMonth());
    QCOMPARE(m_panel->latencyChart()->bars().front().text, u"3 h"_s);
    QVERIFY(!m_panel->isByOwner()); // the choices do not touch each other
    // A model that nobody sees may change.
    m_latency->clear();
    QVERIFY(find<PaneState>(u"chartPane"_s)->isShowingContent());
}

void TestChartsPanel::linesOfSeriesAndLatencyFilter()
{
    QSignalSpy selected(m_panel.get(), &ChartsPanel::figuresSelected);
    QSignalSpy people(m_panel.get(), &ChartsPanel::contributorsSelected);
    m_panel->setChart(ChartsPanel::Chart::Series);
    BarChartView *chart = m_panel->seriesChart();
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::NoModifier, chart->lineRect(1).center());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].toStringList(), QStringList{u"state:incomplete"_s});
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::ControlModifier, chart->lineRect(0).center());
    QCOMPARE(selected[1][0].toStringList(), (QStringList{u"state:incomplete"_s, u"state:complete"_s}));
    m_panel->setChart(ChartsPanel::Chart::Latency);
    QTest::keyClick(m_panel->latencyChart(), Qt::Key_Down);
    QTest::keyClick(m_panel->latencyChart(), Qt::Key_Return);
    QCOMPARE(selected[2][0].toStringList(), QStringList{u"state:soon"_s});
    m_panel->setTableShown(true);
    emit find<QTableView>(u"chartTableView"_s)->activated(m_latency->index(0, 1));
    QCOMPARE(selected.size(), 4);
    m_panel->setSelectedFigures({u"state:complete"_s});
    QCOMPARE(chart->selectedKeys(), QStringList{u"state:complete"_s});
    QCOMPARE(selected.size(), 4);
    QCOMPARE(people.size(), 0);
}

void TestChartsPanel::notesStandBelowTheirCharts()
{
    auto *line = find<QLabel>(u"chartRange"_s);
    m_panel->setRangeText(u"20 messages"_s);
    m_panel->setNotes(u"6 series"_s, u"half within 3 h"_s);
    m_panel->setChart(ChartsPanel::Chart::Series);
    QCOMPARE(line->text(), u"6 series"_s);
    m_panel->setChart(ChartsPanel::Chart::Latency);
    QCOMPARE(line->text(), u"half within 3 h"_s);
    const QByteArray picture = m_panel->latencyChart()->svg();
    QVERIFY(picture.contains(">half within 3 h<") && picture.contains(">20 messages<"));
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QCOMPARE(line->text(), u"20 messages"_s);
}

void TestChartsPanel::theMenuReachesEverything()
{
    QSignalSpy raised(m_panel.get(), &ChartsPanel::raiseRequested);
    const auto action = [this](const QString &name) {
        auto *found = m_panel->findChild<QAction *>(name);
        Q_ASSERT(found);
        return found;
    };
    action(u"showLatencyAction"_s)->trigger();
    QCOMPARE(m_panel->chart(), ChartsPanel::Chart::Latency);
    action(u"domainsByOwnerAction"_s)->trigger();
    QCOMPARE(m_panel->chart(), ChartsPanel::Chart::Domains);
    QVERIFY(m_panel->isByOwner());
    action(u"latencyByMonthAction"_s)->trigger();
    QVERIFY(m_panel->isByMonth());
    action(u"chartTableAction"_s)->trigger();
    QVERIFY(m_panel->isTableShown());
    QCOMPARE(raised.size(), 4);
    // The menu says what is so, wherever it was changed.
    m_panel->setChart(ChartsPanel::Chart::Activity);
    m_panel->setTableShown(false);
    m_panel->setByOwner(false);
    QVERIFY(action(u"showActivityAction"_s)->isChecked());
    QVERIFY(!action(u"chartTableAction"_s)->isChecked());
    QVERIFY(!action(u"domainsByOwnerAction"_s)->isChecked());
    QVERIFY(action(u"copyChartAction"_s)->isEnabled());
    m_days->removeRows(0, m_days->rowCount());
    QVERIFY(!action(u"copyChartAction"_s)->isEnabled());
    QVERIFY(!action(u"saveChartAction"_s)->isEnabled());
}

void TestChartsPanel::aNarrowPanelKeepsEveryTool()
{
    auto *tabs = find<QTabBar>(u"chartTabs"_s);
    auto *picker = find<QComboBox>(u"chartPicker"_s);
    m_panel->resize(1200, 260);
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QVERIFY(tabs->isVisible() && !picker->isVisible());
    QCOMPARE(find<QToolButton>(u"chartTable"_s)->toolButtonStyle(), Qt::ToolButtonTextOnly);
    m_panel->resize(380, 160);
    QVERIFY(!tabs->isVisible() && picker->isVisible());
    QCOMPARE(picker->currentIndex(), int(ChartsPanel::Chart::Domains));
    for (const char *name : {"chartVariant", "chartTop", "chartTable", "chartCopy", "chartSave"}) {
        const auto *tool = m_panel->findChild<QWidget *>(QLatin1StringView(name));
        QVERIFY2(tool->isVisible(), name);
        QVERIFY2(tool->geometry().right() < m_panel->width(), name);
        QVERIFY2(tool->width() >= tool->minimumSizeHint().width(), name);
    }
    QTest::keyClick(picker, Qt::Key_Down);
    QCOMPARE(m_panel->chart(), ChartsPanel::Chart::Activity);
    m_panel->resize(1200, 260);
    QVERIFY(tabs->isVisible());
}

void TestChartsPanel::fromChartToChartTheToolsKeepTheirPlaces()
{
    const auto places = [this] {
        QList<QRect> places;
        for (const char *name : {"chartTabs", "chartTable", "chartCopy", "chartSave"})
            places += m_panel->findChild<QWidget *>(QLatin1StringView(name))->geometry();
        return places;
    };
    for (const int width : {1200, m_panel->widthWithTabs(), m_panel->widthWithTabs() - 1}) {
        m_panel->resize(width, 260);
        m_panel->setChart(ChartsPanel::Chart::Contributors);
        QCOMPARE(find<QTabBar>(u"chartTabs"_s)->isVisible(), width >= m_panel->widthWithTabs());
        const QList<QRect> first = places();
        for (int chart = 0; chart < 5; ++chart) {
            for (const bool table : {true, false}) {
                m_panel->setChart(ChartsPanel::Chart(chart));
                m_panel->setTableShown(table);
                QApplication::processEvents();
                QVERIFY2(places() == first, qPrintable(u"%1 %2 %3"_s.arg(width).arg(chart).arg(table)));
            }
        }
    }
}

void TestChartsPanel::theLineBelowExplainsWhatIsCountedOfAFilteredTree()
{
    m_panel->setRangeText(u"5 of 1,301 messages, filtered"_s);
    const auto *line = find<QLabel>(u"chartRange"_s);
    QCOMPARE(line->toolTip(), QString());
    m_panel->setIsFiltered(true);
    QVERIFY(line->toolTip().contains("all messages of the rows"_L1));
    m_panel->setIsFiltered(false);
    QCOMPARE(line->toolTip(), QString());
}

void TestChartsPanel::theLineBelowKeepsClearOfTheEdge()
{
    m_panel->setRangeText(u"1,301 messages"_s);
    const auto *line = find<QLabel>(u"chartRange"_s);
    QVERIFY(line->isVisible());
    QVERIFY(line->geometry().bottom() <= m_panel->rect().bottom());
    QVERIFY(line->contentsMargins().bottom() >= 4);
}

QTEST_MAIN(TestChartsPanel)
#include "tst_chartspanel.moc"
