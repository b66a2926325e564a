// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controller.h"

#include "app/letgo.h"
#include "app/settings.h"
#include "models/jobs/messagejob.h"
#include "models/jobs/savejob.h"
#include "models/jobs/timelinejob.h"
#include "models/jobs/workjob.h"
#include "ui/archivesection.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/rangechooser.h"
#include "ui/readabledate.h"
#include "ui/seriesview.h"
#include "ui/shortcuts.h"
#include "ui/sidepane.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

constexpr int SlowReadMilliseconds = 150;

} // namespace

Controller::Controller(Settings &settings, ui::MainWindow &window, const Places &places)
    : m_settings(settings)
    , m_window(window)
    , m_archives(settings, places)
    , m_session(settings, window, m_filter, places)
    , m_marks(window, m_tree, places.userStore)
    , m_threadReader(*window.messageView()->threadPage())
    , m_versionReader(*window.messageView()->versionsPage())
    , m_seriesDiffReader(*window.messageView())
    , m_layoutKeeper(window)
    , m_outlet(window, places.trays)
    , m_digests(window, m_filter)
    , m_revisions(*window.rangeChooser())
{
    m_filter.setSeriesModel(&m_tree);
    m_slowRead.setSingleShot(true);
    m_slowRead.setInterval(SlowReadMilliseconds);
    connect(&m_slowRead, &QTimer::timeout, this, [this] { m_window.messageView()->showLoading(); });
    connectWindow();
    connectArchives();
    connectSidePane();
    m_window.setModels({&m_filter, &m_problems, m_counting.models()});
    m_window.rangeChooser()->setChoice(m_settings.range());
    m_shownLast = m_settings.shownArchive();
    m_window.setAppearance(m_settings.appearance());
    m_window.shortcuts()->apply(m_settings.shortcuts());
    connect(m_window.shortcuts(), &ui::Shortcuts::changed, this,
            [this](const ui::ShortcutChanges &changes) { m_settings.setShortcuts(changes); });
    m_window.messageView()->setBackground([this](std::function<void()> work, std::function<void()> done) {
        auto *job = new jobs::WorkJob(std::move(work), this);
        connect(job, &jobs::Job::finished, m_window.messageView(), std::move(done));
        connect(job, &jobs::Job::finished, job, &QObject::deleteLater);
        job->start();
    });
    m_window.messageView()->setReadingOptions(m_settings.readingOptions());
    connect(m_window.messageView(), &ui::MessageView::readingOptionsChanged, this,
            [this](const ui::ReadingOptions &options) { m_settings.setReadingOptions(options); });
    m_window.setWatching(m_settings.isWatching());
    m_window.setReopening(m_settings.isReopening());
    m_keptLayout = m_settings.windowLayout();
    m_window.restoreWindowLayout(m_keptLayout);
    showRecent();
}

Controller::~Controller()
{
    // The window may outlive the controller, its models do not.
    m_window.disconnect(this);
    m_window.sidePane()->archives()->disconnect(this);
    m_archives.disconnect(this);
    m_window.messageView()->setBackground({});
    m_window.messageView()->disconnect(this);
    m_window.messageView()->threadPage()->disconnect(this);
    m_window.messageView()->versionsPage()->disconnect(this);
    discard(m_read);
    discard(m_days);
}

QString Controller::samplePath()
{
    return u":/sample/sample.mbox"_s;
}

