// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/patchseries.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace loredesk::store {

/// What buildThreads() and buildSeries() make of rows, so that it need not be made again for the same rows.
struct Assembly
{
    series::ThreadForest threads;
    series::SeriesSet series;
};

QByteArray encodeAssembly(std::span<const series::MessageHead> heads, const series::ThreadForest &threads,
                          const series::SeriesSet &series);

/// `heads`: the rows it was encoded with. Nothing where the bytes are damaged or do not belong to the rows.
std::optional<Assembly> decodeAssembly(QByteArrayView bytes, std::span<const series::MessageHead> heads);

} // namespace loredesk::store
