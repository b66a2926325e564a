// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/chartroles.h"
#include "models/items/roles.h"

#include <QDate>
#include <QStandardItemModel>

namespace loredesk::tests {

/// A row as items::CountModel gives it: name, people's number, bots' number.
inline QList<QStandardItem *> countRow(const QString &name, int count, bool bot = false)
{
    const QString key = name.section(u' ', 0, 0).toLower() + QStringLiteral("@example.org");
    QList<QStandardItem *> row{new QStandardItem(name), new QStandardItem, new QStandardItem};
    // Views show a tool tip as rich text; the chart is not to take it for the label.
    row[0]->setToolTip(QStringLiteral("<qt>%1 &lt;%2&gt;: %3</qt>").arg(name, key).arg(count));
    row[0]->setData(QString(name + QStringLiteral(" <") + key + u'>'), items::FullTextRole);
    row[0]->setData(key, items::KeyRole);
    row[0]->setData(bot, items::BotRole);
    row[1]->setData(double(bot ? 0 : count), items::ValueRole);
    row[2]->setData(double(bot ? count : 0), items::ValueRole);
    return row;
}

/// A line as items::FigureModel gives it.
inline QList<QStandardItem *> figureRow(const QString &group, const QString &label, double value,
                                        const QString &text = {})
{
    QList<QStandardItem *> row{new QStandardItem(label), new QStandardItem};
    row[0]->setData(label, items::FullTextRole);
    row[0]->setData(QString(QStringLiteral("state:") + label.toLower()), items::KeyRole);
    row[0]->setData(group, items::GroupRole);
    row[0]->setData(text, items::ValueTextRole);
    row[1]->setData(value, items::ValueRole);
    return row;
}

/// A day as items::ActivityModel gives it.
inline QList<QStandardItem *> dayRow(QDate day, int patches, int replies, int bots, int days = 1)
{
    QList<QStandardItem *> row;
    for (int column = 0; column < 5; ++column)
        row.append(new QStandardItem(column == 0 ? day.toString(Qt::ISODate) : QString()));
    row[0]->setData(day.startOfDay(Qt::UTC).toSecsSinceEpoch(), items::DateRole);
    row[0]->setData(day.addDays(days).startOfDay(Qt::UTC).toSecsSinceEpoch(), items::LastDateRole);
    row[1]->setData(double(patches), items::ValueRole);
    row[2]->setData(double(replies), items::ValueRole);
    row[3]->setData(double(bots), items::ValueRole);
    row[4]->setData(double(patches + replies + bots), items::ValueRole);
    return row;
}

} // namespace loredesk::tests
