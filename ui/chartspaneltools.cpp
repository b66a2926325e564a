// SPDX-License-Identifier: GPL-3.0-or-later
// The row of tools above the charts, their menu, and what leaves the window.
#include "models/items/csv.h"
#include "models/items/roles.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"
#include "ui/chartspanel.h"
#include "ui/icons.h"
#include "ui/paddedcells.h"
#include "ui/panestate.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void ChartsPanel::makeTools()
{
    m_tabs->setObjectName(u"chartTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Chart"));
    m_picker->setObjectName(u"chartPicker"_s);
    m_picker->setAccessibleName(tr("Chart"));
    for (const QString &name :
         {tr("Contributors"), tr("Domains"), tr("Activity"), tr("Series"), tr("Latency")}) {
        m_tabs->addTab(name);
        m_picker->addItem(name);
    }
    m_tabs->setTabToolTip(int(Chart::Series), tr("Series by state"));
    m_tabs->setTabToolTip(int(Chart::Latency), tr("How long series wait for their first answer"));
    m_variant->setObjectName(u"chartVariant"_s);

    m_top->setObjectName(u"chartTop"_s);
    m_top->setAccessibleName(tr("How many bars"));
    m_top->setToolTip(tr("How many bars, most first"));
    for (const int top : {5, 10, 15, 25})
        m_top->addItem(QString::number(top), top);
    m_top->setCurrentIndex(m_top->findData(m_contributors->top()));
    m_topLabel->setBuddy(m_top);

    m_table->setObjectName(u"chartTable"_s);
    m_table->setText(tr("Table"));
    m_table->setIcon(actionIcon(u"view-table"_s));
    m_table->setToolTip(tr("The same numbers as a table"));
    m_table->setAccessibleName(m_table->toolTip());
    m_table->setCheckable(true);
    m_copy->setObjectName(u"chartCopy"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(actionIcon(u"edit-copy"_s));
    m_save->setObjectName(u"chartSave"_s);
    m_save->setText(tr("Save…"));
    m_save->setIcon(actionIcon(u"document-save"_s));
    for (QToolButton *button : {m_table, m_copy, m_save}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
}

void ChartsPanel::makeMenu()
{
    m_menu = new QMenu(tr("C&harts"), this);
    m_menu->setObjectName(u"chartsMenu"_s);
    m_chartActions = new QActionGroup(this);
    const std::pair<QString, QString> charts[] = {{tr("&Contributors"), u"showContributorsAction"_s},
                                                  {tr("&Domains"), u"showDomainsAction"_s},
                                                  {tr("&Activity"), u"showActivityAction"_s},
                                                  {tr("&Series by State"), u"showSeriesStatesAction"_s},
                                                  {tr("&Latency"), u"showLatencyAction"_s}};
    for (int i = 0; i < int(std::size(charts)); ++i) {
        QAction *action = m_menu->addAction(charts[i].first);
        action->setObjectName(charts[i].second);
        action->setShortcut(QKeySequence(int(Qt::CTRL) | int(Qt::ALT) | (int(Qt::Key_1) + i)));
        action->setCheckable(true);
        m_chartActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] {
            setChart(Chart(i));
            emit raiseRequested();
            focusChart();
        });
    }
    m_menu->addSeparator();
    const auto toggle = [this](const QString &text, const QString &name, Chart chart, auto set) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, chart, set](bool on) {
            setChart(chart);
            (this->*set)(on);
            emit raiseRequested();
        });
        return action;
    };
    m_byOwnerAction =
        toggle(tr("Domains by &Owner"), u"domainsByOwnerAction"_s, Chart::Domains, &ChartsPanel::setByOwner);
    m_byMonthAction =
        toggle(tr("Latency by &Month"), u"latencyByMonthAction"_s, Chart::Latency, &ChartsPanel::setByMonth);
    m_menu->addSeparator();
    m_tableAction = m_menu->addAction(actionIcon(u"view-table"_s), tr("As &Table"));
    m_tableAction->setObjectName(u"chartTableAction"_s);
    m_tableAction->setCheckable(true);
    connect(m_tableAction, &QAction::triggered, this, [this](bool on) {
        setTableShown(on);
        emit raiseRequested();
    });
    m_copyAction = m_menu->addAction(actionIcon(u"edit-copy"_s), tr("Co&py Chart"), this, &ChartsPanel::copy);
    m_copyAction->setObjectName(u"copyChartAction"_s);
    m_saveAction =
        m_menu->addAction(actionIcon(u"document-save"_s), tr("Sa&ve Chart…"), this, &ChartsPanel::save);
    m_saveAction->setObjectName(u"saveChartAction"_s);
}

