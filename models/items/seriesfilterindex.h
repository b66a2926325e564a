// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/items/seriestreemodel.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace loredesk::items {

/// What the filter looks at, a row for every top-level row of the tree, side by side in memory so that all
/// rows are looked through in a few milliseconds. It is gathered in slices, so that a large archive does not
/// hold the window up: advance() until it is complete, only then ask.
class SeriesFilterIndex
{
public:
    enum Flag : quint8 { Incomplete = 1, Unanswered = 2, ByBot = 4, ThreadOnly = 8, Rfc = 16, Pull = 32 };

    /// Both must stay as they are for as long as this lives.
    SeriesFilterIndex(const catalog::Catalog &catalog, const std::vector<SeriesTreeModel::TopRow> &rows);

    /// Gathers for about so many milliseconds; negative: to the end.
    void advance(qint64 milliseconds);
    bool isComplete() const { return m_rows.size() > m_top.size(); }

    quint8 flags(std::size_t row) const { return m_rows[row].flags; }
    /// Any of its messages, answers among them, is of the span.
    bool hasMessageIn(std::size_t row, const catalog::DateSpan &span) const;
    /// The same messages as that one looks at: any of them is in the set, which is not null.
    bool hasMessageIn(std::size_t row, const catalog::MessageSet &messages) const;

    /// People by their numbers in here, for hasPostingBy().
    std::vector<bool> peopleWithKeys(const QStringList &keys) const;
    bool hasPostingBy(std::size_t row, const std::vector<bool> &people) const;

    /// The row that a message stands in, or beneath; NoRow where the tree does not have it.
    std::uint32_t rowOf(base::MessageIndex message) const;
    static constexpr std::uint32_t NoRow = 0xffffffff;

    /// When the newest message of the row came: its arrival, or its date where that is not known.
    base::UnixSeconds newest(std::size_t row) const { return m_rows[row].newest; }

private:
    /// Each up to the next row's.
    struct Row
    {
        std::uint32_t firstDate = 0;
        std::uint32_t firstAuthor = 0;
        base::UnixSeconds newest = 0;
        quint8 flags = 0;
    };
    struct Person
    {
        mail::Mailbox mailbox;
        std::uint32_t postedIn = 0; ///< the row (plus one) whose authors have them already
    };

    void addRow(const SeriesTreeModel::TopRow &top);
    void addMessage(base::MessageIndex message);
    void addPosting(base::MessageIndex message);
    Person &person(const mail::Mailbox &mailbox);

    const catalog::Catalog &m_catalog;
    const std::vector<SeriesTreeModel::TopRow> &m_top;
    std::vector<Row> m_rows; ///< when complete one more than there are rows
    std::vector<base::UnixSeconds> m_dates;
    std::vector<std::uint32_t> m_dated; ///< the messages whose dates they are
    std::vector<std::uint32_t> m_authors;
    std::vector<std::uint32_t> m_rowOf; ///< by message
    std::vector<Person> m_people;
    QHash<QPair<const QChar *, const QChar *>, std::uint32_t> m_numberOf;
};

} // namespace loredesk::items
