// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

#include <QList>

#include <vector>

namespace loredesk::items {

/// What is wrong in the data, where, and what follows from it. MessageIdRole names the message where the
/// place does, MessageRole where it is known without. Of a path the cells show the last name; EditRole has
/// all of it, and ToolTipRole the whole problem.
class ProblemModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Place, What, Hint, ColumnCount };

    explicit ProblemModel(QObject *parent = nullptr);

    /// `messages`: which of the catalog a problem is about, invalid where that is not known; empty: of all.
    void setProblems(QList<base::Problem> problems, std::vector<base::MessageIndex> messages = {});
    const QList<base::Problem> &problems() const { return m_problems; }
    /// A problem a line, for the clipboard.
    QString toText() const;

protected:
    int rows() const override { return int(m_problems.size()); }
    int columns() const override { return ColumnCount; }
    QVariant cell(int row, int column, int role) const override;
    QVariant header(int column, int role) const override;

private:
    QList<base::Problem> m_problems;
    std::vector<base::MessageIndex> m_messages; ///< by row, as far as there are any
};

} // namespace loredesk::items
