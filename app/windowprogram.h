// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loredesk::app {

/// Makes this process that of the window, with the same arguments. Returns only where the window's program cannot be
/// started, and then has said why; the exit state. Must be called before there are threads.
int becomeWindowProgram(int argc, char **argv, const QStringList &archives, bool newWindow);

} // namespace loredesk::app
