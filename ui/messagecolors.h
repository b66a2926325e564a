// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"
#include "ui/theme.h"

namespace loredesk::ui {

// What colour the lines of a message have, on the screen and on paper. Pure.

/// Of the letters of a whole line; invalid: those of any text.
QColor lineColor(MessageDocument::Kind kind, const Theme &theme);

/// Behind a line of a hunk. Invalid: nothing.
struct LineGround
{
    QColor ground;
    QColor stripe; ///< at the line's left edge
};
LineGround lineGround(MessageDocument::Kind kind, const Theme &theme);

/// Behind the words that changed within an added or removed line.
QColor changedWordsGround(MessageDocument::Kind kind, const Theme &theme);

} // namespace loredesk::ui
