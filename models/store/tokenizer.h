// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace loredesk::store {

/// Makes wordsplitter.h known to the connection's FTS5 as the tokenizer "loredesk". Once a connection.
/// Errors: Corrupt where SQLite was built without FTS5.
base::Result<void> registerTokenizer(Database &database);

} // namespace loredesk::store
