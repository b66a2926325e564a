// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivesession.h"
#include "models/items/activitymodel.h"
#include "models/items/countmodel.h"
#include "models/items/problemmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "models/items/seriestreemodel.h"
#include "models/jobs/engine.h"
#include "ui/digestoptions.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace loredesk::jobs {
class DigestJob;
class Job;
class LoadJob;
class MessageJob;
class RefreshJob;
class SaveJob;
class StatisticsJob;
struct Refreshed;
} // namespace loredesk::jobs

namespace loredesk::ui {
class MainWindow;
struct FilterToggles;
enum class Appearance;
} // namespace loredesk::ui

namespace loredesk::app {

class Settings;

/// Joins jobs to item models to the window. Owns the models and the jobs; nothing slow happens here. The
/// newest request of a kind wins: a job that is overtaken is discarded, and no result of it arrives.
class Controller : public QObject
{
    Q_OBJECT
public:
    /// Both outlive the controller. Without places nothing is kept of archives.
    Controller(Settings &settings, ui::MainWindow &window, const Places &places = {});
    ~Controller() override;

    /// Opens `archives`; where there are none what was open last, and on the first start the sample.
    void start(const QStringList &archives);
    /// Together, as one archive.
    void open(QStringList paths);

    const jobs::LoadedArchivePtr &loaded() const { return m_loaded; }
    items::SeriesFilterModel &series() { return m_filter; }
    items::ProblemModel &problems() { return m_problems; }
    ArchiveSession &session() { return m_session; }

    /// Where the sample archive lies among the resources.
    static QString samplePath();

signals:
    /// An archive is shown, after it was loaded.
    void opened();
    /// An archive could not be opened.
    void openFailed(const loredesk::base::Error &error);
    /// The archive was read again. `isChanged`: what is shown is another catalog now.
    void refreshed(bool isChanged);
    void messageShown();
    void statisticsShown();
    void digestShown();
    void saved(const QString &path);

private:
    void connectWindow();
    /// `isAsked`: by the user, who sees how far it is and what came of it.
    void refresh(bool isAsked);
    void refreshDone(jobs::Refreshed refreshed, bool isAsked);
    void replace(jobs::LoadedArchivePtr loaded, const std::vector<base::MessageIndex> &rowNow);
    void cancelLoad();
    void adopt(jobs::LoadedArchivePtr loaded);
    void close();
    void showRecent();
    void readMessage(base::MessageIndex message);
    void count();
    void countingDone(jobs::StatisticsJob &job);
    void buildDigest(const ui::DigestOptions &options);
    void digestDone(jobs::DigestJob &job, const ui::DigestOptions &options);
    void save(const QString &path, const QByteArray &bytes);
    void setToggles(const ui::FilterToggles &toggles);
    void keepLayout();
    QString rangeText() const;

    Settings &m_settings;
    ui::MainWindow &m_window;

    items::SeriesTreeModel m_tree;
    items::SeriesFilterModel m_filter;
    items::ProblemModel m_problems;
    items::CountModel m_contributors;
    items::CountModel m_domains;
    items::ActivityModel m_activity;
    ArchiveSession m_session;

    jobs::LoadedArchivePtr m_loaded;
    QStringList m_asked; ///< what open() was asked for last
    QPointer<jobs::LoadJob> m_load;
    QPointer<jobs::RefreshJob> m_refresh;
    QPointer<jobs::MessageJob> m_read;
    QPointer<jobs::StatisticsJob> m_count;
    QPointer<jobs::DigestJob> m_digest;
    QTimer m_slowRead; ///< a message that is there at once must not make the viewer flicker
};

} // namespace loredesk::app
