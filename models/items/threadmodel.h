// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

#include <optional>
#include <vector>

namespace loredesk::items {

/// The conversation that a message belongs to: a row a message, each above what answers it (depth first, by
/// date). Flat, because conversations may be thousands deep, which no view of trees survives; DepthRole and
/// AnswersRole say how the rows hang together. A message that others answer and that is not in the archive
/// has a row of its own (GhostRole, no MessageRole).
///
/// Dates as in SeriesTreeModel. All text is one visible line (base::visibleLine).
class ThreadModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Author, Title, Date, ColumnCount };

    explicit ThreadModel(QObject *parent = nullptr);

    /// The conversation around `message`, which becomes the current one; an invalid one, or no catalog,
    /// empties it. Another message of the conversation that is there already only moves the mark.
    void setThread(catalog::CatalogPtr catalog, base::MessageIndex message);
    const catalog::CatalogPtr &catalog() const { return m_catalog; }
    /// Messages that came after this are new (NewRole). Nothing: none is.
    void setSeenUntil(std::optional<base::UnixSeconds> seen);

    /// -1: it is in another conversation. A copy of a message is found where the message is.
    int rowOf(base::MessageIndex message) const;
    int currentRow() const { return m_current; } ///< -1 where there is none
    /// Invalid for a message that is not in the archive. `row` is in range.
    base::MessageIndex messageAt(int row) const;
    /// -1 for what began the conversation.
    int answeredBy(int row) const { return m_rows[std::size_t(row)].answers; }
    int depthOf(int row) const { return m_rows[std::size_t(row)].depth; }

protected:
    int rows() const override { return int(m_rows.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    struct Row
    {
        std::int32_t node = -1;
        std::int32_t answers = -1;
        std::int32_t depth = 0;
    };

    void fill(std::int32_t root);
    const series::MessageHead *headOf(int row) const;
    QString name(int row) const;
    QString title(int row) const;
    QString words(int row) const;
    QStringList trailers(int row) const;
    bool isNew(int row) const;

    catalog::CatalogPtr m_catalog;
    std::vector<Row> m_rows;
    int m_current = -1;
    std::optional<base::UnixSeconds> m_seenUntil;
};

} // namespace loredesk::items
