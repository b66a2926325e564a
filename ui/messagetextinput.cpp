// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MessageText that listens: keyboard, mouse, links.
#include "ui/messagetext.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QTimerEvent>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

/// The next boundary of a character (as people count them) or word within one line, or the line's end.
qsizetype nextBoundary(QStringView line, qsizetype from, QTextBoundaryFinder::BoundaryType type, bool forward)
{
    const QString text = line.toString();
    QTextBoundaryFinder finder(type, text);
    finder.setPosition(from);
    for (;;) {
        const qsizetype at = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (at < 0)
            return forward ? text.size() : 0;
        const bool letter = at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
        if (type == QTextBoundaryFinder::Grapheme || letter || at == 0 || at == text.size())
            return at;
    }
}

} // namespace

void MessageText::moveCaret(qsizetype offset, bool extend)
{
    const qsizetype caret = std::clamp<qsizetype>(offset, 0, m_document->text().size());
    const QString before = linkAtCaret().destination();
    const bool hadLink = !linkAtCaret().isNull();
    m_caret = caret;
    if (!extend)
        m_anchor = caret;
    ensureVisible(caret);
    viewport()->update();
    emit caretMoved();
    // The keyboard learns where a link leads before it can follow it, as the mouse does by hovering.
    const MessageLink link = linkAtCaret();
    if (!link.isNull() && link.destination() != before)
        emit linkHovered(link.destination());
    else if (link.isNull() && hadLink)
        emit linkHovered({});
}

bool MessageText::moveByKey(const QKeyEvent *event)
{
    using Boundary = QTextBoundaryFinder;
    const auto &doc = *m_document;
    const qsizetype line = currentLine();
    if (line < 0)
        return false;
    const qsizetype start = doc.lines()[line].start;
    const qsizetype in = m_caret - start;
    const qsizetype size = doc.text().size();
    const auto step = [&](bool forward, Boundary::BoundaryType type) {
        if (forward)
            return in >= doc.lines()[line].length ? m_caret + 1
                                                  : start + nextBoundary(doc.lineText(line), in, type, true);
        return in == 0 ? m_caret - 1 : start + nextBoundary(doc.lineText(line), in, type, false);
    };
    const auto rows = [&](qsizetype count) {
        const int x =
            m_wantedX >= 0 ? m_wantedX : characterRect(m_caret).left() + horizontalScrollBar()->value();
        m_wantedX = x;
        const qsizetype row = std::clamp<qsizetype>(rowAt(m_caret) + count, 0, qsizetype(m_rows.size()) - 1);
        return offsetInRow(row, x - horizontalScrollBar()->value());
    };
    // Where a paragraph is filled anew, the line that is seen is the row.
    const qsizetype row = rowAt(m_caret);
    const bool isFilledHere = m_rows[size_t(row)].filled;
    struct Motion
    {
        QKeySequence::StandardKey move, select;
        std::function<qsizetype()> target;
        bool vertical = false;
    };
    const qsizetype page = std::max(1, verticalScrollBar()->pageStep() - 2);
    const Motion motions[] = {
        {QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar,
         [&] { return step(true, Boundary::Grapheme); }},
        {QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar,
         [&] { return step(false, Boundary::Grapheme); }},
        {QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord,
         [&] { return step(true, Boundary::Word); }},
        {QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord,
         [&] { return step(false, Boundary::Word); }},
        {QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, [&] { return rows(1); }, true},
        {QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, [&] { return rows(-1); }, true},
        {QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, [&] { return rows(page); }, true},
        {QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, [&] { return rows(-page); },
         true},
        {QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine,
         [&] { return isFilledHere ? offsetOf(row, 0) : start; }},
        {QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine,
         [&] { return isFilledHere ? endOfRow(row) : start + doc.lines()[line].length; }},
        {QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument,
         [&] { return qsizetype(0); }},
        {QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, [&] { return size; }},
    };
    for (const Motion &motion : motions) {
        const bool extend = event->matches(motion.select);
        if (!extend && !event->matches(motion.move))
            continue;
        if (!motion.vertical)
            m_wantedX = -1;
        const int wanted = m_wantedX;
        const qsizetype wished = std::clamp<qsizetype>(motion.target(), 0, size);
        const qsizetype target = visibleOffset(wished, wished >= m_caret);
        const int kept = motion.vertical ? m_wantedX : wanted;
        moveCaret(target, extend);
        m_wantedX = kept;
        return true;
    }
    return false;
}