void Controller::connectWindow()
{
    using ui::MainWindow;
    connect(&m_window, &MainWindow::openRequested, this, &Controller::open);
    connect(&m_window, &MainWindow::sampleRequested, this, [this] { open({samplePath()}); });
    connect(&m_window, &MainWindow::refreshRequested, this, [this] { refresh(m_shown); });
    connect(&m_window, &MainWindow::retryRequested, this, [this] { open(m_asked); });
    connect(&m_window, &MainWindow::closeRequested, this, [this] { close(m_shown); });
    connect(&m_window, &MainWindow::watchingChanged, this, [this](bool on) {
        m_settings.setWatching(on);
        m_archives.setWatching(on);
    });
    connect(&m_window, &MainWindow::reopeningChanged, this, [this](bool on) { m_settings.setReopening(on); });
    connect(&m_window, &MainWindow::cancelRequested, this, &Controller::cancelLoad);
    connect(&m_window, &MainWindow::clearRecentRequested, this, [this] {
        m_settings.clearRecentArchives();
        showRecent();
    });
    connect(&m_window, &MainWindow::messageRequested, this, &Controller::readMessage);
    connect(m_window.messageView()->threadPage(), &ui::ThreadPage::bodiesRequested, this,
            [this](const QList<base::MessageIndex> &messages) { m_threadReader.read(m_loaded, messages); });
    connect(m_window.messageView()->versionsPage(), &ui::VersionsPage::comparisonRequested, this,
            [this](base::SeriesIndex older, base::SeriesIndex newer) {
                m_versionReader.compare(m_loaded, older, newer);
            });
    connect(m_window.messageView()->versionsPage(), &ui::VersionsPage::tableRequested, this,
            [this](base::LineageIndex lineage) { m_versionReader.follow(m_loaded, lineage); });
    connect(m_window.messageView(), &ui::MessageView::seriesDiffRequested, this,
            [this](base::SeriesIndex series) { m_seriesDiffReader.read(m_loaded, series); });
    connect(&m_window, &MainWindow::rangeChanged, this, [this](const catalog::DateSpan &span) {
        if (m_isSwitching)
            return;
        m_filter.setRange(span, m_window.rangeChooser()->messages());
        keepRange();
        count();
        m_digests.follow();
    });
    connect(&m_window, &MainWindow::rangeSettled, this, &Controller::keepRange);
    connect(&m_window, &MainWindow::filterKeysChanged, this, [this](const QStringList &keys) {
        if (!m_isSwitching)
            m_filter.setKeys(keys);
    });
    connect(&m_window, &MainWindow::filterFiguresChanged, this, &Controller::setFigures);
    connect(&m_window, &MainWindow::filterTogglesChanged, this, &Controller::setToggles);
    connect(&m_window, &MainWindow::appearanceChanged, this, [this](ui::Appearance appearance) {
        m_settings.setAppearance(appearance);
        ui::applyAppearance(appearance);
    });
    connect(&m_window, &MainWindow::closing, this, &Controller::keepLayoutAtTheEnd);
    connect(&m_layoutKeeper, &LayoutKeeper::due, this, &Controller::keepLayout);
    connect(&m_filter, &items::SeriesFilterModel::scopeChanged, this, [this] {
        if (!m_isSwitching)
            count();
    });
    connect(&m_counting, &RangeCounting::counted, this, &Controller::countingDone);
    connect(&m_counting, &RangeCounting::failed, m_window.chartsPanel(), &ui::ChartsPanel::showError);
    connect(m_window.chartsPanel(), &ui::ChartsPanel::saveRequested, this, &Controller::save);
    connect(m_window.digestPanel(), &ui::DigestPanel::saveRequested, this,
            [this](const QString &path, const QByteArray &bytes) { save(path, [bytes] { return bytes; }); });
    connect(&m_digests, &DigestBuilding::shown, this, &Controller::digestShown);
    connect(&m_digests, &DigestBuilding::copied, this, &Controller::digestCopied);
    connect(&m_digests, &DigestBuilding::problemsFound, this, &Controller::showProblems);
}

void Controller::replace(jobs::LoadedArchivePtr loaded, const std::vector<base::MessageIndex> &rowNow)
{
    const auto now = [&rowNow](base::MessageIndex before) {
        // Without a change every row is where it was.
        return rowNow.empty() || !before.isValid() ? before : rowNow[before.value()];
    };
    // Whether what is read is still what the viewer shows: a message may have been edited, or be on its way.
    const base::MessageIndex requested = m_window.requestedMessage();
    base::MessageIndex kept = now(requested);
    const bool isGone = requested.isValid() && !kept.isValid();
    if (kept.isValid() && (m_read || m_loaded->catalog->message(requested).contentHash !=
                                         loaded->catalog->message(kept).contentHash))
        kept = {};
    discard(m_read);
    m_slowRead.stop();
    m_digests.setArchive({});
    m_filter.prepareExactly(m_revisions.carryOver(rowNow, loaded->catalog->messages().size()));

    const ui::TreePlace place = m_window.seriesView()->place();
    if (m_filter.isSearching()) {
        std::vector<base::MessageIndex> found;
        for (const base::MessageIndex message : m_filter.found()) {
            if (now(message).isValid())
                found.push_back(now(message));
        }
        m_filter.prepareFound(std::move(found));
    }
    auto within = m_session.views().within();
    if (within) {
        for (base::MessageIndex &message : *within)
            message = now(message);
        std::erase_if(*within, [](base::MessageIndex message) { return !message.isValid(); });
    }
    m_loaded = loaded;
    m_shown->replace(std::move(loaded));
    m_tree.setCatalog(m_loaded->catalog);
    m_session.views().keepWithin(within);
    listProblems();
    m_window.refreshCatalog(m_loaded->catalog, kept);
    if (isGone)
        m_window.messageView()->clear();
    if (!m_window.seriesView()->restorePlace(place)) {
        if (now(requested).isValid())
            m_window.showMessage(now(requested));
        else if (m_filter.rowCount() > 0)
            m_window.seriesView()->selectFirst();
    }
    count();
    countDays();
    followArchive();
    m_session.update();
    m_outlet.setArchive(m_loaded);
}

