// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriestreemodel.h"

#include "models/items/celltext.h"
#include "models/items/seriesrow.h"
#include "models/items/serieswalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

SeriesTreeModel::SeriesTreeModel(QObject *parent)
    : TreeModel(parent)
{
}

struct SeriesTreeModel::Rows
{
    std::vector<TopRow> top;
    std::vector<std::uint32_t> topOfLineage;
    std::vector<std::uint32_t> topOfThread;
    std::vector<Node> nodes;
};

std::shared_ptr<SeriesTreeModel::Rows> SeriesTreeModel::rowsOf(const catalog::CatalogPtr &catalog)
{
    auto rows = std::make_shared<Rows>();
    if (!catalog)
        return rows;
    const auto &lineages = catalog->lineages();
    std::vector<TopRow> &top = rows->top;
    top.reserve(lineages.size() + catalog->otherThreads().size());
    for (std::size_t lineage = 0; lineage < lineages.size(); ++lineage) {
        const base::SeriesIndex newest = lineages[lineage].versions.front();
        const series::PatchSeries &series = catalog->series(newest);
        top.push_back({base::LineageIndex(lineage), newest, series.head(), series.date});
    }
    for (const base::MessageIndex root : catalog->otherThreads())
        top.push_back({{}, {}, root, catalog->message(root).date});
    // Newest first; what came in the same second in the order of the archive, newest first too.
    std::sort(top.begin(), top.end(), [](const TopRow &a, const TopRow &b) {
        return a.date != b.date ? a.date > b.date : a.message > b.message;
    });
    rows->topOfLineage.resize(lineages.size(), Root);
    rows->topOfThread.resize(catalog->messages().size(), Root);
    rows->nodes.reserve(top.size() + 1024);
    for (std::uint32_t row = 0; row < top.size(); ++row) {
        if (top[row].lineage.isValid())
            rows->topOfLineage[top[row].lineage.value()] = row;
        else
            rows->topOfThread[top[row].message.value()] = row;
        Node node;
        node.row = row;
        node.message = top[row].message;
        node.series = top[row].series;
        node.kind = top[row].series.isValid() ? NodeKind::Series : NodeKind::Thread;
        rows->nodes.push_back(node);
    }
    return rows;
}

void SeriesTreeModel::setCatalog(catalog::CatalogPtr catalog)
{
    exchange(std::move(catalog), nullptr);
}

std::shared_ptr<SeriesTreeModel::Rows> SeriesTreeModel::exchange(catalog::CatalogPtr catalog,
                                                                 std::shared_ptr<Rows> rows)
{
    if (!rows)
        rows = rowsOf(catalog);
    beginResetModel();
    m_catalog = std::move(catalog);
    m_top.swap(rows->top);
    m_topOfLineage.swap(rows->topOfLineage);
    m_topOfThread.swap(rows->topOfThread);
    m_nodes.swap(rows->nodes);
    findMarks();
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, Mark, Mark);
    return rows;
}

void SeriesTreeModel::build(NodeId id) const
{
    std::vector<Node> children = childrenOf(m_nodes[id]);
    m_nodes[id].firstChild = NodeId(m_nodes.size());
    m_nodes[id].childCount = std::uint32_t(children.size());
    for (std::uint32_t row = 0; row < children.size(); ++row) {
        children[row].parent = id;
        children[row].row = row;
    }
    m_nodes.insert(m_nodes.end(), children.begin(), children.end());
}

