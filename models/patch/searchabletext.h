// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <cstddef>
#include <cstdint>

namespace loredesk::patch {

/// What a search can be narrowed to.
enum class TextColumn : std::uint8_t {
    Subject,
    From,
    To,
    Cc,
    Unquoted,    ///< lines of the body that are the sender's own; those of a diff are
    Quoted,      ///< lines of the body that begin with '>'
    FileNames,   ///< files that its diff touches, old names and new ones
    HunkHeaders, ///< what stands behind the second @@ of hunks
    ListIds,
};
constexpr std::size_t TextColumnCount = 9;

/// The text of a message for searching, column by column: UTF-8, decoded, with line ends as they were sent.
/// Broken UTF-8 may be in it, as sent. Empty where the message has nothing of the kind.
struct SearchableText
{
    std::array<QByteArray, TextColumnCount> columns;

    QByteArray &operator[](TextColumn column) { return columns[std::size_t(column)]; }
    const QByteArray &operator[](TextColumn column) const { return columns[std::size_t(column)]; }
};

/// Reads it from a message's bytes. All parts that people read are in it, patches in attachments too; HTML
/// only (without its markup) where there is no other text, and what programs alone read (base64, the data of
/// a "GIT binary patch") is not. Never fails; bounded as mail::parseMessage() is. Thread-safe.
SearchableText searchableText(const QByteArray &raw);

} // namespace loredesk::patch
