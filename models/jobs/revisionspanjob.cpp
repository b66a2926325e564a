// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/revisionspanjob.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr base::UnixSeconds Day = 86400;

base::Result<catalog::DateSpan> spanOf(const LoadedArchive &loaded, const archive::RevisionRange &range,
                                       base::ProgressSink &progress)
{
    const base::Result<archive::Listing> listing = loaded.archive->list(range, progress);
    if (!listing)
        return listing.error();

    std::vector<std::pair<base::ObjectBytes, base::UnixSeconds>> arrivals;
    arrivals.reserve(listing->entries.size());
    for (const archive::Entry &entry : listing->entries)
        arrivals.emplace_back(entry.position.commit, entry.arrival);
    std::sort(arrivals.begin(), arrivals.end());

    catalog::DateSpan span;
    const auto include = [&span](base::UnixSeconds date) {
        span.since = std::min(span.since.value_or(date), date);
        span.until = std::max(span.until.value_or(date), date);
    };
    for (const series::MessageHead &head : loaded.catalog->messages()) {
        const auto at =
            std::lower_bound(arrivals.begin(), arrivals.end(), head.position.commit,
                             [](const auto &entry, const auto &commit) { return entry.first < commit; });
        if (at == arrivals.end() || at->first != head.position.commit)
            continue;
        const bool isClockRight = at->second == 0 || std::abs(head.date - at->second) <= Day;
        include(isClockRight ? head.date : at->second);
    }
    if (!span.since) {
        return base::Error{base::ErrorCode::BadInput,
                           u"No message lies between “%1” and “%2”"_s.arg(range.from, range.to),
                           {},
                           u"if the first is the newer one, write them the other way round"_s};
    }
    // Towards now it stays open: what comes next belongs to it.
    if (range.from.isEmpty())
        span.since.reset();
    if (range.to.isEmpty())
        span.until.reset();
    return span;
}

} // namespace

RevisionSpanJob::RevisionSpanJob(LoadedArchivePtr loaded, const archive::RevisionRange &range,
                                 QObject *parent)
    : ResultJob([loaded = std::move(loaded),
                 range](base::ProgressSink &progress) { return spanOf(*loaded, range, progress); },
                parent)
{
}

} // namespace loredesk::jobs
