// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docktitles.h"

#include "ui/icons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QTimer>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// A panel on another desktop comes later than anybody waits.
constexpr int MostWaits = 20;

} // namespace

DockTitles::DockTitles(QMainWindow *window)
    : QObject(window)
    , m_window(*window)
{
}

void DockTitles::add(QDockWidget *dock, PanelTools *tools)
{
    m_entries.append({dock, tools});
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockTitles::updateLater);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockTitles::updateLater);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTitles::updateLater);
}

void DockTitles::updateLater()
{
    // The window is amid laying out its docks when it says so.
    if (std::exchange(m_isPending, true))
        return;
    QMetaObject::invokeMethod(this, &DockTitles::update, Qt::QueuedConnection);
}

bool DockTitles::isTab(const QDockWidget &dock) const
{
    if (dock.isFloating())
        return false;
    const QList<QDockWidget *> others = m_window.tabifiedDockWidgets(const_cast<QDockWidget *>(&dock));
    // One that is closed keeps its place, but shows no tab.
    return std::any_of(others.begin(), others.end(),
                       [](const QDockWidget *other) { return other->toggleViewAction()->isChecked(); });
}

void DockTitles::update()
{
    m_isPending = false;
    // What is dragged is held by its title; nothing says when it is let go.
    if (QApplication::mouseButtons() != Qt::NoButton) {
        m_isPending = true;
        QTimer::singleShot(100, this, &DockTitles::update);
        return;
    }
    // Another title means another window for a panel that floats. A window manager that has not yet taken in
    // the one before may take neither, and the panel would be nowhere.
    const bool isComing = std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) {
        const QWindow *window = entry.dock->isFloating() ? entry.dock->windowHandle() : nullptr;
        return window && window->isVisible() && !window->isExposed();
    });
    if (isComing && m_waits < MostWaits) {
        ++m_waits;
        m_isPending = true;
        QTimer::singleShot(50, this, &DockTitles::update);
        return;
    }
    m_waits = 0;
    bool isChanged = false;
    for (const Entry &entry : std::as_const(m_entries))
        isChanged |= updateTitle(entry);
    if (isChanged)
        emit changed();
}

bool DockTitles::updateTitle(const Entry &entry) const
{
    QDockWidget *dock = entry.dock;
    QWidget *old = dock->titleBarWidget();
    QWidget *tools = entry.tools ? entry.tools->tools() : nullptr;
    const bool isTab = this->isTab(*dock);
    if (tools && !dock->isFloating()) {
        if (old != tools) {
            dock->setTitleBarWidget(tools);
            tools->show();
            if (old)
                old->deleteLater();
        }
        return old != tools;
    }
    bool isChanged = true;
    if (old && old == tools) {
        dock->setTitleBarWidget(nullptr);
        entry.tools->takeToolsBack();
    } else if (isTab != (old != nullptr)) {
        dock->setTitleBarWidget(isTab ? new QWidget(dock) : nullptr);
        if (old)
            old->deleteLater();
    } else {
        isChanged = false;
    }
    // The style's are pictures of ten pixels, which a screen of high resolution blurs.
    const std::pair<QString, QString> icons[] = {{u"qt_dockwidget_floatbutton"_s, u"window-float"_s},
                                                 {u"qt_dockwidget_closebutton"_s, u"edit-clear"_s}};
    for (const auto &[name, icon] : icons) {
        if (auto *button = dock->findChild<QAbstractButton *>(name, Qt::FindDirectChildrenOnly))
            button->setIcon(actionIcon(icon));
    }
    return isChanged;
}

} // namespace loredesk::ui
