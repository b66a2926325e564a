// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <QObject>
#include <QPointer>

namespace loredesk::jobs {
class StoreJob;
}

namespace loredesk::app {

/// Keeps the archive that is shown for the next time, and indexes its text, behind whatever the user does.
class ArchiveKeeper : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~ArchiveKeeper() override;

    /// In the place of whatever was being kept. Nothing happens with an archive that was loaded without a store.
    void keep(const jobs::LoadedArchivePtr &loaded);
    /// What is done stands.
    void stop();
    bool isBusy() const;

signals:
    void progressed(const QString &phase, qint64 done, qint64 total);
    /// However it ended.
    void ended();
    void failed(const loredesk::base::Error &error);
    /// Another process wrote to the store: the archive has to be loaded again to make use of it.
    void overtaken();

private:
    QPointer<jobs::StoreJob> m_job;
};

} // namespace loredesk::app
