// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/regrouping.h"

#include "models/series/kinship.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace loredesk::series {

namespace {

constexpr std::int32_t None = -1;

/// Puts rows where they are now.
class Renumbering
{
public:
    explicit Renumbering(std::span<const base::MessageIndex> rowNow)
        : m_rowNow(rowNow)
    {
        // Mostly all that is new stands behind what was there.
        m_changes = !rowNow.empty() && rowNow.back().value() + 1 != rowNow.size();
    }

    void operator()(base::MessageIndex &message) const
    {
        if (message.isValid())
            message = m_rowNow[message.value()];
    }

    void operator()(PatchSeries &series) const
    {
        if (!m_changes)
            return;
        (*this)(series.cover);
        for (SeriesSlot &slot : series.patches)
            (*this)(slot);
        (*this)(series.review.firstAnswer);
    }

private:
    void operator()(SeriesSlot &slot) const
    {
        (*this)(slot.message);
        for (base::MessageIndex &duplicate : slot.duplicates)
            (*this)(duplicate);
        for (QList<CollectedTrailer> *list : {&slot.collected, &slot.mismatched, &slot.nacked}) {
            if (list->isEmpty())
                continue;
            for (CollectedTrailer &collected : *list)
                (*this)(collected.source);
        }
        (*this)(slot.review.firstAnswer);
    }

    std::span<const base::MessageIndex> m_rowNow;
    bool m_changes = false;
};

/// Replaces what a grouping has of some rows by what was made of them alone.
class Splicer
{
public:
    /// `rows`: those that were grouped anew, ascending; rows of `part` count in them.
    Splicer(std::span<const MessageHead> heads, std::span<const base::MessageIndex> rowNow,
            std::span<const base::MessageIndex> rows)
        : m_heads(heads)
        , m_toNow(rowNow)
        , m_fromPart(rows)
        , m_rowNow(rowNow)
        , m_rows(rows)
        , m_isAnew(heads.size(), false)
    {
        for (const base::MessageIndex row : rows)
            m_isAnew[row.value()] = true;
    }

    Grouping splice(Grouping before, Grouping part)
    {
        Grouping now;
        now.threads.nodeOf.assign(m_heads.size(), None);
        const std::vector<std::int32_t> kept =
            addTrees(now.threads, before.threads, m_toNow,
                     [this](base::MessageIndex row) { return !m_isAnew[m_rowNow[row.value()].value()]; });
        const std::vector<std::int32_t> anew =
            addTrees(now.threads, part.threads, m_fromPart, [](base::MessageIndex) { return true; });
        addRows(now.threads, before.threads, m_rowNow, kept);
        addRows(now.threads, part.threads, m_rows, anew);
        mergeRoots(now.threads, rootsOf(before.threads, kept), rootsOf(part.threads, anew));
        mergeSeries(now.series, std::move(before.series), std::move(part.series));
        return now;
    }

private:
    /// By node of `from`: its number in `to`, None where it stays behind.
    template <class Keeps>
    std::vector<std::int32_t> addTrees(ThreadForest &to, ThreadForest &from, const Renumbering &renumbering,
                                       Keeps keeps) const
    {
        std::vector<std::int32_t> numbers(from.nodes.size(), None);
        std::vector<bool> isKept(from.nodes.size(), false); // by root
        for (std::size_t i = 0; i < from.nodes.size(); ++i) {
            const ThreadNode &node = from.nodes[i];
            if (node.message.isValid() && keeps(node.message))
                isKept[std::size_t(node.root)] = true;
        }
        auto next = std::int32_t(to.nodes.size());
        for (std::size_t i = 0; i < from.nodes.size(); ++i) {
            if (isKept[std::size_t(from.nodes[i].root)])
                numbers[i] = next++;
        }
        const auto number = [&numbers](std::int32_t node) {
            return node == None ? None : numbers[std::size_t(node)];
        };
        to.nodes.reserve(std::max(to.nodes.capacity(), std::size_t(next)));
        for (std::size_t i = 0; i < from.nodes.size(); ++i) {
            if (numbers[i] == None)
                continue;
            ThreadNode node = std::move(from.nodes[i]);
            renumbering(node.message);
            node.parent = number(node.parent);
            node.firstChild = number(node.firstChild);
            node.nextSibling = number(node.nextSibling);
            node.root = number(node.root);
            to.nodes.push_back(std::move(node));
        }
        return numbers;
    }

    static void addRows(ThreadForest &to, const ThreadForest &from,
                        std::span<const base::MessageIndex> rowNow, const std::vector<std::int32_t> &numbers)
    {
        for (std::size_t row = 0; row < rowNow.size(); ++row) {
            const std::int32_t node = numbers[std::size_t(from.nodeOf[row])];
            if (node != None)
                to.nodeOf[rowNow[row].value()] = node;
        }
    }

    static std::vector<std::int32_t> rootsOf(const ThreadForest &from,
                                             const std::vector<std::int32_t> &numbers)
    {
        std::vector<std::int32_t> roots;
        roots.reserve(from.roots.size());
        for (const std::int32_t root : from.roots) {
            if (numbers[std::size_t(root)] != None)
                roots.push_back(numbers[std::size_t(root)]);
        }
        return roots;
    }

