// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace loredesk::app {

/// Settings whose file is written on another thread: a slow disk does not hold the window up. Values are
/// there at once; what is pending at the end is written before the destructor returns. Main thread.
class SettingsStore : public QSettings
{
    Q_OBJECT
public:
    using QSettings::QSettings;
    ~SettingsStore() override;

    /// Writes what is pending now, elsewhere; `then` is called here once it is in the file.
    void write(std::function<void()> then = {});

protected:
    bool event(QEvent *event) override;

private:
    void start();
    void finished();

    QThreadPool m_pool;
    std::vector<std::function<void()>> m_waiting; ///< for the write that is to come
    std::vector<std::function<void()>> m_running; ///< for the one that is under way
    bool m_isWanted = false;
    bool m_isWriting = false;
};

} // namespace loredesk::app
