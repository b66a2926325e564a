// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openarchive.h"

#include <memory>
#include <vector>

namespace loredesk::app {

class Settings;

/// The archives that are open, in the order they were opened in. Each stays in memory until it is closed, so
/// that going from one to the other reads nothing. Which they are is remembered for the next start.
class OpenArchives : public QObject
{
    Q_OBJECT
public:
    /// `settings` outlives this.
    OpenArchives(Settings &settings, Places places, QObject *parent = nullptr);
    ~OpenArchives() override;

    items::ArchiveListModel &model() { return m_model; }
    bool isEmpty() const { return m_archives.empty(); }

    /// Null: it is not open.
    OpenArchive *find(const QStringList &paths) const;
    OpenArchive *at(int row) const;
    /// Opened and not loaded yet.
    OpenArchive *add(const QStringList &paths);
    void close(OpenArchive *archive);
    /// The one that is ready `step` places further, around the end; null: there is no other.
    OpenArchive *neighbour(const OpenArchive *archive, int step) const;

    /// Opens them again and loads one after the other, the one of the paths `first` before all others. Gives
    /// the first one that is loaded; null: there is none.
    OpenArchive *restore(const QList<QStringList> &archives, const QStringList &first);
    void setWatching(bool on);
    /// Remembers which are open, and which of them is shown.
    void remember(const OpenArchive *shown);

signals:
    void progressed(loredesk::app::OpenArchive *archive, const QString &phase, qint64 done, qint64 total);
    void ready(loredesk::app::OpenArchive *archive);
    void failed(loredesk::app::OpenArchive *archive, const loredesk::base::Error &error);
    void refreshed(loredesk::app::OpenArchive *archive, const loredesk::jobs::Refreshed &refreshed,
                   bool isAsked);
    void refreshFailed(loredesk::app::OpenArchive *archive, const loredesk::base::Error &error, bool isAsked);
    void seenUntilKnown(loredesk::app::OpenArchive *archive);
    void trouble(const QString &text, const QString &detail);

private:
    void loadNext();

    Settings &m_settings;
    const Places m_places;
    items::ArchiveListModel m_model;
    std::vector<std::unique_ptr<OpenArchive>> m_archives; ///< as in the model
    QList<QPointer<OpenArchive>> m_toLoad;
    bool m_isWatching = true;
};

} // namespace loredesk::app