    /// As buildThreads() orders them: a ghost is as old as the oldest of its answers, which comes first.
    std::tuple<base::UnixSeconds, std::size_t> ageOf(const ThreadForest &threads, std::int32_t root) const
    {
        std::int32_t at = root;
        while (!threads.nodes[std::size_t(at)].message.isValid())
            at = threads.nodes[std::size_t(at)].firstChild;
        const std::size_t row = threads.nodes[std::size_t(at)].message.value();
        return {m_heads[row].date, row};
    }

    void mergeRoots(ThreadForest &threads, const std::vector<std::int32_t> &a,
                    const std::vector<std::int32_t> &b) const
    {
        threads.roots.reserve(a.size() + b.size());
        std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(threads.roots),
                   [&](std::int32_t i, std::int32_t j) { return ageOf(threads, i) < ageOf(threads, j); });
    }

    struct Place
    {
        base::UnixSeconds date;
        std::size_t row; ///< now
        SeriesSet *from;
        std::size_t index; ///< in it
    };

    std::vector<Place> placesOf(SeriesSet &set, std::span<const base::MessageIndex> rowNow,
                                bool onlyKept) const
    {
        std::vector<Place> places;
        places.reserve(set.series.size());
        for (std::size_t index = 0; index < set.series.size(); ++index) {
            const std::size_t row = rowNow[set.series[index].head().value()].value();
            if (!onlyKept || !m_isAnew[row])
                places.push_back({set.series[index].date, row, &set, index});
        }
        return places;
    }

    void mergeSeries(SeriesSet &now, SeriesSet before, SeriesSet part) const
    {
        const std::vector<Place> kept = placesOf(before, m_rowNow, true),
                                 anew = placesOf(part, m_rows, false);
        std::vector<Place> places;
        places.reserve(kept.size() + anew.size());
        std::merge(
            kept.begin(), kept.end(), anew.begin(), anew.end(), std::back_inserter(places),
            [](const Place &a, const Place &b) { return std::tie(a.date, a.row) < std::tie(b.date, b.row); });

        std::vector<base::SeriesIndex> keptNow(before.series.size()), anewNow(part.series.size());
        std::vector<base::LineageIndex> keptLineage(before.lineages.size()),
            anewLineage(part.lineages.size());
        now.series.reserve(places.size());
        for (const Place &place : places) {
            const bool isKept = place.from == &before;
            const base::SeriesIndex index(now.series.size());
            (isKept ? keptNow : anewNow)[place.index] = index;
            PatchSeries series = std::move(place.from->series[place.index]);
            (isKept ? m_toNow : m_fromPart)(series);
            // Lineages are in the order of their first series.
            base::LineageIndex &lineage = (isKept ? keptLineage : anewLineage)[series.lineage.value()];
            if (!lineage.isValid()) {
                lineage = base::LineageIndex(now.lineages.size());
                now.lineages.push_back(std::move(place.from->lineages[series.lineage.value()]));
            }
            series.lineage = lineage;
            now.series.push_back(std::move(series));
        }
        const auto renumber = [&now](const std::vector<base::LineageIndex> &lineages,
                                     const std::vector<base::SeriesIndex> &seriesNow) {
            for (const base::LineageIndex lineage : lineages) {
                if (!lineage.isValid())
                    continue;
                for (base::SeriesIndex &version : now.lineages[lineage.value()].versions)
                    version = seriesNow[version.value()];
            }
        };
        renumber(keptLineage, keptNow);
        renumber(anewLineage, anewNow);

        now.seriesOf.resize(m_heads.size());
        const auto place = [&now](const SeriesSet &set, std::span<const base::MessageIndex> rowNow,
                                  const std::vector<base::SeriesIndex> &seriesNow) {
            for (std::size_t row = 0; row < set.seriesOf.size(); ++row) {
                if (set.seriesOf[row].isValid() && seriesNow[set.seriesOf[row].value()].isValid())
                    now.seriesOf[rowNow[row].value()] = seriesNow[set.seriesOf[row].value()];
            }
        };
        place(before, m_rowNow, keptNow);
        place(part, m_rows, anewNow);
    }

    std::span<const MessageHead> m_heads;
    Renumbering m_toNow;    ///< of rows before
    Renumbering m_fromPart; ///< of rows of the part
    std::span<const base::MessageIndex> m_rowNow;
    std::span<const base::MessageIndex> m_rows;
    std::vector<bool> m_isAnew; ///< by row now
};

} // namespace

Grouping group(std::span<const MessageHead> heads)
{
    Grouping made;
    made.threads = buildThreads(heads);
    made.series = buildSeries(heads, made.threads);
    return made;
}

Grouping regroup(Grouping before, std::span<const base::MessageIndex> rowNow,
                 std::span<const MessageHead> heads, int workers)
{
    const std::vector<base::MessageIndex> kin =
        kinOfNewRows(heads, rowNow, before.threads, before.series, workers);
    if (kin.size() * 2 > heads.size())
        return group(heads);
    std::vector<MessageHead> some;
    some.reserve(kin.size());
    for (const base::MessageIndex row : kin)
        some.push_back(heads[row.value()]);
    Grouping part = group(some);
    return Splicer(heads, rowNow, kin).splice(std::move(before), std::move(part));
}

} // namespace loredesk::series
