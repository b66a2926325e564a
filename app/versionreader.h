// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"
#include "models/series/patchtable.h"
#include "ui/versionspage.h"

#include <QObject>
#include <QPointer>

namespace loredesk::app {

/// Compares two versions of a series and prepares that for the viewer, both on a thread of its own.
class ComparisonJob final : public jobs::ResultJob<ui::VersionsPage::Comparison>
{
    Q_OBJECT
public:
    ComparisonJob(jobs::LoadedArchivePtr loaded, base::SeriesIndex older, base::SeriesIndex newer,
                  QObject *parent = nullptr);
};

/// Follows the patches of a series through its versions.
class PatchTableJob final : public jobs::ResultJob<std::shared_ptr<const series::PatchTable>>
{
    Q_OBJECT
public:
    PatchTableJob(jobs::LoadedArchivePtr loaded, base::LineageIndex lineage, QObject *parent = nullptr);
};

/// Gives a VersionsPage what it asks for. What it asked for last wins: all else is discarded.
class VersionReader : public QObject
{
    Q_OBJECT
public:
    /// The page outlives the reader.
    explicit VersionReader(ui::VersionsPage &page, QObject *parent = nullptr);
    ~VersionReader() override;

    /// `loaded` may be null and the others invalid: then nothing is read any more.
    void compare(const jobs::LoadedArchivePtr &loaded, base::SeriesIndex older, base::SeriesIndex newer);
    void follow(const jobs::LoadedArchivePtr &loaded, base::LineageIndex lineage);

private:
    ui::VersionsPage &m_page;
    QPointer<ComparisonJob> m_comparison;
    QPointer<PatchTableJob> m_table;
};

} // namespace loredesk::app
