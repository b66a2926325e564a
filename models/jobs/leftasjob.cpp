// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/leftasjob.h"

#include "models/store/userstore.h"

namespace loredesk::jobs {

LeftAsJob::LeftAsJob(const QString &userStore, const QString &archive, std::optional<QByteArray> now,
                     QObject *parent)
    : ResultJob(
          [userStore, archive, now = std::move(now)](base::ProgressSink &) -> base::Result<QByteArray> {
              auto store = store::UserStore::open(userStore);
              if (!store)
                  return store.error();
              if (!now)
                  return store->leftAs(archive);
              if (const auto written = store->setLeftAs(archive, *now); !written)
                  return written.error();
              return *now;
          },
          parent)
{
}

} // namespace loredesk::jobs
