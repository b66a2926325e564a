// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/statisticsindex.h"

#include <array>
#include <optional>
#include <vector>

namespace loredesk::catalog {

/// What a series can be. Each of the questions (what it is, whether a newer version is there, whether all its
/// patches are, whether anybody answered) has one answer.
enum class SeriesState : quint8 {
    Patches, ///< neither of the next two
    Rfc,
    Pull,
    Newest,
    Superseded, ///< a newer version is there
    Complete,   ///< every patch is there; like what follows not asked of pull requests
    Incomplete,
    Answered, ///< by somebody who is neither the author nor a bot
    Unanswered,
};
inline constexpr std::size_t SeriesStateCount = 9;

/// The series of a scope by state. Every version is a series of its own, and stands in the span where its
/// head (cover, else first patch) does, and in the scope where that is.
struct SeriesStates
{
    std::array<std::vector<base::MessageIndex>, SeriesStateCount>
        heads;     ///< by state, in the order of series()
    int total = 0; ///< by people
    int bots = 0;  ///< sent by bots, in none of the other numbers
    const std::vector<base::MessageIndex> &of(SeriesState state) const { return heads[std::size_t(state)]; }
};

SeriesStates seriesStates(const StatisticsIndex &index, const Scope &scope);

/// Series whose first answer took from `from` to below `to` seconds, or that have been waiting so long.
struct LatencyBin
{
    base::UnixSeconds from = 0;
    base::UnixSeconds to = 0; ///< 0: no end
    std::vector<base::MessageIndex> heads;
};

/// The series that were sent in a month.
struct LatencyMonth
{
    base::UnixSeconds start = 0; ///< UTC midnight of its first day
    int answered = 0;
    std::vector<base::MessageIndex> heads; ///< all of them
    std::optional<base::UnixSeconds> median;
};

/// How long series (of patches, sent by people) wait for their first answer by somebody who is neither the
/// author nor a bot: from the date of the head to that of the answer, wherever in the series that is, and
/// also where it came after the span. A clock that is wrong makes no time below zero.
///
/// Who has no answer waits until the newest message of the archive, and may yet get one: what is known of
/// them is how long they have been waiting. So a median of answers alone would flatter; the one of all series
/// counts them as longer than any answer, and is not known before half of them are answered.
struct Latency
{
    std::vector<LatencyBin> answered; ///< shortest first; the steps grow
    std::vector<LatencyBin> waiting;  ///< the same of those without an answer
    int total = 0;
    int answeredTotal = 0;
    std::optional<base::UnixSeconds> medianOfAnswered;
    std::optional<base::UnixSeconds> median; ///< half of all have an answer within so many seconds
    std::vector<LatencyMonth> months;        ///< without gaps, oldest first
};

Latency latency(const StatisticsIndex &index, const Scope &scope);

} // namespace loredesk::catalog
