// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>

class QLockFile;

namespace loredesk::jobs {

/// A private directory (0700) for files that are handed to other programs: where they lie until those have
/// taken them. It goes with everything in it when the tray does; what a process left that ended badly goes
/// when the next one sweeps. Thread-safe; every member but the constructor touches the disk, so not for the
/// main thread but at the end.
class OutTray
{
public:
    struct File
    {
        QString name; ///< a plain name of a file: no slash, not hidden
        QByteArray bytes;
    };

    /// Beneath `place`, which is made where it is missing. Nothing is written before there is something to
    /// put.
    explicit OutTray(QString place);
    ~OutTray();
    OutTray(const OutTray &) = delete;
    OutTray &operator=(const OutTray &) = delete;

    /// Writes the files, each whole, into a directory of their own, so that they can have the names they
    /// should; a name that comes twice is counted on. Their paths, in order. Errors: Unwritable; then none of
    /// them is left.
    base::Result<QStringList> put(const QList<File> &files);

    /// Removes what trays of processes that are no more have left beneath `place`.
    static void sweep(const QString &place);

private:
    base::Result<void> make();

    const QString m_place;
    std::mutex m_mutex;
    QString m_directory; ///< empty until it is made
    std::unique_ptr<QLockFile> m_lock;
    int m_handed = 0;
};

} // namespace loredesk::jobs
