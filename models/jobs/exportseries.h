// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <vector>

namespace loredesk::jobs {

struct ExportOptions
{
    bool trailers = true; ///< apply what replies offer
    bool allowMissing = false;
};

/// One patch of what was written.
struct ExportedPatch
{
    int index = 1;
    base::MessageIndex message;
    bool fromEarlierVersion = false;             ///< fills a hole of a partial reroll
    QList<series::CollectedTrailer> applied;     ///< written below those the patch has
    QList<series::CollectedTrailer> alreadyHeld; ///< the patch has them itself
    QList<series::CollectedTrailer> mismatched;  ///< shown, never applied: sent by somebody else
    QList<series::CollectedTrailer> nacked;      ///< a signal, never applied
};

/// A series as an mbox for git-am(1), and what was done to it.
struct ExportedSeries
{
    base::SeriesIndex series;
    QByteArray mbox; ///< see patch::amMessage
    std::vector<ExportedPatch> patches;
    QByteArray baseCommit; ///< what the series says it applies to; may be empty
    /// The patches that were not written, "1–12/20", "14/20", "20/20 (holds no diff)"; at most a dozen
    /// pieces, then "…".
    QStringList lacking;
    int lackingCount = 0;          ///< how many patches that are
    QList<base::Problem> problems; ///< those of the patches that were written, and which are missing
};

/// Reads the patches of a series again and writes them in their order, trailers from replies applied, holes
/// of a partial reroll filled from the version before. Blocks. Errors: NoSuchMessage where a patch is
/// missing, cannot be read (whole) or holds no diff (with ExportOptions::allowMissing a Problem, unless none
/// is left), or where the series is a pull request; Cancelled.
base::Result<ExportedSeries> exportSeries(const LoadedArchive &loaded, base::SeriesIndex series,
                                          const ExportOptions &options, base::ProgressSink &progress);

} // namespace loredesk::jobs
