// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/exportseries.h"
#include "models/jobs/outtray.h"
#include "models/jobs/resultjob.h"

#include <vector>

namespace loredesk::jobs {

/// What is to leave the archive.
struct ExportOrder
{
    LoadedArchivePtr loaded;
    /// For git-am(1): see exportSeries(). What is missing is said in the output, and is no error while any
    /// patch is left.
    std::vector<base::SeriesIndex> series;
    /// Instead: the conversations of these messages, as they were sent.
    std::vector<base::MessageIndex> conversations;
    /// Where given: every series is handed out as a file of its own, by these names. Then a series that is
    /// not whole is an error.
    std::shared_ptr<OutTray> tray;
    QStringList names;
};

struct ExportOutput
{
    QByteArray mbox;                    ///< everything, one after the other; empty where there are files
    std::vector<ExportedSeries> series; ///< what was done to each; their own `mbox` is empty
    int messages = 0;                   ///< that were written
    QStringList files;                  ///< paths, where there was a tray
};

/// Reads and writes what is asked for, to memory or to a tray.
class ExportJob final : public ResultJob<ExportOutput>
{
    Q_OBJECT

public:
    explicit ExportJob(ExportOrder order, QObject *parent = nullptr);
};

} // namespace loredesk::jobs
