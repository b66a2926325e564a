// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/patchtable.h"

#include "models/series/patchmatching.h"

#include <algorithm>

namespace loredesk::series {

using Cell = PatchTable::Cell;

size_t PatchTableBuilder::newRow(const VersionPatch &patch, bool isCover)
{
    Row row;
    row.row.isCover = isCover;
    row.row.title = patch.title;
    row.row.cells.resize(m_column + 1);
    row.row.cells[m_column] =
        Cell{m_column == 0 ? PatchState::First : PatchState::New, patch.index, patch.message, {}};
    row.last = patch;
    m_rows.push_back(std::move(row));
    return m_rows.size() - 1;
}

void PatchTableBuilder::take(size_t index, const VersionPatch &patch)
{
    Row &row = m_rows[index];
    Cell cell{PatchState::Unread, patch.index, patch.message, {}};
    if (patch.patch && row.last.patch) {
        cell.changes = patch::comparePatches(*row.last.patch, *patch.patch).changes;
        cell.state = cell.changes ? PatchState::Changed : PatchState::Unchanged;
    }
    // Against the version before it is new, though there is an older one that had it.
    if (!row.isAlive)
        cell.state = PatchState::New;
    row.row.title = patch.title;
    row.row.cells[m_column] = cell;
    row.last = patch;
    row.isAlive = true;
}

void PatchTableBuilder::matchWith(const std::vector<size_t> &rows, const VersionPatches &version,
                                  std::vector<bool> &taken, const base::ProgressSink &progress)
{
    std::vector<MatchCandidate> older;
    for (const size_t row : rows)
        older.push_back({m_rows[row].last.title, m_rows[row].last.patchId, m_rows[row].last.patch.get()});
    std::vector<MatchCandidate> newer;
    std::vector<size_t> newerIndex;
    for (size_t i = 0; i < version.patches.size(); ++i) {
        if (taken[i])
            continue;
        const VersionPatch &patch = version.patches[i];
        newer.push_back({patch.title, patch.patchId, patch.patch.get()});
        newerIndex.push_back(i);
    }
    const PatchMatching matching = matchPatches(older, newer, progress);
    m_table.isRough = m_table.isRough || matching.isRough;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (matching.newerOf[i] < 0)
            continue;
        const size_t patch = newerIndex[size_t(matching.newerOf[i])];
        take(rows[i], version.patches[patch]);
        taken[patch] = true;
    }
}

void PatchTableBuilder::addCover(const VersionPatches &version, PatchState gone)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &r) { return r.row.isCover; });
    if (version.cover && row == m_rows.end())
        newRow(*version.cover, true);
    else if (version.cover)
        take(size_t(row - m_rows.begin()), *version.cover);
    else if (row != m_rows.end() && row->isAlive && gone == PatchState::Dropped) {
        row->row.cells[m_column] = Cell{gone, -1, {}, {}};
        row->isAlive = false;
    }
}

void PatchTableBuilder::add(const VersionPatches &version, const base::ProgressSink &progress)
{
    m_column = m_table.versions.size();
    m_table.versions.push_back(version.series);
    m_table.patchesLeftOut += version.leftOut;
    for (Row &row : m_rows)
        row.row.cells.resize(m_column + 1);
    const bool isWhole = version.missing == 0 && version.leftOut == 0;
    addCover(version, isWhole && !version.isPartial ? PatchState::Dropped : PatchState::Missing);

    std::vector<size_t> alive;
    std::vector<size_t> dead;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].row.isCover)
            (m_rows[i].isAlive ? alive : dead).push_back(i);
    }
    std::vector<bool> taken(version.patches.size(), false);
    matchWith(alive, version, taken, progress);
    if (!dead.empty())
        matchWith(dead, version, taken, progress);
    for (size_t i = 0; i < version.patches.size(); ++i) {
        if (!taken[i])
            newRow(version.patches[i], false);
    }
    for (const size_t i : alive) {
        Row &row = m_rows[i];
        if (row.row.cells[m_column] || version.isPartial)
            continue;
        row.row.cells[m_column] = Cell{isWhole ? PatchState::Dropped : PatchState::Missing, -1, {}, {}};
        row.isAlive = !isWhole;
    }
}

PatchTable PatchTableBuilder::finish(int versionsLeftOut)
{
    m_table.versionsLeftOut = versionsLeftOut;
    // Rows stand in the order of the last version that has them; one that is not in there stands behind the
    // one that it followed when it was there last.
    std::vector<size_t> order;
    std::vector<bool> placed(m_rows.size(), false);
    for (size_t column = m_table.versions.size(); column-- > 0;) {
        std::vector<size_t> there;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const auto &cell = m_rows[i].row.cells[column];
            if (cell && cell->index >= 0)
                there.push_back(i);
        }
        std::sort(there.begin(), there.end(), [&](size_t a, size_t b) {
            return std::pair(m_rows[a].row.cells[column]->index, a) <
                   std::pair(m_rows[b].row.cells[column]->index, b);
        });
        auto behind = order.begin(); // one behind the row before
        for (const size_t row : there) {
            if (placed[row]) {
                behind = std::find(order.begin(), order.end(), row) + 1;
            } else {
                behind = order.insert(behind, row) + 1;
                placed[row] = true;
            }
        }
    }
    for (const size_t row : order)
        m_table.rows.push_back(std::move(m_rows[row].row));
    return std::move(m_table);
}

} // namespace loredesk::series
