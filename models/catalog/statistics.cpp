// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/statistics.h"

#include "models/catalog/domainowners.h"
#include "models/catalog/statisticsindex.h"
#include "models/catalog/timeline.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace loredesk::catalog {

namespace {

void sortByCount(std::vector<Count> &counts)
{
    std::sort(counts.begin(), counts.end(), [](const Count &a, const Count &b) {
        if (a.messages.size() != b.messages.size())
            return a.messages.size() > b.messages.size();
        return a.label < b.label;
    });
}

/// `groupOf` gives the number of an author's bar, of `groups`; `describe` fills a bar in from its first
/// message.
template <class GroupOf, class Describe>
std::vector<Count> countBy(const Catalog &catalog, const StatisticsIndex &index,
                           std::span<const base::MessageIndex> rows, std::uint32_t groups, GroupOf groupOf,
                           Describe describe)
{
    // How many first, so that every bar is made once and no list grows.
    std::vector<std::uint32_t> sizes(groups);
    for (const base::MessageIndex row : rows) {
        if (const std::uint32_t author = index.authors[row.value()]; author != StatisticsIndex::None)
            ++sizes[groupOf(author)];
    }
    std::vector<Count> counts;
    counts.reserve(
        std::size_t(std::count_if(sizes.begin(), sizes.end(), [](auto size) { return size > 0; })));
    std::vector<std::uint32_t> barOf(groups, StatisticsIndex::None);
    for (const base::MessageIndex row : rows) {
        const std::uint32_t author = index.authors[row.value()];
        if (author == StatisticsIndex::None)
            continue;
        const std::uint32_t group = groupOf(author);
        if (barOf[group] == StatisticsIndex::None) {
            barOf[group] = std::uint32_t(counts.size());
            Count &count = counts.emplace_back();
            count.bot = index.parts[row.value()] == StatisticsIndex::Part::Bot;
            count.messages.reserve(sizes[group]);
            describe(catalog.message(row), count);
        }
        counts[barOf[group]].messages.push_back(row);
    }
    sortByCount(counts);
    return counts;
}

QDate dayOf(base::UnixSeconds date)
{
    return QDateTime::fromSecsSinceEpoch(date, Qt::UTC).date();
}

base::UnixSeconds midnight(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

std::vector<base::MessageIndex> rowsIn(const StatisticsIndex &index, const Scope &scope)
{
    std::vector<base::MessageIndex> rows;
    rows.reserve(index.dates.size());
    for (std::size_t row = 0; row < index.dates.size(); ++row) {
        const base::MessageIndex message(row);
        if (index.parts[row] != StatisticsIndex::Part::Copy && scope.contains(message, index.dates[row]))
            rows.push_back(message);
    }
    return rows;
}

std::vector<base::MessageIndex> rowsIn(const Catalog &catalog, const DateSpan &span,
                                       const MessageSet &exactly)
{
    const Scope scope(span, {}, exactly);
    std::vector<base::MessageIndex> rows;
    const series::ThreadForest &threads = catalog.threads();
    for (std::size_t row = 0; row < catalog.messages().size(); ++row) {
        // Copies share the node of the first of them.
        const base::MessageIndex index(row);
        const bool isCopy = threads.nodes[std::size_t(threads.nodeOf[row])].message != index;
        if (!isCopy && scope.contains(index, catalog.messages()[row].date))
            rows.push_back(index);
    }
    return rows;
}

std::vector<Count> contributors(const Catalog &catalog, const StatisticsIndex &index,
                                std::span<const base::MessageIndex> rows)
{
    return countBy(
        catalog, index, rows, index.authorCount(), [](std::uint32_t author) { return author; },
        [](const series::MessageHead &head, Count &count) {
            count.label = head.author.toString();
            count.person = head.author;
        });
}

std::vector<Count> contributors(const Catalog &catalog, std::span<const base::MessageIndex> rows)
{
    return contributors(catalog, StatisticsIndex(catalog), rows);
}

std::vector<Count> domains(const Catalog &catalog, const StatisticsIndex &index,
                           std::span<const base::MessageIndex> rows)
{
    return countBy(
        catalog, index, rows, index.domainCount, [&](std::uint32_t author) { return index.domainOf[author]; },
        [](const series::MessageHead &head, Count &count) { count.label = head.author.domain(); });
}

std::vector<Count> domains(const Catalog &catalog, std::span<const base::MessageIndex> rows)
{
    return domains(catalog, StatisticsIndex(catalog), rows);
}

std::vector<Count> owners(const Catalog &catalog, const StatisticsIndex &index,
                          std::span<const base::MessageIndex> rows)
{
    return countBy(
        catalog, index, rows, index.ownerCount, [&](std::uint32_t author) { return index.ownerOf[author]; },
        [](const series::MessageHead &head, Count &count) {
            count.label = ownerOfDomain(head.author.domain());
        });
}

std::vector<ActivityBin> activity(const Catalog &catalog, std::span<const base::MessageIndex> rows,
                                  int mostBins, ActivityStep *step)
{
    return activity(StatisticsIndex(catalog), rows, mostBins, step);
}

std::vector<ActivityBin> activity(const StatisticsIndex &index, std::span<const base::MessageIndex> rows,
                                  int mostBins, ActivityStep *step)
{
    base::UnixSeconds first = 0, last = 0;
    bool any = false;
    for (const base::MessageIndex row : rows) {
        const base::UnixSeconds date = index.dates[row.value()];
        if (date == 0) // no date at all: it would stretch the chart to 1970
            continue;
        first = any ? std::min(first, date) : date;
        last = any ? std::max(last, date) : date;
        any = true;
    }
    std::vector<ActivityBin> bins;
    if (!any)
        return bins;

    const qint64 days = dayOf(first).daysTo(dayOf(last)) + 1;
    ActivityStep chosen = ActivityStep::Month;
    if (days <= mostBins)
        chosen = ActivityStep::Day;
    else if (days / 7 + 2 <= mostBins)
        chosen = ActivityStep::Week;
    if (step)
        *step = chosen;
    for (QDate day = firstDayOf(dayOf(first), chosen); midnight(day) <= last; day = nextStep(day, chosen)) {
        ActivityBin bin;
        bin.start = midnight(day);
        bin.end = midnight(nextStep(day, chosen));
        bins.push_back(bin);
    }
    // The bin of every day, so that a message costs no search.
    constexpr base::UnixSeconds Day = 86400;
    std::vector<std::uint32_t> binOf;
    for (std::size_t bin = 0; bin < bins.size(); ++bin)
        binOf.insert(binOf.end(), std::size_t((bins[bin].end - bins[bin].start) / Day), std::uint32_t(bin));
    for (const base::MessageIndex row : rows) {
        const base::UnixSeconds date = index.dates[row.value()];
        if (date == 0)
            continue;
        ActivityBin &bin = bins[binOf[std::size_t((date - bins.front().start) / Day)]];
        const StatisticsIndex::Part part = index.parts[row.value()];
        ++(part == StatisticsIndex::Part::Bot     ? bin.bots
           : part == StatisticsIndex::Part::Patch ? bin.patches
                                                  : bin.replies);
    }
    return bins;
}

} // namespace loredesk::catalog
