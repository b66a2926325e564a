// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MessageText that shortens headings to the room there is, and says in a tip what they are whole.
#include "ui/messagetext.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

/// The name of the file is what tells one path from another, so it stays as long as there is room for it.
QString elidedPath(const QFontMetricsF &metrics, const QString &path, qreal room)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    if (slash > 0 && metrics.horizontalAdvance(path) > room) {
        const QString name = path.mid(slash);
        const qreal left = room - metrics.horizontalAdvance(name);
        if (left >= metrics.horizontalAdvance(u'\u2026'))
            return metrics.elidedText(path.left(slash), Qt::ElideMiddle, left) + name;
    }
    return metrics.elidedText(path, Qt::ElideMiddle, room);
}

} // namespace

const MessageText::Elision &MessageText::elisionOf(qsizetype index) const
{
    const auto known = m_elisions.constFind(index);
    if (known != m_elisions.constEnd())
        return *known;
    if (m_elisions.size() > 600)
        m_elisions.clear();
    const Row &row = m_rows[size_t(index)];
    const MessageDocument::Line &line = m_document->lines()[row.line];
    const QString whole = textOf(index);
    const qsizetype mark =
        line.kind == Kind::FileHeading ? m_document->files()[line.file].path.size() : qsizetype(line.mark);
    const qsizetype split = std::clamp<qsizetype>(mark - row.start, 0, whole.size());
    QFont bold = m_font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF plainMetrics(m_font);
    const QFontMetricsF headMetrics(line.kind == Kind::ThreadDetail ? m_font : bold);
    const QString head = whole.left(split);
    const QString tail = whole.mid(split);
    const qreal room = viewport()->width() - 2 * Margin - line.indent * m_cell;
    const qreal headWidth = headMetrics.horizontalAdvance(head);
    const qreal tailWidth = plainMetrics.horizontalAdvance(tail);
    Elision elision{whole, split, false};
    if (headWidth + tailWidth > room) {
        // What is short has all of its room; else each has half.
        const qreal forTail = std::min(tailWidth, std::max(room / 2, room - headWidth));
        const qreal forHead = std::min(headWidth, room - forTail);
        const QString shown = line.kind == Kind::FileHeading
                                  ? elidedPath(headMetrics, head, forHead + 0.5)
                                  : headMetrics.elidedText(head, Qt::ElideRight, forHead + 0.5);
        const QString rest = plainMetrics.elidedText(
            tail, line.kind == Kind::FileHeading ? Qt::ElideMiddle : Qt::ElideRight, forTail + 0.5);
        elision = {shown + rest, shown.size(), true};
    }
    return *m_elisions.insert(index, elision);
}

bool MessageText::showTip(const QPoint &position, const QPoint &globalPosition)
{
    qsizetype row = verticalScrollBar()->value() + position.y() / m_rowHeight;
    if (position.y() >= 0 && position.y() < stickyHeight())
        row = firstRowOf(m_document->files()[stickyFile()].line);
    if (position.y() < 0 || row < 0 || row >= qsizetype(m_rows.size()))
        return false;
    const qint32 line = m_rows[size_t(row)].line;
    if (!MessageDocument::elides(m_document->lines()[line].kind) || !elisionOf(row).cut)
        return false;
    // A tip is one of the places where Qt takes text for markup.
    QToolTip::showText(globalPosition, m_document->lineText(line).toString().toHtmlEscaped(), viewport(),
                       QRect(0, position.y() / m_rowHeight * m_rowHeight, viewport()->width(), m_rowHeight));
    return true;
}

bool MessageText::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (!showTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace loredesk::ui
