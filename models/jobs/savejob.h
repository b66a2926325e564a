// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/job.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace loredesk::jobs {

/// Writes bytes to a file, whole or not at all. A save that was cancelled while it ran may have been carried
/// out.
class SaveJob final : public Job
{
    Q_OBJECT

public:
    SaveJob(const QString &path, const QByteArray &bytes, QObject *parent = nullptr);
    /// `content`: what makes the bytes, called on the worker.
    SaveJob(const QString &path, const std::function<QByteArray()> &content, QObject *parent = nullptr);

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace loredesk::jobs
