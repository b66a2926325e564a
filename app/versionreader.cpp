// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/versionreader.h"

#include "app/letgo.h"
#include "models/catalog/versionchoice.h"
#include "models/jobs/versionreading.h"
#include "ui/comparisondocument.h"

namespace loredesk::app {

namespace {

using Comparison = ui::VersionsPage::Comparison;
using TablePtr = std::shared_ptr<const series::PatchTable>;

base::Result<Comparison> compared(const jobs::LoadedArchive &loaded, base::SeriesIndex older,
                                  base::SeriesIndex newer, base::ProgressSink &progress)
{
    const auto result = jobs::compareVersions(loaded, older, newer, progress);
    if (!result)
        return result.error();
    const auto nameOf = [&](base::SeriesIndex series) {
        return catalog::versionName(loaded.catalog->series(series));
    };
    Comparison comparison;
    comparison.older = older;
    comparison.newer = newer;
    comparison.document = std::make_shared<const ui::MessageDocument>(
        ui::comparisonDocument(*result, nameOf(older), nameOf(newer)));
    for (const series::ComparedPatch &patch : result->patches) {
        comparison.oldMessages.push_back(patch.older);
        comparison.newMessages.push_back(patch.newer);
    }
    return comparison;
}

} // namespace

ComparisonJob::ComparisonJob(jobs::LoadedArchivePtr loaded, base::SeriesIndex older, base::SeriesIndex newer,
                             QObject *parent)
    : ResultJob([loaded = std::move(loaded), older,
                 newer](base::ProgressSink &progress) { return compared(*loaded, older, newer, progress); },
                parent)
{
}

PatchTableJob::PatchTableJob(jobs::LoadedArchivePtr loaded, base::LineageIndex lineage, QObject *parent)
    : ResultJob(
          [loaded = std::move(loaded), lineage](base::ProgressSink &progress) -> base::Result<TablePtr> {
              auto table = jobs::followPatches(*loaded, lineage, progress);
              if (!table)
                  return table.error();
              return TablePtr(std::make_shared<const series::PatchTable>(std::move(*table)));
          },
          parent)
{
}

VersionReader::VersionReader(ui::VersionsPage &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
}

VersionReader::~VersionReader()
{
    discard(m_comparison);
    discard(m_table);
}

void VersionReader::compare(const jobs::LoadedArchivePtr &loaded, base::SeriesIndex older,
                            base::SeriesIndex newer)
{
    discard(m_comparison);
    if (!loaded || !older.isValid() || !newer.isValid())
        return;
    auto *job = new ComparisonJob(loaded, older, newer, this);
    m_comparison = job;
    connect(job, &jobs::Job::progressed, &m_page, &ui::VersionsPage::showComparisonProgress);
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_comparison.clear();
        m_page.setComparison(job->takeResult());
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_comparison.clear();
        m_page.showComparisonError(error);
        job->deleteLater();
    });
    job->start();
}

void VersionReader::follow(const jobs::LoadedArchivePtr &loaded, base::LineageIndex lineage)
{
    discard(m_table);
    if (!loaded || !lineage.isValid())
        return;
    auto *job = new PatchTableJob(loaded, lineage, this);
    m_table = job;
    connect(job, &jobs::Job::finished, this, [this, job, lineage] {
        m_table.clear();
        m_page.setTable(lineage, job->takeResult());
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_table.clear();
        m_page.showTableError(error);
        job->deleteLater();
    });
    job->start();
}

} // namespace loredesk::app