std::vector<SeriesTreeModel::Node> SeriesTreeModel::childrenOf(const Node &node) const
{
    std::vector<Node> children;
    base::MessageIndex answered = node.message;
    if (node.kind == NodeKind::Series || node.kind == NodeKind::EarlierVersion) {
        const series::PatchSeries &series = m_catalog->series(node.series);
        appendSlots(node.series, children);
        answered = standsAlone(series) ? onlySlot(series).message : base::MessageIndex();
    } else if (node.kind == NodeKind::MissingPatch ||
               (node.kind == NodeKind::Patch && !node.duplicate &&
                m_catalog->series(node.series).patches[node.slot].fromEarlierVersion)) {
        // Answers to a patch that stands in from an earlier version are shown there.
        answered = {};
    }
    if (answered.isValid()) {
        std::vector<base::MessageIndex> replies;
        appendReplies(*m_catalog, answered, replies);
        for (const base::MessageIndex reply : replies) {
            Node child;
            child.message = reply;
            child.series = node.series;
            child.kind = NodeKind::Reply;
            children.push_back(child);
        }
    }
    if (node.kind == NodeKind::Series) {
        const auto &versions = m_catalog->lineages()[m_catalog->series(node.series).lineage.value()].versions;
        for (std::size_t i = 1; i < versions.size(); ++i) {
            Node child;
            child.series = versions[i];
            child.message = m_catalog->series(versions[i]).head();
            child.kind = NodeKind::EarlierVersion;
            children.push_back(child);
        }
    }
    return children;
}

void SeriesTreeModel::appendSlots(base::SeriesIndex index, std::vector<Node> &children) const
{
    const series::PatchSeries &series = m_catalog->series(index);
    const bool alone = standsAlone(series);
    const auto append = [&](const series::SeriesSlot &slot, std::size_t position, NodeKind kind) {
        Node child;
        child.series = index;
        child.slot = std::uint16_t(position);
        child.kind = kind;
        if (!alone) {
            child.message = slot.message;
            children.push_back(child);
        }
        child.duplicate = true;
        child.kind = kind == NodeKind::MissingPatch ? NodeKind::Patch : kind;
        for (const base::MessageIndex duplicate : slot.duplicates) {
            child.message = duplicate;
            children.push_back(child);
        }
    };
    if (!series.cover.isMissing())
        append(series.cover, 0, NodeKind::Cover);
    for (std::size_t i = 0; i < series.patches.size(); ++i)
        append(series.patches[i], i,
               series.patches[i].isMissing() ? NodeKind::MissingPatch : NodeKind::Patch);
}

bool SeriesTreeModel::hasChildNodes(NodeId id) const
{
    if (id == Root)
        return !m_top.empty();
    const Node &node = m_nodes[id];
    if (node.childCount != NotBuilt)
        return node.childCount > 0;
    switch (node.kind) {
    case NodeKind::Series:
    case NodeKind::EarlierVersion: {
        const series::PatchSeries &series = m_catalog->series(node.series);
        if (!standsAlone(series) || !onlySlot(series).duplicates.empty())
            return true;
        if (node.kind == NodeKind::Series &&
            m_catalog->lineages()[series.lineage.value()].versions.size() > 1)
            return true;
        return onlySlot(series).message.isValid() && hasReplies(*m_catalog, onlySlot(series).message);
    }
    case NodeKind::Reply:
    case NodeKind::Thread:
        return hasReplies(*m_catalog, node.message);
    case NodeKind::MissingPatch:
        return false;
    default:
        return childCount(id) > 0;
    }
}

int SeriesTreeModel::childCount(NodeId id) const
{
    if (id == Root)
        return int(m_top.size());
    if (m_nodes[id].childCount == NotBuilt)
        build(id);
    return int(m_nodes[id].childCount);
}

TreeModel::NodeId SeriesTreeModel::childAt(NodeId id, int row) const
{
    return id == Root ? NodeId(row) : m_nodes[id].firstChild + NodeId(row);
}

TreeModel::NodeId SeriesTreeModel::parentOf(NodeId id) const
{
    return m_nodes[id].parent;
}

int SeriesTreeModel::rowOf(NodeId id) const
{
    return int(m_nodes[id].row);
}

TreeModel::NodeId SeriesTreeModel::topOf(NodeId id) const
{
    while (m_nodes[id].parent != Root)
        id = m_nodes[id].parent;
    return id;
}

TreeModel::NodeId SeriesTreeModel::childWith(NodeId parent, base::MessageIndex message) const
{
    const int count = childCount(parent);
    for (int row = 0; row < count; ++row) {
        const Node &child = m_nodes[childAt(parent, row)];
        if (child.message == message && child.kind != NodeKind::EarlierVersion)
            return childAt(parent, row);
    }
    return Root;
}

