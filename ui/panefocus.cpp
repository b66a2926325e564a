// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panefocus.h"

#include <QApplication>
#include <QDockWidget>
#include <QWidget>

namespace loredesk::ui {

// A visible region would not do: a view has none of its own beside its viewport's.
bool hasPlace(const QWidget &widget)
{
    if (!widget.isVisible())
        return false;
    QRect place = widget.rect();
    for (const QWidget *at = &widget; !at->isWindow() && !place.isEmpty(); at = at->parentWidget())
        place = place.translated(at->pos()) & at->parentWidget()->rect();
    return !place.isEmpty();
}

PassedOver::PassedOver(const QList<QDockWidget *> &docks)
{
    for (const QDockWidget *dock : docks) {
        const QList<QWidget *> widgets = dock->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            // One with a proxy takes the focus where that does, and hands a policy on to it.
            if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy())
                m_policies.append({widget, widget->focusPolicy()});
        }
    }
    for (const auto &[widget, policy] : std::as_const(m_policies))
        widget->setFocusPolicy(Qt::NoFocus);
}

PassedOver::~PassedOver()
{
    for (const auto &[widget, policy] : std::as_const(m_policies)) {
        if (widget)
            widget->setFocusPolicy(policy);
    }
}

namespace {

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && hasPlace(widget);
}

} // namespace

QWidget *focusPlaceIn(QWidget &pane)
{
    if (!hasPlace(pane))
        return nullptr;
    if (QWidget *last = pane.focusWidget(); last && takesFocus(*last))
        return last;
    // What has the most room is what the pane is for; the rest serves it.
    const auto room = [](const QWidget &widget) { return widget.width() * widget.height(); };
    QWidget *largest = takesFocus(pane) ? &pane : nullptr;
    const QList<QWidget *> widgets = pane.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (takesFocus(*widget) && !widget->focusProxy() && (!largest || room(*widget) > room(*largest)))
            largest = widget;
    }
    return largest;
}

QWidget *moveFocusToPane(const QList<QWidget *> &panes, bool forward)
{
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size() && focus; ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            at = i;
    }
    const qsizetype count = panes.size();
    for (qsizetype step = 1; step <= count; ++step) {
        const qsizetype next = forward ? (at + step) % count : ((at < 0 ? count : at) - step + count) % count;
        QWidget *place = focusPlaceIn(*panes[next]);
        if (!place)
            continue;
        // Styles mark what buttons have the focus only where it came by a key.
        place->window()->setAttribute(Qt::WA_KeyboardFocusChange);
        place->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return panes[next];
    }
    return nullptr;
}

} // namespace loredesk::ui
