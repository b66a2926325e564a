// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archiveviews.h"

#include "models/jobs/searchjob.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/sidepane.h"

#include <QDateTime>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

using Kind = jobs::SavedSearchChange::Kind;

/// Where the text is not indexed, so many messages are read for the sake of a count nobody asked for.
constexpr std::size_t MostToRead = 2000;

constexpr int BeginAfter = 200;

} // namespace

ArchiveViews::ArchiveViews(ui::MainWindow &window, items::SeriesFilterModel &series, QString userStore,
                           QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_series(series)
    , m_userStore(std::move(userStore))
{
    m_begin.setSingleShot(true);
    m_begin.setInterval(BeginAfter);
    connect(&m_begin, &QTimer::timeout, this, &ArchiveViews::lookForNext);
    connect(&m_series, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        // Rows of before mean nothing any more.
        drop();
        m_waiting.clear();
        m_answers.clear();
    });
    connect(&m_series, &items::SeriesFilterModel::viewCountsChanged, this, &ArchiveViews::showCounts);

    ui::SidePane *pane = m_window.sidePane();
    pane->setViews(&m_model);
    pane->setSavingPossible(!m_userStore.isEmpty());
    connect(pane, &ui::SidePane::viewChosen, this, &ArchiveViews::choose);
    connect(pane, &ui::SidePane::saveRequested, this, [this](const QString &name, const QString &query) {
        change({Kind::Save, name, query, {}});
    });
    connect(pane, &ui::SidePane::removeRequested, this, [this](const QString &name) {
        change({Kind::Remove, name, {}, {}});
    });
    connect(&m_model, &items::ViewListModel::renameRequested, this,
            [this](const QString &name, const QString &newName) {
                change({Kind::Rename, name, newName, {}});
            });
    connect(&m_model, &items::ViewListModel::orderRequested, this, [this](const QStringList &names) {
        change({Kind::Order, {}, {}, names});
    });
    if (!m_userStore.isEmpty())
        change({});
}

ArchiveViews::~ArchiveViews()
{
    drop();
    m_window.sidePane()->disconnect(this);
    m_series.disconnect(this);
}

void ArchiveViews::change(jobs::SavedSearchChange change)
{
    auto *job = new jobs::SavedSearchJob(m_userStore, change, this);
    connect(job, &jobs::Job::finished, this, [this, job, change] {
        job->deleteLater();
        // Whoever renames or removes what is chosen means that one.
        if (m_kind == items::ViewKind::Saved && m_savedName == change.name) {
            if (change.kind == Kind::Rename)
                m_savedName = change.text;
            else if (change.kind == Kind::Remove)
                choose(items::ViewKind::All);
        }
        adopt(job->takeResult());
        if (change.kind == Kind::Save)
            m_window.showNotice(tr("The search is saved among the views as %1").arg(change.name));
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        job->deleteLater();
        m_window.showError(error);
    });
    job->start();
}

void ArchiveViews::adopt(const QList<store::SavedSearch> &searches)
{
    QList<items::SavedView> views;
    for (const store::SavedSearch &search : searches)
        views << items::SavedView{search.name, search.query};
    m_model.setSaved(std::move(views));
    // A restored choice may be one that another window removed meanwhile.
    if (m_kind == items::ViewKind::Saved && m_model.rowOf(m_kind, m_savedName) < 0)
        choose(items::ViewKind::All);
    m_window.sidePane()->showView(m_kind, m_savedName);
    lookForAll();
    emit savedChanged();
}

void ArchiveViews::choose(items::ViewKind kind, const QString &savedName)
{
    const QString name = kind == items::ViewKind::Saved ? savedName : QString();
    if (kind == m_kind && name == m_savedName)
        return;
    m_kind = kind;
    m_savedName = name;
    m_window.sidePane()->showView(kind, name);
    narrow();
    emit chosen();
}

QString ArchiveViews::chosenQuery() const
{
    const int row = m_kind == items::ViewKind::Saved ? m_model.rowOf(m_kind, m_savedName) : -1;
    return row < 0 ? QString() : m_model.saved()[row - items::BuiltInViews].query;
}

void ArchiveViews::narrow()
{
    std::optional<items::SeriesFilterModel::Rows> rows;
    if (const QString query = chosenQuery(); !query.isEmpty()) {
        if (const auto answer = m_answers.constFind(query); answer != m_answers.constEnd()) {
            rows = answer->rows;
        } else if (m_waiting.removeOne(query)) {
            m_waiting.prepend(query); // somebody waits for this one
            if (!m_job)
                lookForNext();
        }
    }
    m_series.setView(m_kind);
    if (rows)
        m_series.setWithin(rows);
}

std::optional<std::vector<base::MessageIndex>> ArchiveViews::within() const
{
    const auto answer = m_answers.constFind(chosenQuery());
    return answer != m_answers.constEnd() ? std::optional(answer->messages) : std::nullopt;
}

