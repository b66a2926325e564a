// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

using ReadMessagePtr = std::shared_ptr<const patch::ReadMessage>;

/// Reads one message again, parsed. Whoever asks for another one discards this job: the newest request wins.
class MessageJob final : public ResultJob<ReadMessagePtr>
{
    Q_OBJECT

public:
    MessageJob(LoadedArchivePtr loaded, base::MessageIndex message, QObject *parent = nullptr);

    base::MessageIndex message() const { return m_message; }

private:
    base::MessageIndex m_message;
};

} // namespace loredesk::jobs
