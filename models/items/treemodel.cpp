// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/treemodel.h"

namespace loredesk::items {

TreeModel::NodeId TreeModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? NodeId(index.internalId()) : Root;
}

QModelIndex TreeModel::indexOfNode(NodeId node, int column) const
{
    return node == Root ? QModelIndex() : createIndex(rowOf(node), column, quintptr(node));
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount(parent) || row >= rowCount(parent))
        return {};
    return createIndex(row, column, quintptr(childAt(nodeOf(parent), row)));
}

QModelIndex TreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(parentOf(nodeOf(child))) : QModelIndex();
}

QModelIndex TreeModel::sibling(int row, int column, const QModelIndex &index) const
{
    // A cell of the same row is asked for with every cell that is painted.
    if (index.isValid() && row == index.row())
        return column >= 0 && column < columns() ? createIndex(row, column, index.internalId())
                                                 : QModelIndex();
    return QAbstractItemModel::sibling(row, column, index);
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : childCount(nodeOf(parent));
}

int TreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : columns();
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() > 0 ? false : hasChildNodes(nodeOf(parent));
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    // checkIndex() would warn of an invalid index, which is a fair question.
    if (!index.isValid() ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::DoNotUseParent))
        return {};
    return cell(nodeOf(index), index.column(), role);
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns())
        return {};
    return header(section, role);
}

} // namespace loredesk::items
