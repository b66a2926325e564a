// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows the series tree, beside what is looked for and the views: which rows it lets through.
#include "models/items/seriesfilterindex.h"
#include "models/items/seriesfiltermodel.h"

#include <algorithm>

namespace loredesk::items {

std::vector<std::uint32_t> SeriesFilterModel::accepted() const
{
    if (!isFiltering() || m_order.empty())
        return m_order;
    const SeriesFilterIndex &index = filterIndex();
    const std::vector<bool> wanted = wantedRows(index);
    std::vector<std::uint32_t> rows;
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(rows),
                 [&](std::uint32_t row) { return wanted[row] && isInRange(row, index); });
    return rows;
}

std::vector<bool> SeriesFilterModel::wantedRows(const SeriesFilterIndex &index) const
{
    const std::vector<bool> people = m_keys.isEmpty() ? std::vector<bool>() : index.peopleWithKeys(m_keys);
    std::vector<bool> chosen(m_chosen ? m_order.size() : 0);
    if (m_chosen) {
        for (const std::uint32_t row : rowsWith(*m_chosen))
            chosen[row] = true;
    }
    std::vector<bool> wanted(m_order.size());
    for (std::uint32_t row = 0; row < wanted.size(); ++row)
        wanted[row] = isInScope(row, index) && (!m_chosen || chosen[row]) &&
                      (people.empty() || index.hasPostingBy(row, people));
    return wanted;
}

std::vector<base::MessageIndex> SeriesFilterModel::messagesWanted() const
{
    std::vector<base::MessageIndex> messages;
    if (m_order.empty())
        return messages;
    const SeriesFilterIndex &index = filterIndex();
    const std::vector<bool> wanted = wantedRows(index);
    const std::size_t count = m_series->catalog()->messages().size();
    for (std::size_t message = 0; message < count; ++message) {
        const std::uint32_t row = index.rowOf(base::MessageIndex(message));
        if (row != SeriesFilterIndex::NoRow && wanted[row])
            messages.emplace_back(message);
    }
    return messages;
}

bool SeriesFilterModel::isInRange(std::uint32_t row, const SeriesFilterIndex &index) const
{
    if (m_exactly)
        return index.hasMessageIn(row, m_exactly);
    return m_span == catalog::DateSpan() || index.hasMessageIn(row, m_span);
}

bool SeriesFilterModel::isInScope(std::uint32_t row, const SeriesFilterIndex &index) const
{
    const quint8 flags = index.flags(row);
    return !(m_conditions.testFlag(OnlyIncomplete) && !(flags & SeriesFilterIndex::Incomplete)) &&
           !(m_conditions.testFlag(OnlyUnanswered) && !(flags & SeriesFilterIndex::Unanswered)) &&
           !(m_conditions.testFlag(HideBots) && (flags & SeriesFilterIndex::ByBot)) &&
           !(m_conditions.testFlag(HideThreads) && (flags & SeriesFilterIndex::ThreadOnly)) &&
           isInView(row, index) && (!m_found || m_foundIn[row] > 0);
}

catalog::MessageSet SeriesFilterModel::scope() const
{
    if (m_scope)
        return *m_scope;
    m_scope.emplace();
    if (m_order.empty() || (!m_found && m_conditions == NoCondition && m_view == ViewKind::All))
        return *m_scope;
    const SeriesFilterIndex &index = filterIndex();
    std::vector<bool> rows(m_order.size());
    bool isAll = true;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        rows[row] = isInScope(row, index);
        isAll = isAll && rows[row];
    }
    if (isAll)
        return *m_scope;
    auto messages = std::make_shared<std::vector<bool>>(m_series->catalog()->messages().size());
    for (std::size_t message = 0; message < messages->size(); ++message) {
        const std::uint32_t row = index.rowOf(base::MessageIndex(message));
        (*messages)[message] = row != SeriesFilterIndex::NoRow && rows[row];
    }
    m_scope = std::move(messages);
    return *m_scope;
}

/// What the scope is made of has changed.
void SeriesFilterModel::narrow()
{
    m_scope.reset();
    refilter();
    emit scopeChanged();
}

void SeriesFilterModel::setSeenUntil(std::optional<base::UnixSeconds> seen)
{
    if (seen == m_seenUntil)
        return;
    m_seenUntil = seen;
    if (m_view == ViewKind::New)
        narrow();
    announceRoles({NewRole});
    emit viewCountsChanged();
}

void SeriesFilterModel::setRange(const catalog::DateSpan &span, catalog::MessageSet exactly)
{
    if (span == m_span && exactly == m_exactly)
        return;
    m_span = span;
    m_exactly = std::move(exactly);
    refilter();
    emit viewCountsChanged();
}

void SeriesFilterModel::setKeys(const QStringList &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    refilter();
}

void SeriesFilterModel::setChosen(std::optional<std::vector<base::MessageIndex>> chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = std::move(chosen);
    refilter();
}

void SeriesFilterModel::setConditions(Conditions conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    narrow();
}

void SeriesFilterModel::setCondition(Condition condition, bool on)
{
    setConditions(Conditions(m_conditions).setFlag(condition, on));
}

bool SeriesFilterModel::isFiltering() const
{
    return m_found || m_chosen || hasRange() || !m_keys.isEmpty() || m_conditions != NoCondition ||
           m_view != ViewKind::All;
}

bool SeriesFilterModel::isNarrowed() const
{
    if (!isFiltering() || m_rows.size() == m_order.size())
        return false;
    const SeriesFilterIndex &index = filterIndex();
    const std::vector<bool> wanted = wantedRows(index);
    const catalog::Scope range(m_span, {}, m_exactly);
    const auto &messages = m_series->catalog()->messages();
    for (std::size_t message = 0; message < messages.size(); ++message) {
        const std::uint32_t row = index.rowOf(base::MessageIndex(message));
        if (row != SeriesFilterIndex::NoRow && !wanted[row] &&
            range.contains(base::MessageIndex(message), messages[message].date))
            return true;
    }
    return false;
}

void SeriesFilterModel::clearFilter()
{
    m_found.reset();
    m_chosen.reset();
    countFound();
    m_span = {};
    m_exactly.reset();
    m_keys.clear();
    m_conditions = NoCondition;
    m_view = ViewKind::All;
    m_within.reset();
    narrow();
    emit viewCountsChanged();
}

} // namespace loredesk::items
