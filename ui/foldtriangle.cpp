// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldtriangle.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace loredesk::ui {

void paintFoldTriangle(QPainter &painter, const QRectF &rect, bool folded, const QColor &color)
{
    const qreal size = std::min(rect.width(), rect.height());
    const QPointF middle = rect.center();
    const qreal wide = size / 2;
    const qreal deep = size / 4;
    const QPolygonF shape = folded ? QPolygonF({middle + QPointF(-deep, -wide), middle + QPointF(deep, 0),
                                                middle + QPointF(-deep, wide)})
                                   : QPolygonF({middle + QPointF(-wide, -deep), middle + QPointF(wide, -deep),
                                                middle + QPointF(0, deep)});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(shape);
    painter.restore();
}

} // namespace loredesk::ui
