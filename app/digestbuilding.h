// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/digestjob.h"
#include "ui/digestoptions.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace loredesk::items {
class SeriesFilterModel;
}

namespace loredesk::ui {
class MainWindow;
}

namespace loredesk::app {

/// Builds digests for the window: as they are asked for, by itself a preview of what is shown that follows
/// range and filter, and those that are only copied. One of a kind at a time; one that is overtaken is
/// discarded, and nothing of it arrives.
class DigestBuilding : public QObject
{
    Q_OBJECT
public:
    /// So many messages are previewed without being asked: their digest is there within a second. A longer
    /// one waits until somebody wants it.
    static constexpr int MostPreviewed = 5000;
    /// How long range and filter must have rested before a preview is built, in ms.
    static constexpr int Rest = 250;

    /// All of them outlive this.
    DigestBuilding(ui::MainWindow &window, const items::SeriesFilterModel &series, QObject *parent = nullptr);
    ~DigestBuilding() override;

    /// What digests are made of. Null: nothing. What is being built is dropped.
    void setArchive(jobs::LoadedArchivePtr loaded);
    /// The range or the filter are others now. Cheap: at every step of a drag.
    void follow();
    void build(const ui::DigestOptions &options);
    /// The digest of what is shown goes to the clipboard, whatever the panel shows.
    void copy();
    void cancel();

signals:
    void shown();
    void copied();
    /// What could not be read for the digest that is shown.
    void problemsFound(const QList<loredesk::base::Problem> &problems);

private:
    void preview();
    void start(const ui::DigestOptions &options, int most);
    void done(jobs::DigestOutput output, const ui::DigestOptions &options);
    jobs::DigestOrder orderFor(const ui::DigestOptions &options) const;
    QString shownText() const;
    void nameRevisions(digest::DigestRequest &request) const;

    ui::MainWindow &m_window;
    const items::SeriesFilterModel &m_series;
    jobs::LoadedArchivePtr m_loaded;
    QPointer<jobs::DigestJob> m_job;
    QPointer<jobs::DigestJob> m_copying;
    QTimer m_rest;
    bool m_isBehind = false; ///< the panel, which nobody sees, does not show what the window shows
};

} // namespace loredesk::app
