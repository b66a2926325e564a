// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archivesearch.h"

#include "models/items/enginewords.h"
#include "models/jobs/searchjob.h"

#include <QDateTime>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

/// Half a prefix is no mistake while the other half is being typed.
constexpr int ExplainAfter = 700;
/// What is indexed meanwhile is found so soon.
constexpr int RepeatAfter = 2000;
/// Reading every message is only begun for a query that stays.
constexpr int ReadAllAfter = 400;

constexpr int LongestQuoted = 60; // of a query in a sentence

/// A query that is wrong changes nothing of what is shown: this says what that is.
QString shownMeanwhile(const QString &answered)
{
    QString query = answered.simplified();
    if (query.isEmpty())
        return ArchiveSearch::tr("What is shown is everything, as without a search.");
    if (query.size() > LongestQuoted)
        query = query.first(LongestQuoted - 1) + u'…';
    return ArchiveSearch::tr("What is shown is still what “%1” found.").arg(query);
}

ui::SearchMarker markerOf(const store::Query &query)
{
    std::vector<store::WordsToMark> words = store::wordsToMark(query);
    if (words.empty())
        return {};
    return [words = std::move(words)](const QString &text, ui::SearchedPart part) {
        using patch::TextColumn;
        using store::columnBit;
        store::ColumnSet columns = columnBit(TextColumn::Unquoted);
        switch (part) {
        case ui::SearchedPart::Subject:
            columns = columnBit(TextColumn::Subject);
            break;
        case ui::SearchedPart::Quoted:
            columns = columnBit(TextColumn::Quoted);
            break;
        case ui::SearchedPart::FileName:
            columns = store::ColumnSet(columns | columnBit(TextColumn::FileNames));
            break;
        case ui::SearchedPart::HunkHeader:
            columns = store::ColumnSet(columns | columnBit(TextColumn::HunkHeaders));
            break;
        case ui::SearchedPart::Unquoted:
            break;
        }
        QList<ui::TextRange> ranges;
        for (const store::MarkedRange &range : store::rangesToMark(text, words, columns))
            ranges.append({range.offset, range.length});
        return ranges;
    };
}

} // namespace

ArchiveSearch::ArchiveSearch(QObject *parent)
    : QObject(parent)
{
    const auto prepare = [this](QTimer &timer, int milliseconds, auto slot) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
        connect(&timer, &QTimer::timeout, this, slot);
    };
    prepare(m_gathering, Gathering, &ArchiveSearch::parse);
    prepare(m_explaining, ExplainAfter, &ArchiveSearch::explain);
    prepare(m_repeating, RepeatAfter, [this] { ask(jobs::Searcher::Thoroughness::AsYouType); });
    prepare(m_readingAll, ReadAllAfter, [this] { ask(jobs::Searcher::Thoroughness::Complete); });
}

ArchiveSearch::~ArchiveSearch()
{
    drop();
}

void ArchiveSearch::drop()
{
    for (QTimer *timer : {&m_gathering, &m_explaining, &m_repeating, &m_readingAll})
        timer->stop();
    if (m_job)
        m_job->discard();
    m_job.clear();
    if (std::exchange(m_isReadingAll, false))
        emit ended();
}

void ArchiveSearch::setArchive(const jobs::LoadedArchivePtr &loaded)
{
    drop();
    // What it holds takes longer to let go than a frame.
    if (m_searcher)
        QThreadPool::globalInstance()->start([held = std::move(m_searcher)]() mutable { held.reset(); });
    m_searcher = loaded ? std::make_shared<jobs::Searcher>(loaded) : nullptr;
    if (m_isAsked)
        parse();
}

void ArchiveSearch::setArchive(const jobs::LoadedArchivePtr &loaded, const QString &text,
                               const QString &answered)
{
    m_explaining.stop();
    m_text = text;
    m_answered = answered;
    m_query = {};
    m_problem = {};
    m_isAsked = !text.trimmed().isEmpty();
    if (!m_isAsked) {
        emit markerChanged({});
        emit cleared();
    }
    setArchive(loaded);
}

void ArchiveSearch::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_explaining.stop();
    if (text.trimmed().isEmpty()) {
        drop();
        m_query = {};
        m_problem = {};
        m_answered.clear();
        if (std::exchange(m_isAsked, false)) {
            emit markerChanged({});
            emit cleared();
        }
        return;
    }
    m_isAsked = true;
    if (!m_gathering.isActive())
        m_gathering.start();
}

void ArchiveSearch::explain()
{
    if (m_gathering.isActive()) {
        m_gathering.stop();
        parse();
    }
    m_explaining.stop();
    if (!m_problem.text.isEmpty())
        emit problemFound(m_problem.offset, m_problem.length,
                          items::engineWords(m_problem.text) + u'\n' + shownMeanwhile(m_answered));
}

void ArchiveSearch::parse()
{
    if (!m_searcher)
        return;
    const auto parsed = store::parseTypedQuery(m_text, QDateTime::currentSecsSinceEpoch());
    m_problem = {};
    if (const auto *problem = std::get_if<store::QueryProblem>(&parsed)) {
        // What was found last stays: most mistakes are queries that are not finished.
        m_problem = *problem;
        m_explaining.start();
        return;
    }
    m_asked = m_text;
    m_query = std::get<store::Query>(parsed);
    emit markerChanged(markerOf(m_query));
    ask(jobs::Searcher::Thoroughness::AsYouType);
}

void ArchiveSearch::ask(jobs::Searcher::Thoroughness thoroughness)
{
    drop();
    if (!m_searcher || !m_isAsked)
        return;
    auto *job = new jobs::SearchJob(m_searcher, m_query, thoroughness, this);
    m_job = job;
    m_isReadingAll = thoroughness == jobs::Searcher::Thoroughness::Complete;
    if (m_isReadingAll)
        connect(job, &jobs::Job::progressed, this, &ArchiveSearch::progressed);
    connect(job, &jobs::Job::finished, this, [this, job, asked = m_asked] {
        m_job.clear();
        job->deleteLater();
        if (std::exchange(m_isReadingAll, false))
            emit ended();
        const jobs::Found found = job->takeResult();
        if (found.unindexed > 0)
            (m_isIndexing ? m_repeating : m_readingAll).start();
        m_answered = asked;
        emit answered(found.messages, qsizetype(found.unindexed));
        // What was wrong meanwhile may have been explained with an older answer.
        if (!m_problem.text.isEmpty() && !m_explaining.isActive() && !m_gathering.isActive())
            explain();
    });
    connect(job, &jobs::Job::failed, this, [this, job](const base::Error &error) {
        m_job.clear();
        job->deleteLater();
        if (std::exchange(m_isReadingAll, false)) {
            emit ended();
            emit failed(error);
        } else {
            // An index that is damaged answers nothing; the messages themselves do.
            m_readingAll.start();
        }
    });
    job->start();
}

void ArchiveSearch::setIndexing(bool on)
{
    if (on == m_isIndexing)
        return;
    m_isIndexing = on;
    // What waits is done now or not at all; a search that runs has begun with less than there is.
    const bool wasPartial = m_repeating.isActive() || m_readingAll.isActive() || m_job;
    if (!on && m_isAsked && m_problem.text.isEmpty() && wasPartial)
        ask(jobs::Searcher::Thoroughness::AsYouType);
}

} // namespace loredesk::app
