// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diffsides.h"
#include "ui/messagetext.h"

#include <QWidget>

class QScrollBar;

namespace loredesk::ui {

/// A diff in two columns, the file before and after the change. They scroll and fold together; each has a
/// caret and a selection of its own. Places are told in the text of the unified diff, so that whoever
/// searches need not know.
class SideBySide : public QWidget
{
    Q_OBJECT
public:
    /// Takes both; they show line numbers.
    SideBySide(MessageText *oldText, MessageText *newText, QWidget *parent = nullptr);

    /// Nothing is folded then.
    void show(const DiffSides &sides);
    using QWidget::show;

    /// The side that has the focus or had it last.
    MessageText *current() const { return m_texts[m_current]; }
    MessageText *text(DiffSides::Side side) const { return m_texts[side]; }

    /// Offsets in the unified text, as in MessageText. What stands on both sides is marked on both.
    void setMatches(const QList<MessageText::Match> &matches, qsizetype current);
    /// Shows the offset on the side on which it stands.
    void reveal(qsizetype unifiedOffset);
    /// Selects on one side, and makes it the current one.
    void select(const MessageText::Match &match);
    /// Where the selection of the current side begins.
    qsizetype selectionStart() const;
    /// The line at the top of the view, in the unified diff; -1 without lines.
    qsizetype topLine() const;
    void goToLine(qsizetype unifiedLine);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    DiffSides::Side sideOf(qsizetype unifiedOffset) const;
    void follow(DiffSides::Side side);
    void takeFolds(DiffSides::Side side);
    void updateHorizontal();
    void scrollSideways(int value);

    MessageText *m_texts[2];
    QScrollBar *m_horizontal = nullptr;
    DiffSides m_sides;
    DiffSides::Side m_current = DiffSides::New;
    bool m_following = false;
};

} // namespace loredesk::ui
