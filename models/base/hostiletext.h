// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::base {

/// True for characters that would steer a display instead of being shown: C0 and C1 controls except TAB and
/// LF, DEL, and the bidirectional formatting characters of Unicode TR #9 (the "Trojan Source" set), plus the
/// zero-width ones that hide text.
bool isSteeringCharacter(char32_t character);

/// What is shown for a steering character: `‹ESC›` for those that ASCII names, else `‹U+202E›`. Letters, as
/// the pictures that Unicode has for controls (U+2400) are in few fonts, and one empty box looks like the
/// other.
QString visibleMark(char16_t character);

/// Mail is hostile: `text` with every steering character replaced by its visibleMark. CR LF becomes LF.
/// Everything else, TAB and LF included, stays as it is.
QString visibleText(const QString &text);

/// The same for one line: TAB and LF become blanks, so that it cannot leave its cell.
QString visibleLine(const QString &text);

/// The same, beginning with a capital: what the engine words for the middle of a line, where it begins one.
QString visibleSentence(const QString &text);

/// At most `size` (above 0) UTF-16 units of `text`, no character cut in two; an ellipsis stands for what is
/// left out.
QString shortened(const QString &text, qsizetype size);

} // namespace loredesk::base
