// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/loadjob.h"

namespace loredesk::jobs {

LoadJob::LoadJob(LoadRequest request, QObject *parent)
    : ResultJob(
          [request](base::ProgressSink &progress) {
              auto loaded = load(request, progress);
              if (loaded) // a window looks up at once where its user was
                  (*loaded)->catalog->prepareFind();
              return loaded;
          },
          parent)
    , m_paths(request.paths)
{
}

} // namespace loredesk::jobs
