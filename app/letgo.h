// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace loredesk::app {

/// Frees it on another thread: an archive of 60,000 rows takes longer than a frame to let go.
template <class T>
void letGo(std::shared_ptr<T> &&value)
{
    if (value)
        QThreadPool::globalInstance()->start([held = std::move(value)]() mutable { held.reset(); });
}

/// Nobody wants to hear of the job any more.
template <class J>
void discard(QPointer<J> &job)
{
    if (job)
        job->discard();
    job.clear();
}

} // namespace loredesk::app
