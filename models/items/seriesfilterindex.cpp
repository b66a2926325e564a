// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfilterindex.h"

#include "models/items/serieswalk.h"

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
    m_authors.reserve(catalog.messages().size());
    for (const SeriesTreeModel::TopRow &top : rows) {
        Row row{std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), 0};
        if (top.lineage.isValid())
            addLineage(top, row);
        else
            addThread(top, row);
        if (catalog.message(top.message).bot)
            row.flags |= ByBot;
        const auto authors = m_authors.begin() + row.firstAuthor;
        std::sort(authors, m_authors.end());
        m_authors.erase(std::unique(authors, m_authors.end()), m_authors.end());
        m_rows.push_back(row);
    }
    m_rows.push_back({std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), 0});
}

void SeriesFilterIndex::addPosting(const series::MessageHead &head)
{
    m_dates.push_back(head.date);
    m_authors.push_back(person(head.author));
}

void SeriesFilterIndex::addLineage(const SeriesTreeModel::TopRow &top, Row &row)
{
    const series::PatchSeries &newest = m_catalog.series(top.series);
    if (!newest.complete && !newest.pull)
        row.flags |= Incomplete;
    if (!newest.review.answered)
        row.flags |= Unanswered;
    for (const base::SeriesIndex version : m_catalog.lineages()[top.lineage.value()].versions)
        forEachPosting(m_catalog.series(version),
                       [this](base::MessageIndex message) { addPosting(m_catalog.message(message)); });
}

void SeriesFilterIndex::addThread(const SeriesTreeModel::TopRow &top, Row &row)
{
    const series::MessageHead &root = m_catalog.message(top.message);
    addPosting(root);
    row.flags |= ThreadOnly | Unanswered;
    forEachReplyBelow(m_catalog, top.message, [&](base::MessageIndex reply) {
        const series::MessageHead &head = m_catalog.message(reply);
        m_dates.push_back(head.date);
        if (!head.bot && head.author.address != root.author.address)
            row.flags &= quint8(~Unanswered);
    });
}

bool SeriesFilterIndex::hasPostingIn(std::size_t row, const catalog::DateSpan &span) const
{
    const auto first = m_dates.begin() + m_rows[row].firstDate;
    const auto last = m_dates.begin() + m_rows[row + 1].firstDate;
    return std::any_of(first, last, [&](base::UnixSeconds date) { return span.contains(date); });
}

std::uint32_t SeriesFilterIndex::person(const mail::Mailbox &mailbox) const
{
    const auto number = std::uint32_t(m_people.size());
    const auto [it, isNew] = [&] {
        const auto size = m_numberOf.size();
        std::uint32_t &value = m_numberOf[{mailbox.name, mailbox.address}];
        return std::pair(&value, m_numberOf.size() != size);
    }();
    if (isNew) {
        *it = number;
        m_people.push_back({mailbox.name, mailbox.address, fold(mailbox.name + u' ' + mailbox.address)});
    }
    return *it;
}

std::vector<bool> SeriesFilterIndex::peopleWithKeys(const QStringList &keys) const
{
    QSet<QString> wanted;
    for (const QString &key : keys)
        wanted.insert(key.toCaseFolded());
    std::vector<bool> chosen(m_people.size());
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const Person &person = m_people[i];
        const mail::Mailbox mailbox{person.name, person.address};
        chosen[i] = wanted.contains(person.address.toCaseFolded()) ||
                    wanted.contains(mailbox.domain().toCaseFolded()) ||
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

void SeriesFilterIndex::gatherText() const
{
    m_textStart.reserve(m_top.size() + 1);
    m_text.reserve(qsizetype(m_catalog.messages().size()) * 80);
    std::vector<std::uint32_t> namedBy; // by person: the row (plus one) that has named them already
    std::uint32_t row = 0;
    const auto name = [&](const mail::Mailbox &mailbox) {
        const std::uint32_t number = person(mailbox);
        if (number >= namedBy.size())
            namedBy.resize(m_people.size() * 2);
        if (namedBy[number] == row)
            return;
        namedBy[number] = row;
        m_text += m_people[number].folded;
        m_text += Separator;
    };
    const auto posting = [&](base::MessageIndex message) {
        const series::MessageHead &head = m_catalog.message(message);
        appendFolded(m_text, head.prefix.title.isEmpty() ? head.subject : head.prefix.title);
        m_text += Separator;
        for (const QString &tag : head.prefix.tags) {
            appendFolded(m_text, tag);
            m_text += Separator;
        }
        name(head.author);
        if (head.submitter != head.author)
            name(head.submitter);
    };
    const auto answers = [&](base::MessageIndex message) {
        forEachReplyBelow(m_catalog, message,
                          [&](base::MessageIndex reply) { name(m_catalog.message(reply).author); });
    };
    for (const SeriesTreeModel::TopRow &top : m_top) {
        ++row;
        m_textStart.push_back(m_text.size());
        if (!top.lineage.isValid()) {
            posting(top.message);
            answers(top.message);
            continue;
        }
        for (const base::SeriesIndex version : m_catalog.lineages()[top.lineage.value()].versions) {
            forEachPosting(m_catalog.series(version), [&](base::MessageIndex message) {
                posting(message);
                answers(message);
            });
        }
    }
    m_textStart.push_back(m_text.size());
    m_text.squeeze();
}

std::vector<bool> SeriesFilterIndex::rowsWith(const QList<QByteArray> &words) const
{
    if (m_textStart.empty())
        gatherText();
    std::vector<bool> hits(m_top.size(), true);
    for (const QByteArray &word : words) {
        // One run over all text for each word; a hit skips the rest of its row.
        const QByteArrayMatcher matcher(word);
        std::vector<bool> found(m_top.size());
        qsizetype at = 0;
        auto start = m_textStart.begin();
        while ((at = matcher.indexIn(m_text, at)) >= 0) {
            start = std::upper_bound(start, m_textStart.end(), at);
            found[std::size_t(std::distance(m_textStart.begin(), start)) - 1] = true;
            at = *start;
        }
        for (std::size_t row = 0; row < hits.size(); ++row)
            hits[row] = hits[row] && found[row];
    }
    return hits;
}

} // namespace loredesk::items
