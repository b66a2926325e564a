// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <QString>

namespace loredesk::app {

/// The directory in which the stores of archives lie: `loredesk` in the XDG cache directory. Empty where there is no
/// home to put it in.
QString storeDirectory();

namespace cli {

/// Keeps what was loaded for the next time. What goes wrong with it costs time alone, so it is said and no more; the
/// exit state does not know of it.
void keepForLater(const jobs::LoadedArchive &loaded);

/// The process is about to end: the memory of a large archive goes with it at once, and need not be given back text by
/// text first, which takes a tenth of the time that opening it from its cache takes.
void leaveToTheSystem(jobs::LoadedArchivePtr loaded);

} // namespace cli
} // namespace loredesk::app
