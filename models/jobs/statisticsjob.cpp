// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/statisticsjob.h"

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

base::Result<Statistics> count(const catalog::Catalog &catalog, const catalog::DateSpan &span, int mostBins,
                               base::ProgressSink &progress)
{
    const base::Error stopped{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
    Statistics statistics;
    statistics.span = span;
    const std::vector<base::MessageIndex> rows = catalog::rowsIn(catalog, span);
    statistics.messages = int(rows.size());
    if (progress.cancelled())
        return stopped;
    statistics.contributors = catalog::contributors(catalog, rows);
    if (progress.cancelled())
        return stopped;
    statistics.domains = catalog::domains(catalog, rows);
    if (progress.cancelled())
        return stopped;
    statistics.activity = catalog::activity(catalog, rows, mostBins, &statistics.step);
    return statistics;
}

} // namespace

StatisticsJob::StatisticsJob(catalog::CatalogPtr catalog, const catalog::DateSpan &span, int mostBins,
                             QObject *parent)
    : ResultJob([catalog = std::move(catalog), span, mostBins](
                    base::ProgressSink &progress) { return count(*catalog, span, mostBins, progress); },
                parent)
{
}

} // namespace loredesk::jobs
