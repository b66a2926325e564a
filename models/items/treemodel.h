// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <cstdint>

namespace loredesk::items {

/// The arithmetic of every tree of Loredesk, written once: nodes have numbers, concrete models say how
/// numbers hang together and what stands in the cells. A model is swapped whole
/// (beginResetModel/endResetModel); nodes may be made when they are first asked for, as long as nobody can
/// have seen their parent's row count before.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Number of a node. Valid until the model is reset.
    using NodeId = std::uint32_t;
    /// The invisible parent of the top level.
    static constexpr NodeId Root = 0xffffffff;

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    QModelIndex parent(const QModelIndex &child) const final;
    using QObject::parent;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const final;
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    bool hasChildren(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

    /// Root for the invalid index.
    static NodeId nodeOf(const QModelIndex &index);
    /// Invalid for Root.
    QModelIndex indexOfNode(NodeId node, int column = 0) const;

protected:
    virtual int columns() const = 0;
    virtual int childCount(NodeId node) const = 0;
    /// `row` is in range.
    virtual NodeId childAt(NodeId node, int row) const = 0;
    /// Never called for Root.
    virtual NodeId parentOf(NodeId node) const = 0;
    virtual int rowOf(NodeId node) const = 0;
    /// Same answer as childCount() > 0, without making the children.
    virtual bool hasChildNodes(NodeId node) const { return childCount(node) > 0; }
    virtual QVariant cell(NodeId node, int column, int role) const = 0;
    /// Horizontal header; `column` is in range.
    virtual QVariant header(int column, int role) const = 0;
};

} // namespace loredesk::items
