// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a message, and the search in it.
#include "ui/messageview.h"

#include "ui/comparisonpane.h"
#include "ui/foldedquotes.h"
#include "ui/messagefindbar.h"
#include "ui/replying.h"
#include "ui/sidebyside.h"
#include "ui/threadpage.h"
#include "ui/versionspage.h"

#include <QAction>
#include <QActionGroup>
#include <QDesktopServices>
#include <QMenu>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// A search pauses after so many characters, so that typing in the find bar never waits for a large diff.
constexpr qsizetype FindSlice = 400'000;
constexpr qsizetype MostMatches = 10'000;
/// The words of a search take longer to find than one text.
constexpr qsizetype MarkSlice = 40'000;

SearchedPart partOf(MessageDocument::Kind kind)
{
    using Kind = MessageDocument::Kind;
    switch (kind) {
    case Kind::Quote1:
    case Kind::Quote2:
    case Kind::Quote3:
        return SearchedPart::Quoted;
    case Kind::DiffHeader:
        return SearchedPart::FileName;
    case Kind::HunkHeader:
        return SearchedPart::HunkHeader;
    default:
        return SearchedPart::Unquoted;
    }
}

} // namespace

QAction *MessageView::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                                std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    // The tree has its own next and previous; these belong to whoever reads.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    QWidget::addAction(action);
    m_actions += action;
    return action;
}

void MessageView::addOption(const QString &name, const QString &text, const QKeySequence &keys,
                            bool ReadingOptions::*option)
{
    QAction *action = addAction(name, text, {keys}, [this, option] {
        ReadingOptions options = m_options;
        options.*option = !(options.*option);
        setReadingOptions(options);
        emit readingOptionsChanged(options);
    });
    action->setCheckable(true);
    m_optionActions += action;
}

void MessageView::setReadingOptions(const ReadingOptions &options)
{
    const bool isRefolding = options.foldQuotes != m_options.foldQuotes;
    const bool isOtherDiff = options.wholeSeries != m_options.wholeSeries;
    m_options = options;
    if (isRefolding)
        changeQuotes([fold = options.foldQuotes](FoldedQuotes &quotes) { quotes.setFolded(fold); });
    for (MessageText *text : texts())
        text->setShowsWhitespace(options.whitespace);
    m_versions->comparisonPane()->text()->setShowsWhitespace(options.whitespace);
    showSides(options.sideBySide);
    m_thread->setQuotesFolded(options.foldConversationQuotes);
    m_messageText->setShowsRulers(options.ruler);
    for (MessageText *text : {m_messageText, m_thread->text()})
        text->setFillsParagraphs(options.reflow);
    m_diffText->setShowsNumbers(options.lineNumbers);
    if (isOtherDiff)
        changeDiff();
    updateActions();
}

QList<QAction *> MessageView::tabActions() const
{
    return m_tabMenu->actions();
}

QList<QAction *> MessageView::messageActions() const
{
    QList<QAction *> actions;
    for (const char *name : {"messageFoldFileAction", "messageFoldAllFilesAction",
                             "messageUnfoldAllFilesAction", "messageZoomInAction", "messageZoomOutAction",
                             "messageZoomResetAction", "messageCopyIdAction", "messageReplyAction"})
        actions += findChild<QAction *>(QLatin1StringView(name));
    return actions;
}

void MessageView::makeTabActions()
{
    m_tabMenu = new QMenu(tr("Show"), this);
    m_tabMenu->setObjectName(u"messageTabMenu"_s);
    auto *tabs = new QActionGroup(this);
    const std::tuple<Tab, QString, QString> choices[] = {
        {Tab::Message, u"messageShowTextAction"_s, tr("To the Message")},
        {Tab::Diff, u"messageShowDiffAction"_s, tr("To the Diff")},
        {Tab::Thread, u"messageShowThreadAction"_s, tr("To the Conversation")},
        {Tab::Versions, u"messageShowVersionsAction"_s, tr("To the Versions")},
        {Tab::Raw, u"messageShowRawAction"_s, tr("To the Raw Message")}};
    for (const auto &[tab, name, text] : choices) {
        QAction *action = addAction(name, text, {QKeySequence(Qt::Key_1 + int(tab))},
                                    [this, wanted = tab] { setCurrentTab(wanted); });
        action->setCheckable(true);
        m_actions.removeLast(); // they have a menu of their own
        m_tabMenu->addAction(tabs->addAction(action));
    }
    m_actions += m_tabMenu->menuAction();
    m_actions += nullptr;
}

