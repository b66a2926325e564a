// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/messagejob.h"

namespace loredesk::jobs {

MessageJob::MessageJob(LoadedArchivePtr loaded, base::MessageIndex message, QObject *parent)
    : ResultJob(
          [loaded = std::move(loaded), message](base::ProgressSink &) -> base::Result<ReadMessagePtr> {
              base::Result<patch::ReadMessage> read = readMessage(*loaded, message);
              if (!read)
                  return read.error();
              return std::make_shared<const patch::ReadMessage>(std::move(*read));
          },
          parent)
    , m_message(message)
{
}

} // namespace loredesk::jobs
