// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/catalog/catalog.h"
#include "models/store/fulltext.h"
#include "models/store/query.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace loredesk::store {

/// What a search found.
struct SearchResult
{
    std::vector<base::MessageIndex> messages; ///< newest first (by Date), as many as were asked for
    std::size_t total = 0;                    ///< how many there are
};

/// Answers queries over one snapshot of an archive. Immutable: any thread, several at once (each with a
/// FullText of its own).
class Search
{
public:
    /// `documents`: by row of the catalog the number under which FullText knows it, 0 where it does not
    /// (yet): such a row is found by what its row says alone. Sorts the rows once: milliseconds for 100,000.
    Search(catalog::CatalogPtr catalog, std::vector<std::uint32_t> documents);

    const catalog::CatalogPtr &catalog() const { return m_catalog; }

    /// The empty query finds nothing. `progress` is asked between shards: a search that was overtaken by the
    /// next letter that was typed ends with Cancelled. Errors: Cancelled; else as FullText::match().
    base::Result<SearchResult> run(const Query &query, FullText &text, base::ProgressSink &progress,
                                   std::size_t limit = std::numeric_limits<std::size_t>::max()) const;

private:
    catalog::CatalogPtr m_catalog;
    std::vector<std::uint32_t> m_rowOf;       ///< by document; the number of rows: none
    std::vector<std::uint32_t> m_newestFirst; ///< rows
};

/// Whether a message is one that the query looks for, without an index: for archives that have none (a
/// read-only home, a full disk). `text` is the message's own, and is not looked at where the query does not
/// ask for text. Thread-safe.
bool matchesPlainly(const Query &query, const patch::SearchableText &text, const catalog::Catalog &catalog,
                    base::MessageIndex message);

} // namespace loredesk::store
