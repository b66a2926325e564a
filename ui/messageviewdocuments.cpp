// SPDX-License-Identifier: GPL-3.0-or-later
// How the texts of the viewer get what they show: at once, or from another thread where it is much.
#include "ui/messageview.h"

#include "ui/asciiname.h"
#include "ui/diffoutline.h"
#include "ui/foldedquotes.h"
#include "ui/messagepages.h"
#include "ui/printpreview.h"
#include "ui/sidebyside.h"
#include "ui/threadpage.h"
#include "ui/versionspage.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MessageView::setBackground(Background background)
{
    m_background = std::move(background);
}

void MessageView::prepareTab()
{
    m_thread->setActive(currentTab() == Tab::Thread);
    m_versions->setActive(currentTab() == Tab::Versions);
    MessageText *text = searchedText();
    if (!m_message || !m_stale.removeOne(text))
        return;
    if (text == m_diffText && wantsSeriesDiff()) {
        if (!showSeriesDiff()) {
            askForSeriesDiff();
            showPrepared(text, {std::make_shared<const MessageDocument>(
                                    MessageDocument::ofRemark(tr("Reading the patches…"))),
                                {},
                                {}});
        }
        return;
    }
    const auto prepared = std::make_shared<Prepared>();
    const auto work = [prepared, message = m_message, isText = text == m_messageText,
                       isDiff = text == m_diffText, foldsQuotes = m_options.foldQuotes] {
        prepared->document =
            std::make_shared<const MessageDocument>(isText   ? MessageDocument::ofMessage(*message)
                                                    : isDiff ? MessageDocument::ofDiff(*message)
                                                             : MessageDocument::ofRaw(message->raw));
        if (isText) {
            prepared->quotes = std::make_shared<const FoldedQuotes>(prepared->document, foldsQuotes);
            prepared->document = prepared->quotes->document();
        }
        if (isDiff && message->raw.size() > MostAtOnce)
            prepared->sides = std::make_shared<const DiffSides>(prepared->document);
    };
    if (!m_background || m_message->raw.size() <= MostAtOnce) {
        work();
        showPrepared(text, *prepared);
        return;
    }
    showPrepared(
        text, {std::make_shared<const MessageDocument>(MessageDocument::ofRemark(tr("Preparing the text…"))),
               {},
               {}});
    m_background(work, [this, text, prepared, message = std::weak_ptr(m_message)] {
        // Another one may be shown by now, or the same one anew.
        if (!m_message || message.lock() != m_message || m_stale.contains(text) ||
            (text == m_diffText && wantsSeriesDiff()))
            return;
        showPrepared(text, *prepared);
        if (text == searchedText()) {
            m_findWish = isFinding() ? 0 : -1;
            restartFind();
            updateActions();
        }
    });
}

void MessageView::showPrepared(MessageText *text, const Prepared &prepared)
{
    text->setDocument(prepared.document);
    if (text == m_messageText)
        m_quotes = prepared.quotes;
    if (text != m_diffText)
        return;
    m_nextSides = prepared.sides;
    m_sidesStale = true;
    // Without a diff there is one sentence to read, not two halves of it.
    const bool sides = m_options.sideBySide && !prepared.document->files().isEmpty();
    if (sides)
        prepareSides();
    const bool focused = shownDiff()->hasFocus();
    m_diffStack->setCurrentIndex(sides ? 1 : 0);
    if (focused)
        (sides ? m_sides->text(DiffSides::New) : m_diffText)->setFocus();
    fillFiles();
}

void MessageView::prepareSides()
{
    if (!std::exchange(m_sidesStale, false))
        return;
    const auto sides = std::exchange(m_nextSides, nullptr);
    m_sides->show(sides ? *sides : DiffSides(m_diffText->sharedDocument()));
}

void MessageView::letGo()
{
    // Hundreds of thousands of lines are no small thing to take apart either.
    if (m_background && m_message && m_message->raw.size() > MostAtOnce)
        m_background([message = std::exchange(m_message, nullptr)]() mutable { message.reset(); }, [] {});
    m_message.reset();
}

MessageDocument MessageView::printedDocument() const
{
    if (currentTab() == Tab::Raw)
        return MessageDocument::ofRaw(m_message->raw);
    if (currentTab() != Tab::Diff)
        return MessageDocument::ofMessage(*m_message);
    if (wantsSeriesDiff() && m_seriesDiff.series == m_series)
        return *m_seriesDiff.document;
    return MessageDocument::ofDiff(*m_message);
}

void MessageView::print()
{
    if (!m_message)
        return;
    // The preview runs an event loop, in which another message may come.
    const auto message = m_message;
    const MessageDocument document = printedDocument();
    const QString name = asciiName(message->message.subject, 80);
    showPrintPreview(this, name.isEmpty() ? u"message"_s : name,
                     [&](QPrinter *printer) { printMessage(*message, document, printer); });
}

} // namespace loredesk::ui
