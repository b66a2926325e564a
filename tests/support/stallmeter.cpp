// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallmeter.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <chrono>

namespace loredesk::tests {

namespace {

using Clock = std::chrono::steady_clock;

QEvent::Type questionType()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

} // namespace

class StallMeter::Answerer : public QObject
{
public:
    explicit Answerer(StallMeter &meter)
        : m_meter(meter)
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() != questionType())
            return QObject::event(event);
        const std::lock_guard lock(m_meter.m_mutex);
        m_meter.m_isWaiting = false;
        m_meter.m_answered.notify_one();
        return true;
    }

private:
    StallMeter &m_meter;
};

StallMeter::StallMeter()
    : m_answerer(std::make_unique<Answerer>(*this))
    , m_thread([this](const std::stop_token &stopped) { watch(stopped); })
{
}

StallMeter::~StallMeter()
{
    m_thread.request_stop();
    m_thread.join();
}

void StallMeter::watch(const std::stop_token &stopped)
{
    while (!stopped.stop_requested()) {
        std::unique_lock lock(m_mutex);
        m_isWaiting = true;
        const Clock::time_point asked = Clock::now();
        QCoreApplication::postEvent(m_answerer.get(), new QEvent(questionType()));
        if (!m_answered.wait(lock, stopped, [this] { return !m_isWaiting; }))
            return;
        note(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
        m_answered.wait_for(lock, stopped, std::chrono::milliseconds(1), [] { return false; });
    }
}

void StallMeter::note(double milliseconds)
{
    auto summary = std::find_if(m_summaries.begin(), m_summaries.end(),
                                [this](const Summary &known) { return known.activity == m_activity; });
    if (summary == m_summaries.end())
        summary = m_summaries.insert(summary, Summary{m_activity});
    ++summary->answers;
    summary->over5 += milliseconds > 5 ? 1 : 0;
    summary->over50 += milliseconds > 50 ? 1 : 0;
    summary->longest = std::max(summary->longest, milliseconds);
}

void StallMeter::setActivity(const QString &activity)
{
    const std::lock_guard lock(m_mutex);
    m_activity = activity;
}

std::vector<StallMeter::Summary> StallMeter::summaries() const
{
    const std::lock_guard lock(m_mutex);
    return m_summaries;
}

double StallMeter::longest() const
{
    double longest = 0;
    for (const Summary &summary : summaries())
        longest = std::max(longest, summary.longest);
    return longest;
}

} // namespace loredesk::tests
