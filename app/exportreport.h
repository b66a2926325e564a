// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/exportseries.h"

#include <QString>

#include <vector>

namespace loredesk::app {

/// What was done to patches that were written for git-am(1), for people. Pure.
struct ExportReport
{
    QString sentence; ///< "2 patches written; 1 patch is missing; 1 trailer applied, 1 not applied"
    QString text;     ///< a line for every patch and every trailer that replies offer
};

ExportReport exportReport(const catalog::Catalog &catalog, const std::vector<jobs::ExportedSeries> &series);

/// "v2 of “tidy the frob” lacks 3 of 9 patches: 2/9, 4–5/9"; empty where nothing is missing. Pure.
QString lackingText(const catalog::Catalog &catalog, const jobs::ExportedSeries &exported);

} // namespace loredesk::app
