// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/items/seriestreemodel.h"

#include <QByteArrayMatcher>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <span>
#include <vector>

namespace loredesk::items {

/// What the filter looks at, a row for every top-level row of the tree, side by side in memory so that all
/// rows are looked through in a few milliseconds. A plain value over one catalog.
class SeriesFilterIndex
{
public:
    enum Flag : quint8 { Incomplete = 1, Unanswered = 2, ByBot = 4, ThreadOnly = 8 };

    /// Both must stay as they are for as long as this lives.
    SeriesFilterIndex(const catalog::Catalog &catalog, const std::vector<SeriesTreeModel::TopRow> &rows);

    quint8 flags(std::size_t row) const { return m_rows[row].flags; }
    bool hasPostingIn(std::size_t row, const catalog::DateSpan &span) const;

    /// People by their numbers in here, for hasPostingBy().
    std::vector<bool> peopleWithKeys(const QStringList &keys) const;
    bool hasPostingBy(std::size_t row, const std::vector<bool> &people) const;

    /// Rows that hold all the words (folded as fold() folds them); the text is gathered the first time.
    std::vector<bool> rowsWith(const QList<QByteArray> &words) const;

    /// Case-folded UTF-8.
    static QByteArray fold(const QString &text);

private:
    struct Row
    {
        std::uint32_t firstDate = 0;   ///< into m_dates, up to the next row's
        std::uint32_t firstAuthor = 0; ///< into m_authors, up to the next row's
        quint8 flags = 0;
    };
    struct Person
    {
        QString name;
        QString address;
        QByteArray folded; ///< "name address"
    };

    void addLineage(const SeriesTreeModel::TopRow &top, Row &row);
    void addThread(const SeriesTreeModel::TopRow &top, Row &row);
    void addPosting(const series::MessageHead &head);
    std::uint32_t person(const mail::Mailbox &mailbox) const;
    void gatherText() const;

    const catalog::Catalog &m_catalog;
    const std::vector<SeriesTreeModel::TopRow> &m_top;
    std::vector<Row> m_rows; ///< one more than there are rows
    std::vector<base::UnixSeconds> m_dates;
    std::vector<std::uint32_t> m_authors;
    mutable std::vector<Person> m_people;
    mutable QHash<QPair<QString, QString>, std::uint32_t> m_numberOf;
    mutable QByteArray m_text;
    mutable std::vector<qsizetype> m_textStart; ///< one more than there are rows; empty: not gathered
};

} // namespace loredesk::items
