// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::ui {

/// How the reader wants messages shown, beyond what every message has; kept between runs.
struct ReadingOptions
{
    bool whitespace = false;  ///< tabs, blanks at the end of a line, a missing newline
    bool ruler = false;       ///< where columns 72 and 80 end in a commit message
    bool lineNumbers = false; ///< in front of the lines of the Diff tab

    bool sideBySide = false;  ///< the Diff tab in two columns
    bool wholeSeries = false; ///< the Diff tab of a patch has those of all patches of its series

    bool foldQuotes = false;            ///< long quotes of a message are put away behind a line
    bool foldConversationQuotes = true; ///< those of the Thread tab

    bool reflow = true; ///< paragraphs wider than the view are filled anew, see MessageText

    friend bool operator==(const ReadingOptions &, const ReadingOptions &) = default;
};

} // namespace loredesk::ui
