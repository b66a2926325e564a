// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/items/seriestreemodel.h"
#include "models/items/viewkind.h"

#include <QAbstractProxyModel>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace loredesk::items {

class SeriesFilterIndex;

/// Narrows and sorts the series tree. Only the top level is filtered and sorted: a hit anywhere in a series
/// keeps it and everything beneath, and what is beneath stays in its own order. All conditions are joined by
/// "and".
///
/// Not a QSortFilterProxyModel: that one makes the children of every row to know whether it has any, and
/// announces a filter change row by row. Here a change of filter or order is one layout change; persistent
/// indexes of rows that stay visible survive it, those of hidden rows become invalid.
class SeriesFilterModel final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum Condition {
        NoCondition = 0,
        OnlyIncomplete = 1, ///< series that lack patches
        OnlyUnanswered = 2, ///< rows nobody but the author and bots has answered
        HideBots = 4,       ///< rows that a bot started
        HideThreads = 8,    ///< threads without patches
    };
    Q_DECLARE_FLAGS(Conditions, Condition)

    explicit SeriesFilterModel(QObject *parent = nullptr);
    ~SeriesFilterModel() override;

    /// The source is always a SeriesTreeModel.
    void setSeriesModel(SeriesTreeModel *model);
    SeriesTreeModel *seriesModel() const { return m_series; }

    /// All that narrows the tree but what is looked for.
    struct Narrowing
    {
        catalog::DateSpan span;
        QStringList keys;
        int conditions = 0; ///< Conditions
        ViewKind view = ViewKind::All;
        std::optional<std::vector<base::MessageIndex>> within; ///< as setWithin(), by message
        std::optional<base::UnixSeconds> seenUntil;
        catalog::MessageSet exactly = {}; ///< as setRange()
    };
    /// What is known of a catalog, set aside while another one is shown.
    struct Parked
    {
        std::shared_ptr<SeriesTreeModel::Rows> rows;
        std::shared_ptr<SeriesFilterIndex> index;
        std::optional<std::vector<base::MessageIndex>> found; ///< what was looked for and found
        catalog::MessageSet exactly;                          ///< what the range stood for
    };
    /// What the rows belong to; null: nothing is shown.
    catalog::CatalogPtr catalog() const;
    /// Shows another catalog, narrowed as said, in one step; `parked`: what was set aside of it, or nothing.
    /// Gives what is to be set aside of the catalog that was shown.
    Parked exchange(catalog::CatalogPtr catalog, Parked parked, Narrowing narrowing);

    /// Messages that a search found: rows that hold any of them, and how many (FoundCountRole, FoundRole).
    /// Nothing: no search. They belong to the catalog that is shown; with another one the search is over,
    /// unless prepareFound() said before what it finds there.
    void setFound(std::optional<std::vector<base::MessageIndex>> found);
    void prepareFound(std::optional<std::vector<base::MessageIndex>> found);
    bool isSearching() const { return m_found.has_value(); }
    const std::vector<base::MessageIndex> &found() const;
    /// The same as a set; null: no search.
    catalog::MessageSet foundSet() const;
    /// The found message that follows `from` (or comes before it): those of a row from old to new, then the
    /// next row's, around the end to the beginning. Invalid `from`: from the top.
    base::MessageIndex nextFound(base::MessageIndex from, bool forward) const;

    /// Rows with a message that came after this are new (NewRole). Nothing: none is.
    void setSeenUntil(std::optional<base::UnixSeconds> seen);
    const std::optional<base::UnixSeconds> &seenUntil() const { return m_seenUntil; }

    /// Series and threads with any message in the span, answers among them.
    void setDateSpan(const catalog::DateSpan &span) { setRange(span, {}); }
    /// The same with any message in the set: what the span stands for where that is known
    /// message by message (see catalog::Scope). Null: the dates count. It belongs to the catalog that is
    /// shown; with another one the dates count, unless prepareExactly() said before what the set is there.
    void setRange(const catalog::DateSpan &span, catalog::MessageSet exactly);
    void prepareExactly(catalog::MessageSet exactly) { m_preparedExactly = std::move(exactly); }
    const catalog::DateSpan &dateSpan() const { return m_span; }

    /// Addresses ("a@example.org"), domains ("example.org") and owners of domains as KeyRole of a CountModel
    /// gives them: rows with a posting by any of them. Empty: everybody.
    void setKeys(const QStringList &keys);
    const QStringList &keys() const { return m_keys; }

    /// Rows that hold any of these messages. They belong to the catalog that is shown; with another one the
    /// condition is gone. Nothing: all rows.
    void setChosen(std::optional<std::vector<base::MessageIndex>> chosen);
    bool hasChosen() const { return m_chosen.has_value(); }

    void setConditions(Conditions conditions);
    void setCondition(Condition condition, bool on);
    Conditions conditions() const { return m_conditions; }

    /// The view that is chosen, beside all other conditions. What a saved search found, setWithin() says.
    void setView(ViewKind view);
    ViewKind view() const { return m_view; }
    /// Source rows in ascending order, of the catalog that is shown: they mean nothing after a reset.
    using Rows = std::vector<std::uint32_t>;
    /// The rows that hold any of these messages.
    Rows rowsWith(const std::vector<base::MessageIndex> &messages) const;
    /// What the saved search found. Nothing: it is not known yet, and every row is shown. Gone after a reset.
    void setWithin(const std::optional<Rows> &rows);
    /// How many rows each view would show in the date span, whatever else is filtered by. Nothing while the
    /// rows are being gathered, or without an archive.
    std::optional<ViewCounts> viewCounts() const;
    /// The same of a saved search that found these.
    std::optional<int> countOf(const Rows &rows) const;

    /// The messages of the rows that the search, the conditions and the view let through, whatever their
    /// dates are and who is picked in a chart: what charts count, so that picking a bar leaves the others
    /// where they are. Null: all messages. Looks at all messages once after a change.
    catalog::MessageSet scope() const;

    /// True where anything at all narrows the tree.
    bool isFiltering() const;
    /// True where messages of the range are left out by something else than the range. Looks at all messages.
    bool isNarrowed() const;
    /// The messages of the rows that everything but the range lets through, ascending, copies and all. Those
    /// of the range are to be picked out of them. Looks at all messages.
    std::vector<base::MessageIndex> messagesWanted() const;
    /// Takes every condition away, the order stays.
    void clearFilter();

    /// Visible top-level rows; of them series (single patches and pull requests included).
    int visibleRows() const { return int(m_rows.size()); }
    int visibleSeries() const;
    /// Top-level rows without any filter.
    int totalRows() const { return int(m_proxyRow.size()); }
    int totalSeries() const;

    /// The visible row of a message (column 0), invalid where it is filtered out.
    QModelIndex indexOf(base::MessageIndex message) const;

    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    QModelIndex mapToSource(const QModelIndex &proxy) const override;
    QModelIndex mapFromSource(const QModelIndex &source) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// By SortRole; rows that compare equal stay newest first. A negative column is the default: date, newest
    /// first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// After every change of what is visible, resets included.
    void visibleRowsChanged();
    /// viewCounts() gives others now, or gives some at last.
    void viewCountsChanged();
    /// scope() gives another one. Not after a reset.
    void scopeChanged();

