// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::ui {

/// Lets screen readers read MessageText: its text, caret and selection. Once is enough; more does no harm.
void installMessageTextAccess();

} // namespace loredesk::ui
