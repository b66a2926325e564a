// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/patch/searchabletext.h"

#include <QStringList>

#include <functional>

namespace loredesk::tests {

/// Queries such as people write, made of the words, people, dates and ids of an archive: common words and
/// rare ones, phrases, prefixes, every prefix of a column, conditions on rows, and combinations of them. The
/// same `seed` gives the same queries. `text` gives the text of a row.
QStringList queriesFrom(const catalog::Catalog &catalog,
                        const std::function<patch::SearchableText(std::size_t row)> &text, int count,
                        unsigned seed);

} // namespace loredesk::tests
