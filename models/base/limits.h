// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace loredesk::base {

// How much of a message is read. Lists refuse mail long before: the largest patches that were ever mailed
// take a few megabytes. What lies beyond was made to exhaust somebody's memory; it is left out, and a Problem
// says how much.

/// Bytes of a message that an archive gives.
constexpr qint64 LargestMessage = qint64(64) * 1024 * 1024;
/// Bytes of a message's text (transfer encoding undone, all parts together) that are read as text and as a
/// patch.
constexpr qint64 LargestText = qint64(16) * 1024 * 1024;

} // namespace loredesk::base
