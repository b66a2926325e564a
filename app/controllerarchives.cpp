// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the controller that opens archives, goes from one to the other, and remembers how each is left.
#include "app/controller.h"
#include "app/letgo.h"
#include "app/settings.h"
#include "models/jobs/messagejob.h"
#include "models/jobs/statisticsjob.h"
#include "models/jobs/timelinejob.h"
#include "ui/archivesection.h"
#include "ui/digestpanel.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/rangechooser.h"
#include "ui/sidepane.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

void Controller::connectArchives()
{
    connect(&m_archives, &OpenArchives::progressed, this,
            [this](const OpenArchive *archive, const QString &phase, qint64 done, qint64 total) {
                // What is read behind what is shown says so in the list of archives.
                if (archive == m_wanted || (archive == m_shown && !m_wanted))
                    m_window.showProgress(phase, done, total);
            });
    connect(&m_archives, &OpenArchives::ready, this, &Controller::isReady);
    connect(&m_archives, &OpenArchives::failed, this, &Controller::openingFailed);
    connect(&m_archives, &OpenArchives::refreshed, this, &Controller::refreshDone);
    connect(&m_archives, &OpenArchives::refreshFailed, this,
            [this](const OpenArchive *archive, const base::Error &error, bool isAsked) {
                if (isAsked) {
                    if (archive == m_shown)
                        m_window.endProgress();
                    m_window.showOpenError(error);
                }
                emit openFailed(error);
            });
    connect(&m_archives, &OpenArchives::seenUntilKnown, this, [this](const OpenArchive *archive) {
        if (archive != m_shown)
            return;
        m_filter.setSeenUntil(archive->seenUntil());
        m_window.rangeChooser()->setLastVisit(archive->seenUntil());
    });
    connect(&m_archives, &OpenArchives::trouble, &m_session, &ArchiveSession::sayTrouble);
    const auto takePlaceAgain = [this] {
        // What the search hid or showed anew may have moved everything; whoever went on meanwhile is not
        // pulled back.
        if (const auto place = std::exchange(m_placeDue, std::nullopt))
            m_window.seriesView()->restorePlace(*place);
    };
    connect(&m_session, &ArchiveSession::searched, this, takePlaceAgain);
    connect(&m_window, &ui::MainWindow::messageRequested, this, [this] {
        if (!m_isSwitching)
            m_placeDue.reset();
    });
}

void Controller::connectSidePane()
{
    ui::ArchiveSection *list = m_window.sidePane()->archives();
    list->setModel(&m_archives.model());
    connect(list, &ui::ArchiveSection::chosen, this,
            [this](const QStringList &paths) { wanted(m_archives.find(paths)); });
    connect(list, &ui::ArchiveSection::stepRequested, this,
            [this](int step) { wanted(m_archives.neighbour(m_shown, step)); });
    connect(list, &ui::ArchiveSection::refreshRequested, this, [this](const QStringList &paths) {
        OpenArchive *archive = m_archives.find(paths);
        if (archive && archive->entry().state == items::ArchiveEntry::State::Failed)
            wanted(archive);
        else
            refresh(archive);
    });
    connect(list, &ui::ArchiveSection::closeRequested, this,
            [this](const QStringList &paths) { close(m_archives.find(paths)); });
}

void Controller::start(const QStringList &archives)
{
    const auto before = m_settings.openArchives();
    if (!archives.isEmpty()) {
        open(archives);
    } else if (before && m_settings.isReopening()) {
        m_wanted = m_archives.restore(*before, m_settings.shownArchive());
        if (m_wanted)
            m_window.showProgress(u"opening"_s, 0, 0);
    } else if (const QList<QStringList> recent = m_settings.recentArchives();
               !recent.isEmpty() && m_settings.isReopening()) {
        open(recent.first());
    } else if (!m_settings.hasRunBefore()) {
        open({samplePath()});
    }
    m_settings.setHasRunBefore();
}

void Controller::open(QStringList paths)
{
    if (paths.isEmpty())
        return;
    // The recent list must still mean the same from another directory.
    for (QString &path : paths) {
        if (!path.startsWith(u':'))
            path = QFileInfo(path).absoluteFilePath();
    }
    m_asked = paths;
    OpenArchive *archive = m_archives.find(paths);
    const bool isOpen = archive && archive->isReady();
    if (!archive)
        archive = m_archives.add(paths);
    // What could not be opened stays in the list while it is tried again.
    if (archive->entry().state != items::ArchiveEntry::State::Failed)
        archive->isRestored = false;
    wanted(archive);
    // Whoever opens what is open wants to see what came meanwhile.
    if (isOpen)
        refresh(archive);
}

