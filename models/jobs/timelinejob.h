// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/timeline.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// Counts the messages of every day of a catalog, in the zone of the system.
class TimelineJob final : public ResultJob<catalog::Timeline>
{
    Q_OBJECT

public:
    explicit TimelineJob(catalog::CatalogPtr catalog, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
