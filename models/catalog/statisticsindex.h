// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statistics.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace loredesk::catalog {

/// What statistics ask of every message, side by side in memory, and numbers for the people and domains
/// behind them: a span of tens of thousands of messages is counted in one pass over some hundred kilobytes,
/// without looking into the messages themselves or comparing names. Made in some milliseconds; immutable;
/// from any thread. Holds nothing of the catalog.
class StatisticsIndex
{
public:
    static constexpr std::uint32_t None = std::numeric_limits<std::uint32_t>::max();

    enum class Part : quint8 {
        Copy,  ///< the same message once more: not counted
        Patch, ///< patches and covers by people
        Reply, ///< everything else by people
        Bot,   ///< by a bot, whatever it is
    };

    explicit StatisticsIndex(const Catalog &catalog);

    // By message row.
    std::vector<base::UnixSeconds> dates; ///< 0: nobody knows
    std::vector<Part> parts;
    std::vector<std::uint32_t> authors; ///< of patches and covers, bots' too; None for everything else

    // By number of an author. Bots and people never share one.
    std::vector<std::uint32_t> domainOf;
    std::vector<std::uint32_t> ownerOf;
    std::uint32_t domainCount = 0;
    std::uint32_t ownerCount = 0;

    /// A version of a series, as far as it is counted.
    struct Version
    {
        base::UnixSeconds date = 0; ///< of its head
        base::UnixSeconds wait = 0; ///< seconds until the first answer, where there is one
        base::MessageIndex head;    ///< cover, else first patch
        bool bot : 1 = false;
        bool pull : 1 = false;
        bool rfc : 1 = false;
        bool superseded : 1 = false;
        bool complete : 1 = false;
        bool answered : 1 = false;
    };
    std::vector<Version> versions;  ///< in the order of Catalog::series()
    base::UnixSeconds lastDate = 0; ///< of the newest message

    std::uint32_t authorCount() const { return std::uint32_t(domainOf.size()); }

private:
    void addMessages(const Catalog &catalog);
    void addVersions(const Catalog &catalog);
};

// What statistics.h counts, with an index of that very catalog that is there already.

std::vector<base::MessageIndex> rowsIn(const StatisticsIndex &index, const Scope &scope);
std::vector<Count> contributors(const Catalog &catalog, const StatisticsIndex &index,
                                std::span<const base::MessageIndex> rows);
std::vector<Count> domains(const Catalog &catalog, const StatisticsIndex &index,
                           std::span<const base::MessageIndex> rows);
/// Like domains(), by whose the domain is (ownerOfDomain).
std::vector<Count> owners(const Catalog &catalog, const StatisticsIndex &index,
                          std::span<const base::MessageIndex> rows);
std::vector<ActivityBin> activity(const StatisticsIndex &index, std::span<const base::MessageIndex> rows,
                                  int mostBins, ActivityStep *step = nullptr);

} // namespace loredesk::catalog
