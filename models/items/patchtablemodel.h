// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/tablemodel.h"
#include "models/series/patchtable.h"

namespace loredesk::items {

/// A row for each patch of a series, a column for each version, oldest first: the patch's number in that
/// version and a mark for what became of it (stateSign()). Row headers are the titles. Answers
/// Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, MessageRole, PatchStateRole and CurrentRole.
class PatchTableModel final : public TableModel
{
    Q_OBJECT

public:
    explicit PatchTableModel(QObject *parent = nullptr);

    /// `catalog`: the one that the table was made of. A null table or catalog empties it.
    void setTable(catalog::CatalogPtr catalog, std::shared_ptr<const series::PatchTable> table);
    /// Which message the window shows.
    void setCurrentMessage(base::MessageIndex message);
    const std::shared_ptr<const series::PatchTable> &table() const { return m_table; }
    /// The cell of a message; invalid: it is in none.
    QModelIndex indexOf(base::MessageIndex message) const;

protected:
    int rows() const override { return m_table ? int(m_table->rows.size()) : 0; }
    int columns() const override { return m_table ? int(m_table->versions.size()) : 0; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;
    QVariant rowHeader(int row, int role) const override;

private:
    QString versionOf(int column) const;
    QString words(const series::PatchTable::Cell &cell, int column) const;
    QString titleOf(const series::PatchTable::Row &row) const;

    catalog::CatalogPtr m_catalog;
    std::shared_ptr<const series::PatchTable> m_table;
    base::MessageIndex m_current;
};

} // namespace loredesk::items
