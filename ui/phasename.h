// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::ui {

/// What background work says that it is doing ("reading messages", see base/progress.h), in the language of
/// the interface; as it is where it is not known. Main thread.
QString phaseName(const QString &phase);

} // namespace loredesk::ui
