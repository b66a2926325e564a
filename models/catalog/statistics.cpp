// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/statistics.h"

#include "models/catalog/timeline.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace loredesk::catalog {

namespace {

bool isPosting(const series::MessageHead &head)
{
    return head.kind == series::MessageKind::Patch || head.kind == series::MessageKind::Cover;
}

void sortByCount(std::vector<Count> &counts)
{
    std::sort(counts.begin(), counts.end(), [](const Count &a, const Count &b) {
        if (a.messages.size() != b.messages.size())
            return a.messages.size() > b.messages.size();
        return a.label < b.label;
    });
}

/// `keyOf` tells bars apart, `makeBar` makes one from the first message of it. Bots and people never share a
/// bar.
template <class KeyOf, class MakeBar>
std::vector<Count> countBy(const Catalog &catalog, std::span<const base::MessageIndex> rows, KeyOf keyOf,
                           MakeBar makeBar)
{
    std::vector<Count> counts;
    QHash<QPair<QString, bool>, std::size_t> known;
    for (const base::MessageIndex row : rows) {
        const series::MessageHead &head = catalog.message(row);
        if (!isPosting(head))
            continue;
        const QPair<QString, bool> key(keyOf(head), head.bot);
        auto place = known.constFind(key);
        if (place == known.constEnd()) {
            place = known.insert(key, counts.size());
            counts.push_back(makeBar(head));
            counts.back().bot = head.bot;
        }
        counts[*place].messages.push_back(row);
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

std::vector<base::MessageIndex> rowsIn(const Catalog &catalog, const DateSpan &span)
{
    std::vector<base::MessageIndex> rows;
    const series::ThreadForest &threads = catalog.threads();
    for (std::size_t row = 0; row < catalog.messages().size(); ++row) {
        // Copies share the node of the first of them.
        const base::MessageIndex index(row);
        const bool isCopy = threads.nodes[std::size_t(threads.nodeOf[row])].message != index;
        if (!isCopy && span.contains(catalog.messages()[row].date))
            rows.push_back(index);
    }
    return rows;
}

std::vector<Count> contributors(const Catalog &catalog, std::span<const base::MessageIndex> rows)
{
    return countBy(
        catalog, rows,
        [](const series::MessageHead &head) {
            return (head.author.address.isEmpty() ? head.author.name : head.author.address).toLower();
        },
        [](const series::MessageHead &head) {
            Count count;
            count.label = head.author.toString();
            count.person = head.author;
            return count;
        });
}

std::vector<Count> domains(const Catalog &catalog, std::span<const base::MessageIndex> rows)
{
    return countBy(
        catalog, rows, [](const series::MessageHead &head) { return head.author.domain(); },
        [](const series::MessageHead &head) {
            Count count;
            count.label = head.author.domain();
            return count;
        });
}

std::vector<ActivityBin> activity(const Catalog &catalog, std::span<const base::MessageIndex> rows,
                                  int mostBins, ActivityStep *step)
{
    base::UnixSeconds first = 0, last = 0;
    bool any = false;
    for (const base::MessageIndex row : rows) {
        const base::UnixSeconds date = catalog.message(row).date;
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
    for (const base::MessageIndex row : rows) {
        const series::MessageHead &head = catalog.message(row);
        if (head.date == 0)
            continue;
        const auto after =
            std::upper_bound(bins.begin(), bins.end(), head.date,
                             [](base::UnixSeconds date, const ActivityBin &bin) { return date < bin.start; });
        ActivityBin &bin = *std::prev(after);
        ++(head.bot ? bin.bots : isPosting(head) ? bin.patches : bin.replies);
    }
    return bins;
}

} // namespace loredesk::catalog