void ChartsPanel::layOut()
{
    m_contributors->setObjectName(u"contributorsChart"_s);
    m_contributors->setFileName(u"contributors"_s);
    m_contributors->setTitle(tr("Contributors"));
    m_domains->setObjectName(u"domainsChart"_s);
    m_domains->setFileName(u"domains"_s);
    m_domains->setTitle(tr("Domains"));
    m_activity->setObjectName(u"activityChart"_s);
    m_activity->setTitle(tr("Activity"));
    m_series->setObjectName(u"seriesChart"_s);
    m_series->setFileName(u"series"_s);
    m_series->setTitle(tr("Series by state"));
    m_series->setKeepsOrder(true);
    m_latency->setObjectName(u"latencyChart"_s);
    m_latency->setFileName(u"latency"_s);
    m_latency->setTitle(tr("Time to the first answer"));
    m_latency->setKeepsOrder(true);

    m_tableView->setObjectName(u"chartTableView"_s);
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->setShowGrid(false);
    m_tableView->setItemDelegate(new PaddedDelegate(m_tableView));
    m_tableView->setWordWrap(false);
    m_tableView->setFrameShape(QFrame::NoFrame);
    m_tableView->setTabKeyNavigation(false);
    m_tableView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tableView->verticalHeader()->hide();
    auto *header = new PaddedHeader;
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_tableView->setHorizontalHeader(header);
    m_sorted->setSortRole(items::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_tableView->setModel(m_sorted);
    m_tableView->setSortingEnabled(true);
    for (ChartView *view : views())
        m_stack->addWidget(view);
    m_stack->addWidget(m_tableView);
    m_pane->setObjectName(u"chartPane"_s);
    m_pane->setContent(m_stack);

    m_range->setObjectName(u"chartRange"_s);
    m_range->setTextFormat(Qt::PlainText);
    m_range->setMinimumWidth(1);
    m_range->setContentsMargins(8, 2, 8, 6); // clear of what lies below the dock

    m_tools->setObjectName(u"chartTools"_s);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 4, 0);
    tools->setSpacing(4);
    tools->addWidget(m_tabs);
    tools->addWidget(m_picker);
    tools->addStretch();
    tools->addWidget(m_variant);
    tools->addWidget(m_topLabel);
    tools->addWidget(m_top);
    tools->addWidget(m_table);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_pane, 1);
    column->addWidget(m_range);
}

void ChartsPanel::takeToolsBack()
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, m_tools);
    m_tools->show();
}

void ChartsPanel::connectCharts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_picker->setCurrentIndex(index);
        updateView();
        emit chartChanged(Chart(index));
    });
    connect(m_picker, &QComboBox::currentIndexChanged, m_tabs, &QTabBar::setCurrentIndex);
    connect(m_variant, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (chart() == Chart::Domains)
            setByOwner(index == 1);
        else if (chart() == Chart::Latency)
            setByMonth(index == 1);
    });
    connect(m_top, &QComboBox::currentIndexChanged, this, [this] { setTop(m_top->currentData().toInt()); });
    connect(m_table, &QToolButton::toggled, this, &ChartsPanel::updateView);
    connect(m_copy, &QToolButton::clicked, this, &ChartsPanel::copy);
    connect(m_save, &QToolButton::clicked, this, &ChartsPanel::save);
    connect(m_contributors, &BarChartView::keyActivated, this, &ChartsPanel::contributorActivated);
    connect(m_contributors, &BarChartView::selectionChanged, this, &ChartsPanel::contributorsSelected);
    connect(m_domains, &BarChartView::keyActivated, this, &ChartsPanel::domainActivated);
    connect(m_domains, &BarChartView::selectionChanged, this, &ChartsPanel::domainsSelected);
    connect(m_activity, &ActivityChartView::rangePicked, this, &ChartsPanel::rangePicked);
    for (BarChartView *view : {m_series, m_latency})
        connect(view, &BarChartView::selectionChanged, this, &ChartsPanel::figuresSelected);
    for (ChartView *view : views()) {
        connect(view, &ChartView::saveRequested, this, &ChartsPanel::saveRequested);
        connect(view, &ChartView::tableRequested, this, [this] { setTableShown(true); });
    }
    connect(m_tableView, &QTableView::activated, this, &ChartsPanel::tableActivated);
    connect(m_pane, &PaneState::actionTriggered, this, &ChartsPanel::cancelRequested);
}

int ChartsPanel::roomBesideTabs(Qt::ToolButtonStyle style)
{
    // What any chart or table has there: from one to the other nothing is to change its place.
    int width = 16 + m_variant->minimumWidth() + 4 + m_top->sizeHint().width() + 4;
    if (style == Qt::ToolButtonTextOnly)
        width += m_topLabel->sizeHint().width() + 4;
    for (QToolButton *button : {m_table, m_copy, m_save}) {
        button->setToolButtonStyle(style);
        width += button->sizeHint().width() + 4;
    }
    return width;
}

int ChartsPanel::widthWithTabs()
{
    fitTools();
    const Qt::ToolButtonStyle style = m_table->toolButtonStyle();
    const int width = m_tabs->sizeHint().width() + roomBesideTabs(Qt::ToolButtonIconOnly);
    roomBesideTabs(style);
    return width;
}

void ChartsPanel::fitTools()
{
    QComboBox widest;
    widest.setFont(m_variant->font());
    widest.addItems(variantsOf(Chart::Domains) + variantsOf(Chart::Latency));
    m_variant->setMinimumWidth(widest.sizeHint().width());
    // Words where there is room for them, then icons, and where the tabs do not fit beside those, a list of
    // them.
    const int tabs = m_tabs->sizeHint().width();
    const bool roomy = tabs + roomBesideTabs(Qt::ToolButtonTextOnly) <= width();
    const bool tabbed = roomy || tabs + roomBesideTabs(Qt::ToolButtonIconOnly) <= width();
    m_topLabel->setVisible(roomy && !m_top->isHidden());
    m_tabs->setVisible(tabbed);
    m_picker->setVisible(!tabbed);
}

void ChartsPanel::focusChart()
{
    // Where there is nothing to count there is another chart to choose.
    QWidget *chooser = m_tabs->isHidden() ? static_cast<QWidget *>(m_picker) : m_tabs;
    QWidget *place = m_stack->isVisible() ? m_stack->currentWidget() : chooser;
    place->setFocus(Qt::ShortcutFocusReason);
}

void ChartsPanel::copy()
{
    if (m_table->isChecked() && currentModel())
        QApplication::clipboard()->setText(QString::fromUtf8(items::tabbedTextOf(*m_sorted)));
    else
        currentView()->copyPicture();
}

void ChartsPanel::save()
{
    currentView()->save(m_table->isChecked());
}

} // namespace loredesk::ui
