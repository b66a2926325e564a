// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/engine.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr std::size_t ChunkSize = 64;

/// Entries are counted from the newest here: 0 is the last one of the listing.
struct Search
{
    const archive::Archive &archive;
    const std::vector<archive::Entry> &entries;
    const QByteArray &messageId;
    base::ProgressSink &progress;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> best;
    std::atomic<std::size_t> unreadable{0};
    std::atomic<bool> stopped{false};
};

/// Some programs encode the field like a text (RFC 2047): then its bytes do not tell.
bool hasEncodedId(QByteArrayView header)
{
    constexpr QByteArrayView field = "message-id:";
    if (!header.contains("=?"))
        return false;
    for (qsizetype at = 0; at < header.size();) {
        const qsizetype newline = header.indexOf('\n', at);
        const qsizetype next = newline < 0 ? header.size() : newline + 1;
        const QByteArrayView line = header.sliced(at, next - at);
        if (line.size() > field.size() && line.first(field.size()).compare(field, Qt::CaseInsensitive) == 0)
            return line.contains("=?") || line.trimmed().size() == field.size();
        at = next;
    }
    return false;
}

/// The id can only be in the header; looking for its bytes is cheaper than parsing by two orders of
/// magnitude.
bool headerMentions(const QByteArray &raw, const QByteArray &messageId)
{
    const QByteArrayView view(raw);
    qsizetype end = view.indexOf("\n\n");
    if (const qsizetype crlf = view.indexOf("\r\n\r\n"); crlf >= 0 && (end < 0 || crlf < end))
        end = crlf;
    const QByteArrayView header = end < 0 ? view : view.first(end);
    return header.contains(messageId) || hasEncodedId(header);
}

struct Hit
{
    std::size_t entry = 0;
    FoundMessage message;
};

std::optional<Hit> searchSome(Search &search)
{
    const std::unique_ptr<archive::Reader> reader = search.archive.reader();
    const std::size_t size = search.entries.size();
    for (;;) {
        const std::size_t first = search.next.fetch_add(ChunkSize);
        const std::size_t last = std::min(first + ChunkSize, size);
        for (std::size_t i = first; i < last; ++i) {
            if (search.best.load() < i)
                return std::nullopt;
            if (search.progress.cancelled()) {
                search.stopped = true;
                return std::nullopt;
            }
            const base::Position &position = search.entries[size - 1 - i].position;
            const base::Result<QByteArray> raw = reader->read(position);
            if (!raw) {
                ++search.unreadable;
                continue;
            }
            if (!headerMentions(*raw, search.messageId))
                continue;
            patch::ReadMessage read = patch::readMessage(*raw);
            if (read.message.messageId != search.messageId)
                continue;
            std::size_t best = search.best.load();
            while (i < best && !search.best.compare_exchange_weak(best, i)) {
            }
            return Hit{i, {std::move(read), search.archive.place(position)}};
        }
        if (last >= size)
            return std::nullopt;
        search.progress.progress(u"looking for the message"_s, qint64(last), qint64(size));
    }
}

} // namespace

base::Result<FoundMessage> findMessage(const QStringList &paths, const QByteArray &messageId, int threads,
                                       base::ProgressSink &progress)
{
    auto opened = archive::open(paths);
    if (!opened)
        return opened.error();
    const std::unique_ptr<archive::Archive> archive = std::move(*opened);
    const auto listing = archive->list({}, progress);
    if (!listing)
        return listing.error();

    const std::size_t size = listing->entries.size();
    Search search{*archive, listing->entries, messageId, progress, {}, {size}, {}, {}};
    const std::size_t wanted = std::size_t(threads > 0 ? threads : QThread::idealThreadCount());
    const std::size_t count = std::clamp<std::size_t>(size / ChunkSize, 1, std::max<std::size_t>(1, wanted));
    std::vector<std::optional<Hit>> hits(count);
    {
        std::vector<std::jthread> workers;
        for (std::size_t t = 1; t < count; ++t)
            workers.emplace_back([&search, &hit = hits[t]] { hit = searchSome(search); });
        hits[0] = searchSome(search);
    }
    if (search.stopped)
        return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
    std::optional<Hit> best;
    for (std::optional<Hit> &hit : hits) {
        if (hit && (!best || hit->entry < best->entry))
            best = std::move(hit);
    }
    if (best)
        return std::move(best->message);

    base::Place place;
    place.path = archive->path();
    place.messageId = QString::fromUtf8(messageId);
    QString hint = u"a Message-ID is given as the mail has it, or as a link to lore.kernel.org"_s;
    if (const std::size_t unreadable = search.unreadable; unreadable > 0)
        hint = QString::number(unreadable) + " messages could not be read; it may be one of them"_L1;
    return base::Error{base::ErrorCode::NoSuchMessage, u"no such message"_s, place, hint};
}

} // namespace loredesk::jobs
