// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openarchive.h"

#include "app/letgo.h"
#include "models/jobs/leftasjob.h"
#include "models/jobs/loadjob.h"
#include "models/jobs/visitjob.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

OpenArchive::OpenArchive(QStringList paths, Places places, QObject *parent)
    : QObject(parent)
    , m_paths(std::move(paths))
    , m_places(std::move(places))
{
    connect(&m_watch, &ArchiveWatch::changed, this, &OpenArchive::askForRefresh);
    connect(&m_keeper, &ArchiveKeeper::ended, this, [this] {
        if (std::exchange(m_isRefreshDue, false))
            refresh(false);
    });
    connect(&m_keeper, &ArchiveKeeper::failed, this, [this](const base::Error &error) {
        emit trouble(tr("Nothing is kept of this archive, so opening and searching it takes longer"),
                     error.toString());
    });
    connect(&m_keeper, &ArchiveKeeper::overtaken, this, [this] {
        m_isStoreLost = true;
        refresh(false);
    });
}

OpenArchive::~OpenArchive()
{
    m_keeper.disconnect(this);
    if (m_write && m_write->parent() == this) {
        // The program ends: how it is left in the end is what counts.
        m_write->disconnect(this);
        delete m_write;
        writeLeft();
    }
    discard(m_load);
    discard(m_refresh);
    discard(m_askNews);
    letGo(std::move(parked.rows));
    letGo(std::move(parked.index));
    letGo(std::move(m_loaded));
}

bool OpenArchive::isResource() const
{
    return std::any_of(m_paths.begin(), m_paths.end(),
                       [](const QString &path) { return path.startsWith(u':'); });
}

QString OpenArchive::key() const
{
    return m_paths.join(u'\n');
}

QString OpenArchive::name() const
{
    if (m_loaded)
        return m_loaded->catalog->info().name;
    QString name = QFileInfo(m_paths.first()).fileName();
    if (name.isEmpty())
        name = QDir(m_paths.first()).dirName();
    return name;
}

items::ArchiveEntry OpenArchive::entry() const
{
    using State = items::ArchiveEntry::State;
    items::ArchiveEntry entry;
    entry.paths = m_paths;
    entry.name = name();
    entry.state = m_hasFailed ? State::Failed : m_isReady ? State::Ready : State::Loading;
    if (m_news)
        entry.messages = m_news->messages;
    if (m_news && m_seenUntil)
        entry.fresh = m_news->fresh;
    if (m_hasFailed)
        entry.note = m_error.toString();
    return entry;
}

jobs::LoadRequest OpenArchive::request() const
{
    jobs::LoadRequest request;
    request.paths = m_paths;
    request.storeDirectory = isResource() ? QString() : m_places.stores;
    return request;
}

void OpenArchive::load()
{
    Q_ASSERT(!m_isReady);
    discard(m_load);
    m_hasFailed = false;
    auto *job = new jobs::LoadJob(request(), this);
    m_load = job;
    connect(job, &jobs::Job::progressed, this, &OpenArchive::progressed);
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_load.clear();
        m_loaded = job->takeResult();
        job->deleteLater();
        loadEnded();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_load.clear();
        job->deleteLater();
        m_hasFailed = true;
        m_error = error;
        emit changed();
        emit failed(error);
    });
    job->start();
    if (!m_isLeftKnown)
        askHowLeft();
    emit changed();
}

void OpenArchive::askHowLeft()
{
    if (m_places.userStore.isEmpty() || isResource()) {
        m_isLeftKnown = true;
        return;
    }
    auto *job = new jobs::LeftAsJob(m_places.userStore, key(), std::nullopt, this);
    connect(job, &jobs::Job::finished, this, [this, job] {
        job->deleteLater();
        m_written = job->takeResult();
        m_left = LeftAs::fromBytes(m_written);
        m_isLeftKnown = true;
        loadEnded();
    });
    connect(job, &jobs::Job::failed, this, [this, job] {
        // What the store has against it, the visit says.
        job->deleteLater();
        m_isLeftKnown = true;
        loadEnded();
    });
    job->start();
}

void OpenArchive::loadEnded()
{
    if (!m_loaded || !m_isLeftKnown || m_isReady)
        return;
    m_isReady = true;
    setWatching(m_isWatching);
    askForVisit();
    emit changed();
    emit ready();
}

