// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"
#include "ui/messagelinks.h"
#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <functional>
#include <memory>
#include <vector>

class QTextLayout;

namespace loredesk::ui {

/// Shows a MessageDocument as plain text in the mail font, with a caret, a selection, links and the matches
/// of a search. Only what is visible is laid out and coloured, so that a diff of 100,000 lines costs no more
/// than a short one. Running text wraps at the width of the window, a diff scrolls sideways. The files of a
/// diff fold to their headings; whatever leads into a folded one unfolds it.
class MessageText : public QAbstractScrollArea
{
    Q_OBJECT
public:
    struct Match
    {
        qint32 start = 0;
        qint32 length = 0;
    };

    static constexpr int IndentStep = 2; ///< cells that a level of a conversation stands further in

    explicit MessageText(QWidget *parent = nullptr);
    ~MessageText() override;

    /// Never null. Caret and scroll bars go to the top.
    void setDocument(std::shared_ptr<const MessageDocument> document);
    /// Another state of what is shown: caret, selection and what is on top go to these, without a sound.
    void replaceDocument(std::shared_ptr<const MessageDocument> document, qsizetype topLine, qsizetype anchor,
                         qsizetype caret);
    const MessageDocument &document() const { return *m_document; }
    const std::shared_ptr<const MessageDocument> &sharedDocument() const { return m_document; }

    QString toPlainText() const;
    QString selectedText() const;
    bool hasSelection() const { return m_anchor != m_caret; }
    /// Offsets in document().text(); clamped.
    void setSelection(qsizetype anchor, qsizetype caret);
    qsizetype anchor() const { return m_anchor; }
    qsizetype caret() const { return m_caret; }

    /// The line the caret is in.
    qsizetype currentLine() const;
    /// The first line that is visible beneath the file heading that stays on top; -1 without lines.
    qsizetype topLine() const;
    /// Puts the caret there and the line at the top of the view.
    void goToLine(qsizetype line);
    void ensureVisible(qsizetype offset);

    bool isFolded(qsizetype file) const;
    /// Files of document().files(); others are passed over. The heading stays where it is in the view.
    void setFolded(qsizetype file, bool folded);
    void setAllFolded(bool folded);
    /// By file; empty: none is folded.
    const std::vector<bool> &folds() const { return m_folded; }
    void setFolds(const std::vector<bool> &folds);
    /// The file that the caret is in, else the one at the top of the view; -1: none.
    qsizetype fileAtCaret() const;

    /// Sorted matches to mark; `current` is an index in them, or -1.
    void setMatches(const QList<Match> &matches, qsizetype current);

    /// Marks tabs, blanks at the end of lines, and ends without a newline. (Blanks that a diff adds at the
    /// end of a line are underlined in any case.)
    void setShowsWhitespace(bool shows);
    /// Lines at columns 72 and 80 of running text.
    void setShowsRulers(bool shows);
    /// Paragraphs whose lines are wider than the view are filled anew (for the eye only: offsets, what is
    /// copied and what is found are those of the lines as they were written). Not while blanks or rulers are
    /// shown, which are about the lines as they are.
    void setFillsParagraphs(bool fills);
    /// The numbers that the lines of a diff have in its files.
    void setShowsNumbers(bool shows);

    /// Pixels that all of it takes from left to right, as far as is known.
    int contentWidth() const { return m_contentWidth; }
    /// Scrolls as if it were that wide at least. Until the next document.
    void setLeastContentWidth(int pixels);

    /// Points added to the mail font.
    void setZoom(int points);

