// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rangecounting.h"

#include "models/items/seriesfigures.h"

#include <utility>

namespace loredesk::app {

namespace {

constexpr int MostActivityBins = 120;

} // namespace

RangeCounting::RangeCounting(QObject *parent)
    : QObject(parent)
{
}

RangeCounting::~RangeCounting()
{
    cancel();
}

ui::ChartModels RangeCounting::models()
{
    return {&m_contributors, &m_domains, &m_owners, &m_activity, &m_series, &m_latency, &m_latencyMonths};
}

void RangeCounting::count(const catalog::CatalogPtr &catalog, const catalog::Scope &scope,
                          const catalog::MessageSet &found)
{
    // What a job counts of another catalog are messages of that one.
    if (!m_source || m_source->catalog() != catalog) {
        cancel();
        m_source = std::make_shared<const jobs::StatisticsSource>(catalog);
    }
    if (m_job)
        m_waiting = Request{scope, found};
    else
        start({scope, found});
}

void RangeCounting::start(const Request &request)
{
    auto *job = new jobs::StatisticsJob(m_source, request.scope, request.found, MostActivityBins, this);
    m_job = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_job.clear();
        job->deleteLater();
        startWaiting(); // it counts while this is shown
        jobs::Statistics statistics = job->takeResult();
        const catalog::Scope scope = statistics.scope;
        const int messages = statistics.messages;
        const int inSpan = statistics.inSpan;
        const int found = m_job ? -1 : statistics.found;
        show(std::move(statistics));
        emit counted(scope, messages, inSpan, found);
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_job.clear();
        job->deleteLater();
        startWaiting();
        if (!m_job)
            emit failed(error);
    });
    job->start();
}

void RangeCounting::startWaiting()
{
    if (const std::optional<Request> next = std::exchange(m_waiting, std::nullopt))
        start(*next);
}

void RangeCounting::cancel()
{
    m_waiting.reset();
    if (m_job)
        m_job->discard();
    m_job.clear();
}

void RangeCounting::show(jobs::Statistics statistics)
{
    m_contributors.setCounts(std::move(statistics.contributors));
    m_domains.setCounts(std::move(statistics.domains));
    m_owners.setOwners(std::move(statistics.owners));
    m_activity.setBins(std::move(statistics.activity), statistics.step);
    m_series.setFigures(items::stateFigures(statistics.states), items::stateHeaders());
    m_latency.setFigures(items::latencyFigures(statistics.latency), items::latencyHeaders());
    m_latencyMonths.setFigures(items::latencyMonthFigures(statistics.latency), items::latencyMonthHeaders());
    m_seriesNote = items::stateNote(statistics.states);
    m_latencyNote = items::latencyNote(statistics.latency);
}

std::vector<base::MessageIndex> RangeCounting::messagesOf(const QStringList &figures) const
{
    std::vector<base::MessageIndex> messages = m_series.messagesOf(figures);
    for (const items::FigureModel *model : {&m_latency, &m_latencyMonths}) {
        const std::vector<base::MessageIndex> more = model->messagesOf(figures);
        messages.insert(messages.end(), more.begin(), more.end());
    }
    return messages;
}

void RangeCounting::clear()
{
    cancel();
    m_source.reset();
    show({});
}

} // namespace loredesk::app
