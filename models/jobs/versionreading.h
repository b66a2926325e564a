// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/series/patchtable.h"

namespace loredesk::jobs {

/// Of a version with more patches, and of a series with more versions, the rest is not read; what comes out
/// says so.
constexpr int MostPatchesOfVersion = 500;
constexpr int MostVersions = 40;

/// Reads two versions of a series again, matches their patches and compares them. A patch that cannot be read
/// is in the result, with the reason. Blocks; reports progress. Errors: Cancelled; BadInput where one of them
/// is a pull request, which carries no patches.
base::Result<series::VersionComparison> compareVersions(const LoadedArchive &loaded, base::SeriesIndex older,
                                                        base::SeriesIndex newer,
                                                        base::ProgressSink &progress);

/// Reads all versions of a series (the newest MostVersions of them), oldest first, and follows each patch
/// through them. Blocks; reports progress. Errors: Cancelled.
base::Result<series::PatchTable> followPatches(const LoadedArchive &loaded, base::LineageIndex lineage,
                                               base::ProgressSink &progress);

} // namespace loredesk::jobs
