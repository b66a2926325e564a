// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in the series tree, and dragging it out.
#include "models/base/hostiletext.h"
#include "ui/draggedfiles.h"
#include "ui/seriesview.h"

#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// Rows from the top down to it.
std::vector<int> pathOf(QModelIndex index)
{
    std::vector<int> path;
    for (; index.isValid(); index = index.parent())
        path.insert(path.begin(), index.row());
    return path;
}

/// What hangs on the pointer: Qt would show the places of the files.
QPixmap labelPixmap(const QWidget &widget, const QString &text)
{
    const QFontMetrics metrics = widget.fontMetrics();
    const QString shown = metrics.elidedText(base::visibleLine(text), Qt::ElideRight, 320);
    const QSize size(metrics.horizontalAdvance(shown) + 16, metrics.height() + 8);
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    const QPalette palette = QToolTip::palette();
    pixmap.fill(palette.color(QPalette::ToolTipBase));
    QPainter painter(&pixmap);
    painter.setFont(widget.font());
    painter.setPen(palette.color(QPalette::ToolTipText));
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1);
    painter.drawText(QRect({}, size), Qt::AlignCenter, shown);
    return pixmap;
}

} // namespace

void SeriesView::goTo(const QModelIndex &index)
{
    // Not setCurrentIndex(): what leads there may be a shortcut with Shift or Ctrl, which that takes for more
    // to select.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QModelIndexList SeriesView::chosenRows() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex().siblingAtColumn(0);
    if (rows.size() < 2)
        return rows;
    std::vector<std::pair<std::vector<int>, QModelIndex>> placed;
    placed.reserve(std::size_t(rows.size()));
    for (const QModelIndex &row : std::as_const(rows))
        placed.emplace_back(pathOf(row), row);
    std::sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(placed.begin(), placed.end(), rows.begin(), [](const auto &one) { return one.second; });
    return rows;
}

std::vector<base::MessageIndex> SeriesView::selectedMessages() const
{
    std::vector<base::MessageIndex> messages;
    std::set<uint> seen;
    for (const QModelIndex &row : chosenRows()) {
        const QVariant message = row.data(items::MessageRole);
        // The row of a series and that of its cover stand for the same.
        if (message.isValid() && seen.insert(message.toUInt()).second)
            messages.emplace_back(message.toUInt());
    }
    return messages;
}

std::vector<base::SeriesIndex> SeriesView::selectedSeries() const
{
    std::vector<base::SeriesIndex> series;
    std::set<uint> seen;
    for (const QModelIndex &row : chosenRows()) {
        const QVariant index = row.data(items::SeriesRole);
        if (index.isValid() && seen.insert(index.toUInt()).second)
            series.emplace_back(index.toUInt());
    }
    return series;
}

bool SeriesView::hasSelectedSeries() const
{
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    return row.isValid() && row.data(items::SeriesRole).isValid();
}

void SeriesView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    emit choiceChanged();
}

void SeriesView::startDrag(Qt::DropActions)
{
    // The files have to be made first, elsewhere; the button stays down meanwhile.
    const std::vector<base::SeriesIndex> series = selectedSeries();
    m_isDragWanted = true;
    if (!series.empty())
        emit dragWanted(series);
}

void SeriesView::beginDrag(const QStringList &files, const QString &label)
{
    if (!m_isDragWanted || files.isEmpty())
        return;
    m_isDragWanted = false;
    auto *drag = new QDrag(this);
    drag->setMimeData(new DraggedFiles(files));
    drag->setPixmap(labelPixmap(*this, label));
    drag->setHotSpot({-12, -12});
    drag->exec(Qt::CopyAction);
}

void SeriesView::mousePressEvent(QMouseEvent *event)
{
    m_isDragWanted = false;
    QTreeView::mousePressEvent(event);
}

void SeriesView::mouseMoveEvent(QMouseEvent *event)
{
    // While the files are made, moving on selects nothing.
    if (!m_isDragWanted)
        QTreeView::mouseMoveEvent(event);
}

void SeriesView::mouseReleaseEvent(QMouseEvent *event)
{
    m_isDragWanted = false;
    QTreeView::mouseReleaseEvent(event);
}

} // namespace loredesk::ui
