// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk index ARCHIVE`: brings the cache up to date. `arguments`: what follows the command's name.
ExitState indexCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
