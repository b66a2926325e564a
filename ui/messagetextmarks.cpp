// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MessageText that paints what is not in the text: blanks made visible, rulers, line numbers.
#include "ui/messagetext.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// An arrow from one stop to the next.
void paintTab(QPainter &painter, qreal left, qreal right, qreal y, qreal head)
{
    right -= 2;
    left = std::min(left + 2, right - 2);
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    painter.drawLine(QPointF(right - head, y - head), QPointF(right, y));
    painter.drawLine(QPointF(right - head, y + head), QPointF(right, y));
}

} // namespace

void MessageText::setOption(bool &option, bool value)
{
    if (option == value)
        return;
    option = value;
    const qsizetype line = topLine();
    rebuildRows();
    if (line > 0)
        verticalScrollBar()->setValue(int(firstRowOf(line)) - (stickyFile() >= 0 ? 1 : 0));
}

void MessageText::setShowsWhitespace(bool shows)
{
    setOption(m_showsWhitespace, shows);
}

void MessageText::setShowsRulers(bool shows)
{
    setOption(m_showsRulers, shows);
}

void MessageText::setFillsParagraphs(bool fills)
{
    setOption(m_fillsParagraphs, fills);
}

void MessageText::setShowsNumbers(bool shows)
{
    setOption(m_showsNumbers, shows);
}

int MessageText::gutterWidth() const
{
    const int largest = m_document->largestNumber();
    if (!m_showsNumbers || largest == 0)
        return 0;
    const int columns = m_document->numberColumns();
    return int(std::ceil(m_cell * (columns * (std::max(3, int(std::log10(largest)) + 1) + 1) + 1)));
}

void MessageText::paintWhitespace(QPainter &painter, qsizetype index) const
{
    const Row &row = m_rows[size_t(index)];
    const MessageDocument::Line &line = m_document->lines()[row.line];
    if (MessageDocument::isDecoration(line.kind) || line.cut)
        return;
    const QStringView text = m_document->lineText(row.line);
    const bool inHunk = line.kind == Kind::Added || line.kind == Kind::Removed || line.kind == Kind::Context;
    // The sign in front of a line is no part of it: " " stands for an empty line.
    const qsizetype sign = inHunk && m_document->hasSigns() ? 1 : 0;
    qsizetype tail = text.size();
    while (tail > sign && isBlank(text[tail - 1]))
        --tail;
    const bool ends = row.start + row.length == line.length;
    const bool flawed = line.kind == Kind::Added && tail < text.size();
    if (!m_showsWhitespace && !(flawed && ends))
        return;

    const QTextLine shown = layoutOf(index)->lineAt(0);
    const QPoint origin = rowOrigin(index);
    const auto x = [&](qsizetype in) { return origin.x() + shown.cursorToX(int(in - row.start)); };
    painter.save();
    if (flawed && ends) {
        const qreal from = x(std::max<qsizetype>(tail, row.start));
        painter.fillRect(QRectF(from, origin.y() + m_rowHeight - 3, x(text.size()) - from, 2),
                         m_theme.warning);
    }
    if (m_showsWhitespace) {
        painter.setPen(
            QPen(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.45), 1));
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal middle = origin.y() + m_rowHeight / 2.0;
        const qreal head = std::max(2.0, m_cell / 4);
        for (qsizetype i = std::max<qsizetype>(row.start, sign); i < row.start + row.length; ++i) {
            if (text[i] == u'\t')
                paintTab(painter, x(i), x(i + 1), middle, head);
            else if (i >= tail && text[i] == u' ')
                painter.drawEllipse(QPointF((x(i) + x(i + 1)) / 2, middle), 1, 1);
        }
        const auto &lines = m_document->lines();
        if (ends && inHunk && row.line + 1 < lines.size() && lines[row.line + 1].kind == Kind::DiffNote &&
            m_document->lineText(row.line + 1).startsWith(u'\\')) {
            // A crossed circle: no newline here.
            const qreal radius = m_rowHeight / 4.0;
            const QPointF center(x(text.size()) + radius + 4, middle);
            painter.drawEllipse(center, radius, radius);
            painter.drawLine(center + QPointF(-radius, radius) * 0.7,
                             center + QPointF(radius, -radius) * 0.7);
        }
    }
    painter.restore();
}

void MessageText::paintRulers(QPainter &painter, qsizetype index) const
{
    const Kind kind = m_document->lines()[m_rows[size_t(index)].line].kind;
    if (!m_showsRulers || !MessageDocument::wraps(kind) || kind == Kind::Remark)
        return;
    const QPoint origin = rowOrigin(index);
    painter.save();
    for (const int column : {72, 80}) {
        painter.setPen(QPen(mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.35), 1,
                            column == 72 ? Qt::SolidLine : Qt::DotLine));
        const int x = origin.x() + int(std::round((column - m_rows[size_t(index)].hang) * m_cell));
        painter.drawLine(x, origin.y(), x, origin.y() + m_rowHeight - 1);
    }
    painter.restore();
}

void MessageText::paintNumbers(QPainter &painter, qsizetype index) const
{
    const Row &row = m_rows[size_t(index)];
    const MessageDocument::Line &line = m_document->lines()[row.line];
    const int y = rowOrigin(index).y();
    const int width = gutterWidth();
    painter.save();
    painter.fillRect(QRect(0, y, width, m_rowHeight), palette().color(QPalette::Base));
    painter.setFont(m_font);
    painter.setPen(m_theme.muted);
    const int columns = m_document->numberColumns();
    const int each = int((width - m_cell) / columns);
    const auto number = [&](int column, qint32 value) {
        if (value > 0 && row.start == 0)
            painter.drawText(QRect(column * each, y, each, m_rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(value));
    };
    if (columns == 2) {
        number(0, line.oldNumber);
        number(1, line.newNumber);
    } else {
        number(0, std::max(line.oldNumber, line.newNumber));
    }
    painter.restore();
}

} // namespace loredesk::ui
