// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers behind the charts cost while a range is dragged: bench_statistics ARCHIVE [MESSAGES]. The
// rows of the archive are repeated until there are so many. Prints milliseconds.
#include "models/jobs/engine.h"
#include "models/jobs/statisticsjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace loredesk;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

catalog::CatalogPtr repeated(const catalog::Catalog &catalog, std::size_t wanted)
{
    std::vector<series::MessageHead> heads = catalog.messages();
    const std::size_t once = heads.size();
    const base::UnixSeconds length = catalog.lastDate() - catalog.firstDate() + 1;
    for (std::size_t row = once; once > 0 && row < wanted; ++row) {
        series::MessageHead head = heads[row - once];
        const auto again = [](QByteArray &id) {
            if (!id.isEmpty())
                id += '+';
        };
        again(head.messageId);
        again(head.inReplyTo);
        for (QByteArray &id : head.references)
            again(id);
        head.date += length;
        heads.push_back(std::move(head));
    }
    return catalog::Catalog::build({}, std::move(heads), {});
}

void report(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %6.2f ms, worst %6.2f ms\n", what, times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_statistics ARCHIVE [MESSAGES]\n");
        return 2;
    }
    base::NoProgress progress;
    jobs::LoadRequest request;
    request.paths = {QString::fromLocal8Bit(argv[1])};
    const auto loaded = jobs::load(request, progress);
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(loaded.error().text));
        return 1;
    }
    catalog::CatalogPtr catalog = (*loaded)->catalog;
    if (argc > 2)
        catalog = repeated(*catalog, std::size_t(std::atoll(argv[2])));
    std::printf("%zu messages, %zu series\n", catalog->messages().size(), catalog->series().size());

    QElapsedTimer timer;
    timer.start();
    const catalog::StatisticsIndex index(*catalog);
    std::printf("%-34s %6.2f ms (%u people)\n", "index, once an archive", milliseconds(timer),
                index.authorCount());

    // Both handles of a brush, over the whole archive and back.
    std::vector<double> whole, dragged, parts[4];
    const base::UnixSeconds first = catalog->firstDate();
    const base::UnixSeconds length = catalog->lastDate() - first;
    for (int step = 0; step < 200; ++step) {
        const catalog::DateSpan span = step < 50 ? catalog::DateSpan{}
                                                 : catalog::DateSpan{first + length * (step - 50) / 300,
                                                                     first + length * (step + 100) / 300};
        timer.restart();
        const jobs::Statistics statistics = jobs::countStatistics(*catalog, index, span, 120);
        (step < 50 ? whole : dragged).push_back(milliseconds(timer));
        const auto rows = catalog::rowsIn(index, span);
        timer.restart();
        catalog::contributors(*catalog, index, rows);
        parts[0].push_back(milliseconds(timer));
        timer.restart();
        catalog::activity(index, rows, 120);
        parts[1].push_back(milliseconds(timer));
        timer.restart();
        catalog::seriesStates(index, span);
        parts[2].push_back(milliseconds(timer));
        timer.restart();
        catalog::latency(index, span);
        parts[3].push_back(milliseconds(timer));
    }
    report("everything, the whole archive", whole);
    report("everything, while it is dragged", dragged);
    report("  contributors", parts[0]);
    report("  activity", parts[1]);
    report("  series by state", parts[2]);
    report("  latency", parts[3]);
    return 0;
}
