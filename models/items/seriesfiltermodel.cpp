// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfiltermodel.h"

#include "models/items/seriesfilterindex.h"

#include <algorithm>
#include <numeric>

namespace loredesk::items {

SeriesFilterModel::SeriesFilterModel(QObject *parent)
    : QAbstractProxyModel(parent)
{
    m_gathering.setInterval(0);
    connect(&m_gathering, &QTimer::timeout, this, &SeriesFilterModel::gatherSome);
}

SeriesFilterModel::~SeriesFilterModel() = default;

void SeriesFilterModel::setSourceModel(QAbstractItemModel *model)
{
    setSeriesModel(qobject_cast<SeriesTreeModel *>(model));
}

void SeriesFilterModel::setSeriesModel(SeriesTreeModel *model)
{
    beginResetModel();
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_series = model;
    QAbstractProxyModel::setSourceModel(model);
    if (model) {
        m_connections = {
            connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
                    [this] {
                        beginResetModel();
                        m_index.reset(); // it looks into rows that are about to go
                    }),
            connect(model, &QAbstractItemModel::modelReset, this,
                    [this] {
                        rebuild();
                        endResetModel();
                        emit visibleRowsChanged();
                        emit viewCountsChanged();
                    }),
            connect(model, &QAbstractItemModel::dataChanged, this,
                    [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                        // All of the series.
                        if (!first.parent().isValid() && first.row() == 0 &&
                            last.row() + 1 == m_series->rowCount()) {
                            announceRoles(roles);
                            return;
                        }
                        // Rows that were neighbours may be far apart here.
                        for (int row = first.row(); row <= last.row(); ++row) {
                            const QModelIndex from = mapFromSource(first.siblingAtRow(row));
                            const QModelIndex to = mapFromSource(last.siblingAtRow(row));
                            if (from.isValid() && to.isValid())
                                emit dataChanged(from, to, roles);
                        }
                    }),
            connect(model, &QAbstractItemModel::headerDataChanged, this,
                    &QAbstractItemModel::headerDataChanged),
            connect(model, &SeriesTreeModel::marksChanged, this, &SeriesFilterModel::takeMarks),
            connect(model, &QObject::destroyed, this,
                    [this] {
                        beginResetModel();
                        m_series = nullptr;
                        rebuild();
                        endResetModel();
                        emit visibleRowsChanged();
                        emit viewCountsChanged();
                    }),
        };
    }
    rebuild();
    endResetModel();
    emit visibleRowsChanged();
}

catalog::CatalogPtr SeriesFilterModel::catalog() const
{
    return m_series ? m_series->catalog() : nullptr;
}

void SeriesFilterModel::rebuild()
{
    m_index.reset();
    m_scope.reset();
    m_gathering.stop();
    if (m_series && m_series->catalog()) {
        m_index = m_preparedIndex
                      ? std::move(m_preparedIndex)
                      : std::make_shared<SeriesFilterIndex>(*m_series->catalog(), m_series->topRows());
        m_gathering.start();
    }
    m_order.resize(m_series ? m_series->topRows().size() : 0);
    m_proxyRow.assign(m_order.size(), -1);
    m_found = std::exchange(m_prepared, std::nullopt);
    m_within.reset();
    m_chosen.reset();
    m_exactly = std::exchange(m_preparedExactly, nullptr);
    if (auto narrowing = std::exchange(m_preparedNarrowing, std::nullopt))
        takeNarrowing(*std::move(narrowing));
    countFound();
    sortOrderRows();
    m_rows = accepted();
    numberRows();
}

void SeriesFilterModel::numberRows()
{
    std::fill(m_proxyRow.begin(), m_proxyRow.end(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_proxyRow[m_rows[row]] = std::int32_t(row);
}

void SeriesFilterModel::sortOrderRows()
{
    std::iota(m_order.begin(), m_order.end(), 0U);
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (m_order.empty() || (m_sortColumn == SeriesTreeModel::Date && descending))
        return; // the source is in that order
    const auto sortBy = [&](const auto &keys) {
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return descending ? keys[b] < keys[a] : keys[a] < keys[b];
        });
    };
    const auto key = [&](std::uint32_t row) {
        return m_series->index(int(row), m_sortColumn).data(SortRole);
    };
    if (key(0).typeId() == QMetaType::QString) {
        std::vector<QString> keys;
        keys.reserve(m_order.size());
        for (const std::uint32_t row : m_order)
            keys.push_back(key(row).toString());
        sortBy(keys);
    } else {
        std::vector<qint64> keys;
        keys.reserve(m_order.size());
        for (const std::uint32_t row : m_order)
            keys.push_back(key(row).toLongLong());
        sortBy(keys);
    }
}

