// SPDX-License-Identifier: GPL-3.0-or-later
// The same numbers as a table.
#include "tests/ui/chartspaneldesk.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::ui;

class TestChartTable : public QObject, private tests::ChartsPanelDesk
{
    Q_OBJECT

private slots:
    void init() { makePanel(); }

    void theTableShowsTheSameModelAndFilters();
    void aClickOnAHeaderSortsTheTable();
    void theTableGroupsLargeNumbersAsTheChartDoes();
    void theTableOfActivityPicksARange();
    void theTableIsCopiedAsText();
    void theTableHearsOfAChangeBeforeItIsLaidOut();
};

void TestChartTable::theTableShowsTheSameModelAndFilters()
{
    QSignalSpy person(m_panel.get(), &ChartsPanel::contributorActivated);
    auto *table = find<QTableView>(u"chartTableView"_s);
    find<QToolButton>(u"chartTable"_s)->click();
    QVERIFY(table->isVisible());
    const auto shown = [table] { return qobject_cast<QAbstractProxyModel *>(table->model())->sourceModel(); };
    QCOMPARE(shown(), m_people.get());
    emit table->activated(m_people->index(20, 1));
    QCOMPARE(person.size(), 1);
    QCOMPARE(person[0][0].toString(), u"person20@example.org"_s);
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QCOMPARE(shown(), m_domains.get());
    m_panel->setTableShown(false);
    QVERIFY(m_panel->domainsChart()->isVisible());
}

void TestChartTable::aClickOnAHeaderSortsTheTable()
{
    for (int row = 0; row < m_people->rowCount(); ++row) {
        m_people->item(row, 0)->setData(m_people->item(row, 0)->text().toCaseFolded(), items::SortRole);
        m_people->item(row, 1)->setData(90 - row, items::SortRole);
    }
    m_panel->setTableShown(true);
    auto *table = find<QTableView>(u"chartTableView"_s);
    const auto top = [table] { return table->model()->index(0, 0).data().toString(); };
    const auto click = [header = table->horizontalHeader()](int column) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header->sectionPosition(column) + 12, header->height() / 2));
    };
    QCOMPARE(top(), u"Person0 Example"_s);
    click(0);
    click(0);
    QCOMPARE(top(), u"Person9 Example"_s);
    QSignalSpy person(m_panel.get(), &ChartsPanel::contributorActivated);
    emit table->activated(table->model()->index(0, 0));
    QCOMPARE(person.value(0).value(0).toString(), u"person9@example.org"_s);
    find<QToolButton>(u"chartCopy"_s)->click();
    QVERIFY(QApplication::clipboard()->text().section(u'\n', 1).startsWith("Person9 Example"_L1));
    click(0); // the third time as the chart has it
    QCOMPARE(top(), u"Person0 Example"_s);
    click(1);
    QCOMPARE(table->model()->index(0, 1).data(items::SortRole).toInt(), 61);
    // Another chart begins as it is.
    m_panel->setChart(ChartsPanel::Chart::Domains);
    QCOMPARE(top(), u"host0.example.org"_s);
}

void TestChartTable::theTableGroupsLargeNumbersAsTheChartDoes()
{
    m_panel->setTableShown(true);
    auto *table = find<QTableView>(u"chartTableView"_s);
    const auto *delegate = qobject_cast<const QStyledItemDelegate *>(table->itemDelegate());
    QLocale view = table->locale();
    view.setNumberOptions(QLocale::OmitGroupSeparator); // as item views have it
    QCOMPARE(delegate->displayText(26384, view), QLocale().toString(26384));
    QVERIFY(delegate->displayText(26384, view) != u"26384"_s);
    QCOMPARE(delegate->displayText(u"2025"_s, view), u"2025"_s);
}

void TestChartTable::theTableOfActivityPicksARange()
{
    QSignalSpy range(m_panel.get(), &ChartsPanel::rangePicked);
    m_panel->setChart(ChartsPanel::Chart::Activity);
    m_panel->setTableShown(true);
    emit find<QTableView>(u"chartTableView"_s)->activated(m_days->index(1, 2));
    QCOMPARE(range.size(), 1);
    const auto span = range[0][0].value<catalog::DateSpan>();
    QCOMPARE(*span.since, QDate(2025, 5, 2).startOfDay(Qt::UTC).toSecsSinceEpoch());
    QCOMPARE(*span.until, QDate(2025, 5, 3).startOfDay(Qt::UTC).toSecsSinceEpoch() - 1);
}

void TestChartTable::theTableIsCopiedAsText()
{
    m_panel->setChart(ChartsPanel::Chart::Series);
    m_panel->setTableShown(true);
    find<QToolButton>(u"chartCopy"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"State\tSeries\nComplete\t5\nIncomplete\t1\n"_s);
    QVERIFY(!QApplication::clipboard()->mimeData()->hasImage());
}

void TestChartTable::theTableHearsOfAChangeBeforeItIsLaidOut()
{
    // What the header counts whenever the table is shown or hidden: a stale count can hold it for ever.
    struct Watcher : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Hide || event->type() == QEvent::Show)
                counted << table->verticalHeader()->count() - table->model()->rowCount();
            return false;
        }
        QTableView *table = nullptr;
        QList<int> counted;
    } watcher;
    m_panel->setTableShown(true);
    watcher.table = find<QTableView>(u"chartTableView"_s);
    watcher.table->installEventFilter(&watcher);
    m_people->clear();
    QVERIFY(!watcher.table->isVisible());
    QCOMPARE(watcher.counted, QList<int>{0});
    m_people->appendRow(tests::countRow(u"Ada Example"_s, 7));
    QVERIFY(watcher.table->isVisible());
    QCOMPARE(watcher.counted, (QList<int>{0, 0}));
}

QTEST_MAIN(TestChartTable)
#include "tst_charttable.moc"
