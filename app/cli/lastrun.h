// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/jobs/engine.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace loredesk::app::cli {

/// What the last `digest --since-last` of an archive had told. Kept in a file of its own per archive below
/// $XDG_STATE_HOME/loredesk (~/.local/state/loredesk).
struct LastRun
{
    QString revision;             ///< full id of the newest commit (archives with revisions), else empty
    base::UnixSeconds newest = 0; ///< date of the newest message that was told
    QSet<QByteArray> seen;        ///< marks of all messages (archives without revisions), see messageMark
};

/// A short mark by which a message is known again: of its Message-ID, else of its content.
QByteArray messageMark(const series::MessageHead &head);

/// The file for an archive, by its canonical path.
QString lastRunFile(const QString &archivePath);

/// Nothing where there was no last run or its file cannot be understood (then the next one starts anew).
std::optional<LastRun> readLastRun(const QString &archivePath);

/// Writes it whole or not at all. Errors: Unwritable.
base::Result<void> writeLastRun(const QString &archivePath, const LastRun &run);

} // namespace loredesk::app::cli
