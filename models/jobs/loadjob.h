// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// Opens and reads an archive: load() on a thread of its own.
class LoadJob final : public ResultJob<LoadedArchivePtr>
{
    Q_OBJECT

public:
    explicit LoadJob(LoadRequest request, QObject *parent = nullptr);

    const QStringList &paths() const { return m_paths; }

private:
    QStringList m_paths;
};

} // namespace loredesk::jobs
