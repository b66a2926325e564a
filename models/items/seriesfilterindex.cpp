// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfilterindex.h"

#include "models/items/serieswalk.h"

#include <QDeadlineTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

/// Appends case-folded UTF-8; nearly all of it is ASCII.
void appendFolded(QByteArray &out, const QString &text)
{
    const qsizetype start = out.size();
    out.resize(start + text.size());
    char *to = out.data() + start;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80) {
            out.truncate(start);
            out += text.toCaseFolded().toUtf8();
            return;
        }
        *to++ = char(unit >= u'A' && unit <= u'Z' ? unit + 32 : unit);
    }
}

/// Between the fields of a row: no word and no phrase reaches over it.
constexpr char Separator = '\n';

} // namespace

QByteArray SeriesFilterIndex::fold(const QString &text)
{
    QByteArray folded;
    appendFolded(folded, text);
    return folded;
}

SeriesFilterIndex::SeriesFilterIndex(const catalog::Catalog &catalog,
                                     const std::vector<SeriesTreeModel::TopRow> &rows)
    : m_catalog(catalog)
    , m_top(rows)
{
    m_rows.reserve(rows.size() + 1);
    m_dates.reserve(catalog.messages().size());
}

void SeriesFilterIndex::advance(qint64 milliseconds)
{
    // The clock costs about as much as a small row.
    constexpr std::size_t RowsAtOnce = 16;
    const QDeadlineTimer deadline = milliseconds < 0 ? QDeadlineTimer(QDeadlineTimer::Forever)
                                                     : QDeadlineTimer(milliseconds, Qt::PreciseTimer);
    while (!isComplete()) {
        for (std::size_t i = 0; i < RowsAtOnce && m_rows.size() < m_top.size(); ++i)
            addRow(m_top[m_rows.size()]);
        if (m_rows.size() == m_top.size()) {
            m_rows.push_back(
                {std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), m_text.size(), 0});
            m_numberOf.clear();
        } else if (deadline.hasExpired()) {
            return;
        }
    }
}

void SeriesFilterIndex::addRow(const SeriesTreeModel::TopRow &top)
{
    m_rows.push_back({std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), m_text.size(), 0});
    quint8 &flags = m_rows.back().flags;
    const series::MessageHead &head = m_catalog.message(top.message);
    if (head.bot)
        flags |= ByBot;
    if (!top.lineage.isValid()) {
        flags |= ThreadOnly | Unanswered;
        addPosting(head);
        forEachReplyBelow(m_catalog, top.message, [&](base::MessageIndex message) {
            const series::MessageHead &reply = m_catalog.message(message);
            m_dates.push_back(reply.date);
            addName(reply.author);
            if (!reply.bot && reply.author.address != head.author.address)
                flags &= quint8(~Unanswered);
        });
        return;
    }
    const series::PatchSeries &newest = m_catalog.series(top.series);
    if (!newest.complete && !newest.pull)
        flags |= Incomplete;
    if (!newest.review.answered)
        flags |= Unanswered;
    for (const base::SeriesIndex version : m_catalog.lineages()[top.lineage.value()].versions) {
        forEachPosting(m_catalog.series(version), [&](base::MessageIndex message) {
            addPosting(m_catalog.message(message));
            forEachReplyBelow(m_catalog, message,
                              [&](base::MessageIndex reply) { addName(m_catalog.message(reply).author); });
        });
    }
}

void SeriesFilterIndex::addPosting(const series::MessageHead &head)
{
    m_dates.push_back(head.date);
    appendFolded(m_text, head.prefix.title.isEmpty() ? head.subject : head.prefix.title);
    m_text += Separator;
    for (const QString &tag : head.prefix.tags) {
        appendFolded(m_text, tag);
        m_text += Separator;
    }
    addName(head.author);
    Person &author = person(head.author);
    if (author.postedIn != m_rows.size()) {
        author.postedIn = std::uint32_t(m_rows.size());
        m_authors.push_back(std::uint32_t(&author - m_people.data()));
    }
    addName(head.submitter);
}

void SeriesFilterIndex::addName(const mail::Mailbox &mailbox)
{
    Person &named = person(mailbox);
    if (named.namedIn == m_rows.size())
        return;
    named.namedIn = std::uint32_t(m_rows.size());
    m_text += named.folded;
    m_text += Separator;
}

SeriesFilterIndex::Person &SeriesFilterIndex::person(const mail::Mailbox &mailbox)
{
    // A catalog keeps one copy of every name and address: their places in memory tell people apart, which is
    // many times cheaper than their letters. (A second copy would merely count as another person.)
    const auto [number, isNew] = [&] {
        const qsizetype before = m_numberOf.size();
        std::uint32_t &value = m_numberOf[{mailbox.name.constData(), mailbox.address.constData()}];
        return std::pair(&value, m_numberOf.size() != before);
    }();
    if (isNew) {
        *number = std::uint32_t(m_people.size());
        m_people.push_back({mailbox, fold(mailbox.name + u' ' + mailbox.address)});
    }
    return m_people[*number];
}

bool SeriesFilterIndex::hasPostingIn(std::size_t row, const catalog::DateSpan &span) const
{
    const auto first = m_dates.begin() + m_rows[row].firstDate;
    const auto last = m_dates.begin() + m_rows[row + 1].firstDate;
    return std::any_of(first, last, [&](base::UnixSeconds date) { return span.contains(date); });
}

std::vector<bool> SeriesFilterIndex::peopleWithKeys(const QStringList &keys) const
{
    QSet<QString> wanted;
    for (const QString &key : keys)
        wanted.insert(key.toCaseFolded());
    std::vector<bool> chosen(m_people.size());
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const mail::Mailbox &person = m_people[i].mailbox;
        chosen[i] = wanted.contains(person.address.toCaseFolded()) ||
                    wanted.contains(person.domain().toCaseFolded()) ||
                    (person.address.isEmpty() && wanted.contains(person.name.toCaseFolded()));
    }
    return chosen;
}

bool SeriesFilterIndex::hasPostingBy(std::size_t row, const std::vector<bool> &people) const
{
    const auto first = m_authors.begin() + m_rows[row].firstAuthor;
    const auto last = m_authors.begin() + m_rows[row + 1].firstAuthor;
    return std::any_of(first, last, [&](std::uint32_t author) { return people[author]; });
}

std::vector<bool> SeriesFilterIndex::rowsWith(const QList<QByteArray> &words) const
{
    std::vector<bool> hits(m_top.size(), true);
    for (const QByteArray &word : words) {
        // One run over all text for each word; a hit skips the rest of its row.
        const QByteArrayMatcher matcher(word);
        std::vector<bool> found(m_top.size());
        qsizetype at = 0;
        auto next = m_rows.begin();
        while ((at = matcher.indexIn(m_text, at)) >= 0) {
            next = std::upper_bound(next, m_rows.end(), at,
                                    [](qsizetype where, const Row &row) { return where < row.text; });
            found[std::size_t(std::distance(m_rows.begin(), next)) - 1] = true;
            at = next->text;
        }
        for (std::size_t row = 0; row < hits.size(); ++row)
            hits[row] = hits[row] && found[row];
    }
    return hits;
}

} // namespace loredesk::items
