// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

namespace loredesk::fuzz {

// What each written form of a digest promises, whatever the mail in it says. They end the program where it
// breaks a promise.

/// Every `<` opens or closes a tag that the writer itself makes, tags are balanced, every `&` is an entity,
/// nothing steers, and mail without any markup characters gives exactly as many tags.
void checkHtml(const digest::Digest &digest);
/// What mail says stands in fences and behind backslashes: it makes no heading, tag or link.
void checkMarkdown(const digest::Digest &digest);
void checkPlainText(const digest::Digest &digest);
/// A JSON reader gets every text back as it was.
void checkJson(const digest::Digest &digest);

} // namespace loredesk::fuzz
