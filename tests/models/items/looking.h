// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <algorithm>
#include <optional>

namespace loredesk::tests {

/// A search that needs no index: messages with all the words in their title, their tags or the names and addresses of
/// who sent them, caseless. Blanks alone look for nothing.
inline std::optional<std::vector<base::MessageIndex>> messagesWith(const catalog::Catalog &catalog, const QString &words)
{
    using namespace Qt::StringLiterals;
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return std::nullopt;
    std::vector<base::MessageIndex> found;
    for (std::size_t row = 0; row < catalog.messages().size(); ++row) {
        const series::MessageHead &head = catalog.messages()[row];
        const QStringList texts = {head.subject, head.prefix.title, head.prefix.tags.join(u' '), head.author.name,
                                   head.author.address};
        const QString text = texts.join(u' ');
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found.push_back(base::MessageIndex(row));
    }
    return found;
}

} // namespace loredesk::tests
