// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/series/messagehead.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace loredesk::store {

/// What encodeRows() writes and makeHead() decides; a store of another number is made anew. To be raised
/// whenever either changes.
constexpr int RowFormat = 2;

/// Rows as compact bytes, every text that repeats among them once. A block stands by itself.
QByteArray encodeRows(std::span<const series::MessageHead> heads);

/// Fills `heads`, as many as the block has; false where the bytes are damaged or have another number of rows. Texts
/// that repeat share their memory.
bool decodeRows(QByteArrayView block, std::span<series::MessageHead> heads);

/// A problem as it is kept, with the date of the message it is about (nothing: of the archive, or of a
/// message that could not be read).
struct DatedProblem
{
    base::Problem problem;
    std::optional<base::UnixSeconds> date;
    std::uint32_t document = 0; ///< of the message, 0 as above
};

QByteArray encodeProblems(const std::vector<DatedProblem> &problems);
std::optional<std::vector<DatedProblem>> decodeProblems(QByteArrayView bytes);

} // namespace loredesk::store
