// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textpreview.h"

#include "models/base/hostiletext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextCursor>

namespace loredesk::ui {

namespace {

/// Characters at a time: about a millisecond of work, several screens.
constexpr qsizetype Piece = 32 * 1024;

} // namespace

TextPreview::TextPreview(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    // Read-only text still needs a cursor that the keyboard can move.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(mailFont());
    document()->setDocumentMargin(8);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TextPreview::insertPiece);
}

void TextPreview::setText(const QString &text)
{
    m_timer.stop();
    clear();
    m_text = text;
    m_position = 0;
    insertPiece();
    if (!isComplete())
        m_timer.start();
    verticalScrollBar()->setValue(0);
}

void TextPreview::insertPiece()
{
    qsizetype end = m_text.size();
    if (end - m_position > Piece) {
        // Whole lines, so that no character is cut in two; a line longer than that goes in whole.
        const qsizetype lineEnd = m_text.lastIndexOf(u'\n', m_position + Piece);
        end = lineEnd >= m_position ? lineEnd + 1 : m_text.indexOf(u'\n', m_position) + 1;
        if (end <= 0)
            end = m_text.size();
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(base::visibleText(m_text.sliced(m_position, end - m_position)));
    m_position = end;
    if (isComplete()) {
        m_timer.stop();
        m_text.clear();
        m_position = 0;
        emit completed();
    }
}

void TextPreview::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && !m_styling) {
        m_styling = true;
        setFont(mailFont());
        m_styling = false;
    }
}

} // namespace loredesk::ui
