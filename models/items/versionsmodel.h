// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

namespace loredesk::items {

/// All versions of the series that a message belongs to, a row a version, newest first. MessageRole is what
/// stands in the version where the message stands in its own: the same patch (by patch id, else by title),
/// else the cover or first patch.
///
/// Dates as in SeriesTreeModel. All text is one visible line (base::visibleLine).
class VersionsModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Version, Patches, Author, Replies, Acked, Reviewed, Tested, Date, Joined, ColumnCount };

    explicit VersionsModel(QObject *parent = nullptr);

    /// Of the series that `message` is in or answers; an invalid one, one of no series, or no catalog empties
    /// it.
    void setSeries(catalog::CatalogPtr catalog, base::MessageIndex message);
    /// -1: there is none.
    int currentRow() const { return m_current; }

protected:
    int rows() const override { return int(m_versions.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    const series::PatchSeries &seriesAt(int row) const
    {
        return m_catalog->series(m_versions[std::size_t(row)]);
    }
    QVariant display(int row, int column) const;
    QString words(int row, int column) const;
    bool isSentAgain(int row) const;
    base::MessageIndex counterpart(int row) const;

    catalog::CatalogPtr m_catalog;
    std::vector<base::SeriesIndex> m_versions;
    base::MessageIndex m_message;
    int m_current = -1;
};

/// What joined a version to the one before it, in words: "the same change-id"; empty for nothing.
QString joinedByWords(series::JoinedBy joinedBy);

} // namespace loredesk::items
