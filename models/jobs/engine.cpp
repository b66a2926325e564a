// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/engine.h"

#include "models/jobs/headreader.h"

#include <QDateTime>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr base::UnixSeconds Day = 24 * 60 * 60;

/// Reads what may lie in the span that is kept; everything else is not even looked at.
base::Result<ReadHeads> readSpan(const archive::Archive &archive, const archive::Listing &listing,
                                 const HeadRequest &request, base::ProgressSink &progress)
{
    if (!request.keep.since)
        return readHeads(archive, listing.entries, request, progress);
    std::vector<archive::Entry> entries;
    for (const archive::Entry &entry : listing.entries) {
        if (mayLieIn(request.keep, entry.arrival))
            entries.push_back(entry);
    }
    return readHeads(archive, entries, request, progress);
}

/// The last `seconds` before the newest message (returned in `span`), and the context before them. Nobody
/// knows the newest date before all is read, but it can hardly be far from the newest arrival: read from
/// there, and again from further back in the rare archive where that was wrong. What is kept is exact either
/// way, as readSpan leaves out nothing of its span.
base::Result<ReadHeads> readLast(const archive::Archive &archive, const archive::Listing &listing,
                                 HeadRequest request, qint64 seconds, qint64 context, catalog::DateSpan &span,
                                 base::ProgressSink &progress)
{
    base::UnixSeconds newestArrival = 0;
    for (const archive::Entry &entry : listing.entries)
        newestArrival = std::max(newestArrival, entry.arrival);
    request.keep = {};
    if (newestArrival > 0)
        request.keep.since = newestArrival - seconds - context - 2 * Day;

    for (;;) {
        base::Result<ReadHeads> read = readSpan(archive, listing, request, progress);
        if (!read)
            return read;
        std::vector<series::MessageHead> &heads = read->heads;
        if (heads.empty()) {
            if (!request.keep.since)
                return read;
            request.keep.since.reset();
            continue;
        }
        const auto newest = std::max_element(heads.begin(), heads.end(),
                                             [](const auto &a, const auto &b) { return a.date < b.date; });
        span.since = newest->date - seconds;
        const base::UnixSeconds start = *span.since - context;
        if (!request.keep.since || *request.keep.since <= start) {
            std::erase_if(heads, [start](const auto &head) { return head.date < start; });
            return read;
        }
        request.keep.since = start;
    }
}

} // namespace

base::Result<LoadedArchivePtr> load(const LoadRequest &request, base::ProgressSink &progress)
{
    progress.progress(u"opening"_s, 0, 0);
    auto opened = archive::open(request.paths);
    if (!opened)
        return opened.error();
    const std::shared_ptr<const archive::Archive> archive = std::move(*opened);
    auto listing = archive->list(request.range, progress);
    if (!listing)
        return listing.error();

    catalog::DateSpan span = request.dates;
    HeadRequest heads;
    heads.keep = span;
    if (span.since)
        heads.keep.since = *span.since - request.contextSeconds;
    heads.bots = request.bots;
    heads.now = QDateTime::currentSecsSinceEpoch();
    heads.threads = request.threads > 0 ? request.threads : QThread::idealThreadCount();
    auto read = request.lastSeconds > 0 ? readLast(*archive, *listing, heads, request.lastSeconds,
                                                   request.contextSeconds, span, progress)
                                        : readSpan(*archive, *listing, heads, progress);
    if (!read)
        return read.error();
    QList<base::Problem> problems = listing->problems;
    for (HeadProblem &found : read->problems) {
        if (!found.date || span.contains(*found.date))
            problems.append(std::move(found.problem));
    }

    progress.progress(u"grouping series"_s, 0, 0);
    if (progress.cancelled())
        return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
    auto loaded = std::make_shared<LoadedArchive>();
    loaded->paths = request.paths;
    loaded->archive = archive;
    loaded->catalog =
        catalog::Catalog::build({archive->path(), archive->name(), archive->summary(), listing->note},
                                std::move(read->heads), std::move(problems));
    if (progress.cancelled())
        return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
    return LoadedArchivePtr(loaded);
}

base::Result<patch::ReadMessage> readMessage(const LoadedArchive &loaded, base::MessageIndex index)
{
    const auto raw = loaded.archive->reader()->read(loaded.catalog->message(index).position);
    if (!raw)
        return raw.error();
    return patch::readMessage(*raw);
}

digest::ContentReader contentReader(LoadedArchivePtr loaded)
{
    // A std::function is copied; its copies share the reader, which keeps the archive alive through `loaded`.
    const std::shared_ptr<archive::Reader> reader = loaded->archive->reader();
    return [loaded, reader](base::MessageIndex index) -> base::Result<patch::ReadMessage> {
        const auto raw = reader->read(loaded->catalog->message(index).position);
        if (!raw)
            return raw.error();
        return patch::readMessage(*raw);
    };
}

} // namespace loredesk::jobs
