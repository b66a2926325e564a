// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneldocks.h"

#include "ui/panefocus.h"
#include "ui/screenroom.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QScopedValueRollback>
#include <QScreen>
#include <QTimer>

#include <algorithm>

namespace loredesk::ui {

namespace {

/// At least as high as the title that a window system gives to a window.
int stepOf(const QWidget &widget)
{
    return std::max(32, 2 * widget.fontMetrics().height());
}

bool isNear(QPoint one, QPoint other, int step)
{
    return std::abs(one.x() - other.x()) < step && std::abs(one.y() - other.y()) < step;
}

} // namespace

PanelDocks::PanelDocks(QMainWindow *window)
    : QObject(window)
    , m_window(*window)
{
    window->installEventFilter(this);
}

void PanelDocks::add(QDockWidget *dock)
{
    m_docks << dock;
    dock->installEventFilter(this);
    // The dock's own answer is to hide what nobody sees.
    QAction *action = dock->toggleViewAction();
    QObject::disconnect(action, &QAction::triggered, dock, nullptr);
    connect(action, &QAction::triggered, this, [this, dock](bool on) { toggle(dock, on); });
    connect(
        dock, &QDockWidget::visibilityChanged, this, [this, dock] { leave(dock); }, Qt::QueuedConnection);
    connect(dock, &QDockWidget::topLevelChanged, this,
            [this, dock](bool floating) { topLevelChanged(dock, floating); });
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

QDockWidget *PanelDocks::inFrontOf(QDockWidget *dock) const
{
    if (!isBehind(dock))
        return dock;
    const QList<QDockWidget *> tabs = m_window.tabifiedDockWidgets(dock);
    const auto front = std::find_if(tabs.begin(), tabs.end(), [this](QDockWidget *other) {
        return other->isVisible() && !isBehind(other);
    });
    return front != tabs.end() ? *front : dock;
}

QList<QDockWidget *> PanelDocks::inFront() const
{
    QList<QDockWidget *> docks;
    std::copy_if(m_docks.begin(), m_docks.end(), std::back_inserter(docks), [](const QDockWidget *dock) {
        return dock->isVisible() && !dock->isFloating() && hasPlace(*dock);
    });
    return docks;
}

void PanelDocks::bringToFront(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

void PanelDocks::leave(QDockWidget *dock)
{
    if (!isBehind(dock) || !dock->isAncestorOf(QApplication::focusWidget()))
        return;
    const QList<QDockWidget *> tabs = m_window.tabifiedDockWidgets(dock);
    for (QDockWidget *other : tabs) {
        if (QWidget *place = focusPlaceIn(*other))
            return place->setFocus(Qt::OtherFocusReason);
    }
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

void PanelDocks::setFloating(QDockWidget *dock, bool floating)
{
    bringToFront(dock);
    if (floating == dock->isFloating())
        return;
    const QList<QDockWidget *> front = inFront();
    dock->setFloating(floating);
    if (!floating)
        keepInFront(front, dock);
}

void PanelDocks::keepInFront(const QList<QDockWidget *> &docks, QDockWidget *docked)
{
    // The window lays out its docks behind this.
    QMetaObject::invokeMethod(
        this,
        [this, docks, docked] {
            const QList<QDockWidget *> tabs = m_window.tabifiedDockWidgets(docked);
            for (QDockWidget *dock : docks) {
                if (!tabs.contains(dock) && isBehind(dock))
                    dock->raise();
            }
        },
        Qt::QueuedConnection);
}

void PanelDocks::topLevelChanged(QDockWidget *dock, bool floating)
{
    if (m_isRestoring)
        return;
    if (floating) {
        placeWhenLetGo(dock, dock->pos());
    } else {
        QMetaObject::invokeMethod(
            dock,
            [dock] {
                if (dock->isVisible() && !dock->isFloating())
                    dock->raise();
            },
            Qt::QueuedConnection);
    }
}

void PanelDocks::placeWhenLetGo(QDockWidget *dock, QPoint from)
{
    if (!dock->isFloating() || dock->pos() != from) // it is dragged, and lies where it is wanted
        return;
    if (QApplication::mouseButtons() == Qt::NoButton)
        placeApart(dock);
    else // nothing says when it is let go
        QTimer::singleShot(100, dock, [this, dock, from] { placeWhenLetGo(dock, from); });
}

void PanelDocks::placeApart(QDockWidget *dock)
{
    const int step = stepOf(*dock);
    QRect place(dock->geometry().topLeft(), dock->size().boundedTo(withinScreen(*dock, dock->size())));
    if (isNear(place.topLeft(), m_window.mapToGlobal(m_docked.value(dock).topLeft()), step))
        place.translate(step, -4 * step); // away from the edge of the window, with room for more below
    const QRect screen = dock->screen()->availableGeometry().adjusted(0, step, 0, 0); // for the title
    const auto intoScreen = [&] {
        place.moveLeft(std::clamp(place.left(), screen.left(),
                                  std::max(screen.left(), screen.right() + 1 - place.width())));
        place.moveTop(std::clamp(place.top(), screen.top(),
                                 std::max(screen.top(), screen.bottom() + 1 - place.height())));
    };
    intoScreen();
    // One after the other, each leaves the title of the one before free.
    for (qsizetype tries = 0; tries < m_docks.size(); ++tries) {
        for (const QDockWidget *other : std::as_const(m_docks)) {
            const QRect its = other->geometry();
            if (other != dock && other->isFloating() && other->isVisible() && place.intersects(its) &&
                std::abs(place.top() - its.top()) < step) {
                place.moveTopLeft(its.topLeft() + QPoint(step, step));
                intoScreen();
            }
        }
    }
    dock->setGeometry(place);
}

void PanelDocks::showFloating()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        if (!dock->testAttribute(Qt::WA_DontShowOnScreen))
            continue;
        dock->setAttribute(Qt::WA_DontShowOnScreen, false);
        if (dock->isFloating() && dock->isVisible()) {
            dock->hide();
            dock->show();
            dock->raise();
        }
    }
}

bool PanelDocks::restoreState(const QByteArray &state, int version)
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    // Window managers keep a panel above the window only if they know that when the panel comes.
    const bool isEarly = !m_window.isVisible();
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->setAttribute(Qt::WA_DontShowOnScreen, isEarly);
    const bool isRestored = m_window.restoreState(state, version);
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->setAttribute(Qt::WA_DontShowOnScreen, isEarly && dock->isFloating());
    return isRestored;
}

bool PanelDocks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        auto *dock = qobject_cast<QDockWidget *>(watched);
        if (dock && dock->isVisible() && !dock->isFloating() && hasPlace(*dock))
            m_docked[dock] = QRect(dock->mapTo(&m_window, QPoint()), dock->size());
    }
    if (event->type() == QEvent::Show && watched == &m_window)
        QMetaObject::invokeMethod(this, &PanelDocks::showFloating, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace loredesk::ui
