// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk digest`: the digest of a range to standard output or a file. `arguments` follow the word digest.
/// Needs a QCoreApplication.
ExitState digestCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
