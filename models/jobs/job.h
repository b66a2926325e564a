// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/progress.h"
#include "models/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <thread>

namespace loredesk::jobs {

/// A piece of work on a thread of its own. The job itself lives in the thread that made it; the work is a
/// function that owns everything it needs and never sees the job, so a job may be deleted at any time.
///
/// Exactly one of finished(), failed() and cancelled() follows start() (unless the job is deleted before).
/// They are emitted in the job's thread, the first two only from its event loop; cancelled() from within
/// cancel().
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Ready, Running, Finished, Failed, Cancelled };
    /// At most so often a second is progressed() emitted.
    static constexpr int ProgressPerSecond = 20;

    /// Cancels and waits until the worker has let go (it emits nothing).
    ~Job() override;

    /// Once; a job that was cancelled before it started never starts.
    void start();
    /// Takes effect at once: emits cancelled() and returns, the worker stops when it next looks. No result
    /// and no progress is delivered after it. Nothing happens where the job has ended already.
    void cancel();
    /// Cancels, and deletes the job as soon as the worker has let go, without waiting for it. (Should the
    /// job's parent or the event loop go away first, the parent deletes it and waits.)
    void discard();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    /// Only where state() is Failed.
    const base::Error &error() const { return m_error; }

signals:
    /// `done` of `total`, total 0 where it is unknown. The last figure is always delivered, before
    /// finished().
    void progressed(const QString &phase, qint64 done, qint64 total);
    void finished();
    void failed(const loredesk::base::Error &error);
    void cancelled();

protected:
    /// Runs on the worker. Whatever it needs it owns.
    using Work = std::function<base::Result<void>(base::ProgressSink &)>;
    explicit Job(Work work, QObject *parent = nullptr);

private:
    class Shared;

    void takeProgress();
    void emitProgress();
    void workerEnded();

    Work m_work; ///< until start() hands it to the worker
    std::shared_ptr<Shared> m_shared;
    std::thread m_worker;
    QTimer m_progressTimer;
    QElapsedTimer m_sinceProgress;
    State m_state = State::Ready;
    base::Error m_error;
    bool m_workerRuns = false;
    bool m_discarded = false;
};

} // namespace loredesk::jobs
