// SPDX-License-Identifier: GPL-3.0-or-later
// The Diff tab as one column or two: which text is meant by what is done in the viewer.
#include "ui/messageview.h"

#include "ui/sidebyside.h"

#include <QStackedWidget>

#include <algorithm>

namespace loredesk::ui {

bool MessageView::showsSides() const
{
    return currentTab() == Tab::Diff && m_diffStack->currentWidget() == m_sides;
}

MessageText *MessageView::shownDiff() const
{
    return m_diffStack->currentWidget() == m_sides ? m_sides->current() : m_diffText;
}

MessageText *MessageView::searchedText() const
{
    // Side by side, the unified diff is searched all the same: there each line is found once.
    return currentTab() == Tab::Diff ? m_diffText : currentText();
}

QList<MessageText *> MessageView::texts() const
{
    return {m_messageText, m_diffText, m_sides->text(DiffSides::Old), m_sides->text(DiffSides::New),
            m_rawText};
}

void MessageView::showSides(bool wanted)
{
    const bool on = wanted && !m_diffText->document().files().isEmpty();
    if (on == (m_diffStack->currentWidget() == m_sides))
        return;
    const bool focused = shownDiff()->hasFocus();
    const qsizetype line = on ? m_diffText->topLine() : m_sides->topLine();
    if (on)
        prepareSides();
    const std::vector<bool> folds = shownDiff()->folds();
    m_diffStack->setCurrentIndex(on ? 1 : 0);
    // The stack hands the focus to the first side; most of what is read stands on the other.
    if (focused)
        (on ? m_sides->text(DiffSides::New) : m_diffText)->setFocus();
    shownDiff()->setFolds(folds);
    // Reading goes on where it was.
    if (on)
        m_sides->goToLine(line);
    else
        m_diffText->goToLine(line);
    if (currentTab() == Tab::Diff) {
        m_findWish = -1;
        restartFind();
    }
}

void MessageView::showMatches()
{
    searchedText()->setMatches(m_matches, m_currentMatch);
    if (showsSides())
        m_sides->setMatches(m_matches, m_currentMatch);
}

void MessageView::reveal(qsizetype offset)
{
    if (showsSides())
        m_sides->reveal(offset);
    else
        searchedText()->ensureVisible(offset);
}

qsizetype MessageView::selectionStart() const
{
    return showsSides() ? m_sides->selectionStart()
                        : std::min(currentText()->anchor(), currentText()->caret());
}

} // namespace loredesk::ui
