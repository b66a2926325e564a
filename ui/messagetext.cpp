// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagetext.h"

#include "ui/messagetextaccess.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSet>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

MessageText::MessageText(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(std::make_shared<MessageDocument>())
{
    installMessageTextAccess();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    restyle();
}

MessageText::~MessageText() = default;

void MessageText::setDocument(std::shared_ptr<const MessageDocument> document)
{
    m_document = std::move(document);
    m_matches.clear();
    m_currentMatch = -1;
    m_folded.clear();
    m_leastContentWidth = 0;
    // Not in the room that is left above the text.
    const QList<MessageDocument::Line> &lines = m_document->lines();
    const bool startsWithGap = lines.size() > 1 && lines[0].kind == MessageDocument::Kind::Gap;
    m_anchor = m_caret = startsWithGap ? lines[1].start : 0;
    // What the mouse was over is gone, and so is what was said about it.
    if (!std::exchange(m_hovered, {}).isEmpty())
        emit linkHovered({});
    m_wantedX = -1;
    m_selecting = false;
    rebuildRows();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
}

void MessageText::replaceDocument(std::shared_ptr<const MessageDocument> document, qsizetype topLine,
                                  qsizetype anchor, qsizetype caret)
{
    m_document = std::move(document);
    m_matches.clear();
    m_currentMatch = -1;
    m_folded.clear();
    m_leastContentWidth = 0;
    m_wantedX = -1;
    const qsizetype size = m_document->text().size();
    m_anchor = std::clamp<qsizetype>(anchor, 0, size);
    m_caret = std::clamp<qsizetype>(caret, 0, size);
    rebuildRows();
    verticalScrollBar()->setValue(int(firstRowOf(topLine)));
}

QString MessageText::toPlainText() const
{
    return m_document->plainText(0, m_document->text().size());
}

QString MessageText::selectedText() const
{
    return m_document->plainText(std::min(m_anchor, m_caret), std::max(m_anchor, m_caret));
}

void MessageText::setSelection(qsizetype anchor, qsizetype caret)
{
    const qsizetype size = m_document->text().size();
    m_anchor = std::clamp<qsizetype>(anchor, 0, size);
    m_caret = std::clamp<qsizetype>(caret, 0, size);
    m_wantedX = -1;
    viewport()->update();
    emit caretMoved();
}

void MessageText::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void MessageText::selectAll()
{
    setSelection(0, m_document->text().size());
}

qsizetype MessageText::currentLine() const
{
    return m_document->isEmpty() ? -1 : m_document->lineAt(m_caret);
}

qsizetype MessageText::topLine() const
{
    if (m_rows.empty())
        return -1;
    const qsizetype row = verticalScrollBar()->value() + (stickyFile() >= 0 ? 1 : 0);
    return m_rows[std::min<qsizetype>(row, qsizetype(m_rows.size()) - 1)].line;
}

void MessageText::goToLine(qsizetype line)
{
    if (line < 0 || line >= m_document->lines().size())
        return;
    if (isHidden(line))
        setFolded(m_document->lines()[line].file, false);
    setSelection(m_document->lines()[line].start, m_document->lines()[line].start);
    // A row is left free above a line within a file, where its heading stays.
    const bool beneath = m_document->lines()[line].file >= 0 &&
                         m_document->lines()[line].kind != Kind::FileHeading &&
                         m_document->lines()[line].kind != Kind::StatLine;
    verticalScrollBar()->setValue(int(firstRowOf(line)) - (beneath ? 1 : 0));
    horizontalScrollBar()->setValue(0);
}

void MessageText::ensureVisible(qsizetype offset)
{
    if (m_rows.empty())
        return;
    if (const qsizetype line = m_document->lineAt(offset); isHidden(line))
        setFolded(m_document->lines()[line].file, false);
    const int row = int(rowAt(offset));
    const int page = std::max(1, verticalScrollBar()->pageStep());
    const int top = verticalScrollBar()->value();
    if (row < top + 1 || row >= top + page)
        verticalScrollBar()->setValue(row < top + 1 && row >= top - page          ? row - 1
                                      : row >= top + page && row < top + 2 * page ? row - page + 1
                                                                                  : row - page / 3);
    const QRect rect = characterRect(offset);
    QScrollBar *bar = horizontalScrollBar();
    const int left = Margin + gutterWidth();
    if (MessageDocument::elides(m_document->lines()[m_rows[row].line].kind))
        return;
    if (rect.left() < left)
        bar->setValue(bar->value() + rect.left() - left - int(8 * m_cell));
    else if (rect.right() > viewport()->width() - Margin)
        bar->setValue(bar->value() + rect.right() - viewport()->width() + Margin + int(8 * m_cell));
}

void MessageText::setMatches(const QList<Match> &matches, qsizetype current)
{
    const auto marks = [this](qsizetype row) {
        const qsizetype begin =
            m_document->lines()[m_rows[size_t(row)].line].start + m_rows[size_t(row)].start;
        const auto first =
            std::lower_bound(m_matches.begin(), m_matches.end(), begin,
                             [](const Match &m, qsizetype o) { return m.start + m.length <= o; });
        return first != m_matches.end() && first->start < begin + m_rows[size_t(row)].length;
    };
    // A search that goes on far below must not lay out anew what is in view.
    QSet<qsizetype> touched;
    for (auto it = m_layouts.keyBegin(); it != m_layouts.keyEnd(); ++it) {
        if (marks(*it))
            touched.insert(*it);
    }
    m_matches = matches;
    m_currentMatch = current;
    for (auto it = m_layouts.keyBegin(); it != m_layouts.keyEnd(); ++it) {
        if (marks(*it))
            touched.insert(*it);
    }
    for (const qsizetype row : touched)
        m_layouts.remove(row);
    if (!touched.isEmpty())
        viewport()->update();
}

void MessageText::setZoom(int points)
{
    if (m_zoom == points)
        return;
    const qsizetype line = topLine();
    m_zoom = points;
    restyle();
    if (line >= 0)
        verticalScrollBar()->setValue(int(firstRowOf(line)));
}

void MessageText::restyle()
{
    m_theme = Theme::of(palette());
    m_font = mailFont();
    m_font.setPointSizeF(std::clamp(m_font.pointSizeF() + m_zoom, 5.0, 48.0));
    const QFontMetricsF metrics(m_font);
    m_rowHeight = std::max(1, int(std::ceil(metrics.height())) + 2);
    m_cell = std::max(1.0, metrics.horizontalAdvance(u'0'));
    rebuildRows();
}

void MessageText::updateScrollBars()
{
    const int page = std::max(1, viewport()->height() / m_rowHeight);
    // One row beyond the last, so that the end is seen to be the end.
    verticalScrollBar()->setRange(0, std::max(0, int(m_rows.size()) + 1 - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);
    horizontalScrollBar()->setRange(
        0, std::max(0, std::max(m_contentWidth, m_leastContentWidth) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(4 * m_cell));
}

void MessageText::setLeastContentWidth(int pixels)
{
    if (m_leastContentWidth == pixels)
        return;
    m_leastContentWidth = pixels;
    updateScrollBars();
}

QPoint MessageText::rowOrigin(qsizetype row) const
{
    const int y = int(row - verticalScrollBar()->value()) * m_rowHeight;
    // A heading stays where it is: it says what is scrolled.
    const Kind kind = m_document->lines()[m_rows[row].line].kind;
    if (MessageDocument::elides(kind))
        return {Margin + indentOf(row), y};
    return {Margin + gutterWidth() + indentOf(row) - horizontalScrollBar()->value(), y};
}

int MessageText::indentOf(qsizetype row) const
{
    return int((m_document->lines()[m_rows[row].line].indent + m_rows[row].hang) * m_cell);
}

int MessageText::stickyHeight() const
{
    return stickyFile() >= 0 ? m_rowHeight : 0;
}

QRect MessageText::characterRect(qsizetype offset) const
{
    if (m_rows.empty())
        return {};
    const qsizetype row = rowAt(offset);
    const qreal x = layoutOf(row)->lineAt(0).cursorToX(positionIn(row, offset));
    return QRect(rowOrigin(row) + QPoint(int(x), 0), QSize(int(std::ceil(m_cell)), m_rowHeight));
}

qsizetype MessageText::offsetInRow(qsizetype index, int x) const
{
    return offsetOf(index, layoutOf(index)->lineAt(0).xToCursor(x - rowOrigin(index).x()));
}

qsizetype MessageText::offsetAt(const QPoint &position) const
{
    if (m_rows.empty())
        return 0;
    const qsizetype row =
        verticalScrollBar()->value() + qsizetype(std::floor(double(position.y()) / m_rowHeight));
    if (row < 0)
        return 0;
    if (row >= qsizetype(m_rows.size()))
        return m_document->text().size();
    return offsetInRow(row, position.x());
}

void MessageText::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_elisions.clear();
    for (auto it = m_layouts.begin(); it != m_layouts.end();) {
        const Row &row = m_rows[size_t(it.key())];
        it = MessageDocument::elides(m_document->lines()[row.line].kind) ? m_layouts.erase(it) : ++it;
    }
    if (cellsOfWidth() == m_wrapCells) {
        updateScrollBars();
        return;
    }
    const qsizetype line = topLine();
    rebuildRows();
    if (line > 0)
        verticalScrollBar()->setValue(int(firstRowOf(line)) - (stickyFile() >= 0 ? 1 : 0));
}

void MessageText::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        restyle();
}

void MessageText::scrollContentsBy(int, int)
{
    // The heading on top stays, so nothing can be moved as pixels.
    viewport()->update();
}

} // namespace loredesk::ui
