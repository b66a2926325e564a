// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/timelinejob.h"

namespace loredesk::jobs {

TimelineJob::TimelineJob(catalog::CatalogPtr catalog, QObject *parent)
    : ResultJob(
          [catalog = std::move(catalog)](base::ProgressSink &) -> base::Result<catalog::Timeline> {
              return catalog::Timeline::of(*catalog, QTimeZone::systemTimeZone());
          },
          parent)
{
}

} // namespace loredesk::jobs
