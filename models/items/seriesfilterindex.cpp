// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/seriesfilterindex.h"

#include "models/catalog/domainowners.h"
#include "models/items/chartroles.h"
#include "models/items/roles.h"
#include "models/items/serieswalk.h"

#include <QDeadlineTimer>
#include <QSet>

#include <algorithm>

namespace loredesk::items {

SeriesFilterIndex::SeriesFilterIndex(const catalog::Catalog &catalog,
                                     const std::vector<SeriesTreeModel::TopRow> &rows)
    : m_catalog(catalog)
    , m_top(rows)
{
    m_rows.reserve(rows.size() + 1);
    m_dates.reserve(catalog.messages().size());
    m_dated.reserve(catalog.messages().size());
    m_rowOf.assign(catalog.messages().size(), NoRow);
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
            m_rows.push_back({std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), 0, 0});
            m_numberOf.clear();
        } else if (deadline.hasExpired()) {
            return;
        }
    }
}

void SeriesFilterIndex::addRow(const SeriesTreeModel::TopRow &top)
{
    m_rows.push_back({std::uint32_t(m_dates.size()), std::uint32_t(m_authors.size()), 0, 0});
    quint8 &flags = m_rows.back().flags;
    const series::MessageHead &head = m_catalog.message(top.message);
    if (head.bot)
        flags |= ByBot;
    if (!top.lineage.isValid()) {
        flags |= ThreadOnly | Unanswered;
        addPosting(top.message);
        forEachReplyBelow(m_catalog, top.message, [&](base::MessageIndex message) {
            const series::MessageHead &reply = m_catalog.message(message);
            addMessage(message);
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
    if (newest.rfc)
        flags |= Rfc;
    if (newest.pull)
        flags |= Pull;
    for (const base::SeriesIndex version : m_catalog.lineages()[top.lineage.value()].versions) {
        forEachPosting(m_catalog.series(version), [&](base::MessageIndex message) {
            addPosting(message);
            forEachReplyBelow(m_catalog, message, [&](base::MessageIndex reply) { addMessage(reply); });
        });
    }
}

void SeriesFilterIndex::addMessage(base::MessageIndex message)
{
    const series::MessageHead &head = m_catalog.message(message);
    Row &row = m_rows.back();
    row.newest = std::max(row.newest, series::arrivalOf(head));
    m_dates.push_back(head.date);
    m_dated.push_back(message.value());
    m_rowOf[message.value()] = std::uint32_t(m_rows.size() - 1);
}

void SeriesFilterIndex::addPosting(base::MessageIndex message)
{
    addMessage(message);
    const series::MessageHead &head = m_catalog.message(message);
    Person &author = person(head.author);
    if (author.postedIn != m_rows.size()) {
        author.postedIn = std::uint32_t(m_rows.size());
        m_authors.push_back(std::uint32_t(&author - m_people.data()));
    }
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
        m_people.push_back({mailbox});
    }
    return m_people[*number];
}

bool SeriesFilterIndex::hasMessageIn(std::size_t row, const catalog::DateSpan &span) const
{
    const auto first = m_dates.begin() + m_rows[row].firstDate;
    const auto last = m_dates.begin() + m_rows[row + 1].firstDate;
    return std::any_of(first, last, [&](base::UnixSeconds date) { return span.contains(date); });
}

bool SeriesFilterIndex::hasMessageIn(std::size_t row, const catalog::MessageSet &messages) const
{
    const auto first = m_dated.begin() + m_rows[row].firstDate;
    const auto last = m_dated.begin() + m_rows[row + 1].firstDate;
    return std::any_of(first, last, [&](std::uint32_t message) {
        return catalog::isIn(messages, base::MessageIndex(message));
    });
}

std::vector<bool> SeriesFilterIndex::peopleWithKeys(const QStringList &keys) const
{
    QSet<QString> wanted;
    QSet<QString> owners;
    for (const QString &key : keys) {
        if (const QString owner = ownerOfKey(key); !owner.isNull())
            owners.insert(owner);
        else
            wanted.insert(key.toCaseFolded());
    }
    std::vector<bool> chosen(m_people.size());
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const mail::Mailbox &person = m_people[i].mailbox;
        chosen[i] = wanted.contains(person.address.toCaseFolded()) ||
                    wanted.contains(person.domain().toCaseFolded()) ||
                    (person.address.isEmpty() && wanted.contains(person.name.toCaseFolded())) ||
                    (!owners.isEmpty() && owners.contains(catalog::ownerOfDomain(person.domain())));
    }
    return chosen;
}

bool SeriesFilterIndex::hasPostingBy(std::size_t row, const std::vector<bool> &people) const
{
    const auto first = m_authors.begin() + m_rows[row].firstAuthor;
    const auto last = m_authors.begin() + m_rows[row + 1].firstAuthor;
    return std::any_of(first, last, [&](std::uint32_t author) { return people[author]; });
}

std::uint32_t SeriesFilterIndex::rowOf(base::MessageIndex message) const
{
    // Copies of one message share a node, and the first of them stands for all.
    const series::ThreadForest &threads = m_catalog.threads();
    const base::MessageIndex shown = threads.nodes[std::size_t(threads.nodeOf[message.value()])].message;
    const std::uint32_t row = m_rowOf[message.value()];
    return row == NoRow && shown.isValid() ? m_rowOf[shown.value()] : row;
}

} // namespace loredesk::items
