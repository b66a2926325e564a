// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>
#include <QTimer>

namespace loredesk::app {

/// Notices that an archive on disk changes: through the file system's own notices where it has them, and by looking at
/// a few dates now and then where it has none. Everything that touches the disk happens on a thread of its own.
class ArchiveWatch : public QObject
{
    Q_OBJECT
public:
    explicit ArchiveWatch(QObject *parent = nullptr);
    ~ArchiveWatch() override;

    /// Canonical paths of the archives that were opened together; empty: nothing is watched. What changed before this is
    /// not noticed.
    void watch(const QStringList &archivePaths);

    /// How long changes are gathered, in ms: whoever fetches mail writes more than once. And at the longest, while they
    /// never cease.
    void setPatience(int quiet, int longest);

signals:
    void changed();
    /// The places are being watched from now on.
    void ready();

private:
    class Eye;

    void noticed();

    QThread m_thread;
    Eye *m_eye; ///< lives in m_thread
    QTimer m_quiet;
    QTimer m_longest;
};

} // namespace loredesk::app
