// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/workjob.h"

namespace loredesk::jobs {

WorkJob::WorkJob(std::function<void()> work, QObject *parent)
    : Job(
          [work = std::move(work)](base::ProgressSink &) -> base::Result<void> {
              work();
              return {};
          },
          parent)
{
}

} // namespace loredesk::jobs
