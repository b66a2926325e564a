// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tag.h"

#include "ui/theme.h"

#include <QPainter>

namespace loredesk::ui {

Tag::Tag(const QString &text)
    : QLabel(text)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(7, 1, 7, 1);
}

void Tag::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette()).muted, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace loredesk::ui
