// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/refreshjob.h"

#include <algorithm>

namespace loredesk::jobs {

namespace {

bool areSame(const catalog::Catalog &before, const catalog::Catalog &now)
{
    const auto words = [](const catalog::Catalog &catalog) {
        QStringList list;
        for (const base::Problem &problem : catalog.problems())
            list << problem.toString();
        return list;
    };
    return words(before) == words(now) &&
           std::equal(before.messages().begin(), before.messages().end(), now.messages().begin(),
                      now.messages().end(), [](const auto &a, const auto &b) {
                          return a.messageId == b.messageId && a.contentHash == b.contentHash &&
                                 a.date == b.date && a.position == b.position && a.document == b.document;
                      });
}

} // namespace

RefreshJob::RefreshJob(LoadRequest request, LoadedArchivePtr before, QObject *parent)
    : ResultJob(
          [request = std::move(request),
           before = std::move(before)](base::ProgressSink &progress) -> base::Result<Refreshed> {
              auto loaded = load(request, progress);
              if (!loaded)
                  return loaded.error();
              Refreshed refreshed;
              refreshed.loaded = *std::move(loaded);
              const catalog::Catalog &now = *refreshed.loaded->catalog;
              refreshed.isChanged = !areSame(*before->catalog, now);
              if (refreshed.isChanged) {
                  const std::vector<series::MessageHead> &old = before->catalog->messages();
                  refreshed.rowNow.reserve(old.size());
                  for (const series::MessageHead &head : old)
                      refreshed.rowNow.push_back(now.find(head.messageId));
                  refreshed.added = int(std::count_if(
                      now.messages().begin(), now.messages().end(),
                      [&](const auto &head) { return !head.messageId.isEmpty() &&
                                                    !before->catalog->find(head.messageId).isValid(); }));
              }
              return refreshed;
          },
          parent)
{
}

} // namespace loredesk::jobs
