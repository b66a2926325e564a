// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archivewatch.h"

#include "models/jobs/watchplaces.h"

#include <QFileSystemWatcher>

#include <memory>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

constexpr int Quiet = 1500;
constexpr int Longest = 10000;
constexpr int LookEvery = 30000;

} // namespace

/// Everything of it but the constructor runs in the thread of the watch.
class ArchiveWatch::Eye : public QObject
{
public:
    explicit Eye(ArchiveWatch &watch)
        : m_watch(watch)
    {
    }

    void watch(const QStringList &archivePaths)
    {
        m_paths = archivePaths;
        m_watcher.reset();
        m_look.reset();
        if (m_paths.isEmpty())
            return;
        m_watcher = std::make_unique<QFileSystemWatcher>();
        m_look = std::make_unique<QTimer>();
        connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, [this] { tell(); });
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, [this] { tell(); });
        // Network file systems say nothing.
        connect(m_look.get(), &QTimer::timeout, this, [this] {
            if (jobs::stateOf(m_places) != m_state)
                tell();
        });
        m_look->start(LookEvery);
        settle();
        emit m_watch.ready();
    }

private:
    /// A file that was replaced is watched no more, and epochs may have come: begin anew.
    void settle()
    {
        m_places = jobs::placesToWatch(m_paths);
        m_state = jobs::stateOf(m_places);
        const QStringList known = m_watcher->files() + m_watcher->directories();
        QStringList missing;
        for (const QString &place : std::as_const(m_places)) {
            if (!known.contains(place))
                missing << place;
        }
        if (!missing.isEmpty())
            m_watcher->addPaths(missing);
    }

    void tell()
    {
        settle();
        QMetaObject::invokeMethod(
            &m_watch, [watch = &m_watch] { watch->noticed(); }, Qt::QueuedConnection);
    }

    ArchiveWatch &m_watch;
    QStringList m_paths;
    QStringList m_places;
    QByteArray m_state;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QTimer> m_look;
};

ArchiveWatch::ArchiveWatch(QObject *parent)
    : QObject(parent)
    , m_eye(new Eye(*this))
{
    m_eye->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_eye, &QObject::deleteLater);
    m_thread.setObjectName(u"watch"_s);
    for (QTimer *timer : {&m_quiet, &m_longest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] {
            m_quiet.stop();
            m_longest.stop();
            emit changed();
        });
    }
    setPatience(Quiet, Longest);
    m_thread.start(QThread::LowPriority);
}

ArchiveWatch::~ArchiveWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void ArchiveWatch::watch(const QStringList &archivePaths)
{
    m_quiet.stop();
    m_longest.stop();
    QMetaObject::invokeMethod(
        m_eye, [eye = m_eye, archivePaths] { eye->watch(archivePaths); }, Qt::QueuedConnection);
}

void ArchiveWatch::setPatience(int quiet, int longest)
{
    m_quiet.setInterval(quiet);
    m_longest.setInterval(longest);
}

void ArchiveWatch::noticed()
{
    m_quiet.start();
    if (!m_longest.isActive())
        m_longest.start();
}

} // namespace loredesk::app
