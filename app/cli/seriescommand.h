// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstate.h"

#include <QStringList>

namespace loredesk::app::cli {

/// `loredesk series`: the series of an archive, newest first, as a table or JSON. Needs a QCoreApplication.
ExitState seriesCommand(const QStringList &arguments);

} // namespace loredesk::app::cli
