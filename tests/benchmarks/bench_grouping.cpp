// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to make threads and series of rows: bench_grouping ARCHIVE [NEW]. All rows at once, and after
// the NEW (100) last ones came. Milliseconds, best of five.
#include "models/jobs/engine.h"
#include "models/series/kinship.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace loredesk;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_grouping ARCHIVE [NEW]\n", stderr);
        return 2;
    }
    jobs::LoadRequest request;
    request.paths = {arguments[1]};
    base::NoProgress progress;
    const auto loaded = jobs::load(request, progress);
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(loaded.error().toString()));
        return 1;
    }
    const std::vector<series::MessageHead> &rows = (*loaded)->catalog->messages();
    const std::size_t asked = arguments.size() > 2 ? std::size_t(arguments[2].toUInt()) : 100;
    const std::span before = std::span(rows).first(rows.size() - std::min(asked, rows.size()));
    std::vector<base::MessageIndex> rowNow;
    for (std::size_t row = 0; row < before.size(); ++row)
        rowNow.emplace_back(row);
    const int workers = QThread::idealThreadCount();

    double all = std::numeric_limits<double>::max(), grown = all;
    std::size_t kin = 0;
    QElapsedTimer timer;
    for (int round = 0; round < 5; ++round) {
        series::Grouping known = series::group(before);
        kin = series::kinOfNewRows(rows, rowNow, known.threads, known.series, workers).size();
        timer.start();
        const series::Grouping regrouped = series::regroup(std::move(known), rowNow, rows, workers);
        grown = std::min(grown, double(timer.nsecsElapsed()) / 1e6);
        timer.start();
        const series::Grouping grouped = series::group(rows);
        all = std::min(all, double(timer.nsecsElapsed()) / 1e6);
        if (grouped.series.seriesOf != regrouped.series.seriesOf)
            std::puts("They differ!");
    }
    std::printf("%zu rows grouped: %.1f ms\n%zu new ones among them: %.1f ms, %zu rows grouped again\n",
                rows.size(), all, rows.size() - before.size(), grown, kin);
    return 0;
}
