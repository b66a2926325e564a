// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/storejob.h"

#include <sys/resource.h>
#include <unistd.h>

namespace loredesk::jobs {

namespace {

/// The window comes first. On Linux niceness is a thread's own, and threads that it makes take it over.
void giveWay()
{
    constexpr int nice = 10;
    (void)::setpriority(PRIO_PROCESS, id_t(::gettid()), nice);
}

} // namespace

StoreJob::StoreJob(LoadedArchivePtr loaded, QObject *parent)
    : ResultJob(
          [loaded = std::move(loaded)](base::ProgressSink &progress) -> base::Result<StoreUpdate> {
              giveWay();
              StoreUpdate update;
              const auto kept = keep(*loaded);
              if (!kept)
                  return kept.error();
              update.kept = *kept;
              const auto indexed = indexText(*loaded, *kept, 0, progress);
              if (!indexed)
                  return indexed.error();
              update.text = *indexed;
              return update;
          },
          parent)
{
}

} // namespace loredesk::jobs