void MessageText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Space && !(event->modifiers() & ~Qt::ShiftModifier)) {
        // Space pages without the caret, as every reader of mail does it.
        QScrollBar *bar = verticalScrollBar();
        const int page = std::max(1, bar->pageStep() - 2);
        bar->setValue(bar->value() + (event->modifiers() & Qt::ShiftModifier ? -page : page));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(m_caret, viewport()->mapToGlobal(characterRect(m_caret).bottomLeft()));
    } else if (!moveByKey(event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

int MessageText::targetFile(qsizetype line) const
{
    if (line < 0 || m_document->lines()[line].kind != Kind::StatLine)
        return -1;
    const int file = m_document->lines()[line].file;
    return file < m_document->files().size() ? file : -1;
}

QString MessageText::lineAction(qsizetype line) const
{
    const MessageDocument::Line &l = m_document->lines()[line];
    if (l.link < 0)
        return {};
    return l.kind == Kind::Fold           ? tr("Show or hide these lines")
           : l.kind == Kind::ThreadDetail ? tr("Go to the message that it answers")
           : l.kind == Kind::PatchHeading ? tr("Go to this patch")
                                          : QString();
}

bool MessageText::isCutMark(qsizetype offset) const
{
    if (m_document->isEmpty())
        return false;
    const qsizetype line = m_document->lineAt(offset);
    const MessageDocument::Line &l = m_document->lines()[line];
    return l.cut && offset - l.start >= m_document->lineText(line).lastIndexOf(u'\u2039');
}

void MessageText::activate(qsizetype offset, const QPoint &globalPosition)
{
    if (m_document->isEmpty())
        return;
    const qsizetype line = m_document->lineAt(offset);
    if (isCutMark(offset)) {
        emit rawRequested();
        return;
    }
    if (const int file = targetFile(line); file >= 0) {
        emit fileActivated(file);
        return;
    }
    if (!lineAction(line).isEmpty()) {
        const MessageDocument::Line &l = m_document->lines()[line];
        if (l.kind == Kind::Fold)
            emit foldActivated(l.link);
        else if (l.kind == Kind::PatchHeading)
            emit patchActivated(l.link);
        else
            emit threadRowActivated(l.link);
        return;
    }
    if (m_document->lines()[line].kind == Kind::FileHeading) {
        const qsizetype file = m_document->lines()[line].file;
        setFolded(file, !isFolded(file));
        return;
    }
    const qsizetype in = offset - m_document->lines()[line].start;
    for (const MessageLink &link : linksIn(m_document->lineText(line).toString())) {
        if (in >= link.start && in <= link.start + link.length) {
            emit linkActivated(link, globalPosition);
            return;
        }
    }
}

bool MessageText::isActionAtCaret() const
{
    const qsizetype line = currentLine();
    return line >= 0 && (isCutMark(m_caret) || targetFile(line) >= 0 || !lineAction(line).isEmpty() ||
                         !linkAtCaret().isNull());
}

MessageLink MessageText::linkAtCaret() const
{
    if (m_document->isEmpty())
        return {};
    const qsizetype line = m_document->lineAt(m_caret);
    const qsizetype in = m_caret - m_document->lines()[line].start;
    for (const MessageLink &link : linksIn(m_document->lineText(line).toString())) {
        if (in >= link.start && in <= link.start + link.length)
            return link;
    }
    return {};
}

MessageLink MessageText::linkAt(const QPoint &position) const
{
    if (m_rows.empty() || position.y() < stickyHeight())
        return {};
    const qsizetype offset = offsetAt(position);
    const qsizetype line = m_document->lineAt(offset);
    const qsizetype start = m_document->lines()[line].start;
    if (m_document->lines()[line].kind == Kind::FileHeading)
        return {};
    for (const MessageLink &link : linksIn(m_document->lineText(line).toString())) {
        // The caret position that is nearest may be on either side of the character under the mouse.
        const QRect first = characterRect(start + link.start);
        const QRect last = characterRect(start + link.start + link.length);
        const bool wrapped = first.top() != last.top();
        const qsizetype in = offset - start;
        if (in >= link.start && in <= link.start + link.length &&
            (wrapped || (position.x() >= first.left() && position.x() < last.left())))
            return link;
    }
    return {};
}

void MessageText::hover(const QPoint &position)
{
    QString destination;
    bool active = false;
    if (const qsizetype file = headingAt(position);
        file >= 0 && (position.y() >= stickyHeight() || position.x() < Margin)) {
        active = true;
        destination = isFolded(file) ? tr("Unfold this file") : tr("Fold this file");
    } else if (position.y() >= 0 && position.y() < stickyHeight()) {
        active = true;
        destination = tr("Back to the start of this file's changes");
    } else if (const MessageLink link = linkAt(position); !link.isNull()) {
        active = true;
        destination = link.destination();
    } else if (!m_rows.empty()) {
        const qsizetype offset = offsetAt(position);
        const qsizetype line = m_document->lineAt(offset);
        const bool onLine = position.y() / m_rowHeight + verticalScrollBar()->value() < int(m_rows.size());
        if (const int file = onLine ? targetFile(line) : -1; file >= 0) {
            active = true;
            destination = tr("Go to the changes of %1").arg(m_document->files()[file].path);
        } else if (onLine && isCutMark(offset)) {
            active = true;
            destination = tr("Show the whole line in the raw message");
        } else if (onLine && !lineAction(line).isEmpty()) {
            active = true;
            destination = lineAction(line);
        }
    }
    viewport()->setCursor(active ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (destination != m_hovered) {
        m_hovered = destination;
        emit linkHovered(destination);
    }
}

void MessageText::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    m_wantedX = -1;
    if (m_pressed.y() < stickyHeight())
        return;
    m_selecting = true;
    moveCaret(offsetAt(m_pressed), event->modifiers() & Qt::ShiftModifier);
}

void MessageText::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton)) {
        hover(position);
        return;
    }
    if (!m_selecting)
        return;
    m_caret = offsetAt(position);
    viewport()->update();
    const bool outside = !viewport()->rect().contains(position);
    if (outside && m_scrollTimer == 0)
        m_scrollTimer = startTimer(40);
    else if (!outside && m_scrollTimer != 0)
        killTimer(std::exchange(m_scrollTimer, 0));
}

