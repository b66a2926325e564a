// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/revisionspanjob.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr base::UnixSeconds Day = 86400;

/// What tells a message's arrival from others: the commit. Only where that is not known, in the oldest part
/// of a shallow v1 archive, the blob; elsewhere that may have been edited later.
struct Arrival
{
    std::int32_t source = 0;
    base::ObjectBytes id{};
    base::UnixSeconds date = 0;
    bool isFound = false;

    explicit Arrival(const base::Position &position, base::UnixSeconds date = 0)
        : source(position.source)
        , id(position.commit == base::ObjectBytes{} ? position.blob : position.commit)
        , date(date)
    {
    }
    bool isBefore(const Arrival &other) const
    {
        return source != other.source ? source < other.source : id < other.id;
    }
    bool isSame(const Arrival &other) const { return source == other.source && id == other.id; }
};

base::Result<RevisionMessages> messagesOf(const LoadedArchive &loaded, const archive::RevisionRange &range,
                                          base::ProgressSink &progress)
{
    const base::Result<archive::Listing> listing = loaded.archive->list(range, progress);
    if (!listing)
        return listing.error();

    std::vector<Arrival> arrivals;
    arrivals.reserve(listing->entries.size());
    for (const archive::Entry &entry : listing->entries)
        arrivals.emplace_back(entry.position, entry.arrival);
    const auto isBefore = [](const Arrival &a, const Arrival &b) { return a.isBefore(b); };
    std::sort(arrivals.begin(), arrivals.end(), isBefore);

    RevisionMessages found;
    const auto include = [&span = found.span](base::UnixSeconds date) {
        span.since = std::min(span.since.value_or(date), date);
        span.until = std::max(span.until.value_or(date), date);
    };
    const catalog::Catalog &catalog = *loaded.catalog;
    const series::ThreadForest &threads = catalog.threads();
    std::vector<bool> messages(catalog.messages().size());
    for (std::size_t row = 0; row < messages.size(); ++row) {
        const series::MessageHead &head = catalog.messages()[row];
        const Arrival wanted(head.position);
        const auto at = std::lower_bound(arrivals.begin(), arrivals.end(), wanted, isBefore);
        if (at == arrivals.end() || !at->isSame(wanted))
            continue;
        at->isFound = true;
        // A copy that came between the revisions counts, whenever the one came that stands for all copies.
        const base::MessageIndex shown = threads.nodes[std::size_t(threads.nodeOf[row])].message;
        messages[shown.isValid() ? shown.value() : row] = true;
        const bool isClockRight = at->date == 0 || std::abs(head.date - at->date) <= Day;
        include(isClockRight ? head.date : at->date);
    }
    if (!found.span.since) {
        return base::Error{base::ErrorCode::BadInput,
                           u"No message lies between “%1” and “%2”"_s.arg(range.from, range.to),
                           {},
                           u"if the first is the newer one, write them the other way round"_s};
    }
    for (auto at = arrivals.begin(); at != arrivals.end();) {
        const auto next = std::upper_bound(at, arrivals.end(), *at, isBefore);
        found.missing += at->isFound ? 0 : int(next - at);
        at = next;
    }
    found.messages = std::make_shared<const std::vector<bool>>(std::move(messages));
    // Towards now it stays open: what comes next belongs to it.
    if (range.from.isEmpty())
        found.span.since.reset();
    if (range.to.isEmpty())
        found.span.until.reset();
    return found;
}

QStringList tagNames(const LoadedArchive &loaded)
{
    QStringList names;
    for (const archive::Tag &tag : loaded.archive->tags())
        names << tag.name;
    return names;
}

} // namespace

RevisionSpanJob::RevisionSpanJob(LoadedArchivePtr loaded, const archive::RevisionRange &range,
                                 QObject *parent)
    : ResultJob([loaded = std::move(loaded),
                 range](base::ProgressSink &progress) { return messagesOf(*loaded, range, progress); },
                parent)
{
}

TagsJob::TagsJob(LoadedArchivePtr loaded, QObject *parent)
    : ResultJob([loaded = std::move(loaded)](
                    base::ProgressSink &) -> base::Result<QStringList> { return tagNames(*loaded); },
                parent)
{
}

} // namespace loredesk::jobs
