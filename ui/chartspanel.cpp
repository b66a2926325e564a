// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartspanel.h"

#include "models/items/roles.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"
#include "ui/panestate.h"
#include "ui/theme.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_topLabel(new QLabel(tr("Top")))
    , m_top(new QComboBox)
    , m_table(new QToolButton)
    , m_copy(new QToolButton)
    , m_save(new QToolButton)
    , m_range(new QLabel)
    , m_pane(new PaneState)
    , m_stack(new QStackedWidget)
    , m_contributors(new BarChartView)
    , m_domains(new BarChartView)
    , m_activity(new ActivityChartView)
    , m_tableView(new QTableView)
{
    m_tabs->setObjectName(u"chartTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Chart"));
    for (const QString &name : {tr("Contributors"), tr("Domains"), tr("Activity")})
        m_tabs->addTab(name);

    m_top->setObjectName(u"chartTop"_s);
    m_top->setAccessibleName(tr("How many bars"));
    m_top->setToolTip(tr("How many bars, most first"));
    for (const int top : {5, 10, 15, 25})
        m_top->addItem(QString::number(top), top);
    m_top->setCurrentIndex(m_top->findData(m_contributors->top()));
    m_topLabel->setBuddy(m_top);

    m_table->setObjectName(u"chartTable"_s);
    m_table->setText(tr("Table"));
    m_table->setToolTip(tr("The same numbers as a table"));
    m_table->setCheckable(true);
    m_copy->setObjectName(u"chartCopy"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the chart as a picture"));
    m_save->setObjectName(u"chartSave"_s);
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Save the chart as PNG or SVG"));
    for (QToolButton *button : {m_table, m_copy, m_save}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(button->toolTip());
    }

    m_contributors->setObjectName(u"contributorsChart"_s);
    m_contributors->setTitle(tr("Contributors"));
    m_domains->setObjectName(u"domainsChart"_s);
    m_domains->setTitle(tr("Domains"));
    m_activity->setObjectName(u"activityChart"_s);
    m_activity->setTitle(tr("Activity"));
    m_tableView->setObjectName(u"chartTableView"_s);
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->setShowGrid(false);
    m_tableView->setWordWrap(false);
    m_tableView->setFrameShape(QFrame::NoFrame);
    m_tableView->setTabKeyNavigation(false);
    m_tableView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tableView->verticalHeader()->hide();
    m_tableView->horizontalHeader()->setHighlightSections(false);
    m_tableView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QWidget *page : {static_cast<QWidget *>(m_contributors), static_cast<QWidget *>(m_domains),
                          static_cast<QWidget *>(m_activity), static_cast<QWidget *>(m_tableView)})
        m_stack->addWidget(page);
    m_pane->setObjectName(u"chartPane"_s);
    m_pane->setContent(m_stack);

    m_range->setObjectName(u"chartRange"_s);
    m_range->setTextFormat(Qt::PlainText);
    m_range->setMinimumWidth(1);
    m_range->setContentsMargins(8, 0, 8, 2);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(0, 0, 4, 0);
    tools->setSpacing(4);
    tools->addWidget(m_tabs);
    tools->addStretch();
    tools->addWidget(m_topLabel);
    tools->addWidget(m_top);
    tools->addSpacing(4);
    tools->addWidget(m_table);
    tools->addWidget(m_copy);
    tools->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_pane, 1);
    column->addWidget(m_range);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        updateView();
        emit chartChanged(Chart(index));
    });
    connect(m_top, &QComboBox::currentIndexChanged, this, [this] { setTop(m_top->currentData().toInt()); });
    connect(m_table, &QToolButton::toggled, this, &ChartsPanel::updateView);
    connect(m_copy, &QToolButton::clicked, this, [this] { currentView()->copyPicture(); });
    connect(m_save, &QToolButton::clicked, this, [this] { currentView()->savePicture(); });
    connect(m_contributors, &BarChartView::keyActivated, this, &ChartsPanel::contributorActivated);
    connect(m_contributors, &BarChartView::selectionChanged, this, &ChartsPanel::contributorsSelected);
    connect(m_domains, &BarChartView::keyActivated, this, &ChartsPanel::domainActivated);
    connect(m_domains, &BarChartView::selectionChanged, this, &ChartsPanel::domainsSelected);
    connect(m_activity, &ActivityChartView::rangePicked, this, &ChartsPanel::rangePicked);
    for (ChartView *view : {static_cast<ChartView *>(m_contributors), static_cast<ChartView *>(m_domains),
                            static_cast<ChartView *>(m_activity)}) {
        connect(view, &ChartView::saveRequested, this, &ChartsPanel::saveRequested);
        connect(view, &ChartView::tableRequested, this, [this] { setTableShown(true); });
    }
    connect(m_tableView, &QTableView::activated, this, &ChartsPanel::tableActivated);
    connect(m_pane, &PaneState::actionTriggered, this, &ChartsPanel::cancelRequested);

    restyle();
    updateView();
}

void ChartsPanel::setModels(QAbstractItemModel *contributors, QAbstractItemModel *domains,
                            QAbstractItemModel *activity)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_watched))
        disconnect(connection);
    m_watched.clear();
    m_contributors->setModel(contributors);
    m_domains->setModel(domains);
    m_activity->setModel(activity);
    for (QAbstractItemModel *model : {contributors, domains, activity}) {
        if (model)
            watch(model);
    }
    showContent();
}

void ChartsPanel::watch(QAbstractItemModel *model)
{
    m_watched << connect(model, &QAbstractItemModel::modelReset, this, &ChartsPanel::updateView)
              << connect(model, &QAbstractItemModel::rowsInserted, this, &ChartsPanel::updateView)
              << connect(model, &QAbstractItemModel::rowsRemoved, this, &ChartsPanel::updateView);
}

