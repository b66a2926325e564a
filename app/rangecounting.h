// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activitymodel.h"
#include "models/items/countmodel.h"
#include "models/items/figuremodel.h"
#include "models/jobs/statisticsjob.h"
#include "ui/chartmodels.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace loredesk::app {

/// Keeps the models behind the charts at the range that was asked for last. May be asked as fast as a range
/// is dragged: while a count is under way only the newest request waits, so that numbers keep coming instead
/// of every count being overtaken by the next.
class RangeCounting : public QObject
{
    Q_OBJECT
public:
    explicit RangeCounting(QObject *parent = nullptr);
    ~RangeCounting() override;

    ui::ChartModels models();

    /// Counts a scope of a catalog, and how many of `found` are in its span (null: no search); counted() or
    /// failed() comes later, not for requests that were overtaken.
    void count(const catalog::CatalogPtr &catalog, const catalog::Scope &scope,
               const catalog::MessageSet &found = {});
    /// Nothing comes of what was asked for.
    void cancel();
    /// Empties the models; nothing comes of what was asked for.
    void clear();

    /// The messages behind lines of the charts of series and latency, by KeyRole.
    std::vector<base::MessageIndex> messagesOf(const QStringList &figures) const;
    /// What the bars of these charts count and leave out.
    QString seriesNote() const { return m_seriesNote; }
    QString latencyNote() const { return m_latencyNote; }

signals:
    /// The models hold the scope now: so many messages are in it, and in its span, and so many of these were
    /// found, -1: another search may have found others since.
    void counted(const loredesk::catalog::Scope &scope, int messages, int inSpan, int found);
    void failed(const loredesk::base::Error &error);

private:
    struct Request
    {
        catalog::Scope scope;
        catalog::MessageSet found;
    };
    void start(const Request &request);
    void startWaiting();
    void show(jobs::Statistics statistics);

    items::CountModel m_contributors;
    items::CountModel m_domains;
    items::CountModel m_owners;
    items::ActivityModel m_activity;
    items::FigureModel m_series;
    items::FigureModel m_latency;
    items::FigureModel m_latencyMonths;
    QString m_seriesNote;
    QString m_latencyNote;
    QPointer<jobs::StatisticsJob> m_job;
    /// Holds no catalog: letting one go takes longer than a frame, and is for who loaded it.
    jobs::StatisticsSourcePtr m_source;
    std::optional<Request> m_waiting; ///< for m_job to be done
};

} // namespace loredesk::app
