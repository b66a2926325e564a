// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/resultjob.h"

#include <QByteArray>

#include <optional>

namespace loredesk::jobs {

/// Asks the user's own store how an archive was left, or writes down how it is left now; see
/// store::UserStore. What is to be written is written even where the job is cancelled or deleted meanwhile.
/// Errors: those of the store.
class LeftAsJob final : public ResultJob<QByteArray>
{
    Q_OBJECT

public:
    /// `now`: nothing to ask only.
    LeftAsJob(const QString &userStore, const QString &archive, std::optional<QByteArray> now,
              QObject *parent = nullptr);
};

} // namespace loredesk::jobs
