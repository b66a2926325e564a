// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/searchabletext.h"
#include "models/store/database.h"

#include <array>

namespace loredesk::store {

/// The columns of a shard's table, in the order of patch::TextColumn.
constexpr std::array<const char *, patch::TextColumnCount> TextColumnNames = {"s", "f",   "t",    "c", "nq",
                                                                              "q", "dfn", "dfhh", "l"};

/// Makes the table and sets it up.
base::Result<void> createTextTable(Database &database, const QByteArray &name);

/// "INSERT INTO name(rowid, …) VALUES(?1, …)"; `command`: for FTS5's own ('delete').
QByteArray insertIntoText(const QByteArray &name, bool command = false);

/// Binds a document's columns from parameter `first` on. The text must stay until the statement has run.
void bindText(Statement &statement, int first, const patch::SearchableText &text);

} // namespace loredesk::store
