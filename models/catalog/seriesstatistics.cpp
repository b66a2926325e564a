// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/seriesstatistics.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>

namespace loredesk::catalog {

namespace {

constexpr base::UnixSeconds Hour = 3600;
constexpr base::UnixSeconds Day = 24 * Hour;
constexpr base::UnixSeconds Week = 7 * Day;

std::vector<LatencyBin> binsBetween(std::initializer_list<base::UnixSeconds> ends)
{
    std::vector<LatencyBin> bins;
    base::UnixSeconds from = 0;
    for (const base::UnixSeconds end : ends) {
        bins.push_back({from, end, {}});
        from = end;
    }
    bins.push_back({from, 0, {}});
    return bins;
}

void put(std::vector<LatencyBin> &bins, base::UnixSeconds time, base::MessageIndex head)
{
    const auto bin = std::find_if(bins.begin(), bins.end(),
                                  [&](const LatencyBin &at) { return at.to == 0 || time < at.to; });
    bin->heads.push_back(head);
}

/// Half of `total` are not above it: the smallest such of `times`, or nothing where fewer than half are
/// there.
std::optional<base::UnixSeconds> median(std::vector<base::UnixSeconds> &times, std::size_t total)
{
    const std::size_t half = (total + 1) / 2;
    if (total == 0 || times.size() < half)
        return {};
    const auto middle = times.begin() + std::ptrdiff_t(half) - 1;
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

QDate monthOf(base::UnixSeconds date)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(date, Qt::UTC).date();
    return {day.year(), day.month(), 1};
}

} // namespace

SeriesStates seriesStates(const StatisticsIndex &index, const Scope &scope)
{
    SeriesStates states;
    for (const StatisticsIndex::Version &version : index.versions) {
        if (!scope.contains(version.head, version.date))
            continue;
        if (version.bot) {
            ++states.bots;
            continue;
        }
        ++states.total;
        const auto add = [&](SeriesState state) { states.heads[std::size_t(state)].push_back(version.head); };
        add(version.pull ? SeriesState::Pull : version.rfc ? SeriesState::Rfc : SeriesState::Patches);
        add(version.superseded ? SeriesState::Superseded : SeriesState::Newest);
        // A pull request has no patches of its own, and is answered by pulling.
        if (version.pull)
            continue;
        add(version.complete ? SeriesState::Complete : SeriesState::Incomplete);
        add(version.answered ? SeriesState::Answered : SeriesState::Unanswered);
    }
    return states;
}

Latency latency(const StatisticsIndex &index, const Scope &scope)
{
    Latency result;
    result.answered =
        binsBetween({Hour, 4 * Hour, 12 * Hour, Day, 2 * Day, 4 * Day, Week, 2 * Week, 4 * Week});
    result.waiting = binsBetween({Week, 4 * Week});

    std::vector<const StatisticsIndex::Version *> versions;
    for (const StatisticsIndex::Version &version : index.versions) {
        if (!version.bot && !version.pull && version.date != 0 && scope.contains(version.head, version.date))
            versions.push_back(&version);
    }
    // By date, which is by month as well: clocks that are wrong put series into another order.
    std::stable_sort(versions.begin(), versions.end(),
                     [](const auto *a, const auto *b) { return a->date < b->date; });

    std::vector<base::UnixSeconds> times;
    std::vector<base::UnixSeconds> monthTimes;
    QDate month;
    const auto endMonth = [&] {
        if (!result.months.empty())
            result.months.back().median = median(monthTimes, result.months.back().heads.size());
        monthTimes.clear();
    };
    base::UnixSeconds monthEnd = 0;
    for (const StatisticsIndex::Version *version : versions) {
        while (result.months.empty() || version->date >= monthEnd) {
            endMonth();
            month = result.months.empty() ? monthOf(version->date) : month.addMonths(1);
            monthEnd = QDateTime(month.addMonths(1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
            LatencyMonth &next = result.months.emplace_back();
            next.start = QDateTime(month, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
        }
        result.months.back().heads.push_back(version->head);
        if (version->answered) {
            ++result.months.back().answered;
            times.push_back(version->wait);
            monthTimes.push_back(version->wait);
            put(result.answered, version->wait, version->head);
        } else {
            put(result.waiting, std::max<base::UnixSeconds>(0, index.lastDate - version->date),
                version->head);
        }
    }
    endMonth();
    result.total = int(versions.size());
    result.answeredTotal = int(times.size());
    result.medianOfAnswered = median(times, times.size());
    result.median = median(times, versions.size());
    return result;
}

} // namespace loredesk::catalog
