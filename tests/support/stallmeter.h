// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace loredesk::tests {

/// Measures how long the event loop of the thread that made it takes to answer: a thread asks again and again, about
/// once a millisecond, and notes how long the answer took and what was going on. Nobody can wait for a window for
/// longer than it waits for an answer.
class StallMeter
{
public:
    /// Of all answers while one thing was going on, in ms.
    struct Summary
    {
        QString activity;
        std::size_t answers = 0;
        std::size_t over5 = 0;
        std::size_t over50 = 0;
        double longest = 0;
    };

    StallMeter();
    ~StallMeter();

    /// What goes on from now on. A stall counts for what went on when it ended.
    void setActivity(const QString &activity);
    /// In the order in which things went on first.
    std::vector<Summary> summaries() const;
    double longest() const;

private:
    class Answerer;
    void watch(const std::stop_token &stopped);
    void note(double milliseconds);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_answered;
    bool m_isWaiting = false; ///< for an answer
    QString m_activity;
    std::vector<Summary> m_summaries;
    std::unique_ptr<Answerer> m_answerer;
    std::jthread m_thread;
};

} // namespace loredesk::tests
