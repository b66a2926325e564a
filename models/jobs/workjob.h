// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/job.h"

namespace loredesk::jobs {

/// Any work that cannot fail, on a thread of its own: for those who may not have one. What it makes it leaves
/// in something that it shares with whoever listens to finished().
class WorkJob final : public Job
{
    Q_OBJECT

public:
    explicit WorkJob(std::function<void()> work, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
