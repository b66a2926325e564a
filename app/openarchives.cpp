// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openarchives.h"

#include "app/settings.h"

#include <algorithm>

namespace loredesk::app {

OpenArchives::OpenArchives(Settings &settings, Places places, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_places(std::move(places))
    , m_isWatching(settings.isWatching())
{
}

OpenArchives::~OpenArchives() = default;

OpenArchive *OpenArchives::find(const QStringList &paths) const
{
    return at(m_model.rowOf(paths));
}

OpenArchive *OpenArchives::at(int row) const
{
    return row >= 0 && std::size_t(row) < m_archives.size() ? m_archives[std::size_t(row)].get() : nullptr;
}

OpenArchive *OpenArchives::add(const QStringList &paths)
{
    OpenArchive *archive = m_archives.emplace_back(std::make_unique<OpenArchive>(paths, m_places)).get();
    archive->setWatching(m_isWatching);
    m_model.put(archive->entry());
    connect(archive, &OpenArchive::changed, this, [this, archive] { m_model.put(archive->entry()); });
    connect(archive, &OpenArchive::progressed, this,
            [this, archive](const QString &phase, qint64 done, qint64 total) {
                emit progressed(archive, phase, done, total);
            });
    connect(archive, &OpenArchive::ready, this, [this, archive] {
        emit ready(archive);
        loadNext();
    });
    connect(archive, &OpenArchive::failed, this, [this, archive](const base::Error &error) {
        emit failed(archive, error);
        loadNext();
    });
    connect(archive, &OpenArchive::refreshed, this,
            [this, archive](const jobs::Refreshed &refreshed, bool isAsked) {
                emit this->refreshed(archive, refreshed, isAsked);
            });
    connect(archive, &OpenArchive::refreshFailed, this,
            [this, archive](const base::Error &error, bool isAsked) {
                emit refreshFailed(archive, error, isAsked);
            });
    connect(archive, &OpenArchive::seenUntilKnown, this, [this, archive] { emit seenUntilKnown(archive); });
    connect(archive, &OpenArchive::trouble, this, &OpenArchives::trouble);
    return archive;
}

void OpenArchives::close(OpenArchive *archive)
{
    const auto found = std::find_if(m_archives.begin(), m_archives.end(),
                                    [archive](const auto &each) { return each.get() == archive; });
    if (found == m_archives.end())
        return;
    archive->noteVisit();
    archive->disconnect(this);
    m_model.remove(archive->paths());
    // What is being written is written to its end, and nobody waits for it; here there is somebody who does
    // at the end.
    const QList<jobs::Job *> running = archive->findChildren<jobs::Job *>(Qt::FindDirectChildrenOnly);
    for (jobs::Job *job : running) {
        job->setParent(this);
        job->discard();
    }
    // It may be in the middle of saying something.
    found->release()->deleteLater();
    m_archives.erase(found);
    loadNext();
}

OpenArchive *OpenArchives::neighbour(const OpenArchive *archive, int step) const
{
    const int count = int(m_archives.size());
    const int from = archive ? m_model.rowOf(archive->paths()) : 0;
    for (int i = 1; i <= count; ++i) {
        OpenArchive *each = at(((from + i * step) % count + count) % count);
        if (each != archive && each->isReady())
            return each;
    }
    return nullptr;
}

OpenArchive *OpenArchives::restore(const QList<QStringList> &archives, const QStringList &first)
{
    for (const QStringList &paths : archives) {
        if (find(paths))
            continue;
        OpenArchive *archive = add(paths);
        archive->isRestored = true;
        if (paths == first)
            m_toLoad.prepend(archive);
        else
            m_toLoad.append(archive);
    }
    OpenArchive *next = m_toLoad.isEmpty() ? nullptr : m_toLoad.first().data();
    loadNext();
    return next;
}

void OpenArchives::loadNext()
{
    // One has all cores, and is there the sooner.
    for (const auto &archive : m_archives) {
        if (archive->isLoading())
            return;
    }
    while (!m_toLoad.isEmpty()) {
        // Somebody may have asked for it before its turn came.
        if (OpenArchive *archive = m_toLoad.takeFirst(); archive && !archive->isReady()) {
            archive->load();
            return;
        }
    }
}

void OpenArchives::setWatching(bool on)
{
    m_isWatching = on;
    for (const auto &archive : m_archives) {
        archive->setWatching(on);
        if (on)
            archive->refresh(false); // nobody looked meanwhile
    }
}

void OpenArchives::remember(const OpenArchive *shown)
{
    QList<QStringList> open;
    for (const auto &archive : m_archives)
        open << archive->paths();
    m_settings.setOpenArchives(open, shown ? shown->paths() : QStringList());
}

} // namespace loredesk::app
