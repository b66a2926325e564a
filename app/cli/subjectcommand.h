// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace loredesk::app {

/// `loredesk subject`: subjects from standard input, one a line, to a JSON object a line. `args`: what
/// follows the name of the command. Returns an ExitState.
int subjectCommand(const QStringList &args);

} // namespace loredesk::app
