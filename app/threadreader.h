// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"
#include "ui/threadpage.h"

#include <QObject>
#include <QPointer>

namespace loredesk::app {

/// Reads some messages of an archive and prepares them for the viewer, both on a thread of its own.
class ThreadReadJob final : public jobs::ResultJob<QList<ui::ThreadPage::Body>>
{
    Q_OBJECT
public:
    ThreadReadJob(jobs::LoadedArchivePtr loaded, QList<base::MessageIndex> messages,
                  QObject *parent = nullptr);
};

/// Gives a ThreadPage what it asks for. What it asked for last wins: all else is discarded.
class ThreadReader : public QObject
{
    Q_OBJECT
public:
    /// The page outlives the reader.
    explicit ThreadReader(ui::ThreadPage &page, QObject *parent = nullptr);
    ~ThreadReader() override;

    /// `loaded` may be null and `messages` empty: then nothing is read any more.
    void read(const jobs::LoadedArchivePtr &loaded, const QList<base::MessageIndex> &messages);

private:
    ui::ThreadPage &m_page;
    QPointer<ThreadReadJob> m_job;
};

} // namespace loredesk::app
