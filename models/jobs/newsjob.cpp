// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/newsjob.h"

#include <algorithm>

namespace loredesk::jobs {

NewsJob::NewsJob(catalog::CatalogPtr catalog, std::optional<base::UnixSeconds> seenUntil, QObject *parent)
    : ResultJob(
          [catalog = std::move(catalog), seenUntil](base::ProgressSink &) -> base::Result<News> {
              News news;
              for (const series::MessageHead &head : catalog->messages()) {
                  const base::UnixSeconds arrival = series::arrivalOf(head);
                  news.newest = std::max(news.newest, arrival);
                  news.fresh += int(seenUntil && arrival > *seenUntil);
              }
              const auto &nodes = catalog->threads().nodes;
              news.messages = int(std::count_if(nodes.begin(), nodes.end(),
                                                [](const auto &node) { return node.message.isValid(); }));
              return news;
          },
          parent)
{
}

} // namespace loredesk::jobs
