// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"

namespace loredesk::patch {

/// Who sent a message: its From, unless a list or a relay put itself there ("A U Thor via list <list@…>",
/// "devnull+author.example.org@…"); then X-Original-From, Reply-To or the Cc of that name, in this order.
mail::Mailbox submitterOf(const mail::Message &message);

} // namespace loredesk::patch
