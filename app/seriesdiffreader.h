// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/resultjob.h"
#include "ui/messageview.h"

#include <QObject>
#include <QPointer>

namespace loredesk::app {

/// Reads the patches of a series and prepares the diff of all of them, both on a thread of its own. What
/// cannot be read is in the document, with the reason.
class SeriesDiffJob final : public jobs::ResultJob<ui::MessageView::SeriesDiff>
{
    Q_OBJECT
public:
    SeriesDiffJob(jobs::LoadedArchivePtr loaded, base::SeriesIndex series, QObject *parent = nullptr);
};

/// Gives a MessageView the diffs of series that it asks for. What it asked for last wins: all else is
/// discarded.
class SeriesDiffReader : public QObject
{
    Q_OBJECT
public:
    /// The view outlives the reader.
    explicit SeriesDiffReader(ui::MessageView &view, QObject *parent = nullptr);
    ~SeriesDiffReader() override;

    /// `loaded` may be null and `series` invalid: then nothing is read any more.
    void read(const jobs::LoadedArchivePtr &loaded, base::SeriesIndex series);

private:
    ui::MessageView &m_view;
    QPointer<SeriesDiffJob> m_job;
};

} // namespace loredesk::app
