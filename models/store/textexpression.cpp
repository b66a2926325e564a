// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/textexpression.h"

#include "models/store/textschema.h"

namespace loredesk::store {

QByteArray textExpression(const QueryPart &words)
{
    QByteArray expression;
    if (words.columns != EveryColumn) {
        expression += '{';
        for (std::size_t column = 0; column < TextColumnNames.size(); ++column) {
            if (words.columns & columnBit(patch::TextColumn(column)))
                expression += QByteArray(TextColumnNames[column]) + ' ';
        }
        expression += "} : ";
    }
    expression += '"' + words.words.join(' ') + '"';
    if (words.prefix)
        expression += " *";
    return expression;
}

} // namespace loredesk::store
