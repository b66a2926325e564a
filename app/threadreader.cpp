// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/threadreader.h"

namespace loredesk::app {

namespace {

using Body = ui::ThreadPage::Body;

base::Result<QList<Body>> readBodies(const jobs::LoadedArchivePtr &loaded,
                                     const QList<base::MessageIndex> &messages,
                                     const base::ProgressSink &progress)
{
    const digest::ContentReader reader = jobs::contentReader(loaded);
    QList<Body> bodies;
    for (const base::MessageIndex message : messages) {
        if (progress.cancelled())
            break;
        const base::Result<patch::ReadMessage> read = reader(message);
        if (read)
            bodies.append({message,
                           std::make_shared<const ui::MessageDocument>(ui::MessageDocument::ofMessage(*read)),
                           {}});
        else
            bodies.append({message, nullptr, read.error().toString()});
    }
    return bodies;
}

} // namespace

ThreadReadJob::ThreadReadJob(jobs::LoadedArchivePtr loaded, QList<base::MessageIndex> messages,
                             QObject *parent)
    : ResultJob([loaded = std::move(loaded), messages = std::move(messages)](
                    base::ProgressSink &progress) { return readBodies(loaded, messages, progress); },
                parent)
{
}

ThreadReader::ThreadReader(ui::ThreadPage &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
}

ThreadReader::~ThreadReader()
{
    if (m_job)
        m_job->discard();
}

void ThreadReader::read(const jobs::LoadedArchivePtr &loaded, const QList<base::MessageIndex> &messages)
{
    if (m_job)
        m_job->discard();
    m_job.clear();
    if (!loaded || messages.isEmpty())
        return;
    auto *job = new ThreadReadJob(loaded, messages, this);
    m_job = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_job.clear();
        m_page.setBodies(job->takeResult());
        job->deleteLater();
    });
    job->start();
}

} // namespace loredesk::app
