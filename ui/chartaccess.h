// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::ui {

/// Lets screen readers read ChartView: a list of bars, each with its name and its number, which bar is
/// current and which are selected, and a press that filters by one. Once is enough; more does no harm.
void installChartAccess();

} // namespace loredesk::ui
