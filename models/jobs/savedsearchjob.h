// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/resultjob.h"
#include "models/store/userstore.h"

namespace loredesk::jobs {

/// What is to be done with the searches that the user saved.
struct SavedSearchChange
{
    enum class Kind { Nothing, Save, Rename, Remove, Order };
    Kind kind = Kind::Nothing;
    QString name;
    QString text;      ///< Save: the query; Rename: the new name
    QStringList names; ///< Order
};

/// Changes the searches in the user's own store and gives all that are there afterwards. A change is made
/// even where the job is cancelled or deleted meanwhile. Errors: those of store::UserStore.
class SavedSearchJob final : public ResultJob<QList<store::SavedSearch>>
{
    Q_OBJECT

public:
    SavedSearchJob(const QString &userStore, SavedSearchChange change, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
