// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

namespace loredesk::digest {

/// A series or single patch that has a message in the range.
struct RangeSeries
{
    base::SeriesIndex series;
    std::vector<base::MessageIndex> shown; ///< its messages to show: cover and first patch, of the range
};

/// Every series that has a message among `rows`, newest first by archive order. Pure.
std::vector<RangeSeries> seriesIn(const catalog::Catalog &catalog,
                                  const std::vector<base::MessageIndex> &rows);

/// What the patch list says about one. Pure.
PatchListEntry patchListEntry(const catalog::Catalog &catalog, base::SeriesIndex series);

/// Earlier versions that a cover letter or changelog names with their number ("Link to v1: https://…", "v2:
/// https://…"): version and Message-ID, newest first, each version once, only those below `version`. What a
/// range that is read alone knows of the past. Pure.
QList<QPair<int, QByteArray>> earlierFromText(const QString &text, int version);

} // namespace loredesk::digest
