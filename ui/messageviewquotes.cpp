// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MessageView that puts long quotes away.
#include "ui/foldedquotes.h"
#include "ui/messageview.h"
#include "ui/threadpage.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MessageView::makeQuotesAction()
{
    QAction *action = addAction(u"messageFoldQuotesAction"_s, tr("Fold Long &Quotes"),
                                {QKeySequence(Qt::Key_Q)}, [this] { turnQuotes(); });
    action->setCheckable(true);
    m_optionActions += action;
}

void MessageView::turnQuotes()
{
    ReadingOptions options = m_options;
    bool &isFolding = currentTab() == Tab::Thread ? options.foldConversationQuotes : options.foldQuotes;
    isFolding = !isFolding;
    setReadingOptions(options);
    emit readingOptionsChanged(options);
    emit statusMessage(isFolding ? tr("Long quotes are folded") : tr("Long quotes are shown"));
}

void MessageView::changeQuotes(const std::function<void(FoldedQuotes &)> &change)
{
    // What is still to be prepared will be as the options are by then.
    if (!m_quotes || !m_message || m_stale.contains(m_messageText))
        return;
    const auto next = std::make_shared<FoldedQuotes>(*m_quotes);
    if (!m_background || m_message->raw.size() <= MostAtOnce) {
        change(*next);
        showQuotes(next);
        return;
    }
    m_background([next, change] { change(*next); },
                 [this, next, before = std::weak_ptr(m_quotes)] {
                     // Another message may be shown by now, or the quotes turned once more.
                     if (m_quotes && before.lock() == m_quotes)
                         showQuotes(next);
                 });
}

void MessageView::showQuotes(const std::shared_ptr<const FoldedQuotes> &quotes)
{
    const FoldedQuotes &before = *m_quotes;
    const qsizetype top = before.lineIn(*quotes, m_messageText->topLine());
    const qsizetype anchor = before.offsetIn(*quotes, m_messageText->anchor());
    const qsizetype caret = before.offsetIn(*quotes, m_messageText->caret());
    const std::vector<bool> files = m_messageText->folds();
    m_messageText->replaceDocument(quotes->document(), top, anchor, caret);
    m_messageText->setFolds(files);
    m_quotes = quotes;
    if (currentTab() == Tab::Message) {
        m_findWish = -1;
        restartFind();
    }
    updateActions();
}

} // namespace loredesk::ui
