// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/mark.h"
#include "models/items/roles.h"
#include "models/items/treemodel.h"

#include <functional>
#include <memory>
#include <vector>

namespace loredesk::items {

class SeriesRow;

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
    enum Column {
        Title,
        Version,
        Patches,
        Author,
        Replies,
        Acked,
        Reviewed,
        Tested,
        Date,
        Mark,
        ColumnCount
    };
    /// What stands in the column is read, not compared as a number.
    static bool isText(int column);

    explicit SeriesTreeModel(QObject *parent = nullptr);

    /// Swaps the whole tree; null empties it. Children are made when somebody asks for them.
    void setCatalog(catalog::CatalogPtr catalog);
    const catalog::CatalogPtr &catalog() const { return m_catalog; }

    /// Everything that was made of a catalog. It may be let go on any thread.
    struct Rows;
    /// The same with rows that were made of the catalog before; null: they are made. Gives those that were
    /// shown: putting them back later takes no time.
    std::shared_ptr<Rows> exchange(catalog::CatalogPtr catalog, std::shared_ptr<Rows> rows);

    /// Where a message stands (column 0), or an invalid index. Makes the rows on the way.
    QModelIndex indexOf(base::MessageIndex message) const;
    /// The row of a series, whichever version it is.
    QModelIndex indexOf(base::SeriesIndex series) const;

    /// The user's own marks and notes, whichever archive they belong to. They stay when another catalog
    /// comes. Where the archive has something marked, FullTextRole of the column's header is the longest text
    /// in it.
    void setMarks(catalog::MarkTable marks, catalog::NoteTable notes = {});
    const catalog::MarkTable &marks() const { return m_marks; }
    /// Of a top-level row.
    const catalog::SeriesMark &markAt(std::size_t row) const;
    /// Of the series, or the conversation, that the message belongs to; nothing where there is none.
    catalog::SeriesMark markOf(base::MessageIndex message) const;

    /// Rows can be dragged: out of the window, as mail.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What a top-level row stands for.
    struct TopRow
    {
        base::LineageIndex lineage; ///< invalid for a thread
        base::SeriesIndex series;   ///< its newest version; invalid for a thread
        base::MessageIndex message; ///< the root of a thread; the head of a series
        base::UnixSeconds date = 0;
    };
    /// By row; the numbers of the top level's nodes are the rows. The vector stays the same one, whatever is
    /// shown.
    const std::vector<TopRow> &topRows() const { return m_top; }
    /// The top-level row above a node (itself for one of the top level).
    NodeId topOf(NodeId node) const;

signals:
    /// markAt() gives others for rows that stay where they are. Not after a reset.
    void marksChanged();

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
    static constexpr std::uint32_t NotBuilt = 0xffffffff;

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

    static std::shared_ptr<Rows> rowsOf(const catalog::CatalogPtr &catalog);
    void build(NodeId id) const;
    std::vector<Node> childrenOf(const Node &node) const;
    void appendSlots(base::SeriesIndex index, std::vector<Node> &children) const;
    NodeId childWith(NodeId parent, base::MessageIndex message) const;
    NodeId nodeOfSeries(base::SeriesIndex index) const;
    SeriesRow rowFor(NodeId id) const;
    void findMarks();
    /// Series and what is built below them.
    void announceRows(const std::function<bool(std::size_t)> &isChanged, const QList<int> &roles);

    catalog::CatalogPtr m_catalog;
    catalog::MarkTable m_marks;
    catalog::NoteTable m_notes;
    std::vector<catalog::SeriesMark> m_markOf; ///< by lineage
    QString m_longestMark;
    std::vector<TopRow> m_top;
    std::vector<std::uint32_t> m_topOfLineage;
    std::vector<std::uint32_t> m_topOfThread; ///< by message row, Root where it starts no thread of its own
    mutable std::vector<Node> m_nodes;        ///< the top level first, then children as they are made
};

} // namespace loredesk::items
