// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/savejob.h"

#include "models/jobs/engine.h"

namespace loredesk::jobs {

SaveJob::SaveJob(const QString &path, const QByteArray &bytes, QObject *parent)
    : Job([path, bytes](base::ProgressSink &) { return saveFile(path, bytes); }, parent)
    , m_path(path)
{
}

} // namespace loredesk::jobs
