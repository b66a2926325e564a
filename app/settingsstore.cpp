// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsstore.h"

#include <QEvent>

#include <utility>

namespace loredesk::app {

SettingsStore::~SettingsStore()
{
    m_pool.waitForDone();
}

void SettingsStore::write(std::function<void()> then)
{
    if (then)
        m_waiting.push_back(std::move(then));
    m_isWanted = true;
    if (!m_isWriting)
        start();
}

bool SettingsStore::event(QEvent *event)
{
    // Something was set: QSettings would write it now, here.
    if (event->type() == QEvent::UpdateRequest) {
        write();
        return true;
    }
    return QSettings::event(event);
}

void SettingsStore::start()
{
    m_isWanted = false;
    m_isWriting = true;
    m_running = std::exchange(m_waiting, {});
    // All QSettings of one file share what is pending, on whichever thread each lives.
    m_pool.start([this, file = fileName(), format = format()] {
        QSettings(file, format).sync();
        QMetaObject::invokeMethod(this, &SettingsStore::finished, Qt::QueuedConnection);
    });
}

void SettingsStore::finished()
{
    m_isWriting = false;
    // The file is as it should be, so this writes nothing: it lets QSettings know, which would otherwise not
    // say again that something is pending.
    sync();
    for (const std::function<void()> &then : std::exchange(m_running, {}))
        then();
    if (m_isWanted && !m_isWriting)
        start();
}

} // namespace loredesk::app
