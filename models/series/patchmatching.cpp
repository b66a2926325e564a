// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/patchmatching.h"

#include "models/patch/linediff.h"
#include "models/patch/patchcomparison.h"
#include "models/series/lineage.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace loredesk::series {

namespace {

/// What a patch costs that has no counterpart, in percent of its length (git's --creation-factor).
constexpr qint64 CreationFactor = 60;
/// Steps of the assignment, and lines that are compared line by line, for all pairs together.
constexpr qint64 MostSteps = 60'000'000;
constexpr qint64 MostComparedLines = 20'000'000;
/// Pairs that are looked at, however briefly.
constexpr qint64 MostPairs = 250'000;

/// A diff as a bag of lines: how much two of them differ at least is told from it at once.
using Bag = std::vector<std::uint32_t>;

qint64 leastDistance(const Bag &a, const Bag &b)
{
    qint64 common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x < *y) {
            ++x;
        } else if (*y < *x) {
            ++y;
        } else {
            ++common;
            ++x;
            ++y;
        }
    }
    return qint64(a.size()) + qint64(b.size()) - 2 * common;
}

class Matcher
{
public:
    Matcher(std::span<const MatchCandidate> older, std::span<const MatchCandidate> newer,
            const base::ProgressSink &progress)
        : m_older(older)
        , m_newer(newer)
        , m_progress(progress)
    {
        m_result.newerOf.assign(older.size(), -1);
        m_result.olderOf.assign(newer.size(), -1);
    }

    PatchMatching run()
    {
        byTitle();
        byPatchId();
        byLikeness();
        return std::move(m_result);
    }

private:
    void match(qsizetype older, qsizetype newer)
    {
        m_result.newerOf[size_t(older)] = qint32(newer);
        m_result.olderOf[size_t(newer)] = qint32(older);
    }
    bool isFreeOlder(qsizetype i) const { return m_result.newerOf[size_t(i)] < 0; }
    bool isFreeNewer(qsizetype i) const { return m_result.olderOf[size_t(i)] < 0; }

    void byTitle()
    {
        struct Same
        {
            std::vector<qsizetype> older, newer;
        };
        QHash<QString, Same> titles;
        for (qsizetype i = 0; i < qsizetype(m_older.size()); ++i)
            titles[normalisedTitle(m_older[size_t(i)].title)].older.push_back(i);
        for (qsizetype i = 0; i < qsizetype(m_newer.size()); ++i)
            titles[normalisedTitle(m_newer[size_t(i)].title)].newer.push_back(i);
        for (auto same = titles.cbegin(); same != titles.cend(); ++same) {
            if (same.key().isEmpty())
                continue;
            // Where a title comes several times, the same patch goes first, and then one after the other.
            if (same->older.size() > 1 || same->newer.size() > 1)
                pairByPatchId(same->older, same->newer);
            auto newer = same->newer.begin();
            for (const qsizetype older : same->older) {
                if (!isFreeOlder(older))
                    continue;
                newer =
                    std::find_if(newer, same->newer.end(), [this](qsizetype n) { return isFreeNewer(n); });
                if (newer == same->newer.end())
                    break;
                match(older, *newer);
            }
        }
    }

    void byPatchId()
    {
        std::vector<qsizetype> older(m_older.size());
        std::vector<qsizetype> newer(m_newer.size());
        std::iota(older.begin(), older.end(), 0);
        std::iota(newer.begin(), newer.end(), 0);
        pairByPatchId(older, newer);
    }

    void pairByPatchId(const std::vector<qsizetype> &older, const std::vector<qsizetype> &newer)
    {
        QHash<QByteArray, std::vector<qsizetype>> ids; // last first
        for (auto i = newer.rbegin(); i != newer.rend(); ++i) {
            if (isFreeNewer(*i) && !m_newer[size_t(*i)].patchId.isEmpty())
                ids[m_newer[size_t(*i)].patchId].push_back(*i);
        }
        for (const qsizetype i : older) {
            const auto same = ids.find(m_older[size_t(i)].patchId);
            if (!isFreeOlder(i) || same == ids.end() || same->empty())
                continue;
            match(i, same->back());
            same->pop_back();
        }
    }

    struct Diff
    {
        qsizetype index = 0; ///< in m_older or m_newer
        std::vector<std::uint32_t> lines;
        Bag bag;
        qint64 alone() const { return qint64(lines.size()) * CreationFactor / 100; }
    };

