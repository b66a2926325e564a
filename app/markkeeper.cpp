// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markkeeper.h"

#include "models/items/markwords.h"
#include "models/items/seriesfiltermodel.h"
#include "ui/mainwindow.h"
#include "ui/markactions.h"
#include "ui/seriesview.h"

#include <QEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

using Kind = jobs::MarkRequest::Kind;

/// Changes that can be taken back, one after the other.
constexpr qsizetype MostToTakeBack = 50;

} // namespace

MarkKeeper::MarkKeeper(ui::MainWindow &window, items::SeriesTreeModel &tree, QString userStore,
                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_tree(tree)
    , m_userStore(std::move(userStore))
{
    ui::MarkActions *actions = m_window.markActions();
    actions->setMarkingPossible(!m_userStore.isEmpty());
    connect(actions, &ui::MarkActions::markRequested, this,
            [this](const std::vector<base::SeriesIndex> &series, catalog::Mark mark) {
                if (m_tree.catalog())
                    ask({Kind::Mark, m_tree.catalog(), series, mark, {}, {}, {}, {}});
            });
    connect(actions, &ui::MarkActions::noteWritten, this,
            [this](const QByteArray &messageId, const QString &note) {
                if (m_tree.catalog())
                    ask({Kind::Note, m_tree.catalog(), {}, catalog::Mark::None, messageId, note, {}, {}});
            });
    connect(actions, &ui::MarkActions::takeBackRequested, this, [this] {
        if (m_takingBack.isEmpty())
            return;
        const TakingBack last = m_takingBack.takeLast();
        ask({Kind::Write, nullptr, {}, catalog::Mark::None, {}, {}, last.marks, last.notes});
        m_window.markActions()->setTakingBackPossible(!m_takingBack.isEmpty());
    });
    m_window.installEventFilter(this);
    readAgain();
}

MarkKeeper::~MarkKeeper()
{
    m_window.removeEventFilter(this);
    m_window.markActions()->disconnect(this);
    m_window.markActions()->setMarkingPossible(false);
    m_window.markActions()->setTakingBackPossible(false);
    delete m_job; // waits for it
    for (jobs::MarkRequest &request : m_waiting) {
        if (request.kind == Kind::Read)
            continue;
        jobs::MarkJob job(m_userStore, std::move(request));
        job.start();
    }
}

void MarkKeeper::readAgain()
{
    if (!m_userStore.isEmpty())
        ask({});
}

bool MarkKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && !isBusy())
        readAgain();
    return QObject::eventFilter(watched, event);
}

void MarkKeeper::ask(jobs::MarkRequest request)
{
    m_waiting << std::move(request);
    next();
}

void MarkKeeper::next()
{
    if (m_job || m_waiting.isEmpty())
        return;
    const jobs::MarkRequest request = m_waiting.takeFirst();
    auto *job = new jobs::MarkJob(m_userStore, request, this);
    m_job = job;
    connect(job, &jobs::Job::finished, this, [this, job, request] {
        m_job.clear();
        job->deleteLater();
        m_trouble.clear();
        take(request, job->takeResult());
        next();
    });
    connect(job, &jobs::Job::failed, this, [this, job, request](const base::Error &error) {
        m_job.clear();
        job->deleteLater();
        if (request.kind == Kind::Write) {
            m_takingBack << TakingBack{request.changes, request.noteChanges};
            m_window.markActions()->setTakingBackPossible(true);
        }
        if (const QString before = std::exchange(m_trouble, error.toString());
            request.kind != Kind::Read || before != m_trouble)
            m_window.showError(error);
        next();
    });
    job->start();
}

void MarkKeeper::take(const jobs::MarkRequest &request, jobs::MarkOutcome outcome)
{
    ui::SeriesView *view = m_window.seriesView();
    QModelIndex top = view->currentIndex();
    while (top.parent().isValid())
        top = top.parent();
    const int row = top.row();
    m_tree.setMarks(std::move(outcome.table), std::move(outcome.notes));
    // Who goes through a view of marks goes on with what comes behind the one that leaves it.
    if (row >= 0 && !view->currentIndex().isValid() && view->model() && view->model()->rowCount() > 0)
        view->setCurrentIndex(view->model()->index(std::min(row, view->model()->rowCount() - 1), 0));
    const bool isChanged = !outcome.takingBack.isEmpty() || !outcome.takingNotesBack.isEmpty();
    if (request.kind != Kind::Write && isChanged) {
        m_takingBack << TakingBack{outcome.takingBack, outcome.takingNotesBack};
        if (m_takingBack.size() > MostToTakeBack)
            m_takingBack.removeFirst();
        m_window.markActions()->setTakingBackPossible(true);
    }
    if (request.kind == Kind::Mark)
        tell(outcome.mark, outcome.series);
    else if (request.kind == Kind::Note && isChanged)
        tell(request.note.isEmpty() ? tr("The note was deleted") : tr("The note was written"));
    else if (request.kind == Kind::Write)
        m_window.showNotice(request.noteChanges.isEmpty() ? tr("The last mark was taken back")
                                                          : tr("The note is as it was before"));
}

void MarkKeeper::tell(catalog::Mark mark, int series)
{
    if (series == 0) {
        m_window.showNotice(
            tr("Nothing has changed: no such mark was there, or the messages have no Message-ID"));
        return;
    }
    QString text;
    if (mark == catalog::Mark::None)
        text = series == 1 ? tr("The mark was taken away")
                           : tr("The marks of %Ln series were taken away", nullptr, series);
    else if (series == 1)
        text = tr("Marked: %1").arg(items::MarkWords::name(mark));
    else
        text = tr("%Ln series marked: %1", nullptr, series).arg(items::MarkWords::name(mark));
    tell(text);
}

void MarkKeeper::tell(const QString &text)
{
    const QString keys = m_window.markActions()->takeBackKeys();
    m_window.showNotice(keys.isEmpty() ? text : tr("%1 (%2 takes it back)").arg(text, keys));
}

} // namespace loredesk::app
