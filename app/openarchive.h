// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivekeeper.h"
#include "app/archivewatch.h"
#include "app/leftas.h"
#include "app/places.h"
#include "models/items/archivelistmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "models/jobs/newsjob.h"
#include "models/jobs/refreshjob.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace loredesk::jobs {
class Job;
class LoadJob;
} // namespace loredesk::jobs

namespace loredesk::app {

/// One archive that is open, whether it is shown or not: what was loaded of it and what goes on around it. It
/// is read, kept for the next time, indexed and watched, each on threads of its own, and the visit is noted.
/// How the user left it and what the models had of it waits here while another one is shown, so that coming
/// back reads nothing.
class OpenArchive : public QObject
{
    Q_OBJECT
public:
    /// `paths`: absolute, or of a resource.
    OpenArchive(QStringList paths, Places places, QObject *parent = nullptr);
    ~OpenArchive() override;

    const QStringList &paths() const { return m_paths; }
    QString name() const;
    /// Ours, and nothing of the user's: nothing is kept of it.
    bool isResource() const;
    /// Null until it is ready.
    const jobs::LoadedArchivePtr &loaded() const { return m_loaded; }
    bool isReady() const { return m_isReady; }
    bool isLoading() const;
    /// As lists show it.
    items::ArchiveEntry entry() const;

    /// Once: what shows it holds on to what was loaded. From then on there is refresh().
    void load();
    /// Reads it again where it was read. `isAsked`: by the user, who sees how far it is and what came of it.
    void refresh(bool isAsked);
    /// What was asked for: loading, or a refresh. False: nothing was.
    bool cancel();
    /// After refreshed(): this is what it is from now on.
    void replace(jobs::LoadedArchivePtr loaded);
    /// Keeps and indexes what is loaded, unless that was begun already.
    void keep();
    /// That was begun, and has ended however it did.
    bool isKept() const { return m_isKeeping && !m_keeper.isBusy(); }
    ArchiveKeeper &keeper() { return m_keeper; }
    ArchiveWatch &watch() { return m_watch; }
    void setWatching(bool on);
    /// Another process wrote to the store: only what is loaded anew can use it again.
    bool isStoreLost() const { return m_isStoreLost; }

    /// When the newest message came that was there at the last visit before it was opened.
    const std::optional<base::UnixSeconds> &seenUntil() const { return m_seenUntil; }
    /// What is there was seen.
    void noteVisit();

    /// How it was left; nothing before the first time.
    const std::optional<LeftAs> &left() const { return m_left; }
    /// Written down for the next start where it is another.
    void setLeft(const LeftAs &left);

    /// From the last start, and not opened in this one: where it cannot be, it stays in the list.
    bool isRestored = false;

    /// What the models have of it while another archive is shown.
    items::SeriesFilterModel::Parked parked;
    /// What was looked for that `parked` has the answer of.
    QString answeredSearch;
    /// What the saved search found that was chosen.
    std::optional<std::vector<base::MessageIndex>> within;

signals:
    /// entry() gives another.
    void changed();
    void progressed(const QString &phase, qint64 done, qint64 total);
    /// It is loaded, and how it was left is known.
    void ready();
    void failed(const loredesk::base::Error &error);
    void refreshed(const loredesk::jobs::Refreshed &refreshed, bool isAsked);
    void refreshFailed(const loredesk::base::Error &error, bool isAsked);
    void seenUntilKnown();
    /// How it was left was written down, as far as that can be done.
    void leftWritten();
    /// Something is done without, said once.
    void trouble(const QString &text, const QString &detail);

private:
    jobs::LoadRequest request() const;
    void loadEnded();
    void askHowLeft();
    void writeLeft();
    void askForVisit();
    void askForNews();
    void askForRefresh();
    QString key() const;

    const QStringList m_paths;
    const Places m_places;
    jobs::LoadedArchivePtr m_loaded;
    ArchiveKeeper m_keeper;
    ArchiveWatch m_watch;
    QPointer<jobs::LoadJob> m_load;
    QPointer<jobs::RefreshJob> m_refresh;
    QPointer<jobs::NewsJob> m_askNews;
    QPointer<jobs::Job> m_write;
    std::optional<LeftAs> m_left;
    QByteArray m_written; ///< of m_left
    std::optional<base::UnixSeconds> m_seenUntil;
    std::optional<jobs::News> m_news;
    base::Error m_error;
    bool m_hasFailed = false;
    bool m_isLeftKnown = false;
    bool m_isReady = false;
    bool m_isKeeping = false; ///< or has been kept
    bool m_isWatching = false;
    bool m_isRefreshDue = false;
    bool m_isRefreshAsked = false;
    bool m_isStoreLost = false;
};

} // namespace loredesk::app
