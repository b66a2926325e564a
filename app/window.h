// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loredesk::app {

/// Runs the program with its window: makes the QApplication, opens `archives` (together, as one; where there
/// are none what was open last, and on the first start the sample) and returns when the window was closed.
/// Where a window of the user is open on the display, it gets the archives and this returns at once, unless
/// `newWindow`. The exit state.
int runWindow(int argc, char **argv, const QStringList &archives, bool newWindow);

} // namespace loredesk::app
