// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace loredesk::base {

/// What this process has in memory now, and had at most, bytes (proc(5): VmRSS, VmHWM); 0 where it cannot be told.
std::int64_t residentMemory();
std::int64_t peakMemory();

/// Since the kernel started this process: what somebody who waits for it waits. 0 where it cannot be told.
double secondsSinceStart();

/// Gives memory that is free back to the system, so that what a load needed for a moment does not stay with a window
/// that is open for days.
void releaseFreeMemory();

} // namespace loredesk::base