const SeriesFilterIndex &SeriesFilterModel::filterIndex() const
{
    m_index->advance(-1); // whatever the timer has not come to yet
    return *m_index;
}

void SeriesFilterModel::gatherSome()
{
    constexpr qint64 Slice = 3; // milliseconds
    if (m_index)
        m_index->advance(Slice);
    if (m_index && !m_index->isComplete())
        return;
    m_gathering.stop();
    if (m_seenUntil)
        announceRoles({NewRole});
    emit viewCountsChanged();
}

void SeriesFilterModel::announceRoles(const QList<int> &roles)
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, SeriesTreeModel::ColumnCount - 1), roles);
}

void SeriesFilterModel::countFound()
{
    m_foundIn.clear();
    m_isFound.clear();
    if (!m_found || !m_index)
        return;
    const SeriesFilterIndex &index = filterIndex();
    m_foundIn.resize(m_order.size());
    m_isFound.resize(m_series->catalog()->messages().size());
    for (const base::MessageIndex message : *m_found) {
        m_isFound[message.value()] = true;
        if (const std::uint32_t row = index.rowOf(message); row != SeriesFilterIndex::NoRow)
            ++m_foundIn[row];
    }
}

void SeriesFilterModel::refilter()
{
    apply(accepted(), QAbstractItemModel::NoLayoutChangeHint);
}

void SeriesFilterModel::apply(std::vector<std::uint32_t> rows, LayoutChangeHint hint)
{
    if (rows == m_rows)
        return;
    emit layoutAboutToBeChanged({}, hint);
    const QModelIndexList before = persistentIndexList();
    m_rows = std::move(rows);
    numberRows();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const auto node = TreeModel::NodeId(index.internalId());
        const TreeModel::NodeId top = m_series->topOf(node);
        const int row = m_proxyRow[top];
        // Beneath the top level everything stays where it is, as long as its top-level row is there.
        after << (row < 0       ? QModelIndex()
                  : node == top ? createIndex(row, index.column(), index.internalId())
                                : index);
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, hint);
    emit visibleRowsChanged();
}

void SeriesFilterModel::setFound(std::optional<std::vector<base::MessageIndex>> found)
{
    if (!found && !m_found)
        return;
    m_found = std::move(found);
    countFound();
    narrow();
    announceRoles({FoundCountRole, FoundRole, Qt::AccessibleTextRole});
}

void SeriesFilterModel::prepareFound(std::optional<std::vector<base::MessageIndex>> found)
{
    m_prepared = std::move(found);
}

const std::vector<base::MessageIndex> &SeriesFilterModel::found() const
{
    static const std::vector<base::MessageIndex> none;
    return m_found ? *m_found : none;
}

catalog::MessageSet SeriesFilterModel::foundSet() const
{
    return m_found ? std::make_shared<const std::vector<bool>>(m_isFound) : nullptr;
}

void SeriesFilterModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0) {
        column = SeriesTreeModel::Date;
        order = Qt::DescendingOrder;
    }
    if (column >= SeriesTreeModel::ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    sortOrderRows();
    apply(accepted(), QAbstractItemModel::VerticalSortHint);
}

int SeriesFilterModel::visibleSeries() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [this](std::uint32_t row) {
        return m_series->topRows()[row].lineage.isValid();
    }));
}

int SeriesFilterModel::totalSeries() const
{
    if (!m_series)
        return 0;
    const auto &rows = m_series->topRows();
    return int(
        std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.lineage.isValid(); }));
}

base::MessageIndex SeriesFilterModel::nextFound(base::MessageIndex from, bool forward) const
{
    if (!m_found || m_rows.empty())
        return {};
    const SeriesFilterIndex &index = filterIndex();
    const auto foundIn = [&](std::uint32_t row) {
        std::vector<base::MessageIndex> messages;
        std::copy_if(m_found->begin(), m_found->end(), std::back_inserter(messages),
                     [&](base::MessageIndex message) { return index.rowOf(message) == row; });
        std::sort(messages.begin(), messages.end());
        return messages;
    };
    const std::uint32_t source = from.isValid() ? index.rowOf(from) : SeriesFilterIndex::NoRow;
    const std::int32_t here = source == SeriesFilterIndex::NoRow ? -1 : m_proxyRow[source];
    const auto count = std::int32_t(m_rows.size());
    if (here >= 0) {
        const std::vector<base::MessageIndex> messages = foundIn(source);
        const auto behind = std::upper_bound(messages.begin(), messages.end(), from);
        const auto before = std::lower_bound(messages.begin(), messages.end(), from);
        if (forward && behind != messages.end())
            return *behind;
        if (!forward && before != messages.begin())
            return *(before - 1);
    }
    const std::int32_t next = forward ? (here + 1) % count : (here <= 0 ? count - 1 : here - 1);
    const std::vector<base::MessageIndex> messages = foundIn(m_rows[std::size_t(next)]);
    return messages.empty() ? base::MessageIndex() : forward ? messages.front() : messages.back();
}

