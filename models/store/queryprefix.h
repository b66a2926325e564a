// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/query.h"

#include <QLatin1StringView>

namespace loredesk::store {

/// "s:", "d:" and so on.
struct QueryPrefix
{
    QLatin1StringView name;
    QueryPart::Kind kind = QueryPart::Kind::Words;
    ColumnSet columns = 0;     ///< of Words
    QLatin1StringView wants;   ///< what to write behind it: "a name or an address"
    QLatin1StringView meaning; ///< what it searches: "the sender"
};

/// Null where there is none of that name.
const QueryPrefix *findPrefix(QStringView name);

/// What to write instead, one sentence.
QString unknownPrefix(QStringView name);

/// Reads what stands behind a prefix that is no text column. Gives what is wrong with it, one sentence, or
/// nothing.
QString readPrefixValue(const QueryPrefix &prefix, const QString &value, base::UnixSeconds now,
                        QueryPart &part);

} // namespace loredesk::store
