// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/indexing.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// What came of bringing a store up to date.
struct StoreUpdate
{
    KeepOutcome kept;
    TextIndexed text;

    /// Another process wrote meanwhile: load again to use what it wrote.
    bool isOvertaken() const { return kept.kept == Kept::Overtaken || text.overtaken; }
};

/// Keeps the rows of a loaded archive and then indexes its text: keep() and indexText(), one behind the other, behind
/// whatever somebody is looking at: its threads give way to all others. What was done when it is cancelled stands.
/// Errors: those of keep() and indexText().
class StoreJob final : public ResultJob<StoreUpdate>
{
    Q_OBJECT

public:
    explicit StoreJob(LoadedArchivePtr loaded, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
