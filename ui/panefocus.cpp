// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panefocus.h"

#include <QApplication>
#include <QWidget>

namespace loredesk::ui {

namespace {

/// What lies beneath another tab is shown for all that Qt knows, but has no place in the window. (A visible
/// region would not do: a view has none of its own beside its viewport's.)
bool hasPlace(const QWidget &widget)
{
    if (!widget.isVisible())
        return false;
    QRect place = widget.rect();
    for (const QWidget *at = &widget; !at->isWindow() && !place.isEmpty(); at = at->parentWidget())
        place = place.translated(at->pos()) & at->parentWidget()->rect();
    return !place.isEmpty();
}

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && hasPlace(widget);
}

QWidget *placeIn(QWidget &pane)
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

} // namespace

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
        QWidget *place = placeIn(*panes[next]);
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