QModelIndex SeriesFilterModel::indexOf(base::MessageIndex message) const
{
    return m_series ? mapFromSource(m_series->indexOf(message)) : QModelIndex();
}

QModelIndex SeriesFilterModel::mapToSource(const QModelIndex &proxy) const
{
    if (!m_series || !proxy.isValid() || proxy.model() != this)
        return {};
    return m_series->indexOfNode(TreeModel::NodeId(proxy.internalId()), proxy.column());
}

QModelIndex SeriesFilterModel::mapFromSource(const QModelIndex &source) const
{
    if (!m_series || !source.isValid() || source.model() != m_series)
        return {};
    const TreeModel::NodeId node = TreeModel::nodeOf(source);
    const TreeModel::NodeId top = m_series->topOf(node);
    if (m_proxyRow[top] < 0)
        return {};
    return createIndex(node == top ? m_proxyRow[top] : source.row(), source.column(), quintptr(node));
}

QModelIndex SeriesFilterModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount(parent) || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(m_rows[std::size_t(row)]));
    const QModelIndex source = m_series->index(row, column, mapToSource(parent));
    return createIndex(row, column, source.internalId());
}

QModelIndex SeriesFilterModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? mapFromSource(mapToSource(child).parent()) : QModelIndex();
}

QModelIndex SeriesFilterModel::sibling(int row, int column, const QModelIndex &index) const
{
    if (index.isValid() && row == index.row())
        return column >= 0 && column < SeriesTreeModel::ColumnCount
                   ? createIndex(row, column, index.internalId())
                   : QModelIndex();
    return this->index(row, column, index.parent());
}

int SeriesFilterModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return m_series ? m_series->rowCount(mapToSource(parent)) : 0;
}

int SeriesFilterModel::columnCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : SeriesTreeModel::ColumnCount;
}

bool SeriesFilterModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_rows.empty();
    return m_series && m_series->hasChildren(mapToSource(parent));
}

QVariant SeriesFilterModel::data(const QModelIndex &index, int role) const
{
    const auto ownIsFound = [&] {
        const QVariant message = QAbstractProxyModel::data(index, MessageRole);
        return message.isValid() && message.toUInt() < m_isFound.size() && m_isFound[message.toUInt()];
    };
    const auto node = std::size_t(index.internalId()); // those of the top level are the source's rows
    switch (role) {
    case FoundCountRole:
        return index.isValid() && node < m_foundIn.size() ? QVariant(int(m_foundIn[node])) : QVariant();
    case FoundRole:
        return index.isValid() && ownIsFound();
    case NewRole:
        return index.isValid() && m_seenUntil && m_index && m_index->isComplete() && node < m_order.size() &&
               m_index->newest(node) > *m_seenUntil;
    case Qt::AccessibleTextRole:
        return index.column() == SeriesTreeModel::Title ? titleWords(index)
                                                        : QAbstractProxyModel::data(index, role);
    default:
        return QAbstractProxyModel::data(index, role);
    }
}

/// With what the delegate says by the face and at the end of the row.
QString SeriesFilterModel::titleWords(const QModelIndex &index) const
{
    QString text = QAbstractProxyModel::data(index, Qt::AccessibleTextRole).toString();
    if (data(index, NewRole).toBool())
        text += tr(", new");
    const int found = data(index, FoundCountRole).toInt();
    if (data(index, FoundRole).toBool() && found <= 1)
        text += tr(", found");
    else if (found > 0)
        text += found == 1 ? tr(", 1 found in it") : tr(", %n found in it", nullptr, found);
    return text;
}

QVariant SeriesFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // Not through an index, as the base class does it: an empty tree has headers too.
    return m_series && orientation == Qt::Horizontal ? m_series->headerData(section, orientation, role)
                                                     : QVariant();
}

} // namespace loredesk::items