    std::vector<Diff> diffsOf(std::span<const MatchCandidate> all, const std::vector<qint32> &partners,
                              patch::LineNumbers &numbers) const
    {
        std::vector<Diff> diffs;
        for (qsizetype i = 0; i < qsizetype(all.size()); ++i) {
            const patch::ComparablePatch *patch = all[size_t(i)].patch;
            if (partners[size_t(i)] >= 0 || !patch || patch->diffSize() == 0)
                continue;
            Diff diff{i, numbers.of(*patch, patch->diffBegin(), qsizetype(patch->lines().size())), {}};
            diff.bag = diff.lines;
            std::sort(diff.bag.begin(), diff.bag.end());
            diffs.push_back(std::move(diff));
        }
        return diffs;
    }

    struct Likeness
    {
        qsizetype older = 0; ///< in the list of diffs
        qsizetype newer = 0;
        qint64 gain = 0; ///< what it saves against two patches that stand alone
    };

    void byLikeness()
    {
        patch::LineNumbers numbers;
        const std::vector<Diff> older = diffsOf(m_older, m_result.newerOf, numbers);
        const std::vector<Diff> newer = diffsOf(m_newer, m_result.olderOf, numbers);
        std::vector<Likeness> alike;
        qint64 compared = 0;
        qint64 looked = 0;
        for (qsizetype i = 0; i < qsizetype(older.size()); ++i) {
            if (m_progress.cancelled())
                return;
            const Diff &a = older[size_t(i)];
            for (qsizetype j = 0; j < qsizetype(newer.size()); ++j) {
                const Diff &b = newer[size_t(j)];
                const qint64 apart = a.alone() + b.alone();
                const auto length = qint64(a.lines.size() + b.lines.size());
                // One of them is so much longer that it is another patch: no need to look at the lines.
                if (std::abs(qint64(a.lines.size()) - qint64(b.lines.size())) >= apart)
                    continue;
                if (++looked > MostPairs || compared > MostComparedLines) {
                    m_result.isRough = true;
                    continue;
                }
                compared += length / 8;
                qint64 distance = leastDistance(a.bag, b.bag);
                if (distance >= apart)
                    continue;
                compared += length;
                const patch::LineDiff diff = patch::diffLines(a.lines, b.lines);
                distance = patch::unifiedSize(diff, qsizetype(a.lines.size()), qsizetype(b.lines.size()));
                if (distance < apart)
                    alike.push_back({i, j, apart - distance});
            }
        }
        for (const Likeness &pair : assigned(alike, older.size(), newer.size()))
            match(older[size_t(pair.older)].index, newer[size_t(pair.newer)].index);
    }

    /// Most patches are like few others: each group of those that are is looked at by itself.
    std::vector<Likeness> assigned(const std::vector<Likeness> &alike, size_t older, size_t newer)
    {
        std::vector<size_t> group(older + newer); // a forest, by index of its parent
        std::iota(group.begin(), group.end(), size_t(0));
        const auto rootOf = [&](size_t i) {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        };
        for (const Likeness &pair : alike)
            group[rootOf(size_t(pair.older))] = rootOf(older + size_t(pair.newer));
        std::unordered_map<size_t, std::vector<Likeness>> groups;
        for (const Likeness &pair : alike)
            groups[rootOf(size_t(pair.older))].push_back(pair);
        std::vector<Likeness> chosen;
        for (const auto &[root, pairs] : groups) {
            const std::vector<Likeness> some = assignedIn(pairs);
            chosen.insert(chosen.end(), some.begin(), some.end());
        }
        return chosen;
    }

    std::vector<Likeness> assignedIn(const std::vector<Likeness> &pairs)
    {
        std::vector<qsizetype> older;
        std::vector<qsizetype> newer;
        for (const Likeness &pair : pairs) {
            older.push_back(pair.older);
            newer.push_back(pair.newer);
        }
        for (std::vector<qsizetype> *indices : {&older, &newer}) {
            std::sort(indices->begin(), indices->end());
            indices->erase(std::unique(indices->begin(), indices->end()), indices->end());
        }
        const auto rows = qint64(older.size());
        const auto columns = qint64(newer.size());
        if (rows * columns > MostSteps / rows) {
            m_result.isRough = true;
            return greedy(pairs);
        }
        const auto indexIn = [](const std::vector<qsizetype> &indices, qsizetype index) {
            return std::lower_bound(indices.begin(), indices.end(), index) - indices.begin();
        };
        std::vector<qint64> gain(size_t(rows * columns), 0);
        for (const Likeness &pair : pairs)
            gain[size_t(indexIn(older, pair.older) * columns + indexIn(newer, pair.newer))] = pair.gain;
        std::vector<Likeness> chosen;
        const std::vector<qint32> columnOf = bestAssignment(gain, rows, columns);
        for (size_t row = 0; row < columnOf.size(); ++row) {
            if (columnOf[row] >= 0)
                chosen.push_back({older[row], newer[size_t(columnOf[row])], 0});
        }
        return chosen;
    }

