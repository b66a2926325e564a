// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk search ARCHIVE QUERY`: the messages that a query finds. `arguments`: what follows the command's name.
ExitState searchCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
