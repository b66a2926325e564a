// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/seriesfiltermodel.h"
#include "models/items/viewlistmodel.h"
#include "models/jobs/savedsearchjob.h"
#include "models/jobs/searching.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace loredesk::jobs {
class SearchJob;
}

namespace loredesk::ui {
class MainWindow;
}

namespace loredesk::app {

/// The views in the side pane: narrows the tree to the one that is chosen, counts them all, and keeps the
/// user's saved searches. Those are looked for one after the other behind everything else, anew for every
/// catalog; what each of them found is kept as rows, so that a change of the range only counts.
class ArchiveViews : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this. `userStore`: the file; empty: no search can be saved.
    ArchiveViews(ui::MainWindow &window, items::SeriesFilterModel &series, QString userStore,
                 QObject *parent = nullptr);
    ~ArchiveViews() override;

    items::ViewListModel &model() { return m_model; }

    /// Another archive or another catalog of it is shown, in this view. Null: none.
    void setArchive(const jobs::LoadedArchivePtr &loaded, items::ViewKind kind, const QString &savedName);
    /// While text is being indexed, what was found is looked for again at the end.
    void setIndexing(bool on);

    /// What the chosen saved search found; nothing where none is chosen, or none has found anything yet.
    std::optional<std::vector<base::MessageIndex>> within() const;
    /// Until the search was looked for in another catalog, what it finds there is taken to be this.
    void keepWithin(const std::optional<std::vector<base::MessageIndex>> &messages);

    void choose(items::ViewKind kind, const QString &savedName = {});
    items::ViewKind kind() const { return m_kind; }
    const QString &savedName() const { return m_savedName; }

signals:
    /// Another view is chosen.
    void chosen();
    /// Every saved search was looked for, as far as the text is indexed.
    void counted();
    /// The saved searches are as the store has them now.
    void savedChanged();

private:
    struct Answer
    {
        std::vector<base::MessageIndex> messages;
        items::SeriesFilterModel::Rows rows; ///< that hold them
        qsizetype unindexed = 0;             ///< messages whose text was not looked at
    };

    std::optional<int> countOf(const Answer &answer) const;
    /// The query of the saved search that is chosen, empty where none is.
    QString chosenQuery() const;
    void change(jobs::SavedSearchChange change);
    void adopt(const QList<store::SavedSearch> &searches);
    void lookForAll();
    void lookForNext();
    void answered(const QString &query, const jobs::Found &found, bool isComplete);
    void showCounts();
    void narrow();
    void drop();

    ui::MainWindow &m_window;
    items::SeriesFilterModel &m_series;
    const QString m_userStore;
    items::ViewListModel m_model;
    items::ViewKind m_kind = items::ViewKind::All;
    QString m_savedName;

    std::shared_ptr<jobs::Searcher> m_searcher;
    QHash<QString, Answer> m_answers; ///< by query, of the catalog that is shown
    QStringList m_waiting;            ///< queries
    QPointer<jobs::SearchJob> m_job;
    QTimer m_begin; ///< the tree and the message come first
    bool m_isIndexing = false;
};

} // namespace loredesk::app
