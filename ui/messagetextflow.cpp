// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MessageText that breaks lines into rows, fills paragraphs anew, and knows what of the text is
// in which row.
#include "ui/messageparagraphs.h"
#include "ui/messagetext.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

/// Rows of lines that scroll sideways hold so many characters at most: shaping is worse than linear in some
/// fonts.
constexpr qint32 LongestRow = 4000;
constexpr int FewestCells = 20; ///< that text is broken to, however narrow the view
constexpr int SentenceHang = 2; ///< of a line that is one of several of its paragraph
constexpr int TrailerHang = 4;

bool isQuote(Kind kind)
{
    return kind >= Kind::Quote1 && kind <= Kind::Quote3;
}

/// Calls `take(length, cells)` for each character of `text` from `at` on, until it says false.
template <class Take>
void forEachCharacter(QStringView text, qsizetype at, int column, Take take)
{
    while (at < text.size()) {
        const int step = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const int cells = cellCount(text.mid(at, step), column);
        if (!take(at, step, cells))
            return;
        column += cells;
        at += step;
    }
}

} // namespace

int MessageText::cellsOfWidth() const
{
    return std::max(40, int((viewport()->width() - 2 * Margin - gutterWidth()) / m_cell));
}

void MessageText::rebuildRows()
{
    m_layouts.clear();
    m_elisions.clear();
    m_rows.clear();
    m_wrapCells = cellsOfWidth();
    const QList<MessageDocument::Line> &lines = m_document->lines();
    const auto count = qint32(lines.size());
    m_rows.reserve(size_t(count));
    const bool fills = m_fillsParagraphs && !m_showsWhitespace && !m_showsRulers;
    qint32 looked = 0; // paragraphs before this line were found to fit, or are not to be filled
    for (qint32 i = 0; i < count; ++i) {
        const MessageDocument::Line &line = lines[i];
        if (isHidden(i))
            continue;
        const int cells = std::max(FewestCells, m_wrapCells - line.indent);
        if (fills && i >= looked && i + 1 < count && lines[i + 1].continued) {
            looked = endOfParagraph(i);
            if (isFilled(i, looked, cells)) {
                fillParagraph(i, looked, cells);
                i = looked - 1;
                continue;
            }
        }
        if (MessageDocument::wraps(line.kind) && line.length > m_wrapCells / 8) {
            wrapLine(i, cells);
        } else {
            qint32 start = 0;
            do {
                const qint32 length = std::min(line.length - start, LongestRow);
                m_rows.push_back({i, start, length});
                start += length;
            } while (start < line.length);
        }
    }
    int columns = m_document->columns();
    if (!m_folded.empty()) {
        // What is folded needs no room.
        columns = m_document->looseColumns();
        for (qsizetype file = 0; file < m_document->files().size(); ++file) {
            if (!isFolded(file))
                columns = std::max(columns, m_document->files()[file].columns);
        }
    }
    m_contentWidth =
        2 * Margin + gutterWidth() + int(std::ceil(std::min<double>(columns, LongestRow) * m_cell));
    updateScrollBars();
    viewport()->update();
}

void MessageText::wrapLine(qint32 number, int cells)
{
    const QList<MessageDocument::Line> &lines = m_document->lines();
    const QStringView text = m_document->lineText(number);
    if (cellCount(text) <= cells) {
        m_rows.push_back({number, 0, qint32(text.size())});
        return;
    }
    const bool isOneOfSeveral =
        lines[number].continued || (number + 1 < lines.size() && lines[number + 1].continued);
    const Kind kind = lines[number].kind;
    const int hang =
        std::min(cells / 2, cellCount(text.left(hangingLength(text))) +
                                (kind == Kind::Trailer || kind == Kind::InBodyHeader ? TrailerHang
                                 : isOneOfSeveral                                    ? SentenceHang
                                                                                     : 0));
    qint32 start = 0;
    while (start < text.size()) {
        // Break behind the last blank that fits; where a word alone is too wide, in the word.
        const int room = cells - (start > 0 ? hang : 0);
        qint32 end = start;
        qint32 blank = -1;
        int width = 0;
        forEachCharacter(text, start, 0, [&](qsizetype at, int step, int cellsOfOne) {
            width += cellsOfOne;
            if (width > room && end > start)
                return false;
            end = qint32(at) + step;
            if (text[at].isSpace())
                blank = end;
            return true;
        });
        // Blanks at the end hang over the margin rather than begin a row.
        if (end < text.size()) {
            if (text[end].isSpace())
                blank = end + 1;
            if (blank > start)
                end = blank;
        }
        m_rows.push_back({number, start, end - start, qint16(start > 0 ? hang : 0)});
        start = end;
    }
}

