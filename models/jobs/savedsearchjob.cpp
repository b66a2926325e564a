// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/savedsearchjob.h"

namespace loredesk::jobs {

namespace {

base::Result<void> apply(store::UserStore &store, const SavedSearchChange &change)
{
    using Kind = SavedSearchChange::Kind;
    switch (change.kind) {
    case Kind::Nothing:
        break;
    case Kind::Save:
        return store.saveSearch({change.name, change.text});
    case Kind::Rename:
        return store.renameSearch(change.name, change.text);
    case Kind::Remove:
        return store.removeSearch(change.name);
    case Kind::Order:
        return store.orderSearches(change.names);
    }
    return {};
}

} // namespace

SavedSearchJob::SavedSearchJob(const QString &userStore, SavedSearchChange change, QObject *parent)
    : ResultJob(
          [userStore,
           change = std::move(change)](base::ProgressSink &) -> base::Result<QList<store::SavedSearch>> {
              auto store = store::UserStore::open(userStore);
              if (!store)
                  return store.error();
              if (const auto done = apply(*store, change); !done)
                  return done.error();
              return store->savedSearches();
          },
          parent)
{
}

} // namespace loredesk::jobs
