// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loredesk::app {

/// `loredesk message [--json] FILE…`: parses message files by themselves, `-` is standard input. `args`: what
/// follows the name of the command. Returns an ExitState.
int messageCommand(const QStringList &args);

} // namespace loredesk::app
