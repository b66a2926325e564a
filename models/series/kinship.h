// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

#include <span>
#include <vector>

namespace loredesk::series {

/// Which rows new mail can make a difference to: those that share a thread, the half hour of an unthreaded
/// series or a piece of evidence for versions with it, or with rows that do. No row outside of the result has
/// anything to do with one inside, so the two parts can be grouped one without the other (see regroup()); kin
/// that turns out to be none only costs time. `heads`: all rows; `rowNow`: by row before, ascending, where in
/// `heads` it is now; `threads` and `series`: of the rows before. Ascending; all new rows are among them.
/// Pure.
std::vector<base::MessageIndex> kinOfNewRows(std::span<const MessageHead> heads,
                                             std::span<const base::MessageIndex> rowNow,
                                             const ThreadForest &threads, const SeriesSet &series,
                                             int workers);

} // namespace loredesk::series
