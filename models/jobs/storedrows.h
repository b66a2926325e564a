// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/headreader.h"
#include "models/store/archivestore.h"

namespace loredesk::jobs {

/// All rows of an archive as it is now, and how they differ from what its store has.
struct CurrentRows
{
    std::vector<series::MessageHead> heads;
    std::vector<store::DatedProblem> problems;
    /// What was made of the rows that the store has; nothing where one of them is gone or stands elsewhere.
    std::optional<series::Grouping> before;
    std::vector<base::MessageIndex> rowNow; ///< by row of `before`: where it is among `heads`
    QByteArray state;
    QString note;
    std::uint32_t nextDocument = 1;
    std::vector<std::uint32_t> removed; ///< documents that the store has and the archive no longer
    std::size_t firstNew = 0;           ///< rows from here on are not in the store; 0: it is to be written anew
    bool isChanged = true;              ///< the store has something else than this
    int read = 0;                       ///< messages that were read from the archive
};

/// Brings what a store had up to date with the archive; what is new is read on request.threads threads, each with a
/// document number of its own. `stored`: nothing for an archive that was never read. Errors: those of
/// Archive::list and Archive::changesSince, Cancelled.
base::Result<CurrentRows> currentRows(const archive::Archive &archive, std::optional<store::Contents> stored,
                                      const HeadRequest &request, std::vector<Timing> &timings,
                                      base::ProgressSink &progress);

} // namespace loredesk::jobs
