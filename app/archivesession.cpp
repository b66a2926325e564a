// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archivesession.h"

#include "app/settings.h"
#include "models/base/hostiletext.h"
#include "models/items/seriesfiltermodel.h"
#include "models/jobs/visitjob.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/searchfield.h"
#include "ui/statusstrip.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

constexpr int VisitAfter = 5 * 60 * 1000;

bool isResource(const QStringList &paths)
{
    return std::any_of(paths.begin(), paths.end(), [](const QString &path) { return path.startsWith(u':'); });
}

} // namespace

ArchiveSession::ArchiveSession(Settings &settings, ui::MainWindow &window, items::SeriesFilterModel &series,
                               Places places, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_series(series)
    , m_places(std::move(places))
    , m_views(window, series, m_places.userStore)
{
    m_visiting.setSingleShot(true);
    m_visiting.setInterval(VisitAfter);
    connect(&m_visiting, &QTimer::timeout, this, &ArchiveSession::noteVisit);
    connectSearch();
    connectKeeper();
    connect(&m_watch, &ArchiveWatch::changed, this, &ArchiveSession::askForRefresh);
    m_window.setWatching(m_settings.isWatching());
    connect(&m_window, &ui::MainWindow::watchingChanged, this, [this](bool on) {
        m_settings.setWatching(on);
        startWatching();
        if (on && m_loaded)
            askForRefresh(); // nobody looked meanwhile
    });
    connect(&m_window, &ui::MainWindow::closing, this, &ArchiveSession::noteVisit);
}

ArchiveSession::~ArchiveSession()
{
    m_window.disconnect(this);
    m_keeper.disconnect(this);
    m_search.disconnect(this);
}

void ArchiveSession::connectSearch()
{
    ui::SearchField *field = m_window.filterBar()->field();
    field->setRecent(m_settings.recentSearches());
    connect(&m_window, &ui::MainWindow::searchChanged, &m_search, &ArchiveSearch::setText);
    connect(&m_window, &ui::MainWindow::searchCommitted, this, [this, field](const QString &query) {
        m_search.explain();
        if (field->hasProblem())
            return;
        m_settings.addRecentSearch(query);
        field->setRecent(m_settings.recentSearches());
    });
    connect(&m_window, &ui::MainWindow::recentSearchesCleared, this, [this, field] {
        m_settings.clearRecentSearches();
        field->setRecent({});
    });
    connect(&m_search, &ArchiveSearch::answered, this,
            [this](const std::vector<base::MessageIndex> &messages, qsizetype unindexed) {
                m_series.setFound(messages);
                m_window.setSearchCount(qsizetype(messages.size()), unindexed);
                emit searched();
            });
    connect(&m_search, &ArchiveSearch::cleared, this, [this] {
        m_series.setFound(std::nullopt);
        m_window.setSearchCount(std::nullopt, 0);
        emit searched();
    });
    connect(&m_search, &ArchiveSearch::markerChanged, m_window.messageView(), &ui::MessageView::setMarker);
    connect(&m_search, &ArchiveSearch::problemFound, field, &ui::SearchField::showProblem);
    connect(&m_search, &ArchiveSearch::progressed, m_window.statusStrip(), &ui::StatusStrip::showBackground);
    connect(&m_search, &ArchiveSearch::ended, m_window.statusStrip(), &ui::StatusStrip::hideBackground);
    connect(&m_search, &ArchiveSearch::failed, this,
            [this](const base::Error &error) { m_window.showError(error); });
}

void ArchiveSession::connectKeeper()
{
    connect(&m_keeper, &ArchiveKeeper::progressed, m_window.statusStrip(), &ui::StatusStrip::showBackground);
    connect(&m_keeper, &ArchiveKeeper::ended, this, [this] {
        m_window.statusStrip()->hideBackground();
        m_search.setIndexing(false);
        m_views.setIndexing(false);
        emit kept();
        if (std::exchange(m_isRefreshDue, false))
            emit refreshWanted();
    });
    connect(&m_keeper, &ArchiveKeeper::failed, this, [this](const base::Error &error) {
        sayTrouble(tr("Nothing is kept of this archive, so opening and searching it takes longer"),
                   error.toString());
    });
    connect(&m_keeper, &ArchiveKeeper::overtaken, this, [this] {
        m_isStoreLost = true;
        emit refreshWanted();
    });
    connect(&m_window, &ui::MainWindow::backgroundCancelRequested, this, [this] {
        if (m_keeper.isBusy())
            m_keeper.stop();
        else
            m_window.filterBar()->setText({});
    });
}

QString ArchiveSession::storeDirectoryFor(const QStringList &paths) const
{
    return isResource(paths) ? QString() : m_places.stores;
}

void ArchiveSession::show(const jobs::LoadedArchivePtr &loaded)
{
    noteVisit();
    m_isRefreshDue = false;
    m_series.setSeenUntil(std::nullopt);
    update(loaded);
    startWatching();
    if (!m_loaded)
        return;
    askForVisit();
}

void ArchiveSession::update(const jobs::LoadedArchivePtr &loaded)
{
    m_loaded = loaded;
    m_isStoreLost = false;
    if (!m_loaded)
        m_keeper.stop();
    m_search.setArchive(m_loaded);
    m_views.setIndexing(m_loaded && m_loaded->keepsake);
    m_views.setArchive(m_loaded);
    if (!m_loaded)
        return;
    if (const base::Problem &trouble = m_loaded->storeTrouble; !trouble.text.isEmpty())
        sayTrouble(tr("What was kept of this archive cannot be used"), trouble.toString());
    m_search.setIndexing(m_loaded->keepsake != nullptr);
    m_keeper.keep(m_loaded);
}

void ArchiveSession::startWatching()
{
    const bool isWorthIt = m_loaded && m_loaded->keepsake && m_settings.isWatching();
    m_watch.watch(isWorthIt ? m_loaded->archive->path().split(u'\n') : QStringList());
}

void ArchiveSession::askForRefresh()
{
    // What is being indexed would have to begin anew, and a list that never rests would never be indexed.
    if (m_keeper.isBusy())
        m_isRefreshDue = true;
    else if (m_loaded)
        emit refreshWanted();
}

void ArchiveSession::askForVisit()
{
    if (m_places.userStore.isEmpty() || isResource(m_loaded->paths))
        return;
    auto *job = new jobs::VisitJob(m_places.userStore, m_loaded->archive->path(), std::nullopt, this);
    connect(job, &jobs::Job::finished, this, [this, job, asked = m_loaded->paths] {
        job->deleteLater();
        if (m_loaded && m_loaded->paths == asked)
            m_series.setSeenUntil(job->result());
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        job->deleteLater();
        sayTrouble(tr("Nobody remembers when this archive was visited last"), error.toString());
    });
    job->start();
    m_visiting.start();
}

void ArchiveSession::noteVisit()
{
    m_visiting.stop();
    if (!m_loaded || m_places.userStore.isEmpty() || isResource(m_loaded->paths))
        return;
    base::UnixSeconds newest = 0;
    for (const series::MessageHead &head : m_loaded->catalog->messages())
        newest = std::max(newest, series::arrivalOf(head));
    // It is written to its end, whoever deletes it meanwhile.
    auto *job = new jobs::VisitJob(m_places.userStore, m_loaded->archive->path(), newest, this);
    for (const auto signal : {&jobs::Job::finished, &jobs::Job::cancelled})
        connect(job, signal, job, &QObject::deleteLater);
    connect(job, &jobs::Job::failed, job, &QObject::deleteLater);
    job->start();
}

void ArchiveSession::sayTrouble(const QString &text, const QString &detail)
{
    if (m_said.contains(text + detail))
        return;
    m_said.insert(text + detail);
    m_window.showQuietNotice(text, detail);
}

} // namespace loredesk::app
