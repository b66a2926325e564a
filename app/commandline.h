// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

namespace loredesk::app {

/// Runs the program: a subcommand without a display, or the window. Returns the exit state.
int run(int argc, char **argv);

} // namespace loredesk::app
