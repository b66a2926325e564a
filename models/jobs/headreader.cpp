// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/headreader.h"

#include "models/series/headinterner.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr std::size_t ChunkSize =
    128; ///< messages a thread takes at a time: neighbours share git's delta bases
constexpr base::UnixSeconds Day = 24 * 60 * 60;

struct PlacedProblem
{
    std::size_t entry = 0;
    HeadProblem found;
};

/// What all threads share. Every entry has its own slot, so that only the counters need care.
struct Work
{
    Work(const archive::Archive &from, const std::vector<archive::Entry> &which, const HeadRequest &how,
         base::ProgressSink &sink)
        : archive(from)
        , entries(which)
        , request(how)
        , progress(sink)
    {
    }

    const archive::Archive &archive;
    const std::vector<archive::Entry> &entries;
    const HeadRequest &request;
    base::ProgressSink &progress;
    std::vector<series::MessageHead> heads;
    std::vector<quint8> kept;
    std::vector<std::uint32_t> order; ///< in which entries are read; empty: as they come
    series::HeadInterner intern;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> stopped{false};
};

std::vector<PlacedProblem> readSome(Work &work)
{
    std::vector<PlacedProblem> problems;
    const std::unique_ptr<archive::Reader> reader = work.archive.reader();
    for (;;) {
        const std::size_t first = work.next.fetch_add(ChunkSize);
        if (first >= work.entries.size())
            return problems;
        const std::size_t last = std::min(first + ChunkSize, work.entries.size());
        for (std::size_t turn = first; turn < last; ++turn) {
            const std::size_t i = work.order.empty() ? turn : work.order[turn];
            if (work.progress.cancelled()) {
                work.stopped = true;
                return problems;
            }
            const archive::Entry &entry = work.entries[i];
            const base::Result<QByteArray> raw = reader->read(entry.position);
            if (!raw) {
                const base::Error &error = raw.error();
                const base::Place place =
                    error.place.isEmpty() ? work.archive.place(entry.position) : error.place;
                problems.push_back({i, {{error.text, place, error.hint}, std::nullopt, entry.position}});
                continue;
            }
            const patch::ReadMessage read = patch::readMessage(*raw, patch::Detail::Head);
            series::MessageHead head =
                series::makeHead(read, entry.position, entry.arrival, work.request.bots, work.request.now);
            if (!work.request.keep.contains(head.date))
                continue;
            if (reader->leftOut() > 0) {
                base::Place place = work.archive.place(entry.position);
                place.messageId = QString::fromUtf8(head.messageId);
                problems.push_back({i, {archive::tooLargeProblem(place, reader->leftOut()), head.date, entry.position}});
            }
            if (!read.message.problems.isEmpty()) {
                const base::Place place = work.archive.place(entry.position);
                for (const base::Problem &problem : read.message.problems)
                    problems.push_back({i, {placedProblem(problem, place, head.messageId), head.date, entry.position}});
            }
            work.intern(head);
            work.heads[i] = std::move(head);
            work.kept[i] = 1;
        }
        const std::size_t done = work.done.fetch_add(last - first) + (last - first);
        work.progress.progress(u"reading messages"_s, qint64(done), qint64(work.entries.size()));
    }
}

} // namespace

bool mayLieIn(const catalog::DateSpan &span, base::UnixSeconds arrival)
{
    return arrival == 0 || !span.since || arrival >= *span.since - Day;
}

base::Problem placedProblem(const base::Problem &problem, const base::Place &message,
                            const QByteArray &messageId)
{
    base::Problem placed = problem;
    placed.place = message;
    // A byte within the message says more than where the message starts, but only where it has a file of its
    // own.
    if (placed.place.offset < 0)
        placed.place.offset = problem.place.offset;
    if (placed.place.messageId.isEmpty())
        placed.place.messageId = QString::fromUtf8(messageId);
    return placed;
}

base::Result<ReadHeads> readHeads(const archive::Archive &archive, const std::vector<archive::Entry> &entries,
                                  const HeadRequest &request, base::ProgressSink &progress)
{
    Work work(archive, entries, request, progress);
    work.heads.resize(entries.size());
    work.kept.resize(entries.size());
    if (entries.size() > ChunkSize)
        work.order = archive.readingOrder(entries);

    // A thread and its reader cost about as much as a chunk of messages.
    const std::size_t useful = (entries.size() + 2 * ChunkSize - 1) / (2 * ChunkSize);
    const std::size_t count = std::clamp<std::size_t>(useful, 1, std::size_t(std::max(1, request.threads)));
    std::vector<std::vector<PlacedProblem>> found(count);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 1; t < count; ++t)
            threads.emplace_back([&work, &problems = found[t]] { problems = readSome(work); });
        found[0] = readSome(work);
    }
    if (work.stopped)
        return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};

    ReadHeads result;
    std::vector<PlacedProblem> all;
    for (std::vector<PlacedProblem> &some : found)
        std::move(some.begin(), some.end(), std::back_inserter(all));
    std::stable_sort(all.begin(), all.end(),
                     [](const PlacedProblem &a, const PlacedProblem &b) { return a.entry < b.entry; });
    for (PlacedProblem &placed : all)
        result.problems.push_back(std::move(placed.found));

    std::size_t kept = 0;
    for (std::size_t i = 0; i < work.heads.size(); ++i) {
        if (!work.kept[i])
            continue;
        if (kept != i)
            work.heads[kept] = std::move(work.heads[i]);
        ++kept;
    }
    work.heads.resize(kept);
    result.heads = std::move(work.heads);
    return result;
}

} // namespace loredesk::jobs
