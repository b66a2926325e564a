// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/figuremodel.h"

#include "models/items/celltext.h"
#include "models/items/chartroles.h"
#include "models/items/roles.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::items {

FigureModel::FigureModel(QObject *parent)
    : TableModel(parent)
{
}

void FigureModel::setFigures(std::vector<Figure> figures, const QStringList &headers)
{
    beginResetModel();
    m_figures = std::move(figures);
    m_headers = headers;
    endResetModel();
}

std::vector<base::MessageIndex> FigureModel::messagesOf(const QStringList &keys) const
{
    std::vector<base::MessageIndex> messages;
    for (const Figure &figure : m_figures) {
        if (keys.contains(figure.key))
            messages.insert(messages.end(), figure.messages.begin(), figure.messages.end());
    }
    std::sort(messages.begin(), messages.end());
    messages.erase(std::unique(messages.begin(), messages.end()), messages.end());
    return messages;
}

QVariant FigureModel::cell(int row, int column, int role) const
{
    const Figure &figure = m_figures[std::size_t(row)];
    const QString number =
        figure.text.isEmpty() ? QLocale().toString(qint64(std::llround(figure.value))) : figure.text;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Label:
            return figure.label;
        case Number:
            return number;
        case Detail:
            return figure.detail;
        default:
            return figure.group;
        }
    case Qt::ToolTipRole:
        return toolTip(figure.label + u": "_s + number +
                       (figure.detail.isEmpty() ? QString() : u" · "_s + figure.detail));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(figure.label, number);
    case FullTextRole:
        return column == Label ? QVariant(figure.label) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Number ? alignedRight() : QVariant();
    case SortRole:
        return column == Number ? QVariant(figure.value) : QVariant(row);
    case ValueRole:
        return column == Number ? QVariant(figure.value) : QVariant();
    case ExportRole:
        return column == Number && !figure.isKnown ? QVariant(QString()) : QVariant();
    case ValueTextRole:
        return figure.detail.isEmpty() ? number : tr("%1 · %2").arg(number, figure.detail);
    case ChipRole:
        return figure.chip.isEmpty() ? figure.label : figure.chip;
    case GroupRole:
        return figure.group;
    case KeyRole:
        return figure.key;
    default:
        return {};
    }
}

QVariant FigureModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Number ? alignedRight() : QVariant();
    if (role == ExportRole && column == Number && m_headers.size() > ColumnCount)
        return m_headers.constLast();
    return role == Qt::DisplayRole ? QVariant(m_headers.value(column)) : QVariant();
}

} // namespace loredesk::items
