// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/textschema.h"

namespace loredesk::store {

namespace {

QByteArray columnList()
{
    QByteArray list;
    for (const char *column : TextColumnNames)
        list += QByteArray(", ") + column;
    return list;
}

} // namespace

base::Result<void> createTextTable(Database &database, const QByteArray &name)
{
    // Contentless: the archive has the text. Without the sizes of columns, which only a ranking needs:
    // results are shown newest first.
    return database.execute("CREATE VIRTUAL TABLE " + name + " USING fts5(" + columnList().mid(2) +
                            ", content='', columnsize=0, detail=full, tokenize='loredesk')");
}

QByteArray insertIntoText(const QByteArray &name, bool command)
{
    QByteArray values = command ? "VALUES('delete', ?1" : "VALUES(?1";
    for (std::size_t column = 0; column < TextColumnNames.size(); ++column)
        values += ", ?" + QByteArray::number(int(column) + 2);
    return "INSERT INTO " + name + '(' + (command ? name + ", " : QByteArray()) + "rowid" + columnList() +
           ") " + values + ')';
}

void bindText(Statement &statement, int first, const patch::SearchableText &text)
{
    for (std::size_t column = 0; column < text.columns.size(); ++column)
        statement.bindText(first + int(column), text.columns[column]);
}

} // namespace loredesk::store
