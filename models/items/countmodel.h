// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

namespace loredesk::items {

/// Contributors or domains with their numbers, in the order given (most first). Charts and tables are views
/// on it.
///
/// KeyRole is what a click filters by: the address of a contributor (their name where there is none), the
/// domain of a domain row, ownerKey() of an owner's. FullTextRole is the whole mailbox as plain text, the
/// tool tip the same with the number, as a view can show it. ValueRole is the number of the column as double;
/// BotRole tells a bot's row.
class CountModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column {
        Label, ///< the name (of namesakes the whole mailbox) or domain; the whole mailbox as tool tip
        Count, ///< postings, 0 in a bot's row
        Bots,  ///< postings by a bot, 0 in everybody else's row
        ColumnCount,
    };

    explicit CountModel(QObject *parent = nullptr);

    void setCounts(std::vector<catalog::Count> counts);
    /// The same of the owners of domains.
    void setOwners(std::vector<catalog::Count> owners);
    const std::vector<catalog::Count> &counts() const { return m_counts; }
    /// Messages behind a row: what proves its number. `row` in range.
    const std::vector<base::MessageIndex> &messages(int row) const;
    /// Sum over all rows.
    int total() const { return m_total; }
    /// The greatest number of a row, for axes.
    int greatest() const { return m_greatest; }

protected:
    int rows() const override { return int(m_counts.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    void take(std::vector<catalog::Count> counts, bool areOwners);
    QString labelAt(int row) const;

    std::vector<catalog::Count> m_counts;
    std::vector<bool> m_isNamesake; ///< by row
    bool m_areOwners = false;
    int m_total = 0;
    int m_greatest = 0;
};

} // namespace loredesk::items
