// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/repository.h"

#include <functional>
#include <optional>
#include <vector>

namespace loredesk::git {

/// A commit of a history, as compact as a walk over hundreds of thousands needs it.
struct HistoryCommit
{
    ObjectId id{};
    ObjectId tree{};
    ObjectId parent{}; ///< the first one, even where a gap keeps it away; zero for a root
    base::UnixSeconds committed = 0;
};

/// A place where the history stops although it should go on.
struct HistoryGap
{
    ObjectId child{};     ///< the oldest commit before the gap
    bool shallow = false; ///< left out on purpose: a shallow clone ends here
    base::Error error;    ///< why the parent cannot be read; empty for a shallow clone
};

struct History
{
    std::vector<HistoryCommit> commits; ///< parents before children: oldest first
    std::vector<HistoryGap> gaps;
};

/// The commits that can be reached from `tip` and not from `hidden`. A parent that is missing or broken makes
/// a gap, and the walk goes on. Where the history is one line, as every public-inbox's is, only that range is
/// read. `step` is called every few hundred commits with the number read so far; false cancels. Errors:
/// Cancelled; Unreadable or Corrupt where `tip` itself cannot be read.
base::Result<History> walkHistory(const Repository &repository, const ObjectId &tip,
                                  const std::optional<ObjectId> &hidden,
                                  const std::function<bool(std::int64_t)> &step);

/// Whether `ancestor` can be reached from `tip` (which counts as its own ancestor). A parent that cannot be read
/// leads nowhere. `step` as for walkHistory(); where it cancels, false.
bool descendsFrom(const Repository &repository, const ObjectId &tip, const ObjectId &ancestor,
                  const std::function<bool(std::int64_t)> &step);

} // namespace loredesk::git
