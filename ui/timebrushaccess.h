// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::ui {

/// Lets screen readers say what TimeBrush marks, and move it. Once is enough; more does no harm.
void installTimeBrushAccess();

} // namespace loredesk::ui
