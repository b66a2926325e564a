// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/versioncomparison.h"

#include <QString>

namespace loredesk::items {

/// A mark of one character: "=" unchanged, "≠" changed, "+" new, "–" dropped, "?" where nobody knows; empty
/// for a first version.
QString stateSign(series::PatchState state);

/// "unchanged", "dropped", …; empty for a first version.
QString stateWord(series::PatchState state);

/// "message, trailers, diff"; empty where nothing changed.
QString changeWords(patch::PatchChanges changes);

} // namespace loredesk::items