void MessageView::makeActions()
{
    makeTabActions();
    addAction(u"messageFindAction"_s, tr("&Find in Message…"), {QKeySequence::Find}, [this] { openFind(); });
    addAction(u"messageFindNextAction"_s, tr("Find &Next"), {QKeySequence(Qt::Key_F3)},
              [this] { stepFind(1); });
    addAction(u"messageFindPreviousAction"_s, tr("Fin&d Previous"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
              [this] { stepFind(-1); });
    m_actions += nullptr;
    addAction(u"messageNextFileAction"_s, tr("Next File"), {QKeySequence(Qt::CTRL | Qt::Key_Down)},
              [this] { stepFile(1); });
    addAction(u"messagePreviousFileAction"_s, tr("Previous File"), {QKeySequence(Qt::CTRL | Qt::Key_Up)},
              [this] { stepFile(-1); });
    addAction(u"messageNextHunkAction"_s, tr("Next Hunk"), {QKeySequence(Qt::ALT | Qt::Key_Down)},
              [this] { stepHunk(1); });
    addAction(u"messagePreviousHunkAction"_s, tr("Previous Hunk"), {QKeySequence(Qt::ALT | Qt::Key_Up)},
              [this] { stepHunk(-1); });
    m_actions += nullptr;
    addAction(u"messageFoldFileAction"_s, tr("F&old or Unfold the File"), {QKeySequence(Qt::Key_F)},
              [this] { foldFile(); });
    addAction(u"messageFoldAllFilesAction"_s, tr("Fold All Files"), {QKeySequence(Qt::SHIFT | Qt::Key_F)},
              [this] { currentText()->setAllFolded(true); });
    addAction(u"messageUnfoldAllFilesAction"_s, tr("Unfold All Files"), {QKeySequence(Qt::SHIFT | Qt::Key_U)},
              [this] { currentText()->setAllFolded(false); });
    makeQuotesAction();
    m_actions += nullptr;
    addOption(u"messageWhitespaceAction"_s, tr("Show &Whitespace"), Qt::Key_W, &ReadingOptions::whitespace);
    addOption(u"messageRulerAction"_s, tr("Show &Ruler at 72 and 80"), Qt::Key_R, &ReadingOptions::ruler);
    addOption(u"messageReflowAction"_s, tr("Re-flow Para&graphs to Fit"), Qt::SHIFT | Qt::Key_W,
              &ReadingOptions::reflow);
    addOption(u"messageSideBySideAction"_s, tr("Diff &Side by Side"), Qt::Key_S, &ReadingOptions::sideBySide);
    addOption(u"messageWholeSeriesAction"_s, tr("Diff of the Whole S&eries"), Qt::Key_A,
              &ReadingOptions::wholeSeries);
    addOption(u"messageLineNumbersAction"_s, tr("Show Line N&umbers in the Diff"), Qt::Key_L,
              &ReadingOptions::lineNumbers);
    m_actions += nullptr;
    addAction(u"messageZoomInAction"_s, tr("Zoom &In"),
              {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
              [this] { setZoom(m_zoom + 1); });
    addAction(u"messageZoomOutAction"_s, tr("Zoom Ou&t"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
              [this] { setZoom(m_zoom - 1); });
    addAction(u"messageZoomResetAction"_s, tr("Normal Si&ze"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
              [this] { setZoom(0); });
    m_actions += nullptr;
    addAction(u"messageCopyIdAction"_s, tr("Copy &Message-ID"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
              [this] { copyText(QString::fromUtf8(m_message->message.messageId), tr("Message-ID copied")); });
    addAction(u"messageCopyLinkAction"_s, tr("Copy &Link to Message"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] {
                  const QByteArray id =
                      QUrl::toPercentEncoding(QString::fromUtf8(m_message->message.messageId), "@");
                  copyText(u"https://lore.kernel.org/r/"_s + QString::fromLatin1(id), tr("Link copied"));
              });
    addAction(u"messageCopyReplyAction"_s, tr("Copy git send-email Line to Reply"), {}, [this] {
        const std::optional<QString> command = replyCommand(*m_message);
        if (command)
            copyText(*command, tr("Command copied"));
        else
            emit statusMessage(tr("Nothing was copied: the message names nobody who can stand in a command"));
    });
    m_actions += nullptr;
    addAction(u"messageReplyAction"_s, tr("Reply to All in the Mail Program"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [this] { reply(); });
    m_print =
        addAction(u"messagePrintAction"_s, tr("&Print Message…"), {QKeySequence::Print}, [this] { print(); });
    m_actions += nullptr;
    m_actions += m_thread->threadActions();
    m_actions += nullptr;
    // Also from the tree, whose row the message is.
    m_compare = addAction(u"compareVersionsAction"_s, tr("Compare with Previous &Version"),
                          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)}, [this] {
                              setCurrentTab(Tab::Versions);
                              m_versions->compareWithPrevious();
                          });
    m_compare->setShortcutContext(Qt::WindowShortcut);
    makeCorner();
    m_actions += m_versions->comparisonPane()->paneActions();
}

void MessageView::reply()
{
    const QUrl url = replyUrl(*m_message);
    if (url.isEmpty())
        emit statusMessage(tr("The message names nobody to reply to"));
    else if (!QDesktopServices::openUrl(url))
        emit statusMessage(
            tr("No mail program took the reply; choose one for mailto: in the settings of your desktop"));
}

void MessageView::updateActions()
{
    const std::pair<const char *, bool> checks[] = {
        {"messageWhitespaceAction", m_options.whitespace},
        {"messageRulerAction", m_options.ruler},
        {"messageReflowAction", m_options.reflow},
        {"messageSideBySideAction", m_options.sideBySide},
        {"messageWholeSeriesAction", m_options.wholeSeries},
        {"messageLineNumbersAction", m_options.lineNumbers},
        {"messageFoldQuotesAction",
         currentTab() == Tab::Thread ? m_options.foldConversationQuotes : m_options.foldQuotes}};
    for (const auto &[name, checked] : checks)
        findChild<QAction *>(QLatin1StringView(name))->setChecked(checked);
    const bool any = m_message != nullptr;
    const QList<QAction *> tabs = tabActions();
    for (qsizetype tab = 0; tab < tabs.size(); ++tab) {
        tabs[tab]->setEnabled(any);
        tabs[tab]->setChecked(tab == qsizetype(currentTab()));
    }
    const MessageDocument &document = currentText()->document();
    for (QAction *action : std::as_const(m_actions)) {
        if (!action)
            continue;
        const QString name = action->objectName();
        bool enabled = any;
        if (name.startsWith("thread"_L1))
            enabled = currentTab() == Tab::Thread && !document.isEmpty();
        else if (action == m_compare)
            enabled = m_versions->hasPreviousVersion();
        else if (name.startsWith("versions"_L1))
            enabled = currentTab() == Tab::Versions && m_versions->isComparing() && !document.isEmpty();
        else if (name == "messageWholeSeriesAction"_L1)
            enabled = any && m_series.isValid();
        else if (name.contains("File"_L1))
            enabled = any && !document.files().isEmpty();
        else if (name.contains("Hunk"_L1))
            enabled = any && !document.hunks().isEmpty();
        else if (name.contains("Copy"_L1))
            enabled = any && !m_message->message.messageId.isEmpty();
        action->setEnabled(enabled);
    }
    fitCorner();
}

void MessageView::foldFile()
{
    MessageText *text = currentText();
    const qsizetype file = text->fileAtCaret();
    if (file < 0) {
        emit placeChanged(tr("No file here; its heading or a line of its diff must have the caret"));
        return;
    }
    text->setFolded(file, !text->isFolded(file));
    const QString &path = text->document().files()[file].path;
    emit placeChanged(text->isFolded(file) ? tr("%1 is folded").arg(path) : tr("%1 is unfolded").arg(path));
}

void MessageView::restartFind()
{
    m_matches.clear();
    m_currentMatch = -1;
    m_findFrom = 0;
    m_markFrom = 0;
    m_findTimer->stop();
    if (searchedText()->document().isEmpty() || (!isFinding() && !m_marker)) {
        showMatches();
        m_findBar->setCount(-1, 0, false);
        return;
    }
    m_findTimer->start();
    isFinding() ? continueFind() : continueMarking();
}

bool MessageView::isFinding() const
{
    return m_findBar->isVisibleTo(this) && !m_findBar->query().isEmpty();
}

void MessageView::continueMarking()
{
    const MessageDocument &document = searchedText()->document();
    const QList<MessageDocument::Line> &lines = document.lines();
    qsizetype looked = 0;
    while (m_markFrom < lines.size() && looked < MarkSlice && m_matches.size() < MostMatches) {
        // A run of lines of one kind is one text: a phrase may reach over the end of a line.
        const qsizetype first = m_markFrom++;
        if (MessageDocument::isDecoration(lines[first].kind))
            continue;
        const SearchedPart part = partOf(lines[first].kind);
        while (m_markFrom < lines.size() && lines[m_markFrom].start - lines[first].start < MarkSlice &&
               !MessageDocument::isDecoration(lines[m_markFrom].kind) &&
               partOf(lines[m_markFrom].kind) == part)
            ++m_markFrom;
        const MessageDocument::Line &last = lines[m_markFrom - 1];
        const qsizetype begin = lines[first].start;
        const QString text = document.text().mid(begin, last.start + last.length - begin);
        looked += text.size();
        for (const TextRange &range : m_marker(text, part))
            m_matches.append({qint32(begin + range.offset), qint32(range.length)});
    }
    if (m_markFrom >= lines.size() || m_matches.size() >= MostMatches)
        m_findTimer->stop();
    showMatches();
}

void MessageView::continueFind()
{
    const MessageDocument &document = searchedText()->document();
    const QString needle = m_findBar->query();
    const Qt::CaseSensitivity sensitivity = findCase(needle);
    const QStringView text(document.text());
    // A slice overlaps the next one by the needle, so that no match is lost on the border.
    const qsizetype end = std::min(text.size(), m_findFrom + FindSlice);
    const QStringView slice = text.left(std::min(text.size(), end + needle.size() - 1));
    qsizetype at = m_findFrom;
    while (m_matches.size() < MostMatches) {
        at = slice.indexOf(needle, at, sensitivity);
        if (at < 0)
            break;
        if (!MessageDocument::isDecoration(document.lines()[document.lineAt(at)].kind))
            m_matches.append({qint32(at), qint32(needle.size())});
        at += needle.size();
    }
    m_findFrom = std::max(end, at);
    const bool capped = m_matches.size() >= MostMatches;
    const bool done = m_findFrom >= text.size() || capped;
    if (done)
        m_findTimer->stop();
    bool arrived = false;
    if (m_currentMatch < 0 && m_findWish >= 0 && !m_matches.isEmpty()) {
        const auto wished = std::lower_bound(m_matches.begin(), m_matches.end(), m_findWish,
                                             [](const auto &match, qsizetype o) { return match.start < o; });
        if (wished != m_matches.end() || done) {
            m_currentMatch = wished == m_matches.end() ? 0 : wished - m_matches.begin();
            arrived = true;
        }
    }
    showMatches();
    m_findBar->setCount(m_currentMatch, m_matches.size(), capped);
    if (arrived)
        reveal(m_matches[m_currentMatch].start);
}

void MessageView::stepFind(int direction)
{
    if (!isFinding() && !m_marker) {
        openFind();
        return;
    }
    const qsizetype total = m_matches.size();
    if (total == 0) {
        if (!isFinding())
            emit placeChanged(tr("Nothing that was searched for stands in this text"));
        return;
    }
    m_currentMatch =
        m_currentMatch < 0 ? (direction > 0 ? 0 : total - 1) : (m_currentMatch + direction + total) % total;
    showMatches();
    reveal(m_matches[m_currentMatch].start);
    if (isFinding())
        m_findBar->setCount(m_currentMatch, total, total >= MostMatches);
    else
        emit placeChanged(tr("Match %L1 of %L2").arg(m_currentMatch + 1).arg(total));
}

void MessageView::endFind()
{
    // What was found last stays selected: the next thing to do is usually to copy it or to read on from
    // there.
    if (m_currentMatch >= 0) {
        const MessageText::Match match = m_matches[m_currentMatch];
        if (showsSides())
            m_sides->select(match);
        else
            currentText()->setSelection(match.start, match.start + match.length);
    }
    restartFind();
    currentText()->setFocus();
}

} // namespace loredesk::ui