    static std::vector<Likeness> greedy(std::vector<Likeness> pairs)
    {
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Likeness &a, const Likeness &b) { return a.gain > b.gain; });
        std::unordered_map<qsizetype, bool> olderTaken;
        std::unordered_map<qsizetype, bool> newerTaken;
        std::vector<Likeness> chosen;
        for (const Likeness &pair : pairs) {
            bool &older = olderTaken[pair.older];
            bool &newer = newerTaken[pair.newer];
            if (older || newer)
                continue;
            older = newer = true;
            chosen.push_back(pair);
        }
        return chosen;
    }

    const std::span<const MatchCandidate> m_older;
    const std::span<const MatchCandidate> m_newer;
    const base::ProgressSink &m_progress;
    PatchMatching m_result;
};

} // namespace

PatchMatching matchPatches(std::span<const MatchCandidate> older, std::span<const MatchCandidate> newer,
                           const base::ProgressSink &progress)
{
    return Matcher(older, newer, progress).run();
}

std::vector<qint32> bestAssignment(std::span<const qint64> gain, qsizetype rows, qsizetype columns)
{
    std::vector<qint32> columnOf(size_t(rows), -1);
    if (rows == 0 || columns == 0)
        return columnOf;
    // A row may go without: each has a column of its own for that, behind the others, that gains nothing.
    const auto all = size_t(columns + rows);
    const auto costOf = [&](size_t row, size_t column) {
        return column < size_t(columns) ? -gain[row * size_t(columns) + column] : qint64(0);
    };
    constexpr auto None = std::numeric_limits<size_t>::max();
    std::vector<qint64> rowPrice(size_t(rows), 0);
    std::vector<qint64> columnPrice(all, 0);
    std::vector<size_t> rowOf(all, None);
    for (size_t start = 0; start < size_t(rows); ++start) {
        // The cheapest way from this row to a column that is free, through rows that give theirs up.
        std::vector<qint64> distance(all, std::numeric_limits<qint64>::max());
        std::vector<size_t> reachedFrom(all, None); // the column before; None: the row itself
        std::vector<bool> done(all, false);
        size_t row = start;
        size_t column = None;
        qint64 length = 0;
        for (;;) {
            size_t next = None;
            for (size_t c = 0; c < all; ++c) {
                if (done[c] || (c >= size_t(columns) && c != size_t(columns) + row))
                    continue;
                const qint64 reached = length + costOf(row, c) - rowPrice[row] - columnPrice[c];
                if (reached < distance[c]) {
                    distance[c] = reached;
                    reachedFrom[c] = column;
                }
            }
            for (size_t c = 0; c < all; ++c) {
                if (!done[c] && distance[c] != std::numeric_limits<qint64>::max() &&
                    (next == None || distance[c] < distance[next]))
                    next = c;
            }
            done[next] = true;
            length = distance[next];
            column = next;
            if (rowOf[next] == None)
                break;
            row = rowOf[next];
        }
        rowPrice[start] += length;
        for (size_t c = 0; c < all; ++c) {
            if (!done[c] || c == column)
                continue;
            rowPrice[rowOf[c]] += length - distance[c];
            columnPrice[c] -= length - distance[c];
        }
        for (size_t c = column; c != None;) {
            const size_t before = reachedFrom[c];
            rowOf[c] = before == None ? start : rowOf[before];
            c = before;
        }
    }
    for (size_t c = 0; c < size_t(columns); ++c) {
        if (rowOf[c] != None && gain[rowOf[c] * size_t(columns) + c] > 0)
            columnOf[rowOf[c]] = qint32(c);
    }
    return columnOf;
}

} // namespace loredesk::series
