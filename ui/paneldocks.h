// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace loredesk::ui {

/// How the panels in the docks of a window come to the front. Child
/// of the window; main thread.
class PanelDocks : public QObject
{
    Q_OBJECT
public:
    explicit PanelDocks(QMainWindow *window);

    /// Once the dock has its place in the window. Its toggleViewAction() hides what is in front only, and
    /// fetches what lies behind. Not owned, lives as long as the window.
    void add(QDockWidget *dock);

    /// Beneath the tab of another: shown for all that Qt says, but nobody can see it.
    bool isBehind(QDockWidget *dock) const;
    QList<QDockWidget *> behind() const;
    /// Shows it as well.
    static void bringToFront(QDockWidget *dock);

private:
    void toggle(QDockWidget *dock, bool on);

    QMainWindow &m_window;
    QList<QDockWidget *> m_docks;
};

} // namespace loredesk::ui
