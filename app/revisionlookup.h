// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <QObject>
#include <QPointer>

namespace loredesk::jobs {
class RevisionSpanJob;
}

namespace loredesk::ui {
class RangeChooser;
}

namespace loredesk::app {

/// Finds out for the range on top when the messages between two revisions came: git is read behind the
/// window.
class RevisionLookup : public QObject
{
    Q_OBJECT
public:
    /// The chooser outlives this.
    explicit RevisionLookup(ui::RangeChooser &chooser, QObject *parent = nullptr);
    ~RevisionLookup() override;

    /// Whose revisions are meant. Null: none; what is being looked up is dropped.
    void setArchive(jobs::LoadedArchivePtr loaded);

private:
    void lookUp(const QString &range);

    ui::RangeChooser &m_chooser;
    jobs::LoadedArchivePtr m_loaded;
    QPointer<jobs::RevisionSpanJob> m_job;
};

} // namespace loredesk::app
