// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/patchtablemodel.h"

#include "models/base/hostiletext.h"
#include "models/catalog/versionchoice.h"
#include "models/items/celltext.h"
#include "models/items/patchstatewords.h"
#include "models/items/roles.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::items {

using Cell = series::PatchTable::Cell;

PatchTableModel::PatchTableModel(QObject *parent)
    : TableModel(parent)
{
}

void PatchTableModel::setTable(catalog::CatalogPtr catalog, std::shared_ptr<const series::PatchTable> table)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_table = m_catalog ? std::move(table) : nullptr;
    endResetModel();
}

void PatchTableModel::setCurrentMessage(base::MessageIndex message)
{
    if (message == m_current)
        return;
    const QModelIndex before = indexOf(m_current);
    m_current = message;
    for (const QModelIndex &changed : {before, indexOf(m_current)}) {
        if (changed.isValid())
            emit dataChanged(changed, changed);
    }
}

QModelIndex PatchTableModel::indexOf(base::MessageIndex message) const
{
    if (!message.isValid())
        return {};
    for (int row = 0; row < rows(); ++row) {
        const auto &cells = m_table->rows[std::size_t(row)].cells;
        // The newest first: a patch that was taken over is in several versions.
        for (int column = columns() - 1; column >= 0; --column) {
            if (cells[std::size_t(column)] && cells[std::size_t(column)]->message == message)
                return index(row, column);
        }
    }
    return {};
}

QString PatchTableModel::versionOf(int column) const
{
    return catalog::versionName(m_catalog->series(m_table->versions[std::size_t(column)]));
}

QString PatchTableModel::titleOf(const series::PatchTable::Row &row) const
{
    return row.isCover ? tr("Cover letter") : base::visibleLine(row.title);
}

QString PatchTableModel::words(const Cell &cell, int column) const
{
    QString text = cell.index < 0    ? tr("%1: not in it").arg(versionOf(column))
                   : cell.index == 0 ? tr("%1: cover letter").arg(versionOf(column))
                                     : tr("%1: patch %2").arg(versionOf(column)).arg(cell.index);
    if (const QString state = stateWord(cell.state); !state.isEmpty())
        text += u", "_s + state;
    if (const QString changes = changeWords(cell.changes); !changes.isEmpty())
        text += u" ("_s + changes + u')';
    return text;
}

QVariant PatchTableModel::cell(int row, int column, int role) const
{
    const series::PatchTable::Row &patch = m_table->rows[std::size_t(row)];
    const std::optional<Cell> &cell = patch.cells[std::size_t(column)];
    if (!cell)
        return role == Qt::AccessibleTextRole ? QVariant(tr("%1: not in it").arg(versionOf(column)))
                                              : QVariant();
    switch (role) {
    case Qt::DisplayRole: {
        const QString sign = stateSign(cell->state);
        // Figures and marks stand below each other.
        const QString number = cell->index >= 0 ? QString::number(cell->index) : QString();
        return number.isEmpty() || sign.isEmpty() ? number + sign : number + u' ' + sign;
    }
    case Qt::AccessibleTextRole:
        return words(*cell, column);
    case Qt::ToolTipRole:
        return toolTip(titleOf(patch) + u'\n' + words(*cell, column));
    case Qt::TextAlignmentRole:
        return alignedRight();
    case MessageRole:
        return cell->message.isValid() ? QVariant(uint(cell->message.value())) : QVariant();
    case PatchStateRole:
        return int(cell->state);
    case CurrentRole:
        return cell->message.isValid() && cell->message == m_current;
    default:
        return {};
    }
}

QVariant PatchTableModel::header(int column, int role) const
{
    if (role == Qt::DisplayRole)
        return versionOf(column);
    if (role == Qt::TextAlignmentRole)
        return alignedRight();
    return {};
}

QVariant PatchTableModel::rowHeader(int row, int role) const
{
    const series::PatchTable::Row &patch = m_table->rows[std::size_t(row)];
    if (role == Qt::DisplayRole)
        return titleOf(patch);
    if (role == Qt::ToolTipRole)
        return toolTip(titleOf(patch));
    return {};
}

} // namespace loredesk::items
