// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

#include <QList>

namespace loredesk::items {

/// What is wrong in the data, where, and what follows from it. MessageIdRole names the message where the
/// place does. Of a path the cells show the last name; EditRole has all of it, and ToolTipRole the whole
/// problem.
class ProblemModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Place, What, Hint, ColumnCount };

    explicit ProblemModel(QObject *parent = nullptr);

    void setProblems(QList<base::Problem> problems);
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
};

} // namespace loredesk::items
