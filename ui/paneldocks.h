// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QRect>

class QDockWidget;
class QMainWindow;

namespace loredesk::ui {

/// How the panels in the docks of a window come to the front, get a window of their own and come back. Child
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
    /// The one that it lies behind; itself where it does not.
    QDockWidget *inFrontOf(QDockWidget *dock) const;
    /// Those in the window that can be seen: where several lie behind each other, the first.
    QList<QDockWidget *> inFront() const;
    /// Shows it as well.
    static void bringToFront(QDockWidget *dock);

    /// Gives the panel a window of its own, apart from the place that it leaves and from the others, or
    /// brings it back to the front of its place.
    void setFloating(QDockWidget *dock, bool floating);

    /// QMainWindow::restoreState(): panels keep the places that it names. Those in
    /// windows of their own are seen once the window is.
    bool restoreState(const QByteArray &state, int version);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(QDockWidget *dock, bool on);
    void topLevelChanged(QDockWidget *dock, bool floating);
    void placeWhenLetGo(QDockWidget *dock, QPoint from);
    void placeApart(QDockWidget *dock);
    void keepInFront(const QList<QDockWidget *> &docks, QDockWidget *docked);
    void showFloating();
    void leave(QDockWidget *dock);

    QMainWindow &m_window;
    QList<QDockWidget *> m_docks;
    QHash<QDockWidget *, QRect> m_docked; ///< the last places in the window
    bool m_isRestoring = false;
};

} // namespace loredesk::ui
