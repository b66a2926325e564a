// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriescolumns.h"

#include "models/items/seriestreemodel.h"
#include "ui/columnfit.h"
#include "ui/readabledate.h"
#include "ui/seriesdelegate.h"
#include "ui/seriesheader.h"
#include "ui/theme.h"

#include <QDataStream>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

using Column = items::SeriesTreeModel::Column;

// Raised whenever the columns change, so that an old state is not taken for a new one.
constexpr quint32 StateVersion = 0x4c440003;

/// Of the longest date as the window writes it.
int dateWidth(const QFontMetrics &metrics)
{
    const QDateTime now = QDateTime::currentDateTime();
    int width = std::max(metrics.horizontalAdvance(readableDate(now.toSecsSinceEpoch(), now)),
                         metrics.horizontalAdvance(readableDate(now.addDays(-1).toSecsSinceEpoch(), now)));
    for (int month = 1; month <= 12; ++month)
        width = std::max(width,
                         metrics.horizontalAdvance(dateText(QDate(2028, month, 28), DateForm::DayMonthYear)));
    return width;
}

} // namespace

SeriesColumns::SeriesColumns(QTreeView *view, SeriesHeader *header)
    : QObject(view)
    , m_view(view)
    , m_header(header)
    , m_menu(new QMenu(tr("Colu&mns"), view))
{
    connect(header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_header->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_fitting || m_isRearranging || column >= int(m_own.size()))
            return;
        if (column != Column::Title) {
            m_own[std::size_t(column)] = true;
            fit();
        }
    });
    // The mark needs room that the label alone did not.
    connect(header, &QHeaderView::sortIndicatorChanged, this, &SeriesColumns::fit);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        const QList<QAction *> actions = m_menu->actions();
        for (QAction *shown : actions) {
            if (shown->isCheckable())
                shown->setChecked(!m_view->isColumnHidden(shown->data().toInt()));
        }
    });
}

void SeriesColumns::setUp()
{
    m_menu->clear();
    const QAbstractItemModel &model = *m_view->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (column == Column::Title)
            continue;
        // The tool tip is the whole name where the header has room for a letter only.
        QString name = model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        if (name.isEmpty())
            name = model.headerData(column, Qt::Horizontal).toString();
        QAction *shown = m_menu->addAction(name);
        shown->setCheckable(true);
        shown->setData(column);
        connect(shown, &QAction::toggled, this,
                [this, column](bool on) { m_view->setColumnHidden(column, !on); });
    }
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &SeriesColumns::measureAgain);
    // The header then hides what is hidden anew, and says so: nobody did that by hand.
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] { m_isRearranging = true; });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { m_isRearranging = false; });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &SeriesColumns::reset);
    reset();
}

void SeriesColumns::measure()
{
    const QFontMetrics metrics(tabularFigures(m_view->font()));
    // By the face and not by the rows: there may be tens of thousands.
    int digit = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        digit = std::max(digit, metrics.horizontalAdvance(QChar(c)));
    constexpr int padding = 2 * SeriesDelegate::CellPadding + 2; // nothing should be cut for half a pixel
    // Counts stand on the right of their columns, and the neighbour's padding is distance enough.
    constexpr int countPadding = SeriesDelegate::CellPadding + SeriesDelegate::CountPadding + 2;
    m_needs.assign(Column::ColumnCount, 2 * digit + countPadding);
    m_needs[Column::Replies] = 3 * digit + countPadding;
    m_needs[Column::Patches] = metrics.horizontalAdvance(u"○ /"_s) + 5 * digit + countPadding;
    m_needs[Column::Author] = 1; // what there is room for
    m_needs[Column::Date] = dateWidth(metrics) + padding;
    // Without a mark the titles have its room.
    const QString mark =
        m_view->model()->headerData(Column::Mark, Qt::Horizontal, items::FullTextRole).toString();
    QFont leaning = m_view->font();
    leaning.setItalic(true);
    m_needs[Column::Mark] = mark.isEmpty() ? 0
                                           : std::max(metrics.horizontalAdvance(mark),
                                                      QFontMetrics(leaning).horizontalAdvance(mark)) +
                                                 padding;
}

void SeriesColumns::reset()
{
    if (!m_view->model())
        return;
    {
        const QScopedValueRollback fitting(m_fitting, true);
        m_view->sortByColumn(Column::Date, Qt::DescendingOrder);
        for (int column = 0; column < m_header->count(); ++column) {
            m_view->setColumnHidden(column, false);
            m_header->moveSection(m_header->visualIndex(column), column);
        }
        m_own.assign(std::size_t(m_header->count()), false);
        measure();
    }
    fit();
}

void SeriesColumns::measureAgain()
{
    if (!m_view->model())
        return;
    measure();
    fit();
}

void SeriesColumns::fit()
{
    // Not QHeaderView::Stretch: the title would not be resizable, and would vanish in a narrow pane.
    if (m_fitting || !m_view->model() || m_header->count() != Column::ColumnCount || m_needs.empty())
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    std::vector<ColumnNeed> needs(Column::ColumnCount);
    for (int column = 0; column < Column::ColumnCount; ++column) {
        ColumnNeed &need = needs[std::size_t(column)];
        need.isOwn = m_own[std::size_t(column)];
        need.isKept = m_header->isSortIndicatorShown() && m_header->sortIndicatorSection() == column;
        need.width = need.isOwn ? m_header->sectionSize(column)
                     : m_needs[std::size_t(column)] == 0 && !need.isKept
                         ? 0
                         : std::max(m_needs[std::size_t(column)], m_header->labelWidth(column));
    }
    const std::vector<int> widths =
        fitColumns(needs, m_view->viewport()->width(), m_view->fontMetrics().averageCharWidth());
    for (int column = 0; column < Column::ColumnCount; ++column) {
        const int width = widths[std::size_t(column)];
        if (m_view->isColumnHidden(column) != (width == 0))
            m_view->setColumnHidden(column, width == 0);
        if (width > 0 && m_header->sectionSize(column) != width)
            m_header->resizeSection(column, width);
    }
}

QByteArray SeriesColumns::state() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << StateVersion << QList<bool>(m_own.begin(), m_own.end()) << m_header->saveState();
    return state;
}

bool SeriesColumns::restore(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    QList<bool> own;
    QByteArray columns;
    stream >> version;
    if (version != StateVersion)
        return false;
    stream >> own >> columns;
    if (stream.status() != QDataStream::Ok || own.size() != m_header->count())
        return false;
    {
        const QScopedValueRollback fitting(m_fitting, true);
        if (!m_header->restoreState(columns))
            return false;
    }
    m_own.assign(own.begin(), own.end());
    fit();
    return true;
}

} // namespace loredesk::ui
