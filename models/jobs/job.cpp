// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/job.h"

#include <QPointer>

#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

constexpr int ProgressInterval = 1000 / Job::ProgressPerSecond; // milliseconds

} // namespace

/// What the worker and the job have in common; all the worker ever sees.
class Job::Shared final : public base::ProgressSink
{
public:
    struct Figure
    {
        QString phase;
        std::int64_t done = 0;
        std::int64_t total = 0;
    };

    explicit Shared(Job *job)
        : m_job(job)
    {
    }

    void progress(const QString &phase, std::int64_t done, std::int64_t total) override
    {
        const std::lock_guard lock(m_mutex);
        // Several threads count together, and what one says may arrive after what a faster one said.
        if (m_any && total == m_figure.total && done < m_figure.done && phase == m_figure.phase)
            return;
        m_figure = {phase, done, total};
        m_any = true;
        m_fresh = true;
        if (m_posted || cancelled())
            return;
        m_posted = true;
        // The job outlives its worker (its destructor joins it), and whoever calls this is the worker or
        // waited for by it.
        QMetaObject::invokeMethod(
            m_job, [job = m_job] { job->takeProgress(); }, Qt::QueuedConnection);
    }

    bool cancelled() const override { return m_stop.load(std::memory_order_relaxed); }
    void stop() { m_stop.store(true, std::memory_order_relaxed); }

    /// The newest figure, where it has not been taken yet; the next one posts an event again.
    std::optional<Figure> take()
    {
        const std::lock_guard lock(m_mutex);
        m_posted = false;
        if (!m_fresh)
            return std::nullopt;
        m_fresh = false;
        return m_figure;
    }

    void run(Work work)
    {
        base::Result<void> outcome;
        try {
            outcome = work(*this);
        } catch (const std::exception &exception) {
            // Out of memory, mostly. An exception that left a thread would end the program.
            outcome = base::Error{base::ErrorCode::Corrupt,
                                  u"the work was broken off: "_s + QString::fromLocal8Bit(exception.what()),
                                  {},
                                  {}};
        }
        work = nullptr; // what the work held on to is let go here, not in the job's thread
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        QMetaObject::invokeMethod(
            m_job, [job = m_job] { job->workerEnded(); }, Qt::QueuedConnection);
    }

    base::Result<void> outcome()
    {
        const std::lock_guard lock(m_mutex);
        return m_outcome;
    }

private:
    Job *const m_job;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    Figure m_figure;
    bool m_any = false;
    bool m_fresh = false;  ///< m_figure was not taken yet
    bool m_posted = false; ///< an event that will take it is on its way, or the timer runs
    base::Result<void> m_outcome;
};

Job::Job(Work work, QObject *parent)
    : QObject(parent)
    , m_work(std::move(work))
    , m_shared(std::make_shared<Shared>(this))
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_progressTimer, &QTimer::timeout, this, &Job::emitProgress);
}

Job::~Job()
{
    m_shared->stop();
    if (m_worker.joinable())
        m_worker.join();
}

void Job::start()
{
    if (m_state != State::Ready)
        return;
    m_state = State::Running;
    try {
        m_worker = std::thread(
            [shared = m_shared, work = std::move(m_work)]() mutable { shared->run(std::move(work)); });
        m_workerRuns = true;
    } catch (const std::system_error &) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_state != State::Running)
                    return;
                m_state = State::Failed;
                m_error = {base::ErrorCode::Unreadable,
                           u"the system has no thread to spare"_s,
                           {},
                           u"close other programs and try again"_s};
                emit failed(m_error);
            },
            Qt::QueuedConnection);
    }
    m_work = nullptr;
}

void Job::cancel()
{
    if (m_state != State::Ready && m_state != State::Running)
        return;
    m_shared->stop();
    m_progressTimer.stop();
    m_work = nullptr;
    m_state = State::Cancelled;
    emit cancelled();
}

void Job::discard()
{
    const QPointer<Job> self(this);
    m_discarded = true;
    cancel();
    if (self && !m_workerRuns)
        deleteLater();
}

void Job::takeProgress()
{
    if (m_state != State::Running)
        return;
    const qint64 left = m_sinceProgress.isValid() ? ProgressInterval - m_sinceProgress.elapsed() : 0;
    if (left > 0)
        m_progressTimer.start(int(left));
    else
        emitProgress();
}

void Job::emitProgress()
{
    if (m_state != State::Running)
        return;
    const auto figure = m_shared->take();
    if (!figure)
        return;
    m_sinceProgress.start();
    emit progressed(figure->phase, figure->done, figure->total);
}

void Job::workerEnded()
{
    m_worker.join();
    m_workerRuns = false;
    m_progressTimer.stop();
    if (m_discarded) {
        deleteLater();
        return;
    }
    // Whoever listens may cancel or delete the job.
    const QPointer<Job> self(this);
    emitProgress();
    if (!self || m_state != State::Running)
        return;
    const base::Result<void> outcome = m_shared->outcome();
    if (outcome) {
        m_state = State::Finished;
        emit finished();
    } else if (outcome.error().code == base::ErrorCode::Cancelled) {
        m_state = State::Cancelled;
        emit cancelled();
    } else {
        m_state = State::Failed;
        m_error = outcome.error();
        emit failed(m_error);
    }
}

} // namespace loredesk::jobs
