// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/visitjob.h"

#include "models/store/userstore.h"

namespace loredesk::jobs {

VisitJob::VisitJob(const QString &userStore, const QString &archive, std::optional<base::UnixSeconds> seenNow,
                   QObject *parent)
    : ResultJob(
          [userStore, archive,
           seenNow](base::ProgressSink &) -> base::Result<std::optional<base::UnixSeconds>> {
              auto store = store::UserStore::open(userStore);
              if (!store)
                  return store.error();
              if (seenNow) {
                  if (const auto written = store->setSeenUntil(archive, *seenNow); !written)
                      return written.error();
              }
              return store->seenUntil(archive);
          },
          parent)
{
}

} // namespace loredesk::jobs
