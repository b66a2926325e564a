// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/csv.h"

#include "models/items/chartroles.h"
#include "models/items/roles.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::items {

namespace {

/// As spreadsheets tell formulas from text (OWASP, "CSV Injection").
QString disarmed(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString textOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString)
        return disarmed(value.toString());
    if (value.typeId() == QMetaType::Double)
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toString();
}

QString cell(const QModelIndex &index)
{
    for (const int role : {int(ExportRole), int(ValueRole), int(FullTextRole), int(Qt::DisplayRole)}) {
        if (const QVariant value = index.data(role); value.isValid())
            return textOf(value);
    }
    return {};
}

QString quoted(QString text)
{
    const bool plain = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
    });
    return plain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString onOneLine(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\r', u' ').replace(u'\n', u' ');
}

template <class Cell>
QByteArray table(const QAbstractItemModel &model, QChar between, const QString &end, Cell written)
{
    QStringList line;
    QList<int> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QVariant ours = model.headerData(column, Qt::Horizontal, ExportRole);
        const QString header = (ours.isValid() ? ours : model.headerData(column, Qt::Horizontal)).toString();
        if (header.isEmpty())
            continue;
        columns.append(column);
        line.append(written(disarmed(header)));
    }
    QString text = line.join(between) + end;
    for (int row = 0; row < model.rowCount(); ++row) {
        line.clear();
        for (const int column : std::as_const(columns))
            line.append(written(cell(model.index(row, column))));
        text += line.join(between) + end;
    }
    return text.toUtf8();
}

} // namespace

QByteArray csvOf(const QAbstractItemModel &model)
{
    return table(model, u',', u"\r\n"_s, quoted);
}

QByteArray tabbedTextOf(const QAbstractItemModel &model)
{
    return table(model, u'\t', u"\n"_s, onOneLine);
}

} // namespace loredesk::items
