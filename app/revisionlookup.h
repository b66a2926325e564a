// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/revisionspanjob.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace loredesk::ui {
class RangeChooser;
}

namespace loredesk::app {

/// Finds out for the range on top which messages lie between two revisions, and for its dialog which tags
/// there are: git is read behind the window. What was asked for in the dialog and what the chosen range needs
/// are looked up beside each other, one of a kind at a time.
class RevisionLookup : public QObject
{
    Q_OBJECT
public:
    /// The chooser outlives this.
    explicit RevisionLookup(ui::RangeChooser &chooser, QObject *parent = nullptr);
    ~RevisionLookup() override;

    /// Whose revisions are meant; those that are chosen are looked up in it, however they were looked up
    /// before: HEAD moves, and its messages have other numbers. Null: none; what is being looked up is
    /// dropped.
    void setArchive(jobs::LoadedArchivePtr loaded);
    /// The archive is about to be seen as it is now: takes what the chosen range means along, until
    /// setArchive() looks it up anew. `rowNow`: the rows by those of before, invalid where they are gone;
    /// empty where all are as they were. `rows`: how many there are now. Gives the messages; null: the dates
    /// count.
    catalog::MessageSet carryOver(const std::vector<base::MessageIndex> &rowNow, std::size_t rows);

private:
    void lookUp(QPointer<jobs::RevisionSpanJob> &slot, const QString &range);
    void want(const QString &range);
    void readTags();

    struct Found
    {
        QString range;
        jobs::RevisionMessages messages;
    };

    ui::RangeChooser &m_chooser;
    jobs::LoadedArchivePtr m_loaded;
    QPointer<jobs::RevisionSpanJob> m_asked;  ///< for the dialog
    QPointer<jobs::RevisionSpanJob> m_wanted; ///< for the range that is chosen
    QString m_askedRange; ///< what m_asked looks up, or is to when there is an archive again
    QPointer<jobs::TagsJob> m_tags;
    std::optional<Found> m_last; ///< a range that was left for a moment comes back at once
};

} // namespace loredesk::app
