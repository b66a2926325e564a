// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/searching.h"
#include "ui/searchmarks.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace loredesk::jobs {
class SearchJob;
}

namespace loredesk::app {

/// Answers what is typed into the search field over the archive that is shown. The newest request wins: what
/// it overtakes is cancelled at once. Nothing waits on the main thread.
class ArchiveSearch : public QObject
{
    Q_OBJECT
public:
    /// So long letters are gathered before they are looked for, in ms.
    static constexpr int Gathering = 40;

    explicit ArchiveSearch(QObject *parent = nullptr);
    ~ArchiveSearch() override;

    /// Null: none. `text` is what is looked for there; what is known of the answer stays until there is a new
    /// one. `answered`: the text that it answers, empty where nothing is known.
    void setArchive(const jobs::LoadedArchivePtr &loaded, const QString &text, const QString &answered);
    /// The same archive, read again: what is looked for is looked for again.
    void setArchive(const jobs::LoadedArchivePtr &loaded);
    /// What the field holds, as store::parseTypedQuery() reads it; blanks alone end the search.
    void setText(const QString &text);
    /// Says at once what is wrong with the text, which is otherwise held back while somebody types.
    void explain();
    /// While text is being indexed an answer is looked for again now and then, and when that ends.
    void setIndexing(bool on);

    bool isSearching() const { return m_isAsked; }
    /// What the answer is of that was given last; empty: nothing is narrowed by a search.
    const QString &answeredText() const { return m_answered; }

signals:
    /// `unindexed`: messages whose text was not looked at.
    void answered(const std::vector<loredesk::base::MessageIndex> &messages, qsizetype unindexed);
    /// Nothing is looked for any more.
    void cleared();
    /// What to mark in a message; null: nothing.
    void markerChanged(const loredesk::ui::SearchMarker &marker);
    /// The sentence also says what is shown meanwhile, in a line of its own.
    void problemFound(qsizetype offset, qsizetype length, const QString &sentence);
    /// Messages are being read, as there is no index to ask.
    void progressed(const QString &phase, qint64 done, qint64 total);
    void ended();
    void failed(const loredesk::base::Error &error);

private:
    void parse();
    void ask(jobs::Searcher::Thoroughness thoroughness);
    void drop();

    std::shared_ptr<jobs::Searcher> m_searcher;
    QString m_text;
    QString m_asked;    ///< the text of m_query
    QString m_answered; ///< as answeredText()
    store::Query m_query;
    store::QueryProblem m_problem;
    QPointer<jobs::SearchJob> m_job;
    QTimer m_gathering;
    QTimer m_explaining;
    QTimer m_repeating;
    QTimer m_readingAll;
    bool m_isAsked = false;
    bool m_isIndexing = false;
    bool m_isReadingAll = false;
};

} // namespace loredesk::app