TreeModel::NodeId SeriesTreeModel::nodeOfSeries(base::SeriesIndex index) const
{
    const series::PatchSeries &series = m_catalog->series(index);
    const NodeId top = m_topOfLineage[series.lineage.value()];
    if (m_top[top].series == index)
        return top;
    for (int row = 0; row < childCount(top); ++row) {
        const Node &child = m_nodes[childAt(top, row)];
        if (child.kind == NodeKind::EarlierVersion && child.series == index)
            return childAt(top, row);
    }
    return Root;
}

QModelIndex SeriesTreeModel::indexOf(base::SeriesIndex series) const
{
    if (!m_catalog || !series.isValid() || series.value() >= m_catalog->series().size())
        return {};
    return indexOfNode(nodeOfSeries(series));
}

Qt::ItemFlags SeriesTreeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = TreeModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QModelIndex SeriesTreeModel::indexOf(base::MessageIndex message) const
{
    if (!m_catalog || !message.isValid() || message.value() >= m_catalog->messages().size())
        return {};
    const series::ThreadForest &threads = m_catalog->threads();
    const auto nodeOfMessage = [&](base::MessageIndex row) {
        return threads.nodes[std::size_t(threads.nodeOf[row.value()])];
    };
    // The archive may hold one message several times; the first copy is the one that is shown.
    message = nodeOfMessage(message).message;

    // Up to the first that has a place of its own …
    std::vector<base::MessageIndex> path;
    while (!m_catalog->seriesOf(message).isValid() && m_topOfThread[message.value()] == Root) {
        path.push_back(message);
        std::int32_t up = nodeOfMessage(message).parent;
        while (up >= 0 && !threads.nodes[std::size_t(up)].message.isValid())
            up = threads.nodes[std::size_t(up)].parent;
        if (up < 0)
            return {};
        message = threads.nodes[std::size_t(up)].message;
    }
    NodeId node = m_topOfThread[message.value()];
    if (node == Root) {
        const base::SeriesIndex series = m_catalog->seriesOf(message);
        node = nodeOfSeries(series);
        if (node == Root)
            return {};
        const series::PatchSeries &of = m_catalog->series(series);
        if (!standsAlone(of) || onlySlot(of).message != message)
            node = childWith(node, message);
    }
    // … and down again.
    for (auto step = path.rbegin(); node != Root && step != path.rend(); ++step)
        node = childWith(node, *step);
    return indexOfNode(node);
}

SeriesRow SeriesTreeModel::rowFor(NodeId id) const
{
    const Node &node = m_nodes[id];
    SeriesRow row(*m_catalog, node.kind, node.message, node.series, node.slot, node.duplicate);
    if (node.kind == NodeKind::Series || node.kind == NodeKind::EarlierVersion)
        row.setMark(m_markOf[m_catalog->series(node.series).lineage.value()]);
    return row;
}

QVariant SeriesTreeModel::cell(NodeId id, int column, int role) const
{
    return rowFor(id).cell(column, role);
}

QVariant SeriesTreeModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return isText(column) ? QVariant() : alignedRight();
    // Who sorts by a number or the date looks for the most or the newest.
    if (role == Qt::InitialSortOrderRole)
        return isText(column) && column != Date ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (role == FullTextRole && column == Mark)
        return m_longestMark;
    const bool atLength = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !atLength)
        return {};
    switch (column) {
    case Title:
        return tr("Title");
    case Version:
        return atLength ? tr("Version") : tr("v", "version, short");
    case Patches:
        return atLength ? tr("Patches received") : tr("Patches");
    case Author:
        return tr("Author");
    case Replies:
        return tr("Replies");
    case Acked:
        return atLength ? tr("Acked") : tr("A", "acked, short");
    case Reviewed:
        return atLength ? tr("Reviewed") : tr("R", "reviewed, short");
    case Tested:
        return atLength ? tr("Tested") : tr("T", "tested, short");
    case Mark:
        return role == Qt::ToolTipRole ? tr("Your mark") : tr("Mark");
    default:
        return tr("Date");
    }
}

} // namespace loredesk::items