void ChartsPanel::setRangeText(const QString &text)
{
    m_rangeText = text;
    m_activity->setRangeText(text);
    // Pictures leave the window: they say themselves what their bars count.
    for (ChartView *view : {m_contributors, m_domains})
        view->setRangeText(text.isEmpty() ? text : tr("Patches and cover letters of %1").arg(text));
    elideRange();
}

void ChartsPanel::elideRange()
{
    QString text = m_rangeText;
    const QAbstractItemModel *model = currentModel();
    if (chart() != Chart::Activity && model && model->rowCount() > top() && !m_table->isChecked())
        text += (chart() == Chart::Domains ? tr(" · %1 of %2 domains") : tr(" · %1 of %2 contributors"))
                    .arg(QLocale().toString(top()), QLocale().toString(model->rowCount()));
    m_range->setText(m_range->fontMetrics().elidedText(text, Qt::ElideRight, width() - 20));
    m_range->setToolTip(m_range->text() == text ? QString() : text);
    m_range->setVisible(!text.isEmpty());
}

void ChartsPanel::showLoading(const QString &phase, qint64 done, qint64 total)
{
    m_busy = true;
    m_pane->showLoading(phase, done, total, tr("Cancel"));
    updateView();
}

void ChartsPanel::showError(const base::Error &error)
{
    m_busy = true;
    m_pane->showError(error);
    updateView();
}

void ChartsPanel::showContent()
{
    m_busy = false;
    updateView();
}

ChartsPanel::Chart ChartsPanel::chart() const
{
    return Chart(m_tabs->currentIndex());
}

void ChartsPanel::setChart(Chart chart)
{
    m_tabs->setCurrentIndex(int(chart));
}

int ChartsPanel::top() const
{
    return m_contributors->top();
}

void ChartsPanel::setTop(int top)
{
    if (top == this->top())
        return;
    m_contributors->setTop(top);
    m_domains->setTop(top);
    const QSignalBlocker quiet(m_top);
    if (m_top->findData(top) < 0)
        m_top->addItem(QString::number(top), top);
    m_top->setCurrentIndex(m_top->findData(top));
    elideRange();
    emit topChanged(top);
}

bool ChartsPanel::isTableShown() const
{
    return m_table->isChecked();
}

void ChartsPanel::setTableShown(bool shown)
{
    m_table->setChecked(shown);
}

void ChartsPanel::setSelectedContributors(const QStringList &addresses)
{
    m_contributors->setSelectedKeys(addresses);
}

void ChartsPanel::setSelectedDomains(const QStringList &domains)
{
    m_domains->setSelectedKeys(domains);
}

void ChartsPanel::setPickedRange(const catalog::DateSpan &span)
{
    m_activity->setPickedRange(span);
}

ChartView *ChartsPanel::currentView() const
{
    switch (chart()) {
    case Chart::Contributors:
        return m_contributors;
    case Chart::Domains:
        return m_domains;
    case Chart::Activity:
        return m_activity;
    }
    return m_contributors;
}

QAbstractItemModel *ChartsPanel::currentModel() const
{
    return currentView()->model();
}

void ChartsPanel::updateView()
{
    QAbstractItemModel *model = currentModel();
    const bool empty = !model || model->rowCount() == 0;
    const bool usable = !m_busy && !empty;
    const bool table = m_table->isChecked();
    m_topLabel->setVisible(chart() != Chart::Activity && !table);
    m_top->setVisible(chart() != Chart::Activity && !table);
    m_copy->setEnabled(usable && !table);
    m_save->setEnabled(usable && !table);
    m_table->setEnabled(usable || table);
    if (table) {
        if (m_tableView->model() != model) {
            m_tableView->setModel(model);
            m_tableView->setAccessibleName(tr("%1, as a table").arg(currentView()->title()));
        }
        m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        if (model && model->columnCount() > 0)
            m_tableView->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_stack->setCurrentWidget(m_tableView);
    } else {
        // A table that nobody sees need not follow the model.
        if (m_tableView->model())
            m_tableView->setModel(nullptr);
        m_stack->setCurrentWidget(currentView());
    }
    setFocusProxy(m_stack->currentWidget());
    elideRange();
    if (m_busy)
        return;
    if (empty)
        m_pane->showMessage(tr("Nothing to count in this range"));
    else
        m_pane->showContent();
}

void ChartsPanel::tableActivated(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    if (chart() == Chart::Activity) {
        const catalog::DateSpan span{first.data(items::DateRole).toLongLong(),
                                     first.data(items::LastDateRole).toLongLong() - 1};
        m_activity->setPickedRange(span);
        emit rangePicked(span);
        return;
    }
    const QString key = first.data(items::KeyRole).toString();
    auto *view = static_cast<BarChartView *>(currentView());
    view->setSelectedKeys({key});
    if (chart() == Chart::Contributors) {
        emit contributorActivated(key, false);
        emit contributorsSelected({key});
    } else {
        emit domainActivated(key, false);
        emit domainsSelected({key});
    }
}

void ChartsPanel::restyle()
{
    QPalette muted = palette();
    // The line stands on the window's colour; the theme is made for the base colour.
    muted.setColor(QPalette::Base, muted.color(QPalette::Window));
    muted.setColor(QPalette::WindowText, Theme::of(muted).muted);
    m_range->setPalette(muted);
    const QFontMetrics metrics(m_tableView->font());
    m_tableView->verticalHeader()->setDefaultSectionSize(metrics.height() + 6);
}

void ChartsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void ChartsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideRange();
}

} // namespace loredesk::ui