private:
    void setSourceModel(QAbstractItemModel *model) override;
    QString titleWords(const QModelIndex &index) const;
    void rebuild();
    void takeNarrowing(Narrowing narrowing);
    void sortOrderRows();
    void numberRows();
    void refilter();
    void apply(std::vector<std::uint32_t> rows, LayoutChangeHint hint);
    std::vector<std::uint32_t> accepted() const;
    void gatherSome();
    void countFound();
    bool hasRange() const { return m_exactly || m_span != catalog::DateSpan(); }
    bool isInRange(std::uint32_t row, const SeriesFilterIndex &index) const;
    bool isInScope(std::uint32_t row, const SeriesFilterIndex &index) const;
    /// By row: everything but the range lets it through.
    std::vector<bool> wantedRows(const SeriesFilterIndex &index) const;
    void narrow();
    bool isInView(std::uint32_t row, const SeriesFilterIndex &index) const;
    void takeMarks();
    void announceRoles(const QList<int> &roles);
    /// Complete. Only where there are rows.
    const SeriesFilterIndex &filterIndex() const;

    SeriesTreeModel *m_series = nullptr;
    QList<QMetaObject::Connection> m_connections;
    std::shared_ptr<SeriesFilterIndex> m_index; ///< null without a catalog
    QTimer m_gathering;                         ///< fills it in slices while nothing else is to be done
    std::vector<std::uint32_t> m_order;         ///< all source rows as they are sorted
    std::vector<std::uint32_t> m_rows;          ///< visible ones: source row by proxy row
    std::vector<std::int32_t> m_proxyRow;       ///< the way back, -1: hidden

    std::optional<std::vector<base::MessageIndex>> m_found;
    std::optional<std::vector<base::MessageIndex>> m_prepared; ///< of the catalog that comes next
    std::optional<Narrowing> m_preparedNarrowing;              ///< likewise
    std::shared_ptr<SeriesFilterIndex> m_preparedIndex;
    std::vector<bool> m_isFound;          ///< by message
    std::vector<std::uint32_t> m_foundIn; ///< how many, by source row
    std::optional<base::UnixSeconds> m_seenUntil;
    ViewKind m_view = ViewKind::All;
    std::optional<std::vector<bool>> m_within;          ///< by source row
    mutable std::optional<catalog::MessageSet> m_scope; ///< nothing: to be made
    std::optional<std::vector<base::MessageIndex>> m_chosen;
    catalog::DateSpan m_span;
    catalog::MessageSet m_exactly;         ///< null: m_span counts
    catalog::MessageSet m_preparedExactly; ///< of the catalog that comes next
    QStringList m_keys;
    Conditions m_conditions = NoCondition;
    int m_sortColumn = SeriesTreeModel::Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(SeriesFilterModel::Conditions)

} // namespace loredesk::items
