// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace loredesk::ui {

/// `text` as one word of a POSIX shell, in single quotes where it needs them. Nothing where it holds what
/// would steer a terminal that it is pasted into, or a display (base::isSteeringCharacter, TAB and LF),
/// whatever the quotes. Pure.
std::optional<QString> shellWord(const QString &text);

} // namespace loredesk::ui
