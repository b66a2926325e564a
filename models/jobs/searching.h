// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/store/search.h"

#include <limits>
#include <memory>
#include <mutex>
#include <optional>

namespace loredesk::jobs {

/// What a search found, and how sure that is.
struct Found
{
    std::vector<base::MessageIndex> messages; ///< newest first, as many as were asked for
    std::size_t total = 0;                    ///< how many there are
    std::int64_t unindexed = 0; ///< messages whose words were not looked at, as they are not indexed yet
};

/// Answers queries over a loaded archive, one after the other, and keeps ready what it takes. From any thread; a search
/// waits for the one before it, which should be cancelled.
class Searcher
{
public:
    enum class Thoroughness {
        AsYouType, ///< what is not indexed yet is left out, and counted
        Complete,  ///< what is not indexed is read; minutes for a large archive without an index
    };

    explicit Searcher(LoadedArchivePtr loaded);
    ~Searcher();

    /// Without a usable store every message is read. Blocks. Errors: Cancelled; those of the database only where
    /// `thoroughness` is AsYouType.
    base::Result<Found> search(const store::Query &query, Thoroughness thoroughness, std::size_t limit,
                               base::ProgressSink &progress);

    const LoadedArchivePtr &loaded() const { return m_loaded; }

private:
    struct Index;
    Index *index();
    base::Result<std::vector<base::MessageIndex>> scan(const store::Query &query,
                                                       const std::vector<base::MessageIndex> &rows,
                                                       base::ProgressSink &progress) const;

    const LoadedArchivePtr m_loaded;
    std::mutex m_mutex;
    std::optional<store::Search> m_search; ///< made by the first search, on its thread: it sorts all rows
    std::unique_ptr<Index> m_index;
};

} // namespace loredesk::jobs
