// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/query.h"

#include <QByteArray>

namespace loredesk::store {

/// What FTS5 is asked for a part of kind Words. Nothing of it is taken from the user as it stands: words have
/// letters, digits and '_' only, and stand in quotation marks.
QByteArray textExpression(const QueryPart &words);

} // namespace loredesk::store
