// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/store/query.h"

namespace loredesk::store {

/// Whether a row fulfils a part of a query that asks for no text: is:, version:, dates and ids. Replies have
/// the version that their subject names. Complete, incomplete and unanswered are those messages whose series
/// is, and the beginnings of other threads that nobody but their authors and bots answered.
bool rowFulfils(const QueryPart &part, const catalog::Catalog &catalog, base::MessageIndex row);

} // namespace loredesk::store
