// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MessageText that paints: what colour a line has, and what stays on top.
#include "ui/messagetext.h"

#include "ui/messagecolors.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

constexpr int Stripe = 4; // the mark in front of added and removed lines

} // namespace

QTextLayout *MessageText::layoutOf(qsizetype index) const
{
    if (const auto known = m_layouts.constFind(index); known != m_layouts.constEnd())
        return known->get();
    if (m_layouts.size() > 600)
        m_layouts.clear();
    const Row &row = m_rows[index];
    const MessageDocument::Line &line = m_document->lines()[row.line];
    const bool elides = MessageDocument::elides(line.kind);
    const QString text = elides ? elisionOf(index).text : textOf(index);
    QFont font = m_font;
    if (line.kind == Kind::FileHeading)
        font.setWeight(QFont::DemiBold);
    auto layout = std::make_shared<QTextLayout>(text, font);
    layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(8 * m_cell);
    layout->setTextOption(option);

    QList<QTextLayout::FormatRange> formats;
    const auto color = [&](qsizetype start, qsizetype length, const QColor &foreground,
                           const QColor &ground = {}) -> QTextCharFormat * {
        QTextCharFormat format;
        if (foreground.isValid())
            format.setForeground(foreground);
        if (ground.isValid())
            format.setBackground(ground);
        const qsizetype from = std::max<qsizetype>(0, start);
        const qsizetype to = std::min<qsizetype>(text.size(), start + length);
        if (from >= to)
            return nullptr;
        formats.append({int(from), int(to - from), format});
        return &formats.last().format;
    };
    const QColor textColor = palette().color(QPalette::Text);
    switch (line.kind) {
    case Kind::HunkHeader: {
        // The numbers are for tools; the function behind them is for people.
        const qsizetype second = text.indexOf("@@"_L1, 2);
        color(0, second < 0 ? text.size() : second + 2, mixed(textColor, m_theme.hunkGround, 0.3));
        break;
    }
    case Kind::StatLine: {
        const qsizetype bar = text.lastIndexOf(u'|');
        if (line.file >= 0)
            color(text.size() - QStringView(text).trimmed().size(),
                  QStringView(text).left(bar).trimmed().size(), palette().color(QPalette::Link));
        qsizetype plus = bar < 0 ? text.size() : text.indexOf(u'+', bar);
        qsizetype minus = bar < 0 ? text.size() : text.indexOf(u'-', bar);
        const qsizetype end = text.size();
        if (plus >= 0)
            color(plus, (minus >= 0 ? minus : end) - plus, textColor, m_theme.addedMark);
        if (minus >= 0)
            color(minus, end - minus, textColor, m_theme.removedMark);
        break;
    }
    case Kind::FileHeading: {
        const qsizetype path = elisionOf(index).headLength;
        if (QTextCharFormat *format = color(path, text.size(), m_theme.muted))
            format->setFontWeight(QFont::Normal);
        break;
    }
    case Kind::ThreadHeading:
    case Kind::PatchHeading:
        color(elisionOf(index).headLength, text.size(), m_theme.muted);
        if (QTextCharFormat *format = color(0, elisionOf(index).headLength, textColor))
            format->setFontWeight(QFont::DemiBold);
        break;
    case Kind::ThreadDetail:
        color(0, elisionOf(index).headLength,
              line.link >= 0 ? palette().color(QPalette::Link) : m_theme.muted);
        color(elisionOf(index).headLength, text.size(), m_theme.trailer);
        break;
    case Kind::Fold:
        color(0, text.size(), palette().color(QPalette::Link));
        break;
    case Kind::RawHeader:
        if (!text.startsWith(u' ') && !text.startsWith(u'\t') && row.start == 0)
            color(0, text.indexOf(u':') + 1, m_theme.muted);
        break;
    case Kind::Added:
    case Kind::Removed:
        for (const patch::LineSpan &span : m_document->changedWords(row.line))
            color(span.offset - row.start, span.length, {}, changedWordsGround(line.kind, m_theme));
        break;
    default:
        if (const QColor whole = lineColor(line.kind, m_theme); whole.isValid())
            color(0, text.size(), whole);
        break;
    }
    if (line.cut) {
        const qsizetype mark = m_document->lineText(row.line).lastIndexOf(u'\u2039');
        if (QTextCharFormat *format =
                color(mark - row.start, line.length - mark, palette().color(QPalette::Link)))
            format->setFontUnderline(true);
    }
    if (!elides && line.kind != Kind::StatLine) {
        for (const Piece &piece : piecesOf(index)) {
            const qsizetype start = m_document->lines()[piece.line].start;
            for (const MessageLink &link : linksIn(m_document->lineText(piece.line).toString())) {
                QTextCharFormat underline;
                underline.setFontUnderline(true);
                const qsizetype from = std::max<qsizetype>(piece.offset, start + link.start);
                const qsizetype to =
                    std::min<qsizetype>(piece.offset + piece.length, start + link.start + link.length);
                if (from < to)
                    formats.append({int(piece.position + from - piece.offset), int(to - from), underline});
            }
        }
    }
    const qsizetype begin = line.start + row.start;
    auto match = std::lower_bound(m_matches.begin(), m_matches.end(), begin,
                                  [](const Match &m, qsizetype o) { return m.start + m.length <= o; });
    for (; match != m_matches.end() && match->start < begin + row.length; ++match) {
        const bool current = match - m_matches.begin() == m_currentMatch;
        const int from = positionIn(index, match->start);
        color(from, positionIn(index, match->start + match->length) - from, textColor,
              current ? m_theme.currentFindGround : m_theme.findGround);
    }
    layout->setFormats(formats);
    layout->beginLayout();
    QTextLine textLine = layout->createLine();
    textLine.setLineWidth(1e7);
    textLine.setPosition({0, 1});
    layout->endLayout();

    const int width = 2 * Margin + gutterWidth() + int(std::ceil(textLine.naturalTextWidth()));
    if (width > m_contentWidth && !elides && !MessageDocument::wraps(line.kind))
        m_contentWidth = width;
    m_layouts.insert(index, layout);
    return layout.get();
}

