// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <QElapsedTimer>

namespace loredesk::jobs {

/// Notes how long a phase took, when it is stopped or goes. A phase that comes again adds up.
class Stopwatch
{
public:
    Stopwatch(std::vector<Timing> &timings, QString phase)
        : m_timings(timings)
        , m_phase(std::move(phase))
    {
        m_timer.start();
    }
    Stopwatch(const Stopwatch &) = delete;
    Stopwatch &operator=(const Stopwatch &) = delete;
    ~Stopwatch() { stop(); }

    void stop()
    {
        if (!m_timer.isValid())
            return;
        const double seconds = double(m_timer.nsecsElapsed()) / 1e9;
        m_timer.invalidate();
        for (Timing &timing : m_timings) {
            if (timing.phase == m_phase) {
                timing.seconds += seconds;
                return;
            }
        }
        m_timings.push_back({m_phase, seconds});
    }

private:
    std::vector<Timing> &m_timings;
    QString m_phase;
    QElapsedTimer m_timer;
};

} // namespace loredesk::jobs
