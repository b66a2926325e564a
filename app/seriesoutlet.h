// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/jobs/exportseries.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace loredesk::jobs {
class ExportJob;
class OutTray;
struct ExportOrder;
} // namespace loredesk::jobs

namespace loredesk::ui {
class MainWindow;
}

namespace loredesk::app {

/// What leaves the window as mail: series and conversations that are saved as an mbox or dragged out of the
/// tree. Joins the jobs that read and write them to the window, which asks for them and hears what was done.
class SeriesOutlet : public QObject
{
    Q_OBJECT
public:
    /// `trays`: where what is dragged lies until it has been taken; empty: nothing can be dragged. The window
    /// outlives the outlet.
    SeriesOutlet(ui::MainWindow &window, const QString &trays, QObject *parent = nullptr);
    ~SeriesOutlet() override;

    /// Null: none.
    void setArchive(const jobs::LoadedArchivePtr &loaded);

signals:
    void saved(const QString &path);
    void failed();
    /// The files of what is dragged are there.
    void handedOut(const QStringList &files);

private:
    void save(const std::vector<base::SeriesIndex> &series, const QString &path);
    void saveConversations(const std::vector<base::MessageIndex> &messages, const QString &path);
    void exported(jobs::ExportJob &job, const QString &path);
    void write(const QByteArray &mbox, const QString &path, const std::vector<jobs::ExportedSeries> &series,
               int messages);
    void say(const QString &path, const std::vector<jobs::ExportedSeries> &series, int messages);
    void drag(const std::vector<base::SeriesIndex> &series);
    jobs::ExportJob *start(jobs::ExportOrder order);

    ui::MainWindow &m_window;
    jobs::LoadedArchivePtr m_loaded;
    std::shared_ptr<jobs::OutTray> m_tray;
    QPointer<jobs::ExportJob> m_export; ///< one at a time: the newest
};

} // namespace loredesk::app
