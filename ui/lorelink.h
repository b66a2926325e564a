// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace loredesk::ui {

/// Where lore.kernel.org shows the message, whichever list it went to. `messageId` without angle brackets.
/// Pure.
QString loreLink(const QByteArray &messageId);

} // namespace loredesk::ui