qint32 MessageText::endOfParagraph(qint32 first) const
{
    const QList<MessageDocument::Line> &lines = m_document->lines();
    qint32 end = first + 1;
    while (end < lines.size() && lines[end].continued)
        ++end;
    return end;
}

bool MessageText::isFilled(qint32 first, qint32 end, int cells) const
{
    // On every row stand the marks: where they leave no room, the text would be out of sight.
    const QStringView head = m_document->lineText(first);
    if (cellCount(head.left(quotePrefixLength(head))) > cells / 2)
        return false;
    for (qint32 line = first; line < end; ++line) {
        if (m_document->lines()[line].length * 2 > cells && cellCount(m_document->lineText(line)) > cells)
            return true;
    }
    return false;
}

void MessageText::fillParagraph(qint32 first, qint32 end, int cells)
{
    const QStringView head = m_document->lineText(first);
    const auto marks = qint32(quotePrefixLength(head));
    const int hang = cellCount(head.left(marks));
    struct Place
    {
        qint32 line;
        qint32 at;
    };
    const auto offsetOfPlace = [&](const Place &place) {
        const MessageDocument::Line &last = m_document->lines()[end - 1];
        return place.line < end ? m_document->lines()[place.line].start + place.at : last.start + last.length;
    };
    for (Place begin{first, 0}; begin.line < end;) {
        const bool isFirst = begin.line == first && begin.at == 0;
        const int room = std::max(FewestCells, cells - (isFirst ? 0 : hang));
        Place place = begin;
        Place blank{-1, 0};
        int width = 0;
        bool isFull = false;
        while (place.line < end && !isFull) {
            const QStringView text = m_document->lineText(place.line);
            // The marks are no place to break at.
            const qint32 content = isFirst && place.line == first ? marks : 0;
            forEachCharacter(text, place.at, width, [&](qsizetype at, int step, int cellsOfOne) {
                if (text[at].isSpace() && at >= content) {
                    ++width;
                    place.at = qint32(at) + step;
                    blank = place;
                    return true;
                }
                isFull = width + cellsOfOne > room && width > 0;
                if (isFull)
                    return false;
                width += cellsOfOne;
                place.at = qint32(at) + step;
                return true;
            });
            if (!isFull) {
                // The end of a line is a blank like any other.
                ++width;
                ++place.line;
                place.at = place.line < end ? marks : 0;
                blank = place;
            }
        }
        const Place next = isFull && blank.line >= 0 ? blank : place;
        m_rows.push_back({begin.line, begin.at, offsetOfPlace(next) - offsetOfPlace(begin),
                          qint16(isFirst ? 0 : hang), true});
        begin = next;
    }
}

std::vector<MessageText::Piece> MessageText::piecesOf(qsizetype index) const
{
    const Row &row = m_rows[size_t(index)];
    const QList<MessageDocument::Line> &lines = m_document->lines();
    const qint32 begin = lines[row.line].start + row.start;
    if (!row.filled)
        return {{row.line, begin, row.length, 0}};
    std::vector<Piece> pieces;
    const auto marks = qint32(quotePrefixLength(m_document->lineText(row.line)));
    qint32 position = 0;
    qint32 from = begin;
    for (qint32 line = row.line; from < begin + row.length; ++line) {
        // With the LF, which is shown as a blank.
        const qint32 to = std::min(begin + row.length, lines[line].start + lines[line].length + 1);
        pieces.push_back({line, from, to - from, position});
        position += to - from;
        from = to + marks;
    }
    return pieces;
}

QString MessageText::textOf(qsizetype row) const
{
    QString text;
    for (const Piece &piece : piecesOf(row))
        text += QStringView(m_document->text()).mid(piece.offset, piece.length);
    return text.replace(u'\n', u' ');
}

