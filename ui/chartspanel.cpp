// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartspanel.h"

#include "models/items/roles.h"
#include "ui/activitychartview.h"
#include "ui/barchartview.h"
#include "ui/panestate.h"
#include "ui/theme.h"

#include <QAbstractItemModel>
#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

ChartsPanel::ChartsPanel(QWidget *parent)
    : QWidget(parent)
    , m_tools(new QWidget)
    , m_tabs(new QTabBar)
    , m_picker(new QComboBox)
    , m_variant(new QComboBox)
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
    , m_series(new BarChartView)
    , m_latency(new BarChartView)
    , m_tableView(new QTableView)
    , m_sorted(new QSortFilterProxyModel(this))
{
    makeTools();
    makeMenu();
    layOut();
    connectCharts();
    restyle();
    updateView();
}

void ChartsPanel::setModels(const ChartModels &models)
{
    m_models = models;
    takeModels();
    showContent();
}

void ChartsPanel::takeModels()
{
    m_contributors->setModel(m_models.contributors);
    m_domains->setModel(m_byOwner ? m_models.owners : m_models.domains);
    m_activity->setModel(m_models.activity);
    m_series->setModel(m_models.series);
    m_latency->setModel(m_byMonth ? m_models.latencyMonths : m_models.latency);
    watchModels();
}

void ChartsPanel::watchModels()
{
    for (const QMetaObject::Connection &connection : std::as_const(m_watched))
        disconnect(connection);
    m_watched.clear();
    for (const ChartView *view : views()) {
        if (const QAbstractItemModel *model = view->model())
            m_watched << connect(model, &QAbstractItemModel::modelReset, this, &ChartsPanel::updateView)
                      << connect(model, &QAbstractItemModel::rowsInserted, this, &ChartsPanel::updateView)
                      << connect(model, &QAbstractItemModel::rowsRemoved, this, &ChartsPanel::updateView);
    }
}

void ChartsPanel::setListName(const QString &name)
{
    for (ChartView *view : views())
        view->setListName(name);
}

void ChartsPanel::setRangeText(const QString &text)
{
    m_rangeText = text;
    m_activity->setRangeText(text);
    // Pictures leave the window: they say themselves what their bars count.
    for (ChartView *view : {m_contributors, m_domains})
        view->setRangeText(text.isEmpty() ? text : tr("Patches and cover letters of %1").arg(text));
    setNotes(m_seriesNote, m_latencyNote);
}

void ChartsPanel::setNotes(const QString &series, const QString &latency)
{
    m_seriesNote = series;
    m_latencyNote = latency;
    // Of a picture they are two lines: what the bars leave out must not be cut off.
    const auto withRange = [this](const QString &note) {
        return note.isEmpty() || m_rangeText.isEmpty() ? note + m_rangeText : note + u'\n' + m_rangeText;
    };
    m_series->setRangeText(withRange(series));
    m_latency->setRangeText(withRange(latency));
    elideRange();
}

QString ChartsPanel::note() const
{
    switch (chart()) {
    // The range says by itself that it is filtered.
    case Chart::Series:
        return m_isFiltered ? tr("%1 · filtered").arg(m_seriesNote) : m_seriesNote;
    case Chart::Latency:
        return m_isFiltered ? tr("%1 · filtered").arg(m_latencyNote) : m_latencyNote;
    case Chart::Activity:
        return m_rangeText;
    case Chart::Contributors:
    case Chart::Domains:
        break;
    }
    const QAbstractItemModel *model = currentModel();
    if (!model || model->rowCount() <= top() || m_table->isChecked())
        return m_rangeText;
    const QString text = chart() == Chart::Contributors ? tr(" · %1 of %2 contributors")
                         : m_byOwner                    ? tr(" · %1 of %2 owners")
                                                        : tr(" · %1 of %2 domains");
    return m_rangeText + text.arg(QLocale().toString(top()), QLocale().toString(model->rowCount()));
}

