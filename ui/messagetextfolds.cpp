// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MessageText that folds the files of a diff.
#include "ui/messagetext.h"

#include "ui/foldtriangle.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

bool MessageText::isFolded(qsizetype file) const
{
    return file >= 0 && file < qsizetype(m_folded.size()) && m_folded[size_t(file)];
}

bool MessageText::isHidden(qsizetype line) const
{
    if (m_folded.empty())
        return false;
    const MessageDocument::Line &l = m_document->lines()[line];
    return l.kind != Kind::FileHeading && l.kind != Kind::StatLine && isFolded(l.file);
}

void MessageText::setFolded(qsizetype file, bool folded)
{
    if (file < 0 || file >= m_document->files().size() || isFolded(file) == folded)
        return;
    keepingHeading(file, [&] {
        m_folded.resize(size_t(m_document->files().size()), false);
        m_folded[size_t(file)] = folded;
    });
}

void MessageText::setAllFolded(bool folded)
{
    const auto count = size_t(m_document->files().size());
    if (count == 0)
        return;
    keepingHeading(fileAtCaret(), [&] { m_folded.assign(folded ? count : 0, folded); });
}

void MessageText::setFolds(const std::vector<bool> &folds)
{
    if (m_folded == folds || (!folds.empty() && qsizetype(folds.size()) != m_document->files().size()))
        return;
    keepingHeading(fileAtCaret(), [&] { m_folded = folds; });
}

void MessageText::keepingHeading(qsizetype file, const std::function<void()> &change)
{
    const qsizetype heading = file >= 0 ? m_document->files()[file].line : std::max<qsizetype>(topLine(), 0);
    const int top = verticalScrollBar()->value();
    // Where the heading has left the view, it stays on top of it.
    const int place = std::max(0, int(firstRowOf(heading)) - top);
    change();
    const auto visible = [&](qsizetype offset) {
        const qsizetype line = m_document->lineAt(offset);
        return isHidden(line)
                   ? m_document->lines()[m_document->files()[m_document->lines()[line].file].line].start
                   : offset;
    };
    // A selection of more than the folded file stays, so that folding loses nothing; the caret must be seen.
    const bool selects = hasSelection();
    m_caret = visible(m_caret);
    if (!selects)
        m_anchor = m_caret;
    m_wantedX = -1;
    rebuildRows();
    const int row = int(firstRowOf(heading));
    verticalScrollBar()->setValue(place < verticalScrollBar()->pageStep() ? row - place : top);
    emit foldsChanged();
    emit caretMoved();
}

qsizetype MessageText::fileAtCaret() const
{
    if (m_document->isEmpty())
        return -1;
    const auto fileOf = [this](qsizetype line) {
        return line < 0 || m_document->lines()[line].kind == Kind::StatLine ? -1
                                                                            : m_document->lines()[line].file;
    };
    const qsizetype row = rowAt(m_caret);
    const qsizetype top = verticalScrollBar()->value();
    // Who scrolled away with the mouse means what is in view.
    const bool seen = row >= top && row <= top + verticalScrollBar()->pageStep();
    if (const qsizetype file = seen ? fileOf(currentLine()) : -1; file >= 0)
        return file;
    if (const qsizetype file = fileOf(topLine()); file >= 0)
        return file;
    // Above the first one there may be a few words.
    const qsizetype last =
        std::min<qsizetype>(top + verticalScrollBar()->pageStep(), qsizetype(m_rows.size()));
    for (qsizetype shown = top; shown < last; ++shown) {
        const MessageDocument::Line &line = m_document->lines()[m_rows[size_t(shown)].line];
        if (line.kind == MessageDocument::Kind::FileHeading)
            return line.file;
    }
    return -1;
}

qsizetype MessageText::visibleOffset(qsizetype offset, bool forward) const
{
    if (m_document->isEmpty())
        return offset;
    qsizetype line = m_document->lineAt(offset);
    if (!isHidden(line)) {
        const qsizetype start = m_document->lines()[line].start;
        const qint32 marks = hiddenMarks(line);
        return offset - start >= marks ? offset : forward ? start + marks : start - 1;
    }
    if (forward) {
        // Hidden lines lie together.
        const auto row = std::size_t(firstRowOf(line));
        if (row < m_rows.size())
            return m_document->lines()[m_rows[row].line].start;
    }
    line = m_document->files()[m_document->lines()[line].file].line;
    return m_document->lines()[line].start + m_document->lines()[line].length;
}

qsizetype MessageText::headingAt(const QPoint &position) const
{
    if (position.y() < 0)
        return -1;
    if (position.y() < stickyHeight())
        return stickyFile();
    const qsizetype row = verticalScrollBar()->value() + position.y() / m_rowHeight;
    if (row >= qsizetype(m_rows.size()))
        return -1;
    const MessageDocument::Line &line = m_document->lines()[m_rows[size_t(row)].line];
    return line.kind == Kind::FileHeading ? line.file : -1;
}

void MessageText::paintFold(QPainter &painter, qsizetype row, const QRect &rect) const
{
    const MessageDocument::Line &line = m_document->lines()[m_rows[size_t(row)].line];
    if (line.kind != Kind::FileHeading)
        return;
    const QRectF place(rect.left() + 3, rect.center().y() - 4, 9, 9);
    paintFoldTriangle(painter, place, isFolded(line.file), palette().color(QPalette::Text));
}

} // namespace loredesk::ui
