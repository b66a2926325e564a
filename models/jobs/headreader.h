// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/catalog/statistics.h"

#include <vector>

namespace loredesk::jobs {

/// How the rows of an archive are read.
struct HeadRequest
{
    catalog::DateSpan keep; ///< rows whose date lies outside are left out
    series::BotList bots;
    base::UnixSeconds now = 0; ///< bounds the clamp of dates
    int threads = 1;           ///< at most; few messages are read by fewer
};

/// What was wrong with a message, placed.
struct HeadProblem
{
    base::Problem problem;
    std::optional<base::UnixSeconds> date; ///< of the message; nothing where it could not be read at all
    base::Position position;               ///< of the message
};

/// Rows in archive order, and what was wrong with messages, in the same order.
struct ReadHeads
{
    std::vector<series::MessageHead> heads;
    std::vector<HeadProblem> problems;
};

/// False where a message that arrived then cannot have a date in the span: dates are clamped to a day after
/// arrival, so that what arrived more than a day before the start is out. There is no such bound for the end:
/// mail may arrive as late as it likes.
bool mayLieIn(const catalog::DateSpan &span, base::UnixSeconds arrival);

/// Reads and parses the entries on several threads, each with a reader of its own; bodies are let go at once.
/// A message that cannot be read is a Problem with its place. Errors: Cancelled.
base::Result<ReadHeads> readHeads(const archive::Archive &archive, const std::vector<archive::Entry> &entries,
                                  const HeadRequest &request, base::ProgressSink &progress);

/// A message's own problem, with the place of the message added.
base::Problem placedProblem(const base::Problem &problem, const base::Place &message,
                            const QByteArray &messageId);

} // namespace loredesk::jobs
