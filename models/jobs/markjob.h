// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/mark.h"
#include "models/jobs/resultjob.h"

namespace loredesk::jobs {

/// What is to be done with the marks of series and the notes on them.
struct MarkRequest
{
    enum class Kind {
        Read,
        Mark,  ///< `series` of `catalog`, as catalog::marking() does it
        Note,  ///< `note` on the series of `messageId` in `catalog`, as catalog::noting() does it
        Write, ///< `changes` and `noteChanges`
    };
    Kind kind = Kind::Read;
    catalog::CatalogPtr catalog;
    std::vector<base::SeriesIndex> series;
    catalog::Mark mark = catalog::Mark::None;
    QByteArray messageId;
    QString note;
    QList<catalog::MarkChange> changes;
    QList<catalog::NoteChange> noteChanges;
};

struct MarkOutcome
{
    catalog::MarkTable table; ///< all that there are afterwards
    catalog::NoteTable notes;
    QList<catalog::MarkChange> takingBack; ///< what takes the change back; empty where nothing was changed
    QList<catalog::NoteChange> takingNotesBack;
    catalog::Mark mark = catalog::Mark::None; ///< what the series have now
    int series = 0;                           ///< that were marked anew
};

/// Reads or changes the marks in the user's own store. A change is made, whole or not at all, even where the
/// job is cancelled or deleted meanwhile. Errors: those of store::UserStore.
class MarkJob final : public ResultJob<MarkOutcome>
{
    Q_OBJECT

public:
    MarkJob(const QString &userStore, MarkRequest request, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
