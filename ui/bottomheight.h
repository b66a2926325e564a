// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace loredesk::ui {

class PanelDocks;

/// How high the panels at the bottom of a window are. Until somebody moves what divides them from the centre,
/// they are as high as they usually are, and less where that would be too much of what the two share: a small
/// window is for the tree and the message above all. Main thread.
class BottomHeight : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    BottomHeight(QMainWindow *window, const PanelDocks &docks);

    /// Of the panels, in px.
    void setUsual(int height);
    /// Somebody moved the divider: the height is that person's.
    bool isOwn() const { return m_isOwn; }
    void setOwn(bool own);
    /// For when a panel comes or goes, or has another place.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Those that are in front, beside each other.
    QList<QDockWidget *> panels() const;
    int height() const;

    QMainWindow *m_window;
    const PanelDocks &m_docks;
    int m_usual = 0;
    int m_before = -1; ///< where the divider was taken; -1: it is not held
    bool m_isOwn = false;
};

} // namespace loredesk::ui
