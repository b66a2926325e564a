// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk show`: one message, readable, raw, as JSON, or its diff. Needs a QCoreApplication.
ExitState showCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
