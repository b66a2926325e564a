// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

namespace loredesk::series {

/// Third step of buildSeries, after joinVersions: trailers and review state from replies (semantics,
/// "Trailers in replies" 3 to 5), carried to later versions where the patch id is unchanged, and the holes of
/// partial rerolls filled from the version before.
void collectReplies(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set);

} // namespace loredesk::series
