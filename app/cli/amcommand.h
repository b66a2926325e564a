// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk am`: a series as an mbox for git am, trailers from replies applied; what was done to it goes to
/// standard error. Needs a QCoreApplication.
ExitState amCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
