// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// An archive that was loaded again.
struct Refreshed
{
    LoadedArchivePtr loaded;
    int added = 0;          ///< messages that were not there before
    bool isChanged = false; ///< false: every message is where it was, in the order it was
    std::vector<base::MessageIndex> rowNow; ///< by row of before; invalid where it is gone. Empty without a change
};

/// Loads an archive again and finds out what came: the catalogs of before and of now can be asked by Message-ID
/// afterwards without making anybody wait.
class RefreshJob final : public ResultJob<Refreshed>
{
    Q_OBJECT

public:
    RefreshJob(LoadRequest request, LoadedArchivePtr before, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
