// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// The numbers behind the charts.
struct Statistics
{
    catalog::DateSpan span; ///< as it was asked for
    std::vector<catalog::Count> contributors;
    std::vector<catalog::Count> domains;
    std::vector<catalog::ActivityBin> activity;
    catalog::ActivityStep step = catalog::ActivityStep::Day;
    int messages = 0; ///< rows in the span
};

/// Counts a span of a catalog.
class StatisticsJob final : public ResultJob<Statistics>
{
    Q_OBJECT

public:
    StatisticsJob(catalog::CatalogPtr catalog, const catalog::DateSpan &span, int mostBins,
                  QObject *parent = nullptr);
};

} // namespace loredesk::jobs
