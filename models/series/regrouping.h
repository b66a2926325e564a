// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

#include <span>
#include <vector>

namespace loredesk::series {

/// What is made of rows.
struct Grouping
{
    ThreadForest threads;
    SeriesSet series;
};

/// Threads and series of `heads`. Pure.
Grouping group(std::span<const MessageHead> heads);

/// What group() makes of `heads` (the nodes of its threads may be numbered otherwise), at the cost of what
/// new mail can make a difference to. `before`: of the rows that were there before; `rowNow`: by row before,
/// ascending, where in `heads` it is now, unchanged. Rows that are in no row before are new. Where a row
/// before is gone, only group() will do. Pure.
Grouping regroup(Grouping before, std::span<const base::MessageIndex> rowNow,
                 std::span<const MessageHead> heads, int workers);

} // namespace loredesk::series
