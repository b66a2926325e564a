// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::ui {

/// A part of a file name that no shell, file system or person stumbles over, of any text: ASCII letters,
/// digits, '_' and single '-' between them, at most `most` of them. Accents are dropped. May be empty. Pure.
QString asciiName(const QString &text, qsizetype most);

} // namespace loredesk::ui
