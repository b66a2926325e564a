// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markedlabel.h"

#include "ui/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace loredesk::ui {

MarkedLabel::MarkedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void MarkedLabel::setMarks(const QList<TextRange> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

QList<QRect> MarkedLabel::markRects() const
{
    if (m_marks.isEmpty())
        return {};
    // The same lines that QLabel makes of its text.
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    const QRect area = contentsRect();
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    QList<QRect> rects;
    for (const TextRange &mark : m_marks) {
        for (int number = 0; number < layout.lineCount(); ++number) {
            const QTextLine line = layout.lineAt(number);
            const int from = std::max(int(mark.offset), line.textStart());
            const int to = std::min(int(mark.offset + mark.length), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal left = line.cursorToX(from);
            rects << QRectF(left, line.y(), line.cursorToX(to) - left, line.height())
                         .toAlignedRect()
                         .translated(area.topLeft());
        }
    }
    return rects;
}

void MarkedLabel::paintEvent(QPaintEvent *event)
{
    if (!m_marks.isEmpty()) {
        QPainter painter(this);
        const QColor ground = Theme::of(palette()).findGround;
        for (const QRect &rect : markRects())
            painter.fillRect(rect, ground);
    }
    QLabel::paintEvent(event);
}

} // namespace loredesk::ui
