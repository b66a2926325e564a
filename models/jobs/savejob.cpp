// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/savejob.h"

#include "models/jobs/engine.h"

namespace loredesk::jobs {

SaveJob::SaveJob(const QString &path, const QByteArray &bytes, QObject *parent)
    : SaveJob(
          path, [bytes] { return bytes; }, parent)
{
}

SaveJob::SaveJob(const QString &path, const std::function<QByteArray()> &content, QObject *parent)
    : Job([path, content](base::ProgressSink &) { return saveFile(path, content()); }, parent)
    , m_path(path)
{
}

} // namespace loredesk::jobs
