// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagepreview.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// Bytes at a time: one to two milliseconds of work, a screen or two.
constexpr qsizetype Piece = 8 * 1024;
/// The lines that a piece may begin with. Text of mail cannot look like them, as its "<" is escaped.
constexpr std::array<QByteArrayView, 3> Beginnings = {"\n<li>", "\n<article ", "\n<section>"};

QString styleOf(const QByteArray &html)
{
    const qsizetype begin = html.indexOf("<style>");
    const qsizetype end = html.indexOf("</style>", begin);
    return begin < 0 || end < 0 ? QString() : QString::fromUtf8(html.sliced(begin + 7, end - begin - 7));
}

/// Whether the text up to there ends within a message's words.
bool isWithinWords(QByteArrayView html)
{
    return html.lastIndexOf("<pre>") > html.lastIndexOf("</pre>");
}

} // namespace

PagePreview::PagePreview(QWidget *parent)
    : QuietTextBrowser(parent)
{
    document()->setDocumentMargin(8);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PagePreview::insertPiece);
    connect(this, &QTextBrowser::anchorClicked, this, &PagePreview::follow);
}

qsizetype PagePreview::nextPart(const QByteArray &html, qsizetype position)
{
    if (html.size() - position <= Piece)
        return html.size();
    const QByteArrayView rest = QByteArrayView(html).sliced(position);
    qsizetype best = -1;
    for (const QByteArrayView beginning : Beginnings) {
        // One piece more is looked through: where the next place is farther than that, the words are parted.
        const qsizetype at = rest.first(std::min(rest.size(), 2 * Piece)).indexOf(beginning, Piece);
        if (at >= 0 && (best < 0 || at < best))
            best = at;
    }
    if (best >= 0)
        return position + best + 1;
    const qsizetype line = rest.indexOf('\n', Piece);
    if (line < 0)
        return html.size();
    if (isWithinWords(QByteArrayView(html).first(position + line)))
        return position + line + 1;
    // Within something else that is long, a table say: it is not parted.
    qsizetype next = html.size();
    for (const QByteArrayView beginning : Beginnings) {
        if (const qsizetype at = rest.indexOf(beginning, Piece); at >= 0)
            next = std::min(next, position + at + 1);
    }
    return next;
}

void PagePreview::setPage(const QByteArray &html)
{
    m_timer.stop();
    clear();
    m_wanted.clear();
    document()->setDefaultStyleSheet(styleOf(html));
    m_html = html;
    m_position = 0;
    if (const qsizetype body = html.indexOf("<body>"); body >= 0)
        m_position = body + 6;
    insertPiece();
    // The caret went with what was inserted, and whatever lays the page out anew would scroll to it.
    moveCursor(QTextCursor::Start);
    if (!isComplete())
        m_timer.start();
    verticalScrollBar()->setValue(0);
}

void PagePreview::insertPiece()
{
    const qsizetype end = nextPart(m_html, m_position);
    const bool first = document()->isEmpty();
    bool list = false;
    const bool continued = isWithinWords(QByteArrayView(m_html).first(m_position));
    QByteArray piece = m_html.sliced(m_position, end - m_position);
    while (piece.endsWith('\n')) // the next one begins a block of its own
        piece.chop(1);
    // What stands around a piece went with the one before.
    if (continued)
        piece.prepend("<pre>");
    else if ((list = piece.startsWith("<li>")))
        piece.prepend("<ul class=\"series\">");
    // Boxes without words are bars drawn by style, which rich text does not know: it would leave blank lines.
    static const QRegularExpression emptyBox(u"<div[^<>]*></div>"_s);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!first && !list) // a list begins a block by itself
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    cursor.insertHtml(QString::fromUtf8(piece).remove(emptyBox));
    m_position = end;
    if (isComplete()) {
        m_timer.stop();
        m_html.clear();
        m_position = 0;
    }
    if (!m_wanted.isEmpty()) {
        const int before = verticalScrollBar()->value();
        scrollToAnchor(m_wanted);
        if (verticalScrollBar()->value() != before || isComplete())
            m_wanted.clear();
    }
    if (isComplete())
        emit completed();
}

void PagePreview::follow(const QUrl &link)
{
    // A place of this page and nothing else, whatever the text asks for.
    if (!link.hasFragment() || !link.adjusted(QUrl::RemoveFragment).isEmpty())
        return;
    m_wanted = isComplete() ? QString() : link.fragment();
    scrollToAnchor(link.fragment());
}

} // namespace loredesk::ui
