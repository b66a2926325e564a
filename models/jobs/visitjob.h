// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// Asks the user's own store what was seen of an archive at the last visit, or notes what is seen now; see
/// store::UserStore. A note is written even where the job is cancelled or deleted meanwhile. Errors: those of the store.
class VisitJob final : public ResultJob<std::optional<base::UnixSeconds>>
{
    Q_OBJECT

public:
    /// `seenNow`: nothing to ask only.
    VisitJob(const QString &userStore, const QString &archive, std::optional<base::UnixSeconds> seenNow,
             QObject *parent = nullptr);
};

} // namespace loredesk::jobs
