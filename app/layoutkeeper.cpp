// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layoutkeeper.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace loredesk::app {

LayoutKeeper::LayoutKeeper(QWidget &window)
    : m_window(window)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(After);
    connect(&m_timer, &QTimer::timeout, this, &LayoutKeeper::due);
    qApp->installEventFilter(this);
}

LayoutKeeper::~LayoutKeeper() = default;

bool LayoutKeeper::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonRelease:
    case QEvent::KeyPress:
    case QEvent::Wheel:
    case QEvent::Drop:
        break;
    case QEvent::Resize:
    case QEvent::Move:
        if (object == &m_window)
            break;
        return false;
    default:
        return false;
    }
    // Not put off by what follows: somebody who never rests wants to be remembered, too.
    if (object->isWidgetType() && !m_timer.isActive())
        m_timer.start();
    return false;
}

} // namespace loredesk::app
