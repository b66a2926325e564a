// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/markjob.h"

#include <QObject>
#include <QPointer>

namespace loredesk::items {
class SeriesTreeModel;
}

namespace loredesk::ui {
class MainWindow;
}

namespace loredesk::app {

/// The marks that the user gives series, and the notes on them: reads them, writes down what the window asks
/// for, one after the other, and shows in the tree what the file has then. Main thread; reading and writing
/// is not done on it.
class MarkKeeper : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. `userStore`: the file; empty: nothing can be marked.
    MarkKeeper(ui::MainWindow &window, items::SeriesTreeModel &tree, QString userStore,
               QObject *parent = nullptr);
    /// What was asked for is written down first.
    ~MarkKeeper() override;

    /// Another window may have marked something.
    void readAgain();

    /// Something waits to be read or written; after that the tree shows what the file has.
    bool isBusy() const { return m_job || !m_waiting.isEmpty(); }

protected:
    /// Who comes back to the window may have marked something in another one.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(jobs::MarkRequest request);
    void next();
    void take(const jobs::MarkRequest &request, jobs::MarkOutcome outcome);
    void tell(catalog::Mark mark, int series);
    void tell(const QString &text);

    ui::MainWindow &m_window;
    items::SeriesTreeModel &m_tree;
    const QString m_userStore;
    QList<jobs::MarkRequest> m_waiting;
    QPointer<jobs::MarkJob> m_job;
    /// What takes one change back.
    struct TakingBack
    {
        QList<catalog::MarkChange> marks;
        QList<catalog::NoteChange> notes;
    };
    QList<TakingBack> m_takingBack; ///< the last change at the end
    QString m_trouble;              ///< why the last reading failed, which is said once
};

} // namespace loredesk::app
