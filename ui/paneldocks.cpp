// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneldocks.h"

#include "ui/panefocus.h"

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

} // namespace loredesk::ui
