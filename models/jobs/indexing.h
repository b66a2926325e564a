// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/keeping.h"

namespace loredesk::jobs {

/// What indexText() did.
struct TextIndexed
{
    std::int64_t messages = 0; ///< whose words were added
    bool overtaken = false;    ///< another process changed the store meanwhile; what was done till then stands
};

/// Brings the full text of a store up to date with a loaded archive, newest messages first, on several threads (0: as
/// many as there are cores). `kept`: what keep() gave; without a generation nothing is done. What is done stands: work
/// that is broken off, or a process that is killed, loses one shard a thread. Messages that cannot be read are left out:
/// the load has told of them. Blocks. Errors: Cancelled, those of the database.
base::Result<TextIndexed> indexText(const LoadedArchive &loaded, const KeepOutcome &kept, int threads,
                                    base::ProgressSink &progress);

} // namespace loredesk::jobs
