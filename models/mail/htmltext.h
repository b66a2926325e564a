// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::mail {

/// What a mail that is HTML alone says, as plain text for people to read: tags taken away, character
/// references replaced, blocks and table rows as lines, quotes behind "> ", list items behind "- ", a link
/// followed by where it leads where that is another text, a picture by its description. Scripts, styles,
/// comments and the head are left out; nothing is hidden because a style says so, and nothing is ever loaded.
/// Control and bidirectional characters stay as they are: to show them as marks is for whoever displays the
/// text.
///
/// For display only: patches, trailers and the search read the mail itself. Any input gives a text; takes
/// time and memory in proportion to it. Pure. After https://html.spec.whatwg.org/multipage/parsing.html as
/// far as a reader of mail needs it.
QString htmlText(const QString &html);

} // namespace loredesk::mail
