// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes the full text of an archive and asks it a hundred questions.
//     bench_fulltext ARCHIVE [FILE]
// FILE is where the index goes (default: a temporary one); it is made anew.
#include "models/archive/archive.h"
#include "models/patch/patch.h"
#include "models/store/fulltext.h"
#include "models/store/search.h"
#include "tests/support/queries.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <thread>

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double threadSeconds()
{
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double processorSeconds()
{
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

template <class T>
T orDie(base::Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().toString()));
        std::exit(3);
    }
    return std::move(*result);
}

void orDie(const base::Result<void> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().toString()));
        std::exit(3);
    }
}

/// Document n is entry n - 1.
void indexShards(const archive::Archive &archive, const std::vector<archive::Entry> &entries,
                 std::atomic<std::uint32_t> &next, store::FullText &text, std::mutex &file)
{
    const std::unique_ptr<archive::Reader> reader = archive.reader();
    for (;;) {
        const std::uint32_t shard = next.fetch_add(1);
        const std::size_t first = std::max<std::size_t>(1, std::size_t(shard) * store::ShardSize);
        const std::size_t behind =
            std::min<std::size_t>(std::size_t(shard + 1) * store::ShardSize, entries.size() + 1);
        if (first >= behind)
            return;
        store::ShardBuilder builder = orDie(store::ShardBuilder::create(shard));
        for (std::size_t document = first; document < behind; ++document) {
            if (const base::Result<QByteArray> raw = reader->read(entries[document - 1].position))
                orDie(builder.add(std::uint32_t(document), patch::searchableText(*raw)));
        }
        orDie(builder.finish());
        const std::lock_guard lock(file);
        orDie(text.carryIn(builder));
    }
}

void indexAll(const QString &path, const archive::Archive &archive,
              const std::vector<archive::Entry> &entries, int threads)
{
    for (const auto end : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + end);
    const Clock::time_point start = Clock::now();
    const double processor = processorSeconds();
    store::Database database = orDie(store::Database::open(path));
    store::FullText text = orDie(store::FullText::open(database));
    std::atomic<std::uint32_t> next{0};
    std::mutex file;
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i)
            others.emplace_back([&] { indexShards(archive, entries, next, text, file); });
        indexShards(archive, entries, next, text, file);
    }
    std::printf("index, %d thread%s: %.2f s wall, %.2f s processor\n", threads, threads == 1 ? "" : "s",
                secondsSince(start), processorSeconds() - processor);
}

catalog::CatalogPtr readCatalog(const archive::Archive &archive, const std::vector<archive::Entry> &entries)
{
    const std::unique_ptr<archive::Reader> reader = archive.reader();
    const series::BotList bots;
    std::vector<series::MessageHead> heads;
    for (const archive::Entry &entry : entries) {
        const base::Result<QByteArray> raw = reader->read(entry.position);
        heads.push_back(series::makeHead(patch::readMessage(raw ? *raw : QByteArray(), patch::Detail::Head),
                                         entry.position, entry.arrival, bots, 4'000'000'000));
    }
    return catalog::Catalog::build({}, std::move(heads), {});
}

void ask(const store::Search &search, store::FullText &text, const QStringList &queries, const char *name)
{
    std::vector<std::pair<double, QString>> times;
    std::vector<double> processor;
    base::NoProgress progress;
    for (const QString &words : queries) {
        const Clock::time_point start = Clock::now();
        const double threadStart = threadSeconds();
        const auto parsed = store::parseQuery(words, 4'000'000'000);
        if (const auto *problem = std::get_if<store::QueryProblem>(&parsed)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(words), qPrintable(problem->text));
            continue;
        }
        const store::SearchResult found = orDie(search.run(std::get<store::Query>(parsed), text, progress));
        processor.push_back((threadSeconds() - threadStart) * 1000);
        times.emplace_back(secondsSince(start) * 1000, u"processor %1, "_s.arg(processor.back()) + words + u" (%1)"_s.arg(found.total));
    }
    std::sort(times.begin(), times.end());
    std::sort(processor.begin(), processor.end());
    const std::size_t count = times.size();
    std::printf("%s, %zu queries: p50 %.2f ms, p95 %.2f ms, max %.2f ms\n", name, count,
                times[count / 2].first, times[count * 95 / 100].first, times[count - 1].first);
    std::printf("    processor: p50 %.2f ms, p95 %.2f ms, max %.2f ms\n", processor[count / 2],
                processor[count * 95 / 100], processor[count - 1]);
    for (std::size_t i = count - std::min<std::size_t>(count, 6); i < count; ++i)
        std::printf("    %.2f ms: %s\n", times[i].first, qPrintable(times[i].second));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "bench_fulltext ARCHIVE [FILE]\n");
        return 2;
    }
    const std::unique_ptr<archive::Archive> archive = orDie(archive::open(QString::fromLocal8Bit(argv[1])));
    base::NoProgress progress;
    const archive::Listing listing = orDie(archive->list({}, progress));
    const QTemporaryDir directory;
    const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : directory.filePath(u"index"_s);

    indexAll(path, *archive, listing.entries, 1);
    indexAll(path, *archive, listing.entries, 2);
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    std::printf("file: %.1f MB for %zu messages; peak memory %ld MB\n", double(QFileInfo(path).size()) / 1e6,
                listing.entries.size(), usage.ru_maxrss / 1024);

    const catalog::CatalogPtr catalog = readCatalog(*archive, listing.entries);
    std::vector<std::uint32_t> documents(listing.entries.size());
    for (std::size_t row = 0; row < documents.size(); ++row)
        documents[row] = std::uint32_t(row + 1);
    const store::Search search(catalog, documents);
    const std::unique_ptr<archive::Reader> reader = archive->reader();
    const QStringList queries = tests::queriesFrom(
        *catalog,
        [&](std::size_t row) {
            const base::Result<QByteArray> raw = reader->read(catalog->messages()[row].position);
            return patch::searchableText(raw ? *raw : QByteArray());
        },
        100, 1);
    store::Database database = orDie(store::Database::open(path));
    store::FullText text = orDie(store::FullText::open(database));
    ask(search, text, queries, "first time");
    ask(search, text, queries, "again");
    const QStringList common = {u"the"_s,
                                u"patch"_s,
                                u"linux"_s,
                                u"the linux patch"_s,
                                u"s:patch"_s,
                                u"a OR the"_s,
                                u"\"in the\""_s,
                                u"hv*"_s,
                                u"th*"_s,
                                u"NOT the"_s,
                                u"f:microsoft"_s,
                                u"t:kernel.org"_s,
                                u"if return static"_s};
    ask(search, text, common, "common words");
    return 0;
}
