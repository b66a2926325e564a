// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/problemmodel.h"

#include "models/base/hostiletext.h"
#include "models/items/celltext.h"
#include "models/items/enginewords.h"

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

/// Every place begins with the path of the archive, and what differs comes behind.
base::Place withLastName(base::Place place)
{
    const qsizetype slash = place.path.lastIndexOf(u'/', -2);
    if (slash > 0)
        place.path = u"…"_s + place.path.mid(slash);
    return place;
}

} // namespace

ProblemModel::ProblemModel(QObject *parent)
    : TableModel(parent)
{
}

void ProblemModel::setProblems(QList<base::Problem> problems, std::vector<base::MessageIndex> messages)
{
    beginResetModel();
    m_problems = std::move(problems);
    m_messages = std::move(messages);
    endResetModel();
}

QString ProblemModel::toText() const
{
    QString text;
    for (const base::Problem &problem : m_problems)
        text += base::visibleLine(problem.toString()) + u'\n';
    return text;
}

QVariant ProblemModel::cell(int row, int column, int role) const
{
    const base::Problem &problem = m_problems[row];
    const auto text = [&] {
        return column == Place  ? base::visibleLine(withLastName(problem.place).toString())
               : column == What ? engineSentence(problem.text)
                                : engineSentence(problem.hint);
    };
    switch (role) {
    case Qt::EditRole:
        return column == Place ? base::visibleLine(problem.place.toString()) : text();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text();
    case Qt::ToolTipRole:
        return toolTip(base::visibleLine(problem.toString()));
    case SortRole:
        return text().toCaseFolded();
    case FilterTextRole:
        return problem.toString().toCaseFolded();
    case MessageRole:
        return std::size_t(row) < m_messages.size() && m_messages[std::size_t(row)].isValid()
                   ? QVariant(uint(m_messages[std::size_t(row)].value()))
                   : QVariant();
    case MessageIdRole:
        return problem.place.messageId.isEmpty() ? QVariant() : QVariant(problem.place.messageId.toUtf8());
    default:
        return {};
    }
}

QVariant ProblemModel::header(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Place:
        return tr("Where");
    case What:
        return tr("What");
    default:
        return tr("What follows");
    }
}

} // namespace loredesk::items
