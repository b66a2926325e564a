// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/versioncomparison.h"
#include "ui/messagedocument.h"

namespace loredesk::ui {

/// Lines of differences that a document holds; of the patches behind there is only what became of them.
constexpr qsizetype MostComparedLines = 60'000;

/// The comparison of two versions of a series as a document: first what it comes to, then each patch as one
/// of its files, in the order of VersionComparison::patches: a heading with its numbers, title and what
/// became of it, and below it the difference, laid out as a diff is. `older` and `newer`: names of the
/// versions, for people. Any thread.
MessageDocument comparisonDocument(const series::VersionComparison &comparison, const QString &older,
                                   const QString &newer);

} // namespace loredesk::ui
