// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/engine.h"

#include "models/base/processmemory.h"
#include "models/jobs/headreader.h"
#include "models/jobs/keeping.h"
#include "models/jobs/problemmessages.h"
#include "models/jobs/stopwatch.h"
#include "models/jobs/storedrows.h"

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

base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
}

/// What a catalog is made of.
struct Rows
{
    std::vector<series::MessageHead> heads;
    QList<base::Problem> problems;
    QString note;
    std::optional<series::Grouping> before; ///< see CurrentRows
    std::vector<base::MessageIndex> rowNow;
};

/// Without a store: the range or the dates that are asked for, read from the archive alone.
base::Result<Rows> readRows(LoadedArchive &loaded, const LoadRequest &request, HeadRequest heads,
                            base::ProgressSink &progress)
{
    Stopwatch listingTime(loaded.timings, u"listing"_s);
    auto listing = loaded.archive->list(request.range, progress);
    listingTime.stop();
    if (!listing)
        return listing.error();
    const Stopwatch reading(loaded.timings, u"reading messages"_s);
    catalog::DateSpan span = request.dates;
    heads.keep = span;
    if (span.since)
        heads.keep.since = *span.since - request.contextSeconds;
    auto read = request.lastSeconds > 0 ? readLast(*loaded.archive, *listing, heads, request.lastSeconds,
                                                   request.contextSeconds, span, progress)
                                        : readSpan(*loaded.archive, *listing, heads, progress);
    if (!read)
        return read.error();
    Rows rows;
    rows.heads = std::move(read->heads);
    rows.note = listing->note;
    rows.problems = listing->problems;
    for (HeadProblem &found : read->problems) {
        if (!found.date || span.contains(*found.date))
            rows.problems.append(std::move(found.problem));
    }
    return rows;
}

/// What the store has; nothing where there is none yet or it cannot be used, which is said in
/// loaded.storeTrouble where it is worth it.
std::optional<store::Contents> readStore(const LoadRequest &request, LoadedArchive &loaded,
                                         Keepsake &keepsake, int threads)
{
    const Stopwatch reading(loaded.timings, u"reading the cache"_s);
    keepsake.file = store::ArchiveStore::fileFor(request.storeDirectory, loaded.archive->path().split(u'\n'));
    keepsake.recipe = storeRecipe(request.bots);
    // One of another format is made anew without a word: nobody did anything wrong.
    const auto opened = store::ArchiveStore::openReadOnly(keepsake.file, keepsake.recipe);
    if (opened && !*opened)
        return {};
    auto contents =
        opened ? (*opened)->read(threads) : base::Result<std::optional<store::Contents>>(opened.error());
    if (contents) {
        if (*contents)
            keepsake.basedOn = (*contents)->generation;
        return *std::move(contents);
    }
    const base::Error &error = contents.error();
    keepsake.isSpoilt = error.code == base::ErrorCode::Corrupt || error.code == base::ErrorCode::NotADatabase;
    loaded.storeTrouble = {error.text, error.place,
                           keepsake.isSpoilt ? u"it is made anew from the archive"_s
                                             : u"the archive is read without it"_s};
    return {};
}

Rows wholeRows(CurrentRows current, Keepsake &keepsake)
{
    Rows rows;
    rows.heads = std::move(current.heads);
    rows.note = current.note;
    rows.before = std::move(current.before);
    rows.rowNow = std::move(current.rowNow);
    for (const store::DatedProblem &dated : current.problems)
        rows.problems.append(dated.problem);
    keepsake.state = current.state;
    keepsake.note = current.note;
    keepsake.problems = std::move(current.problems);
    keepsake.nextDocument = current.nextDocument;
    keepsake.firstNew = current.firstNew;
    keepsake.removed = std::move(current.removed);
    keepsake.isCurrent = !current.isChanged;
    return rows;
}

/// The rows that are asked for, out of all; as readRows() would have them.
Rows rowsInSpan(CurrentRows current, const LoadRequest &request)
{
    catalog::DateSpan span = request.dates;
    if (request.lastSeconds > 0 && !current.heads.empty()) {
        const auto newest = std::max_element(current.heads.begin(), current.heads.end(),
                                             [](const auto &a, const auto &b) { return a.date < b.date; });
        span.since = newest->date - request.lastSeconds;
    }
    catalog::DateSpan kept = span;
    if (kept.since)
        kept.since = *kept.since - request.contextSeconds;
    Rows rows;
    rows.note = current.note;
    rows.heads = std::move(current.heads);
    std::erase_if(rows.heads, [&kept](const auto &head) { return !kept.contains(head.date); });
    for (store::DatedProblem &dated : current.problems) {
        if (!dated.date || span.contains(*dated.date))
            rows.problems.append(std::move(dated.problem));
    }
    return rows;
}

} // namespace

base::Result<LoadedArchivePtr> load(const LoadRequest &request, base::ProgressSink &progress)
{
    auto loaded = std::make_shared<LoadedArchive>();
    Stopwatch opening(loaded->timings, u"opening"_s);
    progress.progress(u"opening"_s, 0, 0);
    auto opened = archive::open(request.paths);
    if (!opened)
        return opened.error();
    loaded->paths = request.paths;
    loaded->archive = std::move(*opened);
    opening.stop();

    HeadRequest heads;
    heads.bots = request.bots;
    heads.now = QDateTime::currentSecsSinceEpoch();
    heads.threads = request.threads > 0 ? request.threads : QThread::idealThreadCount();
    Rows rows;
    const bool isEverything = !request.dates.since && !request.dates.until && request.lastSeconds <= 0;
    const bool isStored = !request.storeDirectory.isEmpty() && request.range.isEverything();
    std::shared_ptr<Keepsake> keepsake;
    std::optional<store::Contents> stored;
    if (isStored) {
        keepsake = std::make_shared<Keepsake>();
        stored = readStore(request, *loaded, *keepsake, heads.threads);
    }
    if (isStored && (stored || isEverything)) {
        if (progress.cancelled())
            return cancelledError();
        auto current = currentRows(*loaded->archive, std::move(stored), heads, loaded->timings, progress);
        if (!current)
            return current.error();
        loaded->read = current->read;
        rows = isEverything ? wholeRows(*std::move(current), *keepsake)
                            : rowsInSpan(*std::move(current), request);
        if (!isEverything)
            keepsake.reset();
    } else {
        keepsake.reset();
        auto read = readRows(*loaded, request, heads, progress);
        if (!read)
            return read.error();
        rows = *std::move(read);
        loaded->read = int(rows.heads.size());
    }

    Stopwatch grouping(loaded->timings, u"grouping series"_s);
    progress.progress(u"grouping series"_s, 0, 0);
    if (progress.cancelled())
        return cancelledError();
    const archive::Archive &archive = *loaded->archive;
    catalog::ArchiveInfo info{archive.path(), archive.name(), archive.summary(), rows.note};
    if (rows.before) {
        if (rows.rowNow.size() < rows.heads.size())
            rows.before = series::regroup(*std::move(rows.before), rows.rowNow, rows.heads, heads.threads);
        loaded->catalog = catalog::Catalog::restore(std::move(info), std::move(rows.heads),
                                                    std::move(rows.problems), *std::move(rows.before));
    } else {
        loaded->catalog =
            catalog::Catalog::build(std::move(info), std::move(rows.heads), std::move(rows.problems));
    }
    grouping.stop();
    loaded->problemMessages = messagesOf(*loaded, loaded->catalog->problems());
    if (loaded->read > 0)
        base::releaseFreeMemory();
    loaded->keepsake = std::move(keepsake);
    if (progress.cancelled())
        return cancelledError();
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
