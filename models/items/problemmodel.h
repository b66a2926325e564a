// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/items/roles.h"
#include "models/items/tablemodel.h"

#include <QList>

namespace loredesk::items {

/// What is wrong in the data, and where. MessageIdRole names the message where the place does; ToolTipRole is
/// the whole of the problem.
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
