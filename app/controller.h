// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archivesession.h"
#include "app/digestbuilding.h"
#include "app/layoutkeeper.h"
#include "app/markkeeper.h"
#include "app/openarchives.h"
#include "app/rangecounting.h"
#include "app/revisionlookup.h"
#include "app/seriesdiffreader.h"
#include "app/seriesoutlet.h"
#include "app/threadreader.h"
#include "app/versionreader.h"
#include "models/items/problemmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "models/items/seriestreemodel.h"
#include "models/jobs/engine.h"
#include "ui/filecontent.h"
#include "ui/windowlayout.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace loredesk::jobs {
class MessageJob;
class SaveJob;
class TimelineJob;
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
    /// Together, as one archive, beside those that are open. It is shown as soon as it is there; one that is
    /// open already at once.
    void open(QStringList paths);

    const jobs::LoadedArchivePtr &loaded() const { return m_loaded; }
    items::SeriesFilterModel &series() { return m_filter; }
    items::ProblemModel &problems() { return m_problems; }
    ArchiveSession &session() { return m_session; }
    OpenArchives &archives() { return m_archives; }
    MarkKeeper &marks() { return m_marks; }
    SeriesOutlet &outlet() { return m_outlet; }

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
    void timelineShown();
    void digestShown();
    void digestCopied();
    void saved(const QString &path);
    /// How the window and the archive are is remembered, should the program end badly.
    void layoutKept();

private:
    void connectWindow();
    void connectArchives();
    void connectSidePane();
    void show(OpenArchive *archive);
    void showNothing();
    void takePlace(const LeftAs &left);
    LeftAs leftNow() const;
    /// Notes how the archive that is shown is left, before another one is.
    void leave();
    void wanted(OpenArchive *archive);
    void isReady(OpenArchive *archive);
    void openingFailed(OpenArchive *archive, const base::Error &error);
    void close(OpenArchive *archive);
    void refresh(OpenArchive *archive);
    void refreshDone(OpenArchive *archive, const jobs::Refreshed &refreshed, bool isAsked);
    void replace(jobs::LoadedArchivePtr loaded, const std::vector<base::MessageIndex> &rowNow);
    void cancelLoad();
    void showRecent();
    void readMessage(base::MessageIndex message);
    void count();
    void countDays();
    void keepRange();
    void countingDone(const catalog::Scope &scope, int messages, int inSpan, int found);
    void setFigures(const QStringList &keys);
    /// Digests and revisions are those of the archive that is shown now.
    void followArchive();
    void showProblems(const QList<base::Problem> &ofDigest);
    /// Those of the archive that is shown, and these.
    void listProblems(const QList<base::Problem> &ofDigest = {});
    void save(const QString &path, const ui::FileContent &content);
    void setToggles(const ui::FilterToggles &toggles);
    void takeLayout();
    void keepLayout();
    void keepLayoutAtTheEnd();
    void rememberArchives();
    QString rangeText(catalog::DateSpan span) const;

    Settings &m_settings;
    ui::MainWindow &m_window;

    items::SeriesTreeModel m_tree;
    items::SeriesFilterModel m_filter;
    items::ProblemModel m_problems;
    RangeCounting m_counting;
    OpenArchives m_archives;
    ArchiveSession m_session;
    MarkKeeper m_marks;
    ThreadReader m_threadReader;
    VersionReader m_versionReader;
    SeriesDiffReader m_seriesDiffReader;
    LayoutKeeper m_layoutKeeper;
    SeriesOutlet m_outlet;
    DigestBuilding m_digests;
    RevisionLookup m_revisions;

    jobs::LoadedArchivePtr m_loaded; ///< of m_shown
    QPointer<OpenArchive> m_shown;
    QPointer<OpenArchive> m_wanted; ///< is loaded, and shown as soon as it is there
    QStringList m_figures;          ///< lines of charts that the tree is narrowed by
    QStringList m_asked;            ///< what open() was asked for last
    QStringList m_shownLast;        ///< what the last session ended with, until something is shown
    ui::WindowLayout m_keptLayout;
    std::optional<ui::TreePlace> m_placeDue; ///< once the search of the last time has its answer
    bool m_isSwitching = false; ///< the window is told how an archive was left: that is no change
    QPointer<jobs::MessageJob> m_read;
    QPointer<jobs::TimelineJob> m_days;
    bool m_hasDigestProblems = false;
    QTimer m_slowRead; ///< a message that is there at once must not make the viewer flicker
};

} // namespace loredesk::app
