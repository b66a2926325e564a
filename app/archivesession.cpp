// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archivesession.h"

#include "app/settings.h"
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

} // namespace

ArchiveSession::ArchiveSession(Settings &settings, ui::MainWindow &window, items::SeriesFilterModel &series,
                               const Places &places, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_window(window)
    , m_series(series)
    , m_views(window, series, places.userStore)
{
    m_visiting.setSingleShot(true);
    m_visiting.setInterval(VisitAfter);
    const auto noteVisit = [this] {
        if (m_archive)
            m_archive->noteVisit();
    };
    connect(&m_visiting, &QTimer::timeout, this, noteVisit);
    connect(&m_window, &ui::MainWindow::closing, this, noteVisit);
    connectSearch();
    connect(&m_window, &ui::MainWindow::backgroundCancelRequested, this, [this] {
        if (m_archive && m_archive->keeper().isBusy())
            m_archive->keeper().stop();
        else
            m_window.filterBar()->setText({});
    });
}

ArchiveSession::~ArchiveSession()
{
    m_window.disconnect(this);
    m_search.disconnect(this);
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
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

void ArchiveSession::keptEnded()
{
    m_window.statusStrip()->hideBackground();
    m_search.setIndexing(false);
    m_views.setIndexing(false);
    emit kept();
}

void ArchiveSession::show(OpenArchive *archive, const LeftAs &left)
{
    m_visiting.stop();
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    if (m_archive && m_archive != archive) {
        m_archive->noteVisit();
        m_archive->answeredSearch = m_search.answeredText();
    }
    m_window.statusStrip()->hideBackground();
    m_archive = archive;
    m_search.setIndexing(false);
    m_search.setArchive(archive ? archive->loaded() : nullptr, archive ? left.search : QString(),
                        archive && m_series.isSearching() ? archive->answeredSearch : QString());
    m_views.setArchive(archive ? archive->loaded() : nullptr, left.view, left.savedView);
    if (!archive)
        return;
    ArchiveKeeper *keeper = &archive->keeper();
    m_connections << connect(keeper, &ArchiveKeeper::progressed, m_window.statusStrip(),
                             &ui::StatusStrip::showBackground)
                  << connect(keeper, &ArchiveKeeper::ended, this, &ArchiveSession::keptEnded);
    m_visiting.start();
    keep();
}

void ArchiveSession::update()
{
    m_search.setArchive(m_archive->loaded());
    m_views.setArchive(m_archive->loaded(), m_views.kind(), m_views.savedName());
    keep();
}

void ArchiveSession::keep()
{
    // Of what is indexed there is less now than there will be; what is, is known to nobody before it ended.
    if (!m_archive->isKept()) {
        m_search.setIndexing(m_archive->loaded()->keepsake != nullptr);
        m_views.setIndexing(m_archive->loaded()->keepsake != nullptr);
    }
    m_archive->keep();
}

void ArchiveSession::sayTrouble(const QString &text, const QString &detail)
{
    if (m_said.contains(text + detail))
        return;
    m_said.insert(text + detail);
    m_window.showQuietNotice(text, detail);
}

} // namespace loredesk::app