int MessageText::positionIn(qsizetype row, qsizetype offset) const
{
    int position = 0;
    for (const Piece &piece : piecesOf(row)) {
        if (offset <= piece.offset)
            return piece.position;
        position = piece.position + int(std::min<qsizetype>(offset - piece.offset, piece.length));
        if (offset < piece.offset + piece.length)
            break;
    }
    // A heading with an ellipsis has fewer characters than its line.
    if (MessageDocument::elides(m_document->lines()[m_rows[size_t(row)].line].kind))
        return offset >= m_document->lines()[m_rows[size_t(row)].line].start + m_rows[size_t(row)].length
                   ? int(elisionOf(row).text.size())
                   : std::min(position, int(elisionOf(row).text.size()));
    return position;
}

qsizetype MessageText::offsetOf(qsizetype row, int position) const
{
    const std::vector<Piece> pieces = piecesOf(row);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (position >= piece->position)
            return piece->offset + std::min(position - piece->position, piece->length);
    }
    return m_document->lines()[m_rows[size_t(row)].line].start + m_rows[size_t(row)].start;
}

qsizetype MessageText::endOfRow(qsizetype row) const
{
    const Row &r = m_rows[size_t(row)];
    const bool goesOn =
        row + 1 < qsizetype(m_rows.size()) && m_rows[size_t(row) + 1].filled &&
        (m_rows[size_t(row) + 1].start > 0 || m_document->lines()[m_rows[size_t(row) + 1].line].continued);
    const QString text = textOf(row);
    const bool endsInBlank = goesOn && text.endsWith(u' ');
    return r.filled ? offsetOf(row, int(text.size()) - (endsInBlank ? 1 : 0))
                    : m_document->lines()[r.line].start + r.start + r.length;
}

qint32 MessageText::hiddenMarks(qsizetype line) const
{
    if (!m_document->lines()[line].continued)
        return 0;
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), line,
                                      [](const Row &r, qsizetype l) { return r.line < l; });
    const bool isFilled = (row != m_rows.end() && row->line == line && row->filled) ||
                          (row != m_rows.begin() && std::prev(row)->filled);
    return isFilled ? qint32(quotePrefixLength(m_document->lineText(line))) : 0;
}

qsizetype MessageText::firstRowOf(qsizetype line) const
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), line,
                                      [](const Row &r, qsizetype l) { return r.line < l; });
    const qsizetype index = row - m_rows.begin();
    if (line >= m_document->lines().size() || !m_document->lines()[line].continued || isHidden(line))
        return index;
    // Of a paragraph filled anew: the row may begin in an earlier line.
    const bool begins = row != m_rows.end() && row->line == line && row->start <= hiddenMarks(line);
    return !begins && index > 0 && m_rows[size_t(index) - 1].filled ? index - 1 : index;
}

qsizetype MessageText::rowAt(qsizetype offset) const
{
    if (m_rows.empty())
        return 0;
    qsizetype line = m_document->lineAt(offset);
    // A folded file is all in its heading.
    if (isHidden(line))
        line = m_document->files()[m_document->lines()[line].file].line;
    // Quote marks that are not shown are where the text behind them is.
    const auto inLine = std::max(qint32(offset - m_document->lines()[line].start), hiddenMarks(line));
    qsizetype row = firstRowOf(line);
    while (row + 1 < qsizetype(m_rows.size()) && m_rows[size_t(row) + 1].line == line &&
           m_rows[size_t(row) + 1].start <= inLine)
        ++row;
    return row;
}

void MessageText::paintQuoteMarks(QPainter &painter, qsizetype index) const
{
    const Row &row = m_rows[size_t(index)];
    const MessageDocument::Line &line = m_document->lines()[row.line];
    if (row.hang == 0 || !isQuote(line.kind))
        return;
    // A quote is one on every row of it.
    const QStringView text = m_document->lineText(row.line);
    const QPoint origin = rowOrigin(index);
    const qreal baseline = origin.y() + 1 + layoutOf(index)->lineAt(0).ascent();
    painter.save();
    painter.setFont(m_font);
    painter.setPen(m_theme.quote[size_t(line.kind) - size_t(Kind::Quote1)]);
    painter.drawText(QPointF(origin.x() - int(row.hang * m_cell), baseline),
                     text.left(quotePrefixLength(text)).toString());
    painter.restore();
}

} // namespace loredesk::ui
