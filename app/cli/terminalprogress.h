// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"

#include <QElapsedTimer>
#include <QString>

#include <mutex>

namespace loredesk::app::cli {

/// Shows on standard error how far long work is, where that is a terminal and the work takes more than a moment; writes
/// nothing else. Thread-safe.
class TerminalProgress final : public base::ProgressSink
{
public:
    TerminalProgress();
    ~TerminalProgress() override;

    void progress(const QString &phase, std::int64_t done, std::int64_t total) override;
    bool cancelled() const override { return false; }

    /// Takes the line away.
    void end();

private:
    std::mutex m_mutex;
    QElapsedTimer m_sinceStart;
    qint64 m_nextShown;
    bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace loredesk::app::cli
