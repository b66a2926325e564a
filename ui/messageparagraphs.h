// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <vector>

namespace loredesk::ui {

/// Characters in front of a quoted line that say that it is one: "> ", ">> ", "> > "; 0 where it is none.
qsizetype quotePrefixLength(QStringView line);

/// Characters that the rest of a line stands below of when it is too long for one: quote marks, blanks, the
/// mark of an item of a list.
qsizetype hangingLength(QStringView line);

/// By line, whether it goes on with the sentence that the line before it broke off for want of room, so that
/// both may be filled anew when there is less room still. Errs on the side of no: lists, tables, code, logs,
/// headers, whatever is indented or short stay as they were written, and a quote ends where its marks change.
/// Pure, linear; any thread.
std::vector<bool> continuedLines(const MessageDocument &document);

} // namespace loredesk::ui
