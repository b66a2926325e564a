// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/series/regrouping.h"

#include <QHash>
#include <QMetaType>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace loredesk::catalog {

/// What the archive says about itself, carried for show.
struct ArchiveInfo
{
    QString path;
    QString name;
    QString summary; ///< "public-inbox v2, 2 epochs"
    QString note;    ///< "history starts at epoch 3"
};

/// The immutable snapshot of an archive: rows, threads, series. Made on a worker thread, handed over whole as
/// `std::shared_ptr<const Catalog>`, read from any thread.
class Catalog
{
public:
    /// Threads and series are built here. `heads` in archive order, oldest first.
    static std::shared_ptr<const Catalog> build(ArchiveInfo info, std::vector<series::MessageHead> heads,
                                                QList<base::Problem> problems);
    /// The same of rows whose threads and series are known already, as the catalog of these very rows had them.
    static std::shared_ptr<const Catalog> restore(ArchiveInfo info, std::vector<series::MessageHead> heads,
                                                  QList<base::Problem> problems, series::Grouping grouping);

    const ArchiveInfo &info() const { return m_info; }
    const std::vector<series::MessageHead> &messages() const { return m_messages; }
    const series::MessageHead &message(base::MessageIndex index) const { return m_messages[index.value()]; }
    const series::ThreadForest &threads() const { return m_threads; }
    const std::vector<series::PatchSeries> &series() const { return m_series.series; }
    const series::PatchSeries &series(base::SeriesIndex index) const
    {
        return m_series.series[index.value()];
    }
    const std::vector<series::Lineage> &lineages() const { return m_series.lineages; }
    const series::SeriesSet &seriesSet() const { return m_series; }
    /// The series a message takes a slot in, invalid for replies and others.
    base::SeriesIndex seriesOf(base::MessageIndex index) const { return m_series.seriesOf[index.value()]; }
    const QList<base::Problem> &problems() const { return m_problems; }
    /// What there is to say where the replies gave a patch of the archive more trailers than are kept. One of problems().
    std::optional<base::Problem> trailersLeftOut(const series::SeriesSlot &slot) const;

    /// First row with that Message-ID (angle brackets allowed), invalid where there is none.
    base::MessageIndex find(const QByteArray &messageId) const;
    /// What the first find() would do: for a worker, before a thread asks that must not wait.
    void prepareFind() const;
    /// Thread roots that belong to no series: questions, reports, announcements; oldest first.
    const std::vector<base::MessageIndex> &otherThreads() const { return m_otherThreads; }

    base::UnixSeconds firstDate() const { return m_firstDate; } ///< of the oldest message, 0 where empty
    base::UnixSeconds lastDate() const { return m_lastDate; }   ///< of the newest message, 0 where empty

private:
    Catalog() = default;
    void complete();
    void sayWhatWasLeftOut();

    ArchiveInfo m_info;
    std::vector<series::MessageHead> m_messages;
    series::ThreadForest m_threads;
    series::SeriesSet m_series;
    QList<base::Problem> m_problems;
    mutable std::once_flag m_indexed; ///< on the command line hardly anybody asks find()
    mutable QHash<QByteArray, base::MessageIndex> m_byId;
    std::vector<base::MessageIndex> m_otherThreads;
    base::UnixSeconds m_firstDate = 0;
    base::UnixSeconds m_lastDate = 0;
};

using CatalogPtr = std::shared_ptr<const Catalog>;

} // namespace loredesk::catalog

Q_DECLARE_METATYPE(loredesk::catalog::CatalogPtr)
