// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/regrouping.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace loredesk::store {

/// What was made of rows, so that it need not be made again for the same rows.
QByteArray encodeAssembly(std::span<const series::MessageHead> heads, const series::ThreadForest &threads,
                          const series::SeriesSet &series);

/// `heads`: the rows it was encoded with. Nothing where the bytes are damaged or do not belong to the rows.
std::optional<series::Grouping> decodeAssembly(QByteArrayView bytes,
                                               std::span<const series::MessageHead> heads);

} // namespace loredesk::store
