// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/job.h"

#include <optional>

namespace loredesk::jobs {

/// A job with something to hand over.
template <class T>
class ResultJob : public Job
{
public:
    /// Only after finished().
    const T &result() const { return **m_result; }
    /// Takes it out of the job. Only after finished(), and once.
    T takeResult() { return std::move(**m_result); }

protected:
    using ResultWork = std::function<base::Result<T>(base::ProgressSink &)>;
    explicit ResultJob(ResultWork work, QObject *parent = nullptr)
        : ResultJob(std::make_shared<std::optional<T>>(), std::move(work), parent)
    {
    }

private:
    using Slot = std::shared_ptr<std::optional<T>>;

    ResultJob(const Slot &slot, ResultWork work, QObject *parent)
        : Job(
              [slot, work = std::move(work)](base::ProgressSink &progress) -> base::Result<void> {
                  base::Result<T> result = work(progress);
                  if (!result)
                      return result.error();
                  // Nobody will ask for the result of a cancelled job: let it go here, not on the main
                  // thread.
                  if (!progress.cancelled())
                      slot->emplace(std::move(*result));
                  return {};
              },
              parent)
        , m_result(slot)
    {
    }

    Slot m_result;
};

} // namespace loredesk::jobs
