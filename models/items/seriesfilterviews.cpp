// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the series tree: which rows each of them shows, and how many.
#include "models/items/seriesfilterindex.h"
#include "models/items/seriesfiltermodel.h"

#include <algorithm>

namespace loredesk::items {

namespace {

/// What a row is by the user's doing.
struct RowState
{
    bool isNew = false;
    bool isMarked = false;
    bool isToReview = false;
};

/// One of the views that need no search.
bool shows(ViewKind view, quint8 flags, const RowState &state)
{
    using Index = SeriesFilterIndex;
    switch (view) {
    case ViewKind::New:
        return state.isNew;
    case ViewKind::Unanswered:
        // A thread without patches asks nobody to review anything, and a pull request is answered by pulling.
        return (flags & Index::Unanswered) && !(flags & (Index::ThreadOnly | Index::Pull));
    case ViewKind::Incomplete:
        return flags & Index::Incomplete;
    case ViewKind::Rfc:
        return flags & Index::Rfc;
    case ViewKind::Pull:
        return flags & Index::Pull;
    case ViewKind::Marked:
        return state.isMarked;
    case ViewKind::ToReview:
        return state.isToReview;
    case ViewKind::All:
    case ViewKind::Saved:
        break;
    }
    return true;
}

} // namespace

bool SeriesFilterModel::isInView(std::uint32_t row, const SeriesFilterIndex &index) const
{
    if (m_view == ViewKind::Saved)
        return !m_within || (*m_within)[row];
    const catalog::SeriesMark &mark = m_series->markAt(row);
    return shows(m_view, index.flags(row),
                 {m_seenUntil && index.newest(row) > *m_seenUntil,
                  mark.version.isValid() || mark.noted.isValid(),
                  m_view == ViewKind::ToReview && catalog::isToReview(*catalog(), mark)});
}

void SeriesFilterModel::setView(ViewKind view)
{
    if (view == m_view)
        return;
    m_view = view;
    m_within.reset();
    narrow();
}

void SeriesFilterModel::takeMarks()
{
    if (m_sortColumn == SeriesTreeModel::Mark)
        sortOrderRows();
    if (m_view == ViewKind::Marked || m_view == ViewKind::ToReview)
        narrow();
    else if (m_sortColumn == SeriesTreeModel::Mark)
        apply(accepted(), QAbstractItemModel::VerticalSortHint);
    emit viewCountsChanged();
}

SeriesFilterModel::Parked SeriesFilterModel::exchange(catalog::CatalogPtr catalog, Parked parked,
                                                      Narrowing narrowing)
{
    Parked before;
    before.index = std::move(m_index);
    before.found = std::move(m_found);
    before.exactly = std::move(m_exactly);
    m_prepared = std::move(parked.found);
    m_preparedIndex = std::move(parked.index);
    m_preparedNarrowing = std::move(narrowing);
    before.rows = m_series->exchange(std::move(catalog), std::move(parked.rows));
    return before;
}

void SeriesFilterModel::takeNarrowing(Narrowing narrowing)
{
    m_span = narrowing.span;
    m_exactly = std::move(narrowing.exactly);
    m_keys = std::move(narrowing.keys);
    m_conditions = Conditions(narrowing.conditions);
    m_view = narrowing.view;
    m_seenUntil = narrowing.seenUntil;
    if (narrowing.within) {
        m_within.emplace(m_order.size());
        for (const std::uint32_t row : rowsWith(*narrowing.within))
            (*m_within)[row] = true;
    }
}

SeriesFilterModel::Rows SeriesFilterModel::rowsWith(const std::vector<base::MessageIndex> &messages) const
{
    Rows rows;
    if (!m_index || m_order.empty())
        return rows;
    const SeriesFilterIndex &index = filterIndex();
    std::vector<bool> isTaken(m_order.size());
    for (const base::MessageIndex message : messages) {
        const std::uint32_t row = index.rowOf(message);
        if (row == SeriesFilterIndex::NoRow || isTaken[row])
            continue;
        isTaken[row] = true;
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void SeriesFilterModel::setWithin(const std::optional<Rows> &rows)
{
    if (!rows && !m_within)
        return;
    m_within.reset();
    if (rows) {
        m_within.emplace(m_order.size());
        for (const std::uint32_t row : *rows)
            (*m_within)[row] = true;
    }
    if (m_view == ViewKind::Saved)
        narrow();
}

std::optional<ViewCounts> SeriesFilterModel::viewCounts() const
{
    if (!m_index || !m_index->isComplete())
        return std::nullopt;
    ViewCounts counts{};
    for (std::uint32_t row = 0; row < m_order.size(); ++row) {
        if (!isInRange(row, *m_index))
            continue;
        const quint8 flags = m_index->flags(row);
        const catalog::SeriesMark &mark = m_series->markAt(row);
        const RowState state{m_seenUntil && m_index->newest(row) > *m_seenUntil,
                             mark.version.isValid() || mark.noted.isValid(),
                             catalog::isToReview(*m_series->catalog(), mark)};
        for (std::size_t view = 0; view < counts.size(); ++view)
            counts[view] += int(shows(ViewKind(view), flags, state));
    }
    return counts;
}

std::optional<int> SeriesFilterModel::countOf(const Rows &rows) const
{
    if (!m_index || !m_index->isComplete())
        return std::nullopt;
    if (!hasRange())
        return int(rows.size());
    return int(std::count_if(rows.begin(), rows.end(),
                             [this](std::uint32_t row) { return isInRange(row, *m_index); }));
}

} // namespace loredesk::items