    MessageLink linkAt(const QPoint &viewportPosition) const;
    MessageLink linkAtCaret() const;
    /// Whether Enter does something with the line or the link that the caret is on.
    bool isActionAtCaret() const;
    /// Offset of the character boundary that is nearest to a point of the viewport.
    qsizetype offsetAt(const QPoint &viewportPosition) const;
    /// Of the character at an offset, in the viewport; may lie outside of it.
    QRect characterRect(qsizetype offset) const;

public slots:
    void copy() const;
    void selectAll();

signals:
    void linkActivated(const loredesk::ui::MessageLink &link, const QPoint &globalPosition);
    void linkHovered(const QString &destination); ///< empty: none any more
    void fileActivated(int file);                 ///< a line of the diffstat, or the heading on top
    void rawRequested();                          ///< the mark of a line that was cut
    void foldActivated(int fold);                 ///< index in document().folds()
    void threadRowActivated(int row);             ///< the line beneath a heading that says what it answers
    void patchActivated(int patch);               ///< the heading of a patch, by its place in the list
    void caretMoved();
    void foldsChanged();
    void menuRequested(const QPoint &globalPosition, const loredesk::ui::MessageLink &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What is painted at one height: a line, or a piece of one that wraps.
    struct Row
    {
        qint32 line = 0;  ///< that it begins in
        qint32 start = 0; ///< in the line
        qint32 length = 0;
        qint16 hang = 0;     ///< cells that it stands further in than the line begins
        bool filled = false; ///< of a paragraph filled anew: may hold pieces of several lines, and their ends
    };

    /// Characters of a row that lie together in the text. Between two pieces are the quote marks of a line
    /// that are not shown as it goes on in the row of the one before.
    struct Piece
    {
        qint32 line = 0;
        qint32 offset = 0; ///< in the document's text
        qint32 length = 0;
        qint32 position = 0; ///< in the row
    };

    /// A heading as there is room for it.
    struct Elision
    {
        QString text;
        qsizetype headLength = 0; ///< what stands out of it
        bool cut = false;
    };

    static constexpr int Margin = 16; ///< between the frame and the text, pixels

    void restyle();
    void rebuildRows();
    int cellsOfWidth() const;
    void wrapLine(qint32 line, int cells);
    /// Whether the lines of the paragraph from `first` to before `end` are to be filled anew.
    bool isFilled(qint32 first, qint32 end, int cells) const;
    void fillParagraph(qint32 first, qint32 end, int cells);
    qint32 endOfParagraph(qint32 first) const;
    std::vector<Piece> piecesOf(qsizetype row) const;
    QString textOf(qsizetype row) const;
    int positionIn(qsizetype row, qsizetype offset) const;
    qsizetype offsetOf(qsizetype row, int position) const;
    /// Where the caret stands at its end, which is in front of the blank that leads to the next row.
    qsizetype endOfRow(qsizetype row) const;
    /// Quote marks of a line that goes on in the row of the line before: how many, else 0.
    qint32 hiddenMarks(qsizetype line) const;
    const Elision &elisionOf(qsizetype row) const;
    bool showTip(const QPoint &position, const QPoint &globalPosition);
    void updateScrollBars();
    QTextLayout *layoutOf(qsizetype row) const;
    qsizetype rowAt(qsizetype offset) const;
    bool isHidden(qsizetype line) const;
    qsizetype visibleOffset(qsizetype offset, bool forward) const;
    void keepingHeading(qsizetype file, const std::function<void()> &change);
    int gutterWidth() const;
    void setOption(bool &option, bool value);
    void paintWhitespace(QPainter &painter, qsizetype row) const;
    void paintRulers(QPainter &painter, qsizetype row) const;
    void paintNumbers(QPainter &painter, qsizetype row) const;
    void paintQuoteMarks(QPainter &painter, qsizetype row) const;
    void paintFold(QPainter &painter, qsizetype row, const QRect &rect) const;
    qsizetype headingAt(const QPoint &viewportPosition) const;
    qsizetype firstRowOf(qsizetype line) const;
    QPoint rowOrigin(qsizetype row) const;
    int stickyHeight() const;
    qsizetype stickyFile() const;
    void paintGround(QPainter &painter, qsizetype row, const QRect &rect) const;
    void paintSticky(QPainter &painter) const;
    void moveCaret(qsizetype offset, bool extend);
    bool moveByKey(const QKeyEvent *event);
    qsizetype offsetInRow(qsizetype row, int x) const;
    void activate(qsizetype offset, const QPoint &globalPosition);
    bool isCutMark(qsizetype offset) const;
    int targetFile(qsizetype line) const;
    /// A line that does something as a whole: folds, leads to another message. What it does, in words; else
    /// empty.
    QString lineAction(qsizetype line) const;
    void paintGuides(QPainter &painter, qsizetype row) const;
    int indentOf(qsizetype row) const;
    void hover(const QPoint &viewportPosition);

    std::shared_ptr<const MessageDocument> m_document;
    std::vector<Row> m_rows;
    std::vector<bool> m_folded;                                       ///< by file; empty: none is
    mutable QHash<qsizetype, std::shared_ptr<QTextLayout>> m_layouts; ///< of the rows shown lately
    mutable QHash<qsizetype, Elision> m_elisions;                     ///< likewise
    Theme m_theme;
    QFont m_font;
    int m_zoom = 0;
    int m_rowHeight = 1;
    qreal m_cell = 1;
    int m_wrapCells = 0;
    mutable int m_contentWidth = 0; ///< grows when a row turns out to be wider than its cells
    int m_leastContentWidth = 0;
    QList<Match> m_matches;
    qsizetype m_currentMatch = -1;
    qsizetype m_anchor = 0;
    qsizetype m_caret = 0;
    int m_wantedX = -1; ///< where the caret tries to stay when it moves up and down
    int m_scrollTimer = 0;
    bool m_showsWhitespace = false;
    bool m_showsRulers = false;
    bool m_showsNumbers = false;
    bool m_fillsParagraphs = true;
    bool m_selecting = false;
    QPoint m_pressed;
    QString m_hovered;
};

} // namespace loredesk::ui
