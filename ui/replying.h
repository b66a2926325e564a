// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"

#include <QUrl>

#include <optional>

namespace loredesk::ui {

// An answer to a message is written elsewhere; this is what a mail program or git has to know for it. It goes
// to everybody, as lists want it: to who wrote the message (or whom its Reply-To names), with everybody whom
// it went to in Cc, each once. Pure.

/// A mailto: link (RFC 6068) with recipients, subject, In-Reply-To and the text quoted, but for its
/// signature. What does not fit into the arguments of a program is left out of the quotation, which says so.
/// Nobody can slip fields or steering characters into it. Empty where the message names nobody to answer to.
QUrl replyUrl(const patch::ReadMessage &message);

/// The same for a shell, to send an answer that lies in a file: "git send-email --in-reply-to=… YOUR_REPLY".
/// Nothing where there is nobody to answer to, or a name cannot be quoted (ui::shellWord).
std::optional<QString> replyCommand(const patch::ReadMessage &message);

} // namespace loredesk::ui