void Controller::showRecent()
{
    m_window.setRecentArchives(m_settings.recentArchives());
}

void Controller::readMessage(base::MessageIndex message)
{
    discard(m_read);
    m_slowRead.stop();
    if (!message.isValid() || !m_loaded)
        return;
    auto *job = new jobs::MessageJob(m_loaded, message, this);
    m_read = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_slowRead.stop();
        m_read.clear();
        const base::Position position = m_loaded->catalog->message(job->message()).position;
        m_window.messageView()->setMessage(job->takeResult(), m_loaded->archive->place(position).toString());
        job->deleteLater();
        emit messageShown();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_slowRead.stop();
        m_read.clear();
        job->deleteLater();
        m_window.messageView()->showError(error);
    });
    m_slowRead.start();
    job->start();
}

QString Controller::rangeText(catalog::DateSpan span) const
{
    const catalog::Catalog &catalog = *m_loaded->catalog;
    if (!span.since && catalog.firstDate() != 0)
        span.since = catalog.firstDate();
    if (!span.until && catalog.lastDate() != 0)
        span.until = catalog.lastDate();
    return ui::readableSpan(span, QDateTime::currentDateTime());
}

void Controller::count()
{
    if (m_loaded)
        m_counting.count(
            m_loaded->catalog,
            {m_window.rangeChooser()->span(), m_filter.scope(), m_window.rangeChooser()->messages()},
            m_filter.foundSet());
}

void Controller::countDays()
{
    discard(m_days);
    auto *job = new jobs::TimelineJob(m_loaded->catalog, this);
    m_days = job;
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_days.clear();
        m_window.setTimeline(job->takeResult());
        job->deleteLater();
        emit timelineShown();
    });
    connect(job, &jobs::Job::failed, job, &QObject::deleteLater);
    job->start();
}

void Controller::keepRange()
{
    // Settings go to the disk: not at every step of a drag.
    if (!m_window.isRangeMoving())
        m_settings.setRange(m_window.rangeChooser()->choice());
}

void Controller::countingDone(const catalog::Scope &scope, int messages, int inSpan, int found)
{
    if (scope.span == m_window.rangeChooser()->span() && scope.exactly == m_window.rangeChooser()->messages())
        m_window.setRangeCount(inSpan, found);
    ui::ChartsPanel *charts = m_window.chartsPanel();
    const QString days = rangeText(scope.span);
    if (scope.only && inSpan == 1)
        charts->setRangeText(tr("%1 of 1 message, %2, filtered").arg(messages).arg(days));
    else if (scope.only)
        charts->setRangeText(
            tr("%L2 of %Ln messages, %1, filtered", nullptr, inSpan).arg(days).arg(messages));
    else
        charts->setRangeText(messages == 1 ? tr("1 message, %1").arg(days)
                                           : tr("%Ln messages, %1", nullptr, messages).arg(days));
    charts->setIsFiltered(scope.only != nullptr);
    charts->setNotes(m_counting.seriesNote(), m_counting.latencyNote());
    charts->showContent();
    // The same lines count other messages now.
    if (!m_figures.isEmpty())
        setFigures(m_figures);
    emit statisticsShown();
}

void Controller::setFigures(const QStringList &keys)
{
    m_figures = keys;
    if (keys.isEmpty())
        m_filter.setChosen(std::nullopt);
    else
        m_filter.setChosen(m_counting.messagesOf(keys));
}

void Controller::followArchive()
{
    m_hasDigestProblems = false;
    m_digests.setArchive(m_loaded);
    m_window.rangeChooser()->setHasRevisions(m_loaded && m_loaded->archive->hasRevisions());
    m_revisions.setArchive(m_loaded);
}

void Controller::showProblems(const QList<base::Problem> &ofDigest)
{
    // What a digest could not read belongs beside what loading could not.
    if (m_loaded && (m_hasDigestProblems || !ofDigest.isEmpty()))
        listProblems(ofDigest);
    m_hasDigestProblems = !ofDigest.isEmpty();
}

void Controller::listProblems(const QList<base::Problem> &ofDigest)
{
    if (m_loaded)
        m_problems.setProblems(m_loaded->catalog->problems() + ofDigest, m_loaded->problemMessages);
    else
        m_problems.setProblems({});
}

void Controller::save(const QString &path, const ui::FileContent &content)
{
    auto *job = new jobs::SaveJob(path, content, this);
    connect(job, &jobs::Job::finished, this, [this, job] {
        m_window.showNotice(tr("Saved %1").arg(job->path()));
        emit saved(job->path());
        job->deleteLater();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_window.showError(error);
        job->deleteLater();
    });
    job->start();
}

void Controller::setToggles(const ui::FilterToggles &toggles)
{
    if (!m_isSwitching)
        m_filter.setConditions(conditionsOf(toggles));
}

} // namespace loredesk::app