void Controller::wanted(OpenArchive *archive)
{
    if (!archive)
        return;
    m_window.sidePane()->archives()->goTo(archive->paths());
    m_window.endOpenError();
    if (archive->isReady()) {
        m_wanted.clear();
        m_window.endProgress();
        show(archive);
        return;
    }
    m_wanted = archive;
    m_window.showProgress(u"opening"_s, 0, 0);
    if (!archive->isLoading())
        archive->load();
}

void Controller::isReady(OpenArchive *archive)
{
    if (!archive->isResource() && !archive->isRestored) {
        m_settings.addRecentArchive(archive->paths());
        showRecent();
    }
    if (archive == m_wanted || (!m_shown && !m_wanted)) {
        // Nobody asked for one that is shown in the place of another, and that one's error was not read yet.
        if (archive == m_wanted)
            m_window.endOpenError();
        m_wanted.clear();
        // Of the first the window itself ends it, with the archive there: meanwhile what is typed would go
        // nowhere.
        if (m_shown)
            m_window.endProgress();
        show(archive);
    } else {
        archive->keep();
        rememberArchives();
    }
}

void Controller::openingFailed(OpenArchive *archive, const base::Error &error)
{
    if (error.code == base::ErrorCode::NotFound)
        m_settings.removeRecentArchive(archive->paths());
    showRecent();
    if (archive == m_wanted) {
        m_wanted.clear();
        m_window.endProgress();
        m_asked = archive->paths();
        m_window.showOpenError(error);
    }
    // A disk that is not there today may be there tomorrow.
    if (!archive->isRestored)
        m_archives.close(archive);
    rememberArchives();
    emit openFailed(error);
}

void Controller::cancelLoad()
{
    OpenArchive *archive = m_wanted ? m_wanted : m_shown;
    if (!archive || !archive->cancel())
        return;
    m_wanted.clear();
    if (!archive->isReady())
        m_archives.close(archive);
    m_window.endProgress();
    m_window.showNotice(tr("Loading was cancelled"));
    rememberArchives();
}

void Controller::close(OpenArchive *archive)
{
    if (!archive)
        return;
    if (archive == m_wanted) {
        m_wanted.clear();
        m_window.endProgress();
    }
    if (archive->paths() == m_asked) // it may have failed, and there is nothing to try again
        m_window.endOpenError();
    if (archive == m_shown)
        show(m_archives.neighbour(archive, -1));
    m_archives.close(archive);
    rememberArchives();
}

LeftAs Controller::leftNow() const
{
    LeftAs left;
    left.place = m_window.seriesView()->place();
    // What is being read has no row while a filter hides it.
    if (const base::MessageIndex reading = m_window.requestedMessage();
        left.place.current.messageId.isEmpty() && reading.isValid() && m_loaded)
        left.place.current.messageId = m_loaded->catalog->message(reading).messageId;
    std::sort(left.place.expanded.begin(), left.place.expanded.end(), [](const auto &a, const auto &b) {
        return a.messageId != b.messageId ? a.messageId < b.messageId : a.isSeries < b.isSeries;
    });
    left.range = m_window.rangeChooser()->choice();
    left.search = m_window.filterBar()->text();
    left.toggles = m_window.filterBar()->toggles();
    left.keys = m_filter.keys();
    left.view = m_session.views().kind();
    left.savedView = m_session.views().savedName();
    left.tab = m_window.messageView()->currentTab();
    left.chart = m_window.chartsPanel()->chart();
    return left;
}

void Controller::leave()
{
    if (!m_shown)
        return;
    m_shown->within = m_session.views().within();
    m_shown->setLeft(leftNow());
}

