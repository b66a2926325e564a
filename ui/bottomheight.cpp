// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bottomheight.h"

#include "ui/paneldocks.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace loredesk::ui {

namespace {

/// Of what the centre and the panels share, in percent.
constexpr int MostOfRoom = 40;

} // namespace

BottomHeight::BottomHeight(QMainWindow *window, const PanelDocks &docks)
    : QObject(window)
    , m_window(window)
    , m_docks(docks)
{
    window->installEventFilter(this);
}

void BottomHeight::setUsual(int height)
{
    m_usual = height;
    fit();
}

void BottomHeight::setOwn(bool own)
{
    m_isOwn = own;
    fit();
}

QList<QDockWidget *> BottomHeight::panels() const
{
    QList<QDockWidget *> panels = m_docks.inFront();
    panels.removeIf(
        [this](QDockWidget *dock) { return m_window->dockWidgetArea(dock) != Qt::BottomDockWidgetArea; });
    return panels;
}

int BottomHeight::height() const
{
    const QList<QDockWidget *> docks = panels();
    return docks.isEmpty() ? 0 : docks.first()->height();
}

void BottomHeight::fit()
{
    const QWidget *centre = m_window->centralWidget();
    const QList<QDockWidget *> docks = panels();
    if (m_isOwn || m_usual == 0 || m_before >= 0 || !m_window->isVisible() || !centre || docks.isEmpty())
        return;
    const QRect place = docks.first()->geometry();
    const auto isBeside = [&place](const QDockWidget *dock) {
        return dock->geometry().bottom() == place.bottom();
    };
    // One above the other they are as somebody put them.
    if (!std::all_of(docks.begin(), docks.end(), isBeside))
        return;
    // What is around a panel, its tab above all, is taken from the centre as well.
    const int below = place.bottom() - centre->geometry().bottom();
    const int most = (centre->height() + below) * MostOfRoom / 100 - (below - place.height());
    const int height = std::min(m_usual, most);
    if (height != place.height())
        m_window->resizeDocks(docks, QList<int>(docks.size(), height), Qt::Vertical);
}

bool BottomHeight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize: // the layout has taken it already
    case QEvent::Show:
        fit();
        break;
    case QEvent::MouseButtonPress:
        if (m_window->isSeparator(static_cast<QMouseEvent *>(event)->position().toPoint()))
            m_before = height();
        break;
    case QEvent::MouseButtonRelease:
        // The last step of a drag is taken behind what is posted.
        if (m_before >= 0)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    const int before = std::exchange(m_before, -1);
                    m_isOwn = m_isOwn || (before >= 0 && before != height());
                },
                Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace loredesk::ui