void ChartsPanel::elideRange()
{
    const QString text = note();
    const QMargins margins = m_range->contentsMargins();
    m_range->setText(m_range->fontMetrics().elidedText(text, Qt::ElideRight,
                                                       width() - margins.left() - margins.right() - 4));
    QStringList tip;
    if (m_range->text() != text)
        tip += text;
    if (m_isFiltered)
        tip += tr("Counted are all messages of the rows that search, view and filter leave,\n"
                  "not only those that were found.");
    m_range->setToolTip(tip.join(u'\n'));
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

void ChartsPanel::setByOwner(bool byOwner)
{
    if (byOwner == m_byOwner)
        return;
    m_byOwner = byOwner;
    m_domains->setTitle(byOwner ? tr("Domains by owner") : tr("Domains"));
    m_byOwnerAction->setChecked(byOwner);
    takeModels();
    updateView();
}

void ChartsPanel::setByMonth(bool byMonth)
{
    if (byMonth == m_byMonth)
        return;
    m_byMonth = byMonth;
    m_latency->setTitle(byMonth ? tr("Time to the first answer by month") : tr("Time to the first answer"));
    m_byMonthAction->setChecked(byMonth);
    takeModels();
    updateView();
}

void ChartsPanel::setSelectedContributors(const QStringList &addresses)
{
    m_contributors->setSelectedKeys(addresses);
}

void ChartsPanel::setHasArchive(bool has)
{
    m_hasArchive = has;
    if (!has) {
        // What was said of the last one: of the next one it is counted anew.
        m_isFiltered = false;
        setRangeText({});
        setNotes({}, {});
    }
    updateView();
}

void ChartsPanel::setReading(bool on)
{
    if (on == m_isReading)
        return;
    m_isReading = on;
    updateView();
}

void ChartsPanel::setIsFiltered(bool filtered)
{
    m_isFiltered = filtered;
    updateView();
}

void ChartsPanel::setSelectedDomains(const QStringList &domains)
{
    m_domains->setSelectedKeys(domains);
}

void ChartsPanel::setPickedRange(const catalog::DateSpan &span)
{
    m_activity->setPickedRange(span);
}

void ChartsPanel::setSelectedFigures(const QStringList &keys)
{
    m_series->setSelectedKeys(keys);
    m_latency->setSelectedKeys(keys);
}

QList<ChartView *> ChartsPanel::views() const
{
    return {m_contributors, m_domains, m_activity, m_series, m_latency};
}

ChartView *ChartsPanel::currentView() const
{
    return views().value(int(chart()), m_contributors);
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
    const bool ranking = chart() == Chart::Contributors || chart() == Chart::Domains;
    m_top->setVisible(ranking && !table);
    updateVariant();
    const QString copyTip = table ? tr("Copy the table as text") : tr("Copy the chart as a picture");
    const QString saveTip = table ? tr("Save the numbers as CSV") : tr("Save the chart as PNG, SVG or CSV");
    m_copy->setToolTip(copyTip);
    m_copy->setAccessibleName(copyTip);
    m_save->setToolTip(saveTip);
    m_save->setAccessibleName(saveTip);
    for (QToolButton *button : {m_copy, m_save})
        button->setEnabled(usable);
    m_copyAction->setEnabled(usable);
    m_saveAction->setEnabled(usable);
    m_table->setEnabled(usable || table);
    m_tableAction->setEnabled(m_table->isEnabled());
    m_tableAction->setChecked(table);
    m_chartActions->actions().at(int(chart()))->setChecked(true);
    if (table) {
        if (m_sorted->sourceModel() != model) {
            m_sorted->setSourceModel(model);
            m_tableView->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the chart has it
            // The table is to hear of a change before this panel lays it out or hides it: asked for its
            // widths while its headers count the rows of before, QTableView may count without end.
            watchModels();
            m_tableView->setAccessibleName(tr("%1, as a table").arg(currentView()->title()));
        }
        m_tableView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        for (int column = 0; model && column < model->columnCount(); ++column)
            m_tableView->setColumnHidden(column,
                                         model->headerData(column, Qt::Horizontal).toString().isEmpty());
        if (model && model->columnCount() > 0)
            m_tableView->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_stack->setCurrentWidget(m_tableView);
    } else {
        // A table that nobody sees need not follow the model.
        if (m_sorted->sourceModel())
            m_sorted->setSourceModel(nullptr);
        m_stack->setCurrentWidget(currentView());
    }
    fitTools();
    elideRange();
    if (m_busy)
        return;
    if (empty && !m_hasArchive)
        m_pane->showMessage(tr("Nothing to count yet"),
                            m_isReading ? tr("The archive is being read.") : tr("Open an archive first."));
    else if (empty)
        m_pane->showMessage(m_isFiltered ? tr("Nothing to count in what the tree shows")
                                         : tr("Nothing to count in this range"));
    else
        m_pane->showContent();
}

QStringList ChartsPanel::variantsOf(Chart chart)
{
    return chart == Chart::Domains   ? QStringList{tr("As written"), tr("By owner")}
           : chart == Chart::Latency ? QStringList{tr("How long"), tr("By month")}
                                     : QStringList();
}

void ChartsPanel::updateVariant()
{
    const QSignalBlocker quiet(m_variant);
    const QStringList wanted = variantsOf(chart());
    if (m_variant->count() != wanted.size() || m_variant->itemText(0) != wanted.value(0)) {
        m_variant->clear();
        m_variant->addItems(wanted);
    }
    m_variant->setCurrentIndex(wanted.isEmpty() ? -1 : chart() == Chart::Domains ? m_byOwner : m_byMonth);
    m_variant->setToolTip(chart() == Chart::Domains ? tr("Domains as written, or whose they are")
                                                    : tr("How long answers took, or how that changed"));
    m_variant->setAccessibleName(m_variant->toolTip());
    m_variant->setVisible(!wanted.isEmpty());
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
    if (chart() == Chart::Contributors) {
        emit contributorActivated(key, false);
        emit contributorsSelected({key});
    } else if (chart() == Chart::Domains) {
        emit domainActivated(key, false);
        emit domainsSelected({key});
    } else {
        emit figuresSelected({key});
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
    // The icons grow with the letters beside them.
    const int side = std::max(16, fontMetrics().ascent());
    for (QToolButton *button : {m_table, m_copy, m_save})
        button->setIconSize({side, side});
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
    fitTools();
    elideRange();
}

} // namespace loredesk::ui
