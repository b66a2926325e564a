// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace loredesk::ui {

/// What a piece of a message is, for a search that was narrowed to something.
enum class SearchedPart : quint8 { Subject, Unquoted, Quoted, FileName, HunkHeader };

/// A piece of a text, in UTF-16 units.
struct TextRange
{
    qsizetype offset = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Finds what was looked for in a text that is shown: ascending, without overlaps. Null: nothing was looked for. Called
/// with a few thousand characters at a time.
using SearchMarker = std::function<QList<TextRange>(const QString &text, SearchedPart part)>;

} // namespace loredesk::ui
