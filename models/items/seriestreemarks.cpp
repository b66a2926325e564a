// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own marks in the series tree.
#include "models/items/markwords.h"
#include "models/items/seriestreemodel.h"

#include <set>
#include <tuple>

namespace loredesk::items {

namespace {

/// So many rows may change before all of them are said to have changed.
constexpr std::size_t MostRanges = 100;

} // namespace

bool SeriesTreeModel::isText(int column)
{
    return column == Title || column == Author || column == Date || column == Mark;
}

const catalog::SeriesMark &SeriesTreeModel::markAt(std::size_t row) const
{
    static const catalog::SeriesMark none;
    const base::LineageIndex lineage = m_top[row].lineage;
    return lineage.isValid() ? m_markOf[lineage.value()] : none;
}

catalog::SeriesMark SeriesTreeModel::markOf(base::MessageIndex message) const
{
    QModelIndex row = indexOf(message);
    while (row.parent().isValid())
        row = row.parent();
    return row.isValid() ? markAt(std::size_t(row.row())) : catalog::SeriesMark();
}

void SeriesTreeModel::findMarks()
{
    m_longestMark.clear();
    m_markOf.clear();
    if (!m_catalog)
        return;
    m_markOf = catalog::marksByLineage(*m_catalog, m_marks, m_notes);
    // Thousands of marks are worded in a few ways only.
    std::set<std::tuple<catalog::Mark, bool, int, int>> seen;
    for (const catalog::SeriesMark &mark : m_markOf) {
        const base::SeriesIndex version = mark.version.isValid() ? mark.version : mark.noted;
        if (!version.isValid())
            continue;
        const series::PatchSeries &marked = m_catalog->series(version);
        const auto &versions = m_catalog->lineages()[marked.lineage.value()].versions;
        const int newest = m_catalog->series(versions.front()).version;
        if (!seen.insert({mark.mark, mark.noted.isValid(), marked.version, newest}).second)
            continue;
        const QString text = MarkWords::cell(*m_catalog, mark);
        if (text.size() > m_longestMark.size())
            m_longestMark = text;
    }
}

void SeriesTreeModel::setMarks(catalog::MarkTable marks, catalog::NoteTable notes)
{
    if (marks == m_marks && notes == m_notes)
        return;
    m_marks = std::move(marks);
    m_notes = std::move(notes);
    const std::vector<catalog::SeriesMark> before = std::move(m_markOf);
    const QString longestBefore = m_longestMark;
    findMarks();
    if (m_markOf == before)
        return;
    const auto isChanged = [&](std::size_t row) {
        const base::LineageIndex lineage = m_top[row].lineage;
        return lineage.isValid() && m_markOf[lineage.value()] != before[lineage.value()];
    };
    const QList<int> roles{
        Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole,
        SortRole,        MarkRole,        MarkOutdatedRole};
    std::size_t changed = 0;
    for (std::size_t row = 0; row < m_top.size(); ++row)
        changed += isChanged(row);
    // Of each range a view looks for the place in all of its rows. One that hears of all draws itself anew,
    // with what is below them.
    if (changed > MostRanges)
        emit dataChanged(index(0, 0), index(int(m_top.size()) - 1, ColumnCount - 1), roles);
    else
        announceRows(isChanged, roles);
    emit marksChanged();
    if (m_longestMark != longestBefore)
        emit headerDataChanged(Qt::Horizontal, Mark, Mark);
}

void SeriesTreeModel::announceRows(const std::function<bool(std::size_t)> &isChanged, const QList<int> &roles)
{
    // Neighbours at once.
    for (std::size_t row = 0; row < m_top.size(); ++row) {
        if (!isChanged(row))
            continue;
        const std::size_t first = row;
        while (row + 1 < m_top.size() && isChanged(row + 1))
            ++row;
        emit dataChanged(index(int(first), 0), index(int(row), ColumnCount - 1), roles);
        for (std::size_t each = first; each <= row; ++each) {
            const Node &node = m_nodes[each];
            if (node.childCount != NotBuilt && node.childCount > 0)
                emit dataChanged(indexOfNode(node.firstChild, 0),
                                 indexOfNode(node.firstChild + node.childCount - 1, ColumnCount - 1), roles);
        }
    }
}

} // namespace loredesk::items
