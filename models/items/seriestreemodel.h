// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/roles.h"
#include "models/items/treemodel.h"

#include <vector>

namespace loredesk::items {

/// The tree of an archive. Top level, newest first: the newest version of every lineage (series, single
/// patches, pull requests) and the threads that belong to no series. Beneath a series: cover, patches in
/// order (missing ones as MissingPatch, the same patch sent again as a further Patch with DuplicateRole),
/// then its earlier versions with the same structure. Replies are nested under what they answer. A single
/// patch or pull request carries its replies itself, there is no row between.
///
/// Dates: DateRole is for ui's delegate; DisplayRole is ISO 8601 UTC to the minute ("2025-05-20 18:26").
/// All text is one visible line (base::visibleLine).
class SeriesTreeModel final : public TreeModel
{
    Q_OBJECT

public:
    enum Column { Title, Version, Patches, Author, Replies, Acked, Reviewed, Tested, Date, ColumnCount };

    explicit SeriesTreeModel(QObject *parent = nullptr);

    /// Swaps the whole tree; null empties it. Children are made when somebody asks for them.
    void setCatalog(catalog::CatalogPtr catalog);
    const catalog::CatalogPtr &catalog() const { return m_catalog; }

    /// Where a message stands (column 0), or an invalid index. Makes the rows on the way.
    QModelIndex indexOf(base::MessageIndex message) const;
    /// The row of a series, whichever version it is.
    QModelIndex indexOf(base::SeriesIndex series) const;

    /// What a top-level row stands for; `row` in range.
    struct TopRow
    {
        base::LineageIndex lineage; ///< invalid for a thread
        base::SeriesIndex series;   ///< its newest version; invalid for a thread
        base::MessageIndex message; ///< the root of a thread; the head of a series
        base::UnixSeconds date = 0;
    };
    const std::vector<TopRow> &topRows() const { return m_top; }

protected:
    int columns() const override { return ColumnCount; }
    int childCount(NodeId node) const override;
    NodeId childAt(NodeId node, int row) const override;
    NodeId parentOf(NodeId node) const override;
    int rowOf(NodeId node) const override;
    bool hasChildNodes(NodeId node) const override;
    QVariant cell(NodeId node, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    /// 28 bytes a row, only for rows that somebody has asked for. Children of a node lie side by side.
    struct Node
    {
        NodeId parent = Root;
        std::uint32_t row = 0;
        NodeId firstChild = Root;
        std::uint32_t childCount = NotBuilt;
        base::MessageIndex message; ///< invalid for a missing patch
        base::SeriesIndex series;   ///< invalid beneath a thread
        std::uint16_t slot = 0;     ///< Patch, MissingPatch: position in PatchSeries::patches
        NodeKind kind = NodeKind::Thread;
        bool duplicate = false;
    };
    static constexpr std::uint32_t NotBuilt = 0xffffffff;

    void build(NodeId node) const;
    void childrenOf(const Node &node, std::vector<Node> &children) const;
    void appendSlots(base::SeriesIndex series, std::vector<Node> &children) const;
    void appendReplies(base::MessageIndex message, base::SeriesIndex series,
                       std::vector<Node> &children) const;
    bool hasReplies(base::MessageIndex message) const;
    NodeId childWith(NodeId parent, base::MessageIndex message) const;
    NodeId nodeOfSeries(base::SeriesIndex series) const;

    const series::PatchSeries *seriesOf(const Node &node) const;
    const series::SeriesSlot *slotOf(const Node &node) const;
    const series::ReviewState *reviewOf(const Node &node) const;
    QString title(const Node &node) const;
    QString titleText(const Node &node) const;
    QString display(const Node &node, int column) const;
    QString words(const Node &node, int column) const;
    QVariant sortKey(const Node &node, int column) const;
    QVariant number(const Node &node, int column) const;
    base::UnixSeconds date(const Node &node) const;
    mail::Mailbox author(const Node &node) const;
    int repliesBelow(base::MessageIndex message, bool *answered) const;

    catalog::CatalogPtr m_catalog;
    std::vector<TopRow> m_top;
    std::vector<std::uint32_t> m_topOfLineage;
    std::vector<std::uint32_t> m_topOfThread; ///< by message row, Root where it starts no thread of its own
    mutable std::vector<Node> m_nodes;        ///< the top level first, then children as they are made
};

} // namespace loredesk::items
