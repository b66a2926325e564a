// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shrinkingarea.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace loredesk::ui {

ShrinkingArea::ShrinkingArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is in it takes it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setBackgroundRole(content->backgroundRole());
    setWidgetResizable(true);
    setWidget(content);
    content->installEventFilter(this);
}

int ShrinkingArea::wantedHeight() const
{
    const int width = std::max(1, viewport()->width());
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
}

QSize ShrinkingArea::sizeHint() const
{
    return {widget()->sizeHint().width(), wantedHeight()};
}

QSize ShrinkingArea::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), std::min(wantedHeight(), fontMetrics().lineSpacing())};
}

bool ShrinkingArea::eventFilter(QObject *object, QEvent *event)
{
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(object, event);
}

void ShrinkingArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void ShrinkingArea::showEvent(QShowEvent *event)
{
    // What the content needs may have changed while it was hidden, which asks for no layout.
    updateGeometry();
    QScrollArea::showEvent(event);
}

} // namespace loredesk::ui
