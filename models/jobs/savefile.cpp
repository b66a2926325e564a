// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/engine.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace loredesk::jobs {

namespace {

base::Error unwritable(const QString &path, const QString &reason)
{
    base::Place place;
    place.path = path;
    return {base::ErrorCode::Unwritable, "cannot be written: "_L1 + reason, place,
            u"make room or choose another place; nothing was left half-written"_s};
}

/// Devices and pipes cannot be replaced by a renamed file (as root it would even succeed, and the device be
/// gone).
base::Result<void> writeThrough(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return unwritable(path, file.errorString());
    qint64 at = 0;
    while (at < bytes.size()) {
        const qint64 written = file.write(bytes.constData() + at, bytes.size() - at);
        if (written <= 0)
            return unwritable(path, file.errorString());
        at += written;
    }
    return {};
}

} // namespace

base::Result<void> saveFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return writeThrough(path, bytes);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return unwritable(path, reason);
    }
    if (!file.commit())
        return unwritable(path, file.errorString());
    return {};
}

} // namespace loredesk::jobs
