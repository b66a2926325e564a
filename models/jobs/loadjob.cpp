// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/loadjob.h"

namespace loredesk::jobs {

LoadJob::LoadJob(LoadRequest request, QObject *parent)
    : ResultJob([request](base::ProgressSink &progress) { return load(request, progress); }, parent)
    , m_paths(request.paths)
{
}

} // namespace loredesk::jobs
