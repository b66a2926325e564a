// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app {

/// What opens the window: see runWindow().
using OpenWindow = int (*)(int argc, char **argv, const QStringList &archives, bool newWindow);

/// Runs the program: a subcommand without a display, or the window. Returns the exit state.
int run(int argc, char **argv, OpenWindow openWindow);

} // namespace loredesk::app
