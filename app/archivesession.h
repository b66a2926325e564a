// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivesearch.h"
#include "app/archiveviews.h"
#include "app/openarchive.h"
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

/// What goes on around the archive that is shown: it is searched, its views are counted, what is indexed of
/// it is told, and a visit of some length is noted. Joins what does that to the window.
class ArchiveSession : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive the session.
    ArchiveSession(Settings &settings, ui::MainWindow &window, items::SeriesFilterModel &series,
                   const Places &places, QObject *parent = nullptr);
    ~ArchiveSession() override;

    /// Another archive is shown, in which this is looked for, in this view. Null: none. Call it after the
    /// models have it.
    void show(OpenArchive *archive, const LeftAs &left);
    /// The same archive, read again: an answer of the search that the models have already stays until there is a new one.
    void update();
    /// Once a trouble.
    void sayTrouble(const QString &text, const QString &detail);

    ArchiveViews &views() { return m_views; }
    const ArchiveViews &views() const { return m_views; }

signals:
    /// The text of what is shown is indexed as far as it can be.
    void kept();
    void searched();

private:
    void connectSearch();
    void keep();
    void keptEnded();

    Settings &m_settings;
    ui::MainWindow &m_window;
    items::SeriesFilterModel &m_series;
    ArchiveSearch m_search;
    ArchiveViews m_views;
    QPointer<OpenArchive> m_archive;
    QList<QMetaObject::Connection> m_connections; ///< to the archive that is shown
    QTimer m_visiting;    ///< a visit of some length is noted even if the program ends badly
    QSet<QString> m_said; ///< troubles
};

} // namespace loredesk::app
