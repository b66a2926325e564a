// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace loredesk::ui {

/// The triangle in front of something that folds: it points down where it is open, and aside where it is
/// folded.
void paintFoldTriangle(QPainter &painter, const QRectF &rect, bool folded, const QColor &color);

} // namespace loredesk::ui
