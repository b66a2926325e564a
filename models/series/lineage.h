// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

namespace loredesk::series {

/// Second step of buildSeries: joins the versions of one series (semantics, "Versions of one series") and
/// sets lineages, PatchSeries::lineage and PatchSeries::joinedBy.
void joinVersions(std::span<const MessageHead> heads, const ThreadForest &threads, SeriesSet &set);

/// Lower case, blanks collapsed, without the version that some write behind the title ("(v3)") or a full
/// stop.
QString normalisedTitle(const QString &title);

} // namespace loredesk::series