void MessageText::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrollTimer) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond = position.y() < 0 ? position.y() : std::max(0, position.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / m_rowHeight + (beyond > 0) -
                                  (beyond < 0));
    const int aside = position.x() < 0 ? position.x() : std::max(0, position.x() - viewport()->width());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + aside);
    m_caret = offsetAt(position);
    viewport()->update();
}

void MessageText::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_scrollTimer != 0)
        killTimer(std::exchange(m_scrollTimer, 0));
    const QPoint position = event->position().toPoint();
    const bool click = (position - m_pressed).manhattanLength() < QApplication::startDragDistance();
    const bool selecting = std::exchange(m_selecting, false);
    if (selecting && hasSelection()) {
        if (QClipboard *clipboard = QApplication::clipboard(); clipboard->supportsSelection())
            clipboard->setText(selectedText(), QClipboard::Selection);
        emit caretMoved();
        return;
    }
    if (!click || event->modifiers() != Qt::NoModifier)
        return;
    const qsizetype heading = headingAt(position);
    if (position.y() < stickyHeight()) {
        if (position.x() < Margin)
            setFolded(heading, true);
        else
            emit fileActivated(int(heading));
        return;
    }
    if (heading >= 0) {
        setFolded(heading, !isFolded(heading));
        return;
    }
    if (m_rows.empty() || position.y() / m_rowHeight + verticalScrollBar()->value() >= int(m_rows.size()))
        return;
    const qsizetype offset = offsetAt(position);
    if (const MessageLink link = linkAt(position); !link.isNull())
        emit linkActivated(link, event->globalPosition().toPoint());
    else if (isCutMark(offset) || targetFile(m_document->lineAt(offset)) >= 0 ||
             !lineAction(m_document->lineAt(offset)).isEmpty())
        activate(offset, event->globalPosition().toPoint());
}

void MessageText::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_rows.empty() || event->position().y() < stickyHeight())
        return;
    const qsizetype offset = offsetAt(event->position().toPoint());
    const qsizetype line = m_document->lineAt(offset);
    const QStringView text = m_document->lineText(line);
    const auto inWord = [&](qsizetype i) {
        return text[i].isLetterOrNumber() || text[i] == u'_' || text[i].isSurrogate();
    };
    qsizetype from = offset - m_document->lines()[line].start;
    qsizetype to = from;
    while (from > 0 && inWord(from - 1))
        --from;
    while (to < text.size() && inWord(to))
        ++to;
    setSelection(m_document->lines()[line].start + from, m_document->lines()[line].start + to);
}

void MessageText::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        emit menuRequested(event->globalPos(), linkAt(viewport()->mapFromGlobal(event->globalPos())));
    } else {
        emit menuRequested(viewport()->mapToGlobal(characterRect(m_caret).bottomLeft()), linkAtCaret());
    }
}

void MessageText::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MessageText::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace loredesk::ui