void MessageText::paintGround(QPainter &painter, qsizetype index, const QRect &rect) const
{
    const Kind kind = m_document->lines()[m_rows[index].line].kind;
    if (const LineGround ground = lineGround(kind, m_theme); ground.ground.isValid()) {
        painter.fillRect(rect, ground.ground);
        if (ground.stripe.isValid())
            painter.fillRect(QRect(rect.left(), rect.top(), Stripe, rect.height()), ground.stripe);
        return;
    }
    switch (kind) {
    case Kind::Filler:
        return painter.fillRect(rect, palette().color(QPalette::Window));
    case Kind::FileHeading:
        painter.fillRect(rect, palette().color(QPalette::Window));
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.hairline);
        return painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.hairline);
    case Kind::ThreadHeading:
    case Kind::PatchHeading:
        painter.fillRect(rect, palette().color(QPalette::Window));
        if (m_document->lines()[m_rows[index].line].current)
            painter.fillRect(QRect(rect.left(), rect.top(), Stripe, rect.height()),
                             palette().color(QPalette::Highlight));
        return painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.hairline);
    default:
        return;
    }
}

void MessageText::paintGuides(QPainter &painter, qsizetype row) const
{
    const QPoint origin = rowOrigin(row);
    for (int cells = m_document->lines()[m_rows[row].line].indent; cells > 0; cells -= IndentStep) {
        const int x = origin.x() - int((m_rows[row].hang + cells) * m_cell) - Margin / 2;
        painter.fillRect(QRect(x, origin.y(), 1, m_rowHeight), m_theme.hairline);
    }
}

void MessageText::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const qsizetype first = verticalScrollBar()->value() + event->rect().top() / m_rowHeight;
    const qsizetype last = std::min<qsizetype>(
        qsizetype(m_rows.size()) - 1, verticalScrollBar()->value() + event->rect().bottom() / m_rowHeight);
    const int knownWidth = m_contentWidth;
    const qsizetype selectionFrom = std::min(m_anchor, m_caret);
    const qsizetype selectionTo = std::max(m_anchor, m_caret);
    const QPalette::ColorGroup group = hasFocus() ? QPalette::Active : QPalette::Inactive;
    const qsizetype caretRow = rowAt(m_caret);
    painter.setPen(palette().color(QPalette::Text));
    for (qsizetype i = first; i <= last; ++i) {
        const QPoint origin = rowOrigin(i);
        // Headings reach across it.
        const int gutter =
            MessageDocument::elides(m_document->lines()[m_rows[i].line].kind) ? 0 : gutterWidth();
        const int left = m_document->lines()[m_rows[i].line].indent > 0
                             ? std::max(gutter, origin.x() - Margin / 2)
                             : gutter;
        painter.setClipRect(QRect(gutter, origin.y(), viewport()->width(), m_rowHeight));
        paintGround(painter, i, QRect(left, origin.y(), viewport()->width() - left, m_rowHeight));
        paintGuides(painter, i);
        paintRulers(painter, i);
        QTextLayout *layout = layoutOf(i);
        const qsizetype begin = m_document->lines()[m_rows[i].line].start + m_rows[i].start;
        QList<QTextLayout::FormatRange> selections;
        const int from = positionIn(i, selectionFrom);
        const int to = positionIn(i, selectionTo);
        if (from < to) {
            QTextCharFormat format;
            format.setBackground(palette().color(group, QPalette::Highlight));
            format.setForeground(palette().color(group, QPalette::HighlightedText));
            selections.append({from, to - from, format});
        }
        layout->draw(&painter, origin, selections, QRectF(event->rect()));
        paintQuoteMarks(painter, i);
        paintWhitespace(painter, i);
        if (selectionFrom <= begin && selectionTo > begin + m_rows[i].length && m_rows[i].length == 0)
            painter.fillRect(QRect(origin, QSize(int(m_cell / 2), m_rowHeight)),
                             palette().color(group, QPalette::Highlight));
        if (i == caretRow && hasFocus())
            layout->drawCursor(&painter, origin, positionIn(i, m_caret));
        painter.setClipping(false);
        if (gutter > 0)
            paintNumbers(painter, i);
        paintFold(painter, i, QRect(origin.x() - Margin, origin.y(), Margin, m_rowHeight));
    }
    paintSticky(painter);
    if (m_contentWidth != knownWidth)
        QMetaObject::invokeMethod(this, &MessageText::updateScrollBars, Qt::QueuedConnection);
}

qsizetype MessageText::stickyFile() const
{
    const qsizetype row = verticalScrollBar()->value();
    if (row >= qsizetype(m_rows.size()))
        return -1;
    const MessageDocument::Line &line = m_document->lines()[m_rows[row].line];
    const bool inDiff = line.kind >= Kind::DiffHeader && line.kind <= Kind::DiffNote;
    return inDiff ? line.file : -1;
}

void MessageText::paintSticky(QPainter &painter) const
{
    const qsizetype file = stickyFile();
    if (file < 0)
        return;
    const qsizetype row = firstRowOf(m_document->files()[file].line);
    const QRect rect(0, 0, viewport()->width(), m_rowHeight);
    paintGround(painter, row, rect);
    layoutOf(row)->draw(&painter, {qreal(Margin), 0.0});
    paintFold(painter, row, QRect(0, 0, Margin, m_rowHeight));
}

} // namespace loredesk::ui
