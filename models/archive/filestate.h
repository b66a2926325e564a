// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/position.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFileInfo>

namespace loredesk::archive {

/// What tells one state of a file from another without reading it: size, time of change, inode.
QByteArray fileState(const QString &path);

/// Twenty bytes that stand for `text`, for Position::blob of archives without git.
base::ObjectBytes identityOf(const QByteArray &text);

/// A hash over the beginning, the end and samples in between: enough to see whether a program rewrote a mailbox,
/// which moves everything behind the change, at a cost that does not grow with the file.
QByteArray sampledHash(QByteArrayView bytes);

} // namespace loredesk::archive
