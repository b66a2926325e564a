// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

namespace loredesk::ui {

/// A name for the file of a series: "v2-tidy-the-frob.mbox". ASCII letters, digits, '-', '.' and '_' only,
/// whatever the title holds; never hidden, never an option. Pure.
QString seriesFileName(const series::PatchSeries &series);

} // namespace loredesk::ui
