// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivekeeper.h"
#include "app/archivesearch.h"
#include "app/archiveviews.h"
#include "app/archivewatch.h"
#include "app/places.h"

#include <QSet>

namespace loredesk::items {
class SeriesFilterModel;
}

namespace loredesk::ui {
class MainWindow;
}

namespace loredesk::app {

class Settings;

/// What goes on around an archive while it is shown: it is kept for the next time, indexed, searched, watched for new
/// mail, and the visit is noted. Joins what does that to the window.
class ArchiveSession : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive the session.
    ArchiveSession(Settings &settings, ui::MainWindow &window, items::SeriesFilterModel &series, Places places,
                   QObject *parent = nullptr);
    ~ArchiveSession() override;

    /// Where the store of an archive is to lie; empty for what is ours.
    QString storeDirectoryFor(const QStringList &paths) const;

    /// Another archive is shown. Null: none.
    void show(const jobs::LoadedArchivePtr &loaded);
    /// The same archive, read again: an answer of the search that the models have already stays until there is a new one.
    void update(const jobs::LoadedArchivePtr &loaded);

    /// Another process wrote to the store of what is shown: only what is loaded anew can use it again.
    bool isStoreLost() const { return m_isStoreLost; }
    ArchiveViews &views() { return m_views; }
    ArchiveWatch &watch() { return m_watch; }

signals:
    /// The archive changed, or is to be read again for another reason, without the user having asked for it.
    void refreshWanted();
    /// The text of what is shown is indexed as far as it can be.
    void kept();
    void searched();

private:
    void connectSearch();
    void connectKeeper();
    void startWatching();
    void askForRefresh();
    void askForVisit();
    void noteVisit();
    void sayTrouble(const QString &text, const QString &detail);

    Settings &m_settings;
    ui::MainWindow &m_window;
    items::SeriesFilterModel &m_series;
    const Places m_places;
    ArchiveKeeper m_keeper;
    ArchiveSearch m_search;
    ArchiveWatch m_watch;
    ArchiveViews m_views;
    jobs::LoadedArchivePtr m_loaded;
    QTimer m_visiting; ///< a visit of some length is noted even if the program ends badly
    bool m_isRefreshDue = false;
    bool m_isStoreLost = false;
    QSet<QString> m_said; ///< troubles
};

} // namespace loredesk::app
