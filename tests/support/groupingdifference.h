// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/regrouping.h"

#include <QString>

namespace loredesk::tests {

/// The first thing in which two forests differ, or nothing. How their nodes are numbered does not count.
QString difference(const series::ThreadForest &a, const series::ThreadForest &b);
/// The same of threads and series.
QString difference(const series::Grouping &a, const series::Grouping &b);

} // namespace loredesk::tests
