// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::ui {

/// Lets screen readers say that a QKeySequenceEdit takes keys, and which it has: Qt itself has only "a
/// widget" to say of it. Once is enough; more does no harm.
void installKeyFieldAccess();

} // namespace loredesk::ui
