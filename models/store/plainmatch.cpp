// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/phrase.h"
#include "models/store/rowcondition.h"
#include "models/store/search.h"
#include "models/store/wordsplitter.h"

#include <algorithm>

namespace loredesk::store {

namespace {

bool holdsWords(const QueryPart &part, const patch::SearchableText &text)
{
    for (std::size_t column = 0; column < text.columns.size(); ++column) {
        if (!(part.columns & columnBit(patch::TextColumn(column))))
            continue;
        PhraseFollower phrase(part.words, part.prefix);
        bool found = false;
        splitWords(text.columns[column], [&](QByteArrayView word, qsizetype, qsizetype) {
            found = phrase.next(word);
            return !found;
        });
        if (found)
            return true;
    }
    return false;
}

} // namespace

bool matchesPlainly(const Query &query, const patch::SearchableText &text, const catalog::Catalog &catalog,
                    base::MessageIndex message)
{
    std::vector<bool> fulfilled;
    fulfilled.reserve(query.parts().size());
    const auto isFulfilled = [&fulfilled](std::uint32_t child) { return bool(fulfilled[child]); };
    for (const QueryPart &part : query.parts()) {
        switch (part.kind) {
        case QueryPart::Kind::And:
            fulfilled.push_back(std::all_of(part.children.begin(), part.children.end(), isFulfilled));
            break;
        case QueryPart::Kind::Or:
            fulfilled.push_back(std::any_of(part.children.begin(), part.children.end(), isFulfilled));
            break;
        case QueryPart::Kind::Not:
            fulfilled.push_back(!isFulfilled(part.children[0]));
            break;
        case QueryPart::Kind::Words:
            fulfilled.push_back(holdsWords(part, text));
            break;
        default:
            fulfilled.push_back(rowFulfils(part, catalog, message));
        }
    }
    return !fulfilled.empty() && fulfilled.back();
}

} // namespace loredesk::store
