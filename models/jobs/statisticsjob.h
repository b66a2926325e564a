// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/seriesstatistics.h"
#include "models/jobs/resultjob.h"

#include <memory>
#include <mutex>

namespace loredesk::jobs {

/// The numbers behind the charts.
struct Statistics
{
    catalog::Scope scope; ///< as it was asked for
    std::vector<catalog::Count> contributors;
    std::vector<catalog::Count> domains;
    std::vector<catalog::Count> owners; ///< of the domains
    std::vector<catalog::ActivityBin> activity;
    catalog::ActivityStep step = catalog::ActivityStep::Day;
    catalog::SeriesStates states;
    catalog::Latency latency;
    int messages = 0; ///< rows in the scope
    int inSpan = 0;   ///< rows in its span, with those that the scope leaves out
    int found = 0;    ///< of those in its span, rows that a search found
};

/// What is to be counted again and again: keeps the index of a catalog, which the first job makes. Does not
/// keep the catalog alive. From any thread.
class StatisticsSource
{
public:
    explicit StatisticsSource(std::weak_ptr<const catalog::Catalog> catalog)
        : m_catalog(std::move(catalog))
    {
    }
    /// Null where nobody has it any more.
    catalog::CatalogPtr catalog() const { return m_catalog.lock(); }
    /// Of `catalog`, which is what catalog() gave.
    const catalog::StatisticsIndex &index(const catalog::Catalog &catalog) const;

private:
    std::weak_ptr<const catalog::Catalog> m_catalog;
    mutable std::once_flag m_made;
    mutable std::unique_ptr<const catalog::StatisticsIndex> m_index;
};

using StatisticsSourcePtr = std::shared_ptr<const StatisticsSource>;

/// Counts a scope of a catalog with its index; `found`: what a search found, null: there is none. Blocks,
/// about a millisecond for tens of thousands of messages.
Statistics countStatistics(const catalog::Catalog &catalog, const catalog::StatisticsIndex &index,
                           const catalog::Scope &scope, int mostBins, const catalog::MessageSet &found = {});

/// The same on a thread of its own. Errors: Cancelled.
class StatisticsJob final : public ResultJob<Statistics>
{
    Q_OBJECT

public:
    StatisticsJob(const StatisticsSourcePtr &source, const catalog::Scope &scope,
                  const catalog::MessageSet &found, int mostBins, QObject *parent = nullptr);
    /// For one count.
    StatisticsJob(const catalog::CatalogPtr &catalog, const catalog::Scope &scope, int mostBins,
                  QObject *parent = nullptr);

private:
    StatisticsJob(catalog::CatalogPtr catalog, StatisticsSourcePtr source, const catalog::Scope &scope,
                  const catalog::MessageSet &found, int mostBins, QObject *parent);
};

} // namespace loredesk::jobs
