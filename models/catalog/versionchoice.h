// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/catalog.h"

namespace loredesk::catalog {

/// "v3" or "v2.1" as people ask for it.
struct VersionNumber
{
    int version = 1;
    std::optional<int> subversion; ///< nothing: as posted first, else whichever there is
};

/// The series that a message belongs to: the one it takes a slot in, or the one that it answers, however far
/// down. Invalid where it belongs to none.
base::SeriesIndex seriesAround(const Catalog &catalog, base::MessageIndex message);

/// Of the versions of that message's series the newest (highest number; of a number that was sent again the
/// complete one, then the one asked about, then the latest), or the one that is asked for. Errors:
/// NoSuchMessage, with the versions that there are in the hint.
base::Result<base::SeriesIndex> chooseVersion(const Catalog &catalog, const QByteArray &messageId,
                                              const std::optional<VersionNumber> &wanted);

/// The version before one, to compare it with: the newest of a lower number that is whole by itself (no v2.1),
/// else whatever stands below it in its lineage. Invalid where there is none; pull requests are none.
base::SeriesIndex previousVersion(const Catalog &catalog, base::SeriesIndex series);

/// "v3", "v2.1"
QString versionName(const series::PatchSeries &series);

} // namespace loredesk::catalog
