// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk compare`: what became of the patches of a series between two of its versions. `arguments`: what
/// follows the name of the command.
ExitState compareCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
