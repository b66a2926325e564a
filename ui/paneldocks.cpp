// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneldocks.h"

#include "ui/panefocus.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace loredesk::ui {

PanelDocks::PanelDocks(QMainWindow *window)
    : QObject(window)
    , m_window(*window)
{
}

void PanelDocks::add(QDockWidget *dock)
{
    m_docks << dock;
    // The dock's own answer is to hide what nobody sees.
    QAction *action = dock->toggleViewAction();
    QObject::disconnect(action, &QAction::triggered, dock, nullptr);
    connect(action, &QAction::triggered, this, [this, dock](bool on) { toggle(dock, on); });
}

bool PanelDocks::isBehind(QDockWidget *dock) const
{
    if (!dock->isVisible() || dock->isFloating() || hasPlace(*dock))
        return false;
    // One that is left alone gets its place a moment later.
    const QList<QDockWidget *> tabs = m_window.tabifiedDockWidgets(dock);
    return std::any_of(tabs.begin(), tabs.end(), [](const QDockWidget *other) { return other->isVisible(); });
}

QList<QDockWidget *> PanelDocks::behind() const
{
    QList<QDockWidget *> docks;
    std::copy_if(m_docks.begin(), m_docks.end(), std::back_inserter(docks),
                 [this](QDockWidget *dock) { return isBehind(dock); });
    return docks;
}

void PanelDocks::bringToFront(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

void PanelDocks::toggle(QDockWidget *dock, bool on)
{
    if (on || isBehind(dock)) {
        bringToFront(dock);
        dock->toggleViewAction()->setChecked(true);
    } else {
        dock->close();
    }
}

} // namespace loredesk::ui
