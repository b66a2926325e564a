// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <cstdint>

namespace loredesk::base {

/// Where long work reports how far it is and asks whether it should stop. Called from worker threads,
/// possibly from several at once; implementations are thread-safe and cheap (they throttle).
class ProgressSink
{
public:
    virtual ~ProgressSink();

    /// `phase` is a word for people ("reading messages"); `done` of `total`, total 0 where it is unknown.
    virtual void progress(const QString &phase, std::int64_t done, std::int64_t total) = 0;
    /// Asked often (at least every few hundred messages); once true it stays true.
    virtual bool cancelled() const = 0;
};

/// Reports nothing, never cancels: for tests and the command line.
class NoProgress final : public ProgressSink
{
public:
    void progress(const QString &, std::int64_t, std::int64_t) override {}
    bool cancelled() const override { return false; }
};

} // namespace loredesk::base
