// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminalprogress.h"

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

namespace {

constexpr qint64 Moment = 400;   // milliseconds before anything is shown
constexpr qint64 Interval = 100; // milliseconds between two figures

} // namespace

TerminalProgress::TerminalProgress()
    : m_nextShown(Moment)
    , m_isTerminal(::isatty(STDERR_FILENO) == 1)
{
    m_sinceStart.start();
}

TerminalProgress::~TerminalProgress()
{
    end();
}

void TerminalProgress::progress(const QString &phase, std::int64_t done, std::int64_t total)
{
    if (!m_isTerminal)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_sinceStart.elapsed() < m_nextShown)
        return;
    m_nextShown = m_sinceStart.elapsed() + Interval;
    QString line = phase;
    if (total > 0)
        line += u" %1 %"_s.arg(done * 100 / total);
    else if (done > 0)
        line += u" %1"_s.arg(done);
    std::fprintf(stderr, "\r%s\033[K", line.toLocal8Bit().constData());
    std::fflush(stderr);
    m_isShown = true;
}

void TerminalProgress::end()
{
    const std::lock_guard lock(m_mutex);
    if (!m_isShown)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_isShown = false;
}

} // namespace loredesk::app::cli
