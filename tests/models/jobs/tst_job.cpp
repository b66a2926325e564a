// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/resultjob.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <semaphore>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace loredesk;
using jobs::Job;

namespace {

/// What a test shares with the work it lets run.
struct Stage
{
    // Of the standard library, so that a thread sanitizer sees them: Qt is not built with one.
    std::counting_semaphore<> entered{0}; ///< the work has begun
    std::counting_semaphore<> go{0};      ///< it may go on
    std::atomic<int> runs = 0;
    std::atomic<bool> left = false; ///< it has returned
    QThread *thread = nullptr;      ///< written before `entered`
};

class FakeJob : public jobs::ResultJob<QString>
{
public:
    using Step = std::function<base::Result<QString>(base::ProgressSink &)>;

    FakeJob(std::shared_ptr<Stage> stage, Step step)
        : ResultJob([stage = std::move(stage), step = std::move(step)](base::ProgressSink &sink) {
            ++stage->runs;
            stage->thread = QThread::currentThread();
            stage->entered.release();
            stage->go.acquire();
            base::Result<QString> result = step(sink);
            stage->left = true;
            return result;
        })
    {
    }
};

base::Result<QString> answer(base::ProgressSink &)
{
    return u"42"_s;
}

/// Everything a job says about its end.
struct Ends
{
    explicit Ends(const Job &job)
        : finished(&job, &Job::finished)
        , failed(&job, &Job::failed)
        , cancelled(&job, &Job::cancelled)
        , progressed(&job, &Job::progressed)
    {
    }
    /// "finished", "failed", "cancelled" as often as they came.
    QString said() const
    {
        QStringList words;
        for (int i = 0; i < finished.count(); ++i)
            words << u"finished"_s;
        for (int i = 0; i < failed.count(); ++i)
            words << u"failed"_s;
        for (int i = 0; i < cancelled.count(); ++i)
            words << u"cancelled"_s;
        return words.join(u' ');
    }
    QSignalSpy finished, failed, cancelled, progressed;
};

/// Lets everything that is queued for this thread arrive.
void deliverEvents()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void workRunsOnAnotherThreadAndIsHandedOverOnce()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, answer);
        Ends ends(job);
        QCOMPARE(job.state(), Job::State::Ready);
        job.start();
        QVERIFY(job.isRunning());
        stage->entered.acquire();
        QVERIFY(stage->thread != QThread::currentThread());
        QThread *thread = nullptr;
        connect(&job, &Job::finished, &job, [&] { thread = QThread::currentThread(); });
        stage->go.release();
        QVERIFY(ends.finished.wait());
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(job.result(), u"42"_s);
        QCOMPARE(job.state(), Job::State::Finished);
        deliverEvents();
        QCOMPARE(ends.said(), u"finished"_s);
        QCOMPARE(stage->runs.load(), 1);
    }

    void nothingIsSaidBeforeTheEventLoopRuns()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, answer);
        Ends ends(job);
        stage->go.release();
        job.start();
        stage->entered.acquire();
        while (!stage->left)
            QThread::yieldCurrentThread();
        QCOMPARE(ends.said(), QString());
        QVERIFY(ends.finished.wait());
    }

    void aFailureCarriesItsError()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &) -> base::Result<QString> {
            return base::Error{base::ErrorCode::NotFound, u"there is nothing"_s, {}, u"look elsewhere"_s};
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.failed.wait());
        QCOMPARE(ends.said(), u"failed"_s);
        QCOMPARE(ends.failed[0][0].value<base::Error>().text, u"there is nothing"_s);
        QCOMPARE(job.error().hint, u"look elsewhere"_s);
        QCOMPARE(job.state(), Job::State::Failed);
    }

    void anExceptionInTheWorkIsAFailureAndNoCrash()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage,
                    [](base::ProgressSink &) -> base::Result<QString> { throw std::runtime_error("oh"); });
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.failed.wait());
        QVERIFY(job.error().text.contains(u"oh"_s));
    }

    void cancelledBeforeItStartsItNeverRuns()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, answer);
        Ends ends(job);
        job.cancel();
        QCOMPARE(ends.said(), u"cancelled"_s);
        job.start();
        deliverEvents();
        QCOMPARE(job.state(), Job::State::Cancelled);
        QCOMPARE(ends.said(), u"cancelled"_s);
        QCOMPARE(stage->runs.load(), 0);
    }

    void cancelTakesEffectWhileTheWorkStillHangs()
    {
        auto stage = std::make_shared<Stage>();
        auto seen = std::make_shared<std::atomic<bool>>(false);
        FakeJob job(stage, [seen](base::ProgressSink &sink) -> base::Result<QString> {
            *seen = sink.cancelled();
            sink.progress(u"late"_s, 1, 1);
            return u"too late"_s;
        });
        Ends ends(job);
        job.start();
        stage->entered.acquire();
        job.cancel(); // the work is stuck in its semaphore: this returns all the same
        QCOMPARE(ends.said(), u"cancelled"_s);
        QCOMPARE(job.state(), Job::State::Cancelled);
        QVERIFY(!stage->left);
        stage->go.release();
        while (!stage->left)
            QThread::yieldCurrentThread();
        deliverEvents();
        QVERIFY(*seen);
        QCOMPARE(ends.said(), u"cancelled"_s);
        QCOMPARE(ends.progressed.count(), 0);
    }

    void aResultThatIsOnItsWayIsNotDeliveredAfterCancel()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &sink) -> base::Result<QString> {
            sink.progress(u"reading"_s, 5, 5);
            return u"done"_s;
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        stage->entered.acquire();
        while (!stage->left)
            QThread::yieldCurrentThread();
        job.cancel(); // figure and result are queued, or about to be
        deliverEvents();
        QCOMPARE(ends.said(), u"cancelled"_s);
        QCOMPARE(ends.progressed.count(), 0);
    }

    void cancelAfterTheEndChangesNothing()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, answer);
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.finished.wait());
        job.cancel();
        deliverEvents();
        QCOMPARE(ends.said(), u"finished"_s);
        QCOMPARE(job.state(), Job::State::Finished);
        QCOMPARE(job.takeResult(), u"42"_s);
    }

    void workThatSaysItWasCancelledEndsAsCancelled()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &) -> base::Result<QString> {
            return base::Error{base::ErrorCode::Cancelled, u"cancelled"_s, {}, {}};
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.cancelled.wait());
        QCOMPARE(ends.said(), u"cancelled"_s);
    }

    void aListenerMayCancelFromProgress()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &sink) -> base::Result<QString> {
            sink.progress(u"reading"_s, 1, 2);
            return u"done"_s;
        });
        Ends ends(job);
        connect(&job, &Job::progressed, &job, &Job::cancel);
        stage->go.release();
        job.start();
        QVERIFY(ends.cancelled.wait());
        deliverEvents();
        QCOMPARE(ends.said(), u"cancelled"_s);
    }

    void aListenerMayDeleteTheJobFromProgress()
    {
        auto stage = std::make_shared<Stage>();
        QPointer<Job> job = new FakeJob(stage, [](base::ProgressSink &sink) -> base::Result<QString> {
            sink.progress(u"reading"_s, 1, 2);
            return u"done"_s;
        });
        connect(job, &Job::progressed, this, [job] { delete job.data(); });
        QSignalSpy gone(job, &QObject::destroyed);
        stage->go.release();
        job->start();
        QVERIFY(gone.wait());
        deliverEvents();
        QVERIFY(job.isNull());
    }

    void destructionWaitsForTheWorkerAndSaysNothing()
    {
        auto stage = std::make_shared<Stage>();
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        auto job =
            std::make_unique<FakeJob>(stage, [stopped](base::ProgressSink &sink) -> base::Result<QString> {
                // Ends only because the destructor cancels.
                while (!sink.cancelled()) {
                    sink.progress(u"turning"_s, 0, 0);
                    QThread::yieldCurrentThread();
                }
                *stopped = true;
                return u"x"_s;
            });
        int said = 0;
        connect(job.get(), &Job::finished, this, [&] { ++said; });
        connect(job.get(), &Job::cancelled, this, [&] { ++said; });
        job->start();
        stage->entered.acquire();
        stage->go.release();
        job.reset();
        QVERIFY(*stopped);
        QVERIFY(stage->left);
        deliverEvents();
        QCOMPARE(said, 0);
    }

    void aJobThatNeverStartedCanBeDeleted()
    {
        auto stage = std::make_shared<Stage>();
        {
            FakeJob job(stage, answer);
        }
        QCOMPARE(stage->runs.load(), 0);
    }

    void aDiscardedJobGoesWhenItsWorkerHasLetGo()
    {
        auto stage = std::make_shared<Stage>();
        QPointer<Job> job = new FakeJob(stage, answer);
        Ends ends(*job);
        QSignalSpy gone(job, &QObject::destroyed);
        job->start();
        stage->entered.acquire();
        job->discard();
        QCOMPARE(ends.said(), u"cancelled"_s);
        deliverEvents();
        QVERIFY(!job.isNull()); // the worker still hangs, and nobody waited for it
        stage->go.release();
        QVERIFY(gone.wait());
        QVERIFY(job.isNull());
        QVERIFY(stage->left);
    }

    void aJobThatHasEndedCanBeDiscarded()
    {
        auto stage = std::make_shared<Stage>();
        QPointer<Job> job = new FakeJob(stage, answer);
        Ends ends(*job);
        stage->go.release();
        job->start();
        QVERIFY(ends.finished.wait());
        job->discard();
        QCOMPARE(ends.said(), u"finished"_s);
        deliverEvents();
        QVERIFY(job.isNull());
    }

    void theLastFigureArrivesBeforeTheEnd()
    {
        constexpr int Figures = 20000;
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &sink) -> base::Result<QString> {
            for (int i = 1; i <= Figures; ++i)
                sink.progress(u"reading"_s, i, Figures);
            return u"done"_s;
        });
        Ends ends(job);
        QStringList order;
        connect(&job, &Job::progressed, &job, [&](const QString &phase, qint64 done, qint64 total) {
            order << phase + u' ' + QString::number(done) + u'/' + QString::number(total);
        });
        connect(&job, &Job::finished, &job, [&] { order << u"end"_s; });
        QElapsedTimer clock;
        clock.start();
        stage->go.release();
        job.start();
        QVERIFY(ends.finished.wait());
        QVERIFY(order.size() >= 2);
        QCOMPARE(order.last(), u"end"_s);
        QCOMPARE(order[order.size() - 2], u"reading 20000/20000"_s);
        // However slow the machine is: no more than the interval allows, the first and the last one.
        QVERIFY(order.size() - 1 <= clock.elapsed() * Job::ProgressPerSecond / 1000 + 2);
    }

    void aFigureThatWasHeldBackArrivesWhileTheWorkIsSilent()
    {
        auto stage = std::make_shared<Stage>();
        auto silent = std::make_shared<std::counting_semaphore<>>(0);
        FakeJob job(stage, [silent](base::ProgressSink &sink) -> base::Result<QString> {
            sink.progress(u"opening"_s, 0, 0);
            sink.progress(u"reading"_s, 1, 9);
            sink.progress(u"reading"_s, 7, 9); // and nothing after it for long
            silent->acquire();
            return u"done"_s;
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        QTRY_VERIFY(!ends.progressed.isEmpty() && ends.progressed.last()[1].toLongLong() == 7);
        QVERIFY(job.isRunning());
        silent->release();
        QVERIFY(ends.finished.wait());
        QCOMPARE(ends.progressed.last()[1].toLongLong(), 7);
    }

    void figuresOfOnePhaseNeverGoBack()
    {
        auto stage = std::make_shared<Stage>();
        auto next = std::make_shared<std::counting_semaphore<>>(0);
        FakeJob job(stage, [next](base::ProgressSink &sink) -> base::Result<QString> {
            for (const int done : {5, 3, 8, 2}) {
                sink.progress(u"reading"_s, done, 10);
                next->acquire();
            }
            sink.progress(u"grouping"_s, 0, 4); // another phase starts again
            return u"done"_s;
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.progressed.wait());
        next->release(4);
        QVERIFY(ends.finished.wait());
        qint64 before = -1;
        for (const QList<QVariant> &figure : ends.progressed) {
            if (figure[0].toString() != u"reading"_s)
                continue;
            QVERIFY(figure[1].toLongLong() > before);
            before = figure[1].toLongLong();
        }
        QCOMPARE(ends.progressed.last()[0].toString(), u"grouping"_s);
    }

    void manyThreadsMayReport()
    {
        auto stage = std::make_shared<Stage>();
        FakeJob job(stage, [](base::ProgressSink &sink) -> base::Result<QString> {
            std::atomic<int> done = 0;
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&] {
                    for (int i = 0; i < 500; ++i)
                        sink.progress(u"reading"_s, ++done, 2000);
                });
            for (std::thread &thread : threads)
                thread.join();
            return u"done"_s;
        });
        Ends ends(job);
        stage->go.release();
        job.start();
        QVERIFY(ends.finished.wait());
        QCOMPARE(ends.progressed.last()[1].toLongLong(), 2000);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
