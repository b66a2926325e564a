// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/revisionlookup.h"

#include "models/jobs/revisionspanjob.h"
#include "ui/rangechooser.h"

#include <utility>

namespace loredesk::app {

RevisionLookup::RevisionLookup(ui::RangeChooser &chooser, QObject *parent)
    : QObject(parent)
    , m_chooser(chooser)
{
    connect(&m_chooser, &ui::RangeChooser::revisionsAsked, this, &RevisionLookup::lookUp);
}

RevisionLookup::~RevisionLookup()
{
    m_chooser.disconnect(this);
    setArchive({});
}

void RevisionLookup::setArchive(jobs::LoadedArchivePtr loaded)
{
    if (m_job)
        m_job->discard();
    m_job.clear();
    m_loaded = std::move(loaded);
}

void RevisionLookup::lookUp(const QString &range)
{
    if (m_job)
        m_job->discard();
    const std::optional<archive::RevisionRange> parsed = archive::RevisionRange::parse(range);
    if (!m_loaded || !parsed) {
        m_chooser.revisionsFailed({base::ErrorCode::BadInput,
                                   tr("“%1” is no range of revisions").arg(range),
                                   {},
                                   tr("write A..B, A.. or ..B")});
        return;
    }
    auto *job = new jobs::RevisionSpanJob(m_loaded, *parsed, this);
    m_job = job;
    connect(job, &jobs::Job::finished, this, [this, job, range] {
        m_job.clear();
        m_chooser.revisionsFound(range, job->result());
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_job.clear();
        m_chooser.revisionsFailed(error);
        job->deleteLater();
    });
    job->start();
}

} // namespace loredesk::app