void ArchiveViews::keepWithin(const std::optional<std::vector<base::MessageIndex>> &messages)
{
    if (messages)
        m_series.setWithin(m_series.rowsWith(*messages));
}

void ArchiveViews::drop()
{
    m_begin.stop();
    if (m_job)
        m_job->discard();
    m_job.clear();
}

void ArchiveViews::setArchive(const jobs::LoadedArchivePtr &loaded, items::ViewKind kind,
                              const QString &savedName)
{
    drop();
    m_kind = kind;
    m_savedName = kind == items::ViewKind::Saved ? savedName : QString();
    m_window.sidePane()->showView(m_kind, m_savedName);
    if (m_searcher) // what it holds takes longer to let go than a frame
        QThreadPool::globalInstance()->start([held = std::move(m_searcher)]() mutable { held.reset(); });
    m_searcher = loaded ? std::make_shared<jobs::Searcher>(loaded) : nullptr;
    m_answers.clear();
    lookForAll();
    showCounts();
}

void ArchiveViews::setIndexing(bool on)
{
    if (on == std::exchange(m_isIndexing, on) || on)
        return;
    bool isPartial = false;
    for (const Answer &answer : std::as_const(m_answers))
        isPartial = isPartial || answer.unindexed > 0;
    if (!isPartial && m_waiting.isEmpty())
        return;
    // What stands is shown until there is better.
    m_waiting.clear();
    for (const items::SavedView &view : m_model.saved()) {
        const auto answer = m_answers.constFind(view.query);
        if (answer == m_answers.constEnd() || answer->unindexed > 0)
            m_waiting << view.query;
    }
    drop();
    m_begin.start();
}

void ArchiveViews::lookForAll()
{
    drop();
    m_waiting.clear();
    if (!m_searcher)
        return;
    for (const items::SavedView &view : m_model.saved()) {
        if (!m_answers.contains(view.query) && !m_waiting.contains(view.query))
            m_waiting << view.query;
    }
    narrow();
    if (!m_waiting.isEmpty() && !m_job)
        m_begin.start();
}

void ArchiveViews::lookForNext()
{
    m_begin.stop();
    if (m_job || !m_searcher)
        return;
    while (!m_waiting.isEmpty()) {
        const QString text = m_waiting.takeFirst();
        const auto parsed = store::parseTypedQuery(text, QDateTime::currentSecsSinceEpoch());
        if (const auto *problem = std::get_if<store::QueryProblem>(&parsed)) {
            for (const items::SavedView &view : m_model.saved()) {
                if (view.query == text)
                    m_model.setSavedProblem(view.name, problem->text);
            }
            answered(text, {}, true);
            continue;
        }
        const store::Query query = std::get<store::Query>(parsed);
        // Without an index there is nothing to wait for: few messages are read.
        const bool isComplete = !m_isIndexing && !m_searcher->loaded()->keepsake &&
                                m_searcher->loaded()->catalog->messages().size() <= MostToRead;
        auto *job = new jobs::SearchJob(m_searcher, query,
                                        isComplete ? jobs::Searcher::Thoroughness::Complete
                                                   : jobs::Searcher::Thoroughness::AsYouType,
                                        this);
        m_job = job;
        connect(job, &jobs::Job::finished, this, [this, job, text, isComplete] {
            m_job.clear();
            job->deleteLater();
            answered(text, job->takeResult(), isComplete);
            lookForNext();
        });
        connect(job, &jobs::Job::failed, this, [this, job] {
            // A damaged index: the count stays unknown, and whoever chooses the search is told by its own
            // search.
            m_job.clear();
            job->deleteLater();
            lookForNext();
        });
        job->start();
        return;
    }
    emit counted();
}

void ArchiveViews::answered(const QString &query, const jobs::Found &found, bool isComplete)
{
    const Answer answer{found.messages, m_series.rowsWith(found.messages),
                        isComplete ? 0 : qsizetype(found.unindexed)};
    for (const items::SavedView &view : m_model.saved()) {
        if (view.query != query)
            continue;
        m_model.setSavedCount(view.name, countOf(answer));
        if (m_kind == items::ViewKind::Saved && view.name == m_savedName)
            m_series.setWithin(answer.rows);
    }
    m_answers.insert(query, answer);
}

std::optional<int> ArchiveViews::countOf(const Answer &answer) const
{
    // Half a number is worse than none.
    return answer.unindexed > 0 ? std::nullopt : m_series.countOf(answer.rows);
}

void ArchiveViews::showCounts()
{
    m_model.setCounts(m_series.viewCounts());
    for (const items::SavedView &view : m_model.saved()) {
        const auto answer = m_answers.constFind(view.query);
        m_model.setSavedCount(view.name, answer != m_answers.constEnd() ? countOf(*answer) : std::nullopt);
    }
}

} // namespace loredesk::app