void OpenArchive::refresh(bool isAsked)
{
    // One at a time is enough, but that the user wants to see theirs.
    if (!m_isReady || (m_refresh && !isAsked))
        return;
    discard(m_refresh);
    m_isRefreshAsked = isAsked;
    auto *job = new jobs::RefreshJob(request(), m_loaded, this);
    m_refresh = job;
    if (isAsked)
        connect(job, &jobs::Job::progressed, this, &OpenArchive::progressed);
    connect(job, &jobs::Job::finished, this, [this, job, isAsked] {
        m_refresh.clear();
        jobs::Refreshed refreshed = job->takeResult();
        job->deleteLater();
        emit this->refreshed(refreshed, isAsked);
        letGo(std::move(refreshed.loaded)); // where nobody took it
    });
    connect(job, &jobs::Job::failed, this, [this, job, isAsked](const base::Error &error) {
        m_refresh.clear();
        job->deleteLater();
        emit refreshFailed(error, isAsked);
    });
    job->start();
}

bool OpenArchive::isLoading() const
{
    return m_load || (m_loaded && !m_isReady);
}

bool OpenArchive::cancel()
{
    const bool isAnything = m_load || (m_refresh && m_isRefreshAsked);
    discard(m_load);
    discard(m_refresh);
    return isAnything;
}

void OpenArchive::replace(jobs::LoadedArchivePtr loaded)
{
    letGo(std::move(parked.rows));
    letGo(std::move(parked.index));
    parked = {};
    within.reset();
    letGo(std::exchange(m_loaded, std::move(loaded)));
    m_isStoreLost = false;
    m_isKeeping = false;
    askForNews();
    emit changed();
}

void OpenArchive::keep()
{
    if (!m_loaded || std::exchange(m_isKeeping, true))
        return;
    if (const base::Problem &problem = m_loaded->storeTrouble; !problem.text.isEmpty())
        emit trouble(tr("What was kept of this archive cannot be used"), problem.toString());
    m_keeper.keep(m_loaded);
}

void OpenArchive::setWatching(bool on)
{
    m_isWatching = on;
    const bool isWorthIt = on && m_isReady && m_loaded->keepsake;
    m_watch.watch(isWorthIt ? m_loaded->archive->path().split(u'\n') : QStringList());
}

void OpenArchive::askForRefresh()
{
    // What is being indexed would have to begin anew, and a list that never rests would never be indexed.
    if (m_keeper.isBusy())
        m_isRefreshDue = true;
    else
        refresh(false);
}

void OpenArchive::askForVisit()
{
    if (m_places.userStore.isEmpty() || isResource()) {
        askForNews();
        return;
    }
    auto *job = new jobs::VisitJob(m_places.userStore, m_loaded->archive->path(), std::nullopt, this);
    connect(job, &jobs::Job::finished, this, [this, job] {
        job->deleteLater();
        m_seenUntil = job->result();
        emit seenUntilKnown();
        askForNews();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        job->deleteLater();
        emit trouble(tr("Nobody remembers when this archive was visited last"), error.toString());
        askForNews();
    });
    job->start();
}

void OpenArchive::askForNews()
{
    discard(m_askNews);
    auto *job = new jobs::NewsJob(m_loaded->catalog, m_seenUntil, this);
    m_askNews = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_askNews.clear();
        job->deleteLater();
        m_news = job->result();
        emit changed();
    });
    job->start();
}

void OpenArchive::noteVisit()
{
    if (!m_isReady || m_places.userStore.isEmpty() || isResource())
        return;
    base::UnixSeconds newest = m_news ? m_news->newest : 0;
    if (!m_news) { // whoever comes and goes at once
        for (const series::MessageHead &head : m_loaded->catalog->messages())
            newest = std::max(newest, series::arrivalOf(head));
    }
    // It is written to its end, whoever deletes it meanwhile.
    auto *job = new jobs::VisitJob(m_places.userStore, m_loaded->archive->path(), newest, this);
    for (const auto signal : {&jobs::Job::finished, &jobs::Job::cancelled})
        connect(job, signal, job, &QObject::deleteLater);
    connect(job, &jobs::Job::failed, job, &QObject::deleteLater);
    job->start();
}

void OpenArchive::setLeft(const LeftAs &left)
{
    m_left = left;
    writeLeft();
}

void OpenArchive::writeLeft()
{
    // One after the other, so that the last is the one that stays.
    if (m_write || !m_left || !m_isReady || m_places.userStore.isEmpty() || isResource())
        return;
    const QByteArray bytes = m_left->toBytes();
    if (bytes == m_written)
        return;
    m_written = bytes;
    auto *job = new jobs::LeftAsJob(m_places.userStore, key(), bytes, this);
    m_write = job;
    const auto ended = [this, job] {
        m_write.clear();
        job->deleteLater();
        emit leftWritten();
        writeLeft();
    };
    connect(job, &jobs::Job::finished, this, ended);
    connect(job, &jobs::Job::failed, this, ended); // the visit says what is the matter with the store
    job->start();
}

} // namespace loredesk::app
