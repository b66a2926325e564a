// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

namespace loredesk::items {

/// Messages over time, a row a bin, oldest first, without gaps. DateRole and LastDateRole are the bin's ends
/// [start, end); ValueRole the number of the column as double.
class ActivityModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column {
        Start,   ///< "2025-05-20", "week of 2025-05-19", "2025-05"
        Patches, ///< patches and covers by people
        Replies, ///< everything else by people
        Bots,
        Total,
        ColumnCount,
    };

    explicit ActivityModel(QObject *parent = nullptr);

    void setBins(std::vector<catalog::ActivityBin> bins, catalog::ActivityStep step);
    const std::vector<catalog::ActivityBin> &bins() const { return m_bins; }
    catalog::ActivityStep step() const { return m_step; }
    /// The bin a date falls into, -1 where none does.
    int rowOf(base::UnixSeconds date) const;
    /// The greatest total, for axes.
    int greatest() const { return m_greatest; }

protected:
    int rows() const override { return int(m_bins.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    std::vector<catalog::ActivityBin> m_bins;
    catalog::ActivityStep m_step = catalog::ActivityStep::Day;
    int m_greatest = 0;
};

} // namespace loredesk::items
