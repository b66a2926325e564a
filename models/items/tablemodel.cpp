// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/tablemodel.h"

namespace loredesk::items {

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    // checkIndex() would warn of an invalid index, which is a fair question.
    if (!index.isValid() ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return cell(index.row(), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return section < 0 || section >= rows() ? QVariant() : rowHeader(section, role);
    if (section < 0 || section >= columns())
        return {};
    // Of numbers one looks for the greatest first.
    if (role == Qt::InitialSortOrderRole)
        return int(header(section, Qt::TextAlignmentRole).isValid() ? Qt::DescendingOrder
                                                                    : Qt::AscendingOrder);
    return header(section, role);
}

QVariant TableModel::rowHeader(int, int) const
{
    return {};
}

} // namespace loredesk::items
