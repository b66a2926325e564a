// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/series/versioncomparison.h"

#include <QByteArray>
#include <QString>

namespace loredesk::app {

/// What `loredesk compare` prints: a line for each patch, in the manner of git-range-diff(1), and below it
/// the difference, indented (not with `isShort`). Every text that came from mail is made visible.
QString comparisonText(const catalog::Catalog &catalog, const series::VersionComparison &comparison,
                       bool isShort);

/// What `loredesk compare --json` prints: one document, UTF-8.
QByteArray comparisonJson(const catalog::Catalog &catalog, const series::VersionComparison &comparison);

/// What the comparison lacks, for people: patches that are not in the archive or could not be read, and
/// differences that are not shown whole.
QList<base::Problem> comparisonProblems(const catalog::Catalog &catalog,
                                        const series::VersionComparison &comparison);

} // namespace loredesk::app
