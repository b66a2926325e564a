// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/statisticsjob.h"

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

const catalog::StatisticsIndex &StatisticsSource::index(const catalog::Catalog &catalog) const
{
    std::call_once(m_made, [&] { m_index = std::make_unique<const catalog::StatisticsIndex>(catalog); });
    return *m_index;
}

Statistics countStatistics(const catalog::Catalog &catalog, const catalog::StatisticsIndex &index,
                           const catalog::Scope &scope, int mostBins, const catalog::MessageSet &found)
{
    Statistics statistics;
    statistics.scope = scope;
    const std::vector<base::MessageIndex> rows = catalog::rowsIn(index, scope);
    statistics.messages = int(rows.size());
    statistics.inSpan = scope.only ? int(catalog::rowsIn(index, {scope.span, {}, scope.exactly}).size())
                                   : statistics.messages;
    if (found)
        statistics.found = int(catalog::rowsIn(index, {scope.span, found, scope.exactly}).size());
    statistics.contributors = catalog::contributors(catalog, index, rows);
    statistics.domains = catalog::domains(catalog, index, rows);
    statistics.owners = catalog::owners(catalog, index, rows);
    statistics.activity = catalog::activity(index, rows, mostBins, &statistics.step);
    statistics.states = catalog::seriesStates(index, scope);
    statistics.latency = catalog::latency(index, scope);
    return statistics;
}

StatisticsJob::StatisticsJob(catalog::CatalogPtr catalog, StatisticsSourcePtr source,
                             const catalog::Scope &scope, const catalog::MessageSet &found, int mostBins,
                             QObject *parent)
    : ResultJob(
          [catalog = std::move(catalog), source = std::move(source), scope, found,
           mostBins](base::ProgressSink &progress) -> base::Result<Statistics> {
              if (progress.cancelled() || !catalog)
                  return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
              return countStatistics(*catalog, source->index(*catalog), scope, mostBins, found);
          },
          parent)
{
}

StatisticsJob::StatisticsJob(const StatisticsSourcePtr &source, const catalog::Scope &scope,
                             const catalog::MessageSet &found, int mostBins, QObject *parent)
    : StatisticsJob(source->catalog(), source, scope, found, mostBins, parent)
{
}

StatisticsJob::StatisticsJob(const catalog::CatalogPtr &catalog, const catalog::Scope &scope, int mostBins,
                             QObject *parent)
    : StatisticsJob(catalog, std::make_shared<const StatisticsSource>(catalog), scope, {}, mostBins, parent)
{
}

} // namespace loredesk::jobs