void Controller::show(OpenArchive *archive)
{
    if (archive && archive == m_shown) {
        emit opened();
        return;
    }
    leave();
    discard(m_read);
    m_slowRead.stop();
    m_counting.cancel();
    discard(m_days);
    m_digests.setArchive({});
    m_revisions.setArchive({});
    m_window.rangeChooser()->carryMessages({});
    m_placeDue.reset();
    const QPointer<OpenArchive> before = std::exchange(m_shown, archive);
    m_loaded = archive ? archive->loaded() : nullptr;
    m_outlet.setArchive(m_loaded);
    const catalog::CatalogPtr catalog = m_loaded ? m_loaded->catalog : nullptr;

    // What was never open starts with all of it, and with the pages that are open. The range that the
    // settings hold is that of the archive that the last session ended with.
    LeftAs left;
    if (archive) {
        if (archive->paths() == m_shownLast)
            left.range = m_window.rangeChooser()->choice();
        m_shownLast.clear();
    }
    left.tab = m_window.messageView()->currentTab();
    left.chart = m_window.chartsPanel()->chart();
    if (archive && archive->left())
        left = *archive->left();
    if (archive && !before) {
        // What was asked for while the first one was read is younger than how that one was left.
        if (const ui::FilterBar *filter = m_window.filterBar(); filter->isFiltering()) {
            left.search = filter->text();
            left.toggles = filter->toggles();
        }
    }

    m_window.setFigures({}); // they count messages of the other one
    m_isSwitching = true;
    items::SeriesFilterModel::Narrowing narrowing;
    items::SeriesFilterModel::Parked parked;
    m_window.rangeChooser()->setLastVisit(archive ? archive->seenUntil() : std::nullopt);
    if (!archive) {
        m_window.rangeChooser()->setChoice({}); // its days were those of the one that was closed
    } else {
        m_window.rangeChooser()->setArchiveDates(catalog->firstDate(), catalog->lastDate());
        m_window.rangeChooser()->setChoice(left.range, archive->parked.exactly);
        narrowing = {m_window.rangeChooser()->span(),
                     left.keys,
                     int(conditionsOf(left.toggles)),
                     left.view,
                     archive->within,
                     archive->seenUntil(),
                     m_window.rangeChooser()->messages()};
        parked = std::exchange(archive->parked, {});
    }
    const bool isFound = parked.found.has_value();
    const auto found = isFound ? std::optional(qsizetype(parked.found->size())) : std::nullopt;
    parked = m_filter.exchange(catalog, std::move(parked), std::move(narrowing));
    if (before)
        before->parked = std::move(parked);
    listProblems();
    m_window.setCatalog(catalog);
    m_window.setSearchCount(found, 0);
    m_window.filterBar()->setToggles(left.toggles);
    m_window.setKeys(left.keys);
    m_session.show(archive, left);
    m_window.filterBar()->setText(left.search);
    if (archive)
        takePlace(left);
    else
        showNothing();
    if (!left.search.trimmed().isEmpty() && !isFound)
        m_placeDue = left.place;
    m_isSwitching = false;
    m_window.sidePane()->archives()->showArchive(archive ? archive->paths() : QStringList());
    rememberArchives();
    keepRange();
    m_marks.readAgain();
    if (archive)
        emit opened();
}

void Controller::takePlace(const LeftAs &left)
{
    m_window.digestPanel()->setHasRevisions(m_loaded->archive->hasRevisions());
    followArchive();
    m_window.messageView()->setCurrentTab(left.tab);
    m_window.chartsPanel()->setChart(left.chart);
    count();
    countDays();
    const QByteArray &reading = left.place.current.messageId;
    const base::MessageIndex message =
        reading.isEmpty() ? base::MessageIndex() : m_loaded->catalog->find(reading);
    if (m_window.seriesView()->restorePlace(left.place))
        return;
    if (message.isValid())
        m_window.showMessage(message);
    else if (m_filter.rowCount() > 0)
        m_window.seriesView()->selectFirst();
    else
        m_window.messageView()->clear();
}

void Controller::showNothing()
{
    m_counting.clear();
    followArchive();
    m_window.endProgress();
    m_window.messageView()->clear();
}

void Controller::refresh(OpenArchive *archive)
{
    if (!archive || !archive->isReady())
        return;
    if (archive == m_shown)
        m_window.showProgress(u"opening"_s, 0, 0);
    archive->refresh(true);
}

void Controller::refreshDone(OpenArchive *archive, const jobs::Refreshed &refreshed, bool isAsked)
{
    const bool isShown = archive == m_shown;
    if (isAsked && isShown && !m_wanted)
        m_window.endProgress();
    if (refreshed.isChanged || archive->isStoreLost()) {
        if (isShown) {
            replace(refreshed.loaded, refreshed.rowNow);
        } else {
            archive->replace(refreshed.loaded);
            archive->keep();
        }
    }
    if (isShown && !refreshed.isChanged)
        m_revisions.setArchive(m_loaded); // a branch or a tag may have moved all the same
    if (!isShown && !isAsked)
        return; // the list of archives says so
    if (refreshed.added > 0)
        m_window.showNotice(refreshed.added == 1 ? tr("1 new message")
                                                 : tr("%Ln new messages", nullptr, refreshed.added));
    else if (isAsked)
        m_window.showNotice(refreshed.isChanged ? tr("The archive has changed, without new messages")
                                                : tr("Nothing new"));
    if (isShown)
        emit this->refreshed(refreshed.isChanged);
}

void Controller::rememberArchives()
{
    m_archives.remember(m_shown);
}

void Controller::takeLayout()
{
    const ui::WindowLayout layout = m_window.windowLayout();
    if (layout != m_keptLayout) {
        m_keptLayout = layout;
        m_settings.setWindowLayout(layout);
    }
    leave();
}

void Controller::keepLayout()
{
    takeLayout();
    m_settings.write([this] { emit layoutKept(); });
}

void Controller::keepLayoutAtTheEnd()
{
    takeLayout();
    m_settings.sync();
    emit layoutKept();
}

} // namespace loredesk::app
