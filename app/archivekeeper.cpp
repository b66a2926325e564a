// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archivekeeper.h"

#include "models/jobs/storejob.h"

namespace loredesk::app {

ArchiveKeeper::~ArchiveKeeper()
{
    if (m_job)
        m_job->discard();
}

void ArchiveKeeper::keep(const jobs::LoadedArchivePtr &loaded)
{
    if (m_job)
        m_job->discard();
    m_job.clear();
    if (!loaded || !loaded->keepsake) {
        emit ended();
        return;
    }
    auto *job = new jobs::StoreJob(loaded, this);
    m_job = job;
    connect(job, &jobs::Job::progressed, this, &ArchiveKeeper::progressed);
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_job.clear();
        job->deleteLater();
        const bool isOvertaken = job->result().isOvertaken();
        emit ended();
        if (isOvertaken)
            emit overtaken();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_job.clear();
        job->deleteLater();
        emit ended();
        emit failed(error);
    });
    job->start();
}

void ArchiveKeeper::stop()
{
    if (!m_job)
        return;
    m_job->discard();
    m_job.clear();
    emit ended();
}

bool ArchiveKeeper::isBusy() const
{
    return !m_job.isNull();
}

} // namespace loredesk::app
