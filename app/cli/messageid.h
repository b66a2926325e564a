// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace loredesk::app::cli {

/// A Message-ID as the user has it: from a mail, with brackets, after "id:", or as a link to lore.kernel.org.
/// Without brackets; empty where there is none.
QByteArray messageIdOf(const QString &given);

} // namespace loredesk::app::cli
