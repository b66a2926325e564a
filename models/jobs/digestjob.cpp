// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/digestjob.h"

#include <algorithm>

namespace loredesk::jobs {

namespace {

std::vector<base::MessageIndex> everything(const catalog::Catalog &catalog)
{
    std::vector<base::MessageIndex> rows;
    rows.reserve(catalog.messages().size());
    for (std::size_t row = 0; row < catalog.messages().size(); ++row)
        rows.emplace_back(row);
    return rows;
}

base::Result<DigestOutput> carryOut(DigestOrder order, base::ProgressSink &progress)
{
    DigestOutput output;
    if (order.load) {
        base::Result<LoadedArchivePtr> loaded = load(*order.load, progress);
        if (!loaded)
            return loaded.error();
        order.loaded = *loaded;
        output.problems = order.loaded->catalog->problems();
        if (order.request.rows.empty())
            order.request.rows = everything(*order.loaded->catalog);
    } else if (order.request.rows.empty()) {
        order.request.rows = catalog::rowsIn(*order.loaded->catalog, order.dates, order.exactly);
        if (order.only) {
            std::erase_if(order.request.rows, [&only = *order.only](base::MessageIndex row) {
                return !std::binary_search(only.begin(), only.end(), row);
            });
        }
    }
    output.messages = int(order.request.rows.size());
    if (order.most > 0 && output.messages > order.most) {
        output.isTooLong = true;
        return output;
    }

    QList<base::Problem> problems;
    const base::Result<digest::Digest> digest =
        digest::build(*order.loaded->catalog, order.request, contentReader(order.loaded), progress, problems);
    if (!digest)
        return digest.error();
    output.problems += problems;
    for (const digest::Format format : std::as_const(order.formats))
        output.bytes.insert(format, digest::toBytes(*digest, format));
    return output;
}

} // namespace

DigestJob::DigestJob(DigestOrder order, QObject *parent)
    : ResultJob(
          [order = std::move(order)](base::ProgressSink &progress) { return carryOut(order, progress); },
          parent)
{
}

} // namespace loredesk::jobs
