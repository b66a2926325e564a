// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageview.h"

#include "models/base/hostiletext.h"
#include "ui/comparisonpane.h"
#include "ui/diffoutline.h"
#include "ui/foldedquotes.h"
#include "ui/messagefindbar.h"
#include "ui/messageheader.h"
#include "ui/outlinesplitter.h"
#include "ui/panefocus.h"
#include "ui/panestate.h"
#include "ui/shrinkingarea.h"
#include "ui/sidebyside.h"
#include "ui/threadpage.h"
#include "ui/versionspage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// In a lower view the header would leave less room for the message than it takes.
constexpr int LinesForWholeHeader = 22;

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_state(new PaneState)
    , m_tabs(new QTabWidget)
    , m_header(new MessageHeader)
    , m_messageText(makeText(u"messageText"_s, tr("Message text")))
    , m_diffText(makeText(u"messageDiff"_s, tr("Diff")))
    , m_rawText(makeText(u"messageRaw"_s, tr("Raw message")))
    , m_diffStack(new QStackedWidget)
    , m_sides(new SideBySide(makeText(u"messageDiffOld"_s, tr("Diff, before the change")),
                             makeText(u"messageDiffNew"_s, tr("Diff, after the change"))))
    , m_thread(new ThreadPage(makeText(u"threadText"_s, tr("Messages of the conversation"))))
    , m_versions(new VersionsPage(makeText(u"versionsText"_s, tr("Differences between two versions"))))
    , m_files(new DiffOutline)
    , m_findBar(new MessageFindBar)
    , m_findTimer(new QTimer(this))
{
    setObjectName(u"messageView"_s);
    setAccessibleName(tr("Message viewer"));
    m_tabs->setObjectName(u"messageTabs"_s);
    m_tabs->setAccessibleName(tr("Views of the message"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeMessagePage(), tr("Message"));
    m_tabs->addTab(makeDiffPage(), tr("Diff"));
    m_tabs->addTab(m_thread, tr("Thread"));
    m_tabs->addTab(m_versions, tr("Versions"));
    m_tabs->addTab(m_rawText, tr("Raw"));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_findBar);
    m_findBar->hide();
    m_state->setContent(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_state);

    connect(m_state, &PaneState::actionTriggered, this, &MessageView::retryRequested);
    connect(m_header, &MessageHeader::messageIdActivated, this, &MessageView::messageIdActivated);
    connect(m_header, &MessageHeader::noteRequested, this, &MessageView::noteRequested);
    connect(m_header, &MessageHeader::conversationRequested, this, [this] { setCurrentTab(Tab::Thread); });
    m_findTimer->setInterval(0);
    connect(m_findTimer, &QTimer::timeout, this,
            [this] { isFinding() ? continueFind() : continueMarking(); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        // A page that comes up gives the focus to its outline; who read on in the text reads on.
        const QWidget *page = m_tabs->currentWidget();
        const QWidget *focused = QApplication::focusWidget();
        prepareTab();
        if (focused && (page == focused || page->isAncestorOf(focused)) && page->isAncestorOf(currentText()))
            currentText()->setFocus();
        m_findWish = -1;
        restartFind();
        updateActions();
        emit placeChanged({});
    });
    connect(m_thread, &ThreadPage::documentChanged, this, [this] {
        if (currentTab() == Tab::Thread) {
            m_findWish = -1;
            restartFind();
            updateActions();
        }
    });
    connect(m_versions, &VersionsPage::documentChanged, this, [this] {
        if (currentTab() == Tab::Versions) {
            m_findWish = -1;
            restartFind();
        }
        updateActions();
    });
    connect(m_versions, &VersionsPage::placeChanged, this, &MessageView::placeChanged);
    connect(m_findBar, &MessageFindBar::queryChanged, this, [this] {
        m_findWish = selectionStart();
        restartFind();
    });
    connect(m_findBar, &MessageFindBar::nextRequested, this, [this] { stepFind(1); });
    connect(m_findBar, &MessageFindBar::previousRequested, this, [this] { stepFind(-1); });
    connect(m_findBar, &MessageFindBar::closed, this, &MessageView::endFind);
    makeActions();
    styleFiles();
    clear();
}

MessageView::~MessageView() = default;

MessageText *MessageView::makeText(const QString &name, const QString &accessibleName)
{
    auto *text = new MessageText;
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    connect(text, &MessageText::linkHovered, this, &MessageView::placeChanged);
    connect(text, &MessageText::linkActivated, this, &MessageView::activateLink);
    connect(text, &MessageText::fileActivated, this, [this, text](int file) { goToFile(text, file); });
    if (text->objectName() == "messageText"_L1) {
        connect(text, &MessageText::foldActivated, this,
                [this](int fold) { changeQuotes([fold](FoldedQuotes &quotes) { quotes.toggle(fold); }); });
    }
    connect(text, &MessageText::patchActivated, this, [this](int patch) {
        if (patch < m_seriesDiff.messageIds.size())
            emit messageIdActivated(m_seriesDiff.messageIds[patch]);
    });
    connect(text, &MessageText::rawRequested, this, [this] { setCurrentTab(Tab::Raw); });
    connect(text, &MessageText::menuRequested, this, &MessageView::showMenu);
    return text;
}

QWidget *MessageView::makeMessagePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ShrinkingArea(m_header));
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setObjectName(u"messageHairline"_s);
    line->setFrameShadow(QFrame::Plain);
    column->addWidget(line);
    column->addWidget(m_messageText, 1);
    m_messageText->setMinimumHeight(4 * fontMetrics().lineSpacing());
    return page;
}

QWidget *MessageView::makeDiffPage()
{
    m_files->setObjectName(u"messageFiles"_s);
    connect(m_files, &DiffOutline::fileChosen, this, [this](int file, bool read) {
        goToFile(shownDiff(), file);
        if (read)
            shownDiff()->setFocus();
    });
    connect(m_files, &DiffOutline::foldRequested, this,
            [this](int file, bool fold) { shownDiff()->setFolded(file, fold); });
    for (const MessageText *text : {m_diffText, m_sides->text(DiffSides::Old), m_sides->text(DiffSides::New)})
        connect(text, &MessageText::foldsChanged, this, &MessageView::showFolds);
    m_diffStack->addWidget(m_diffText);
    m_diffStack->addWidget(m_sides);
    m_diffSplitter = new OutlineSplitter(m_files, m_diffStack);
    m_diffSplitter->setObjectName(u"messageDiffSplitter"_s);
    return m_diffSplitter;
}

void MessageView::setMessage(std::shared_ptr<const patch::ReadMessage> message, const QString &place)
{
    if (!message) {
        clear();
        return;
    }
    letGo();
    m_message = std::move(message);
    m_place = place;
    m_header->setMessage(*m_message, place);
    m_stale = {m_messageText, m_diffText, m_rawText};
    m_findWish = -1;
    prepareTab();
    m_state->showContent();
    if (hasFocus())
        currentText()->setFocus();
    restartFind();
    updateActions();
}

void MessageView::focusText()
{
    // One who goes on to the next message is at the text already; from elsewhere it is marked where one is.
    if (currentTab() == Tab::Versions)
        moveFocusToPane({m_versions}, true);
    else if (m_message)
        currentText()->setFocus(Qt::ShortcutFocusReason);
}

void MessageView::setPlace(const catalog::CatalogPtr &catalog, base::MessageIndex message)
{
    m_header->setPlaceInThread(catalog, message);
    m_thread->setMessage(catalog, message);
    m_versions->setMessage(catalog, message);
    setPlaceInSeries(catalog, message);
    updateActions();
    emit placeChanged({});
}

void MessageView::setHiddenInTree(bool hidden)
{
    m_header->setHiddenInTree(hidden);
    m_isHiddenInTree = hidden;
    fitCorner();
}

void MessageView::setNote(const QString &note)
{
    m_header->setNote(note);
}

void MessageView::setMarker(SearchMarker marker)
{
    if (!marker && !m_marker)
        return;
    m_marker = std::move(marker);
    m_header->setMarker(m_marker);
    if (!isFinding())
        restartFind();
}

void MessageView::clear()
{
    letGo();
    const auto empty = std::make_shared<MessageDocument>();
    for (MessageText *text : {m_messageText, m_diffText, m_rawText})
        text->setDocument(empty);
    m_quotes.reset();
    m_sides->show(DiffSides(empty));
    m_nextSides.reset();
    m_sidesStale = false;
    m_stale.clear();
    m_files->clear();
    if (!m_series.isValid())
        stopAsking();
    m_state->showMessage(tr("No message selected"), tr("Select one in the tree to read it here."));
    restartFind();
    updateActions();
}

void MessageView::showLoading()
{
    // What is hidden loses the focus; this keeps it here for whoever reads on.
    if (isAncestorOf(QApplication::focusWidget()))
        setFocus();
    clear();
    m_state->showLoading(tr("Reading the message"), 0, 0);
}

void MessageView::showError(const base::Error &error)
{
    clear();
    // What is not there does not come by asking again.
    m_state->showError(error, error.code == base::ErrorCode::NoSuchMessage ? QString() : tr("Try Again"));
}

MessageView::Tab MessageView::currentTab() const
{
    return Tab(m_tabs->currentIndex());
}

void MessageView::setCurrentTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

MessageText *MessageView::currentText() const
{
    switch (currentTab()) {
    case Tab::Message:
        break;
    case Tab::Versions:
        if (m_versions->isComparing())
            return m_versions->comparisonPane()->text();
        break;
    case Tab::Diff:
        return shownDiff();
    case Tab::Thread:
        return m_thread->text();
    case Tab::Raw:
        return m_rawText;
    }
    return m_messageText;
}

void MessageView::fillFiles()
{
    const auto &files = shownDiff()->document().files();
    showFolds();
    m_files->setFiles(files);
    m_diffSplitter->setRows(int(files.size()), files.size() > 1); // one is named by its heading
}

void MessageView::showFolds()
{
    m_files->showFolds([this](int file) { return shownDiff()->isFolded(file); });
}

void MessageView::goToFile(MessageText *text, int file)
{
    const auto &files = text->document().files();
    if (file < 0 || file >= files.size())
        return;
    text->setFolded(file, false);
    text->goToLine(files[file].line);
    emit placeChanged(files[file].path);
}

void MessageView::stepFile(int direction)
{
    MessageText *text = currentText();
    const auto &files = text->document().files();
    const qsizetype line = text->currentLine();
    int target = -1;
    for (int i = 0; i < files.size(); ++i) {
        if (direction > 0 && files[i].line > line) {
            target = i;
            break;
        }
        if (direction < 0 && files[i].line < line)
            target = i;
    }
    if (target >= 0)
        goToFile(text, target);
    else
        emit placeChanged(direction > 0 ? tr("No file follows") : tr("No file before this one"));
}

void MessageView::stepHunk(int direction)
{
    MessageText *text = currentText();
    const auto &hunks = text->document().hunks();
    const auto line = qint32(text->currentLine());
    const auto next = direction > 0 ? std::upper_bound(hunks.begin(), hunks.end(), line)
                                    : std::lower_bound(hunks.begin(), hunks.end(), line);
    if (direction > 0 ? next == hunks.end() : next == hunks.begin()) {
        emit placeChanged(direction > 0 ? tr("No hunk follows") : tr("No hunk before this one"));
        return;
    }
    text->goToLine(direction > 0 ? *next : *(next - 1));
}

void MessageView::setZoom(int points)
{
    const int zoom = std::clamp(points, -4, 16);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    m_thread->text()->setZoom(zoom);
    m_versions->comparisonPane()->text()->setZoom(zoom);
    for (MessageText *text : texts())
        text->setZoom(zoom);
    emit zoomChanged(zoom);
}

void MessageView::activateLink(const MessageLink &link, const QPoint &globalPosition)
{
    if (!link.messageId.isEmpty()) {
        emit messageIdActivated(link.messageId);
        return;
    }
    // A link out of a mail is followed by nobody who has not read where it leads.
    QMenu menu(this);
    menu.setObjectName(u"messageLinkMenu"_s);
    const QString shown = link.shownUrl();
    QString label = shown.size() > 120 ? shown.left(90) + u" … "_s + shown.right(25) : shown;
    menu.addAction(label.replace(u'&', "&&"_L1))->setEnabled(false);
    menu.addSeparator();
    const QAction *open = menu.addAction(tr("Open in the Browser"));
    const QAction *copy = menu.addAction(tr("Copy Link"));
    const QAction *chosen = menu.exec(globalPosition);
    if (chosen == open)
        QDesktopServices::openUrl(QUrl(link.url, QUrl::StrictMode));
    else if (chosen == copy)
        copyText(link.url, tr("Link copied"));
}

void MessageView::copyText(const QString &text, const QString &what)
{
    QApplication::clipboard()->setText(text);
    emit statusMessage(what);
}

void MessageView::showMenu(const QPoint &globalPosition, const MessageLink &link)
{
    QMenu menu(this);
    menu.setObjectName(u"messageMenu"_s);
    MessageText *text = currentText();
    QAction *copy = menu.addAction(tr("Copy"), text, &MessageText::copy);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(text->hasSelection());
    menu.addAction(tr("Select All"), text, &MessageText::selectAll)->setShortcut(QKeySequence::SelectAll);
    if (!link.isNull()) {
        menu.addSeparator();
        if (!link.messageId.isEmpty()) {
            menu.addAction(tr("Go to the Linked Message"), this,
                           [&] { emit messageIdActivated(link.messageId); });
            menu.addAction(tr("Copy the Linked Message-ID"), this,
                           [&] { copyText(QString::fromUtf8(link.messageId), tr("Message-ID copied")); });
        }
        if (!link.url.isEmpty())
            menu.addAction(tr("Copy Link"), this, [&] { copyText(link.url, tr("Link copied")); });
    }
    menu.addSeparator();
    for (QAction *action : std::as_const(m_actions)) {
        if (action && m_thread->threadActions().contains(action) && currentTab() != Tab::Thread)
            continue;
        if (action && m_versions->comparisonPane()->paneActions().contains(action) && !action->isEnabled())
            continue;
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
    menu.exec(globalPosition);
}

void MessageView::openFind()
{
    if (!m_message)
        return;
    const QString selected = currentText()->selectedText();
    m_findWish = selectionStart();
    // What is put away would not be found.
    if (currentTab() == Tab::Message && m_quotes && m_quotes->hidesAnything())
        changeQuotes([](FoldedQuotes &quotes) { quotes.openAll(); });
    m_findBar->open(selected.contains(u'\n') || selected.size() > 200 ? QString() : selected);
    restartFind();
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_header->setCompact(height() < LinesForWholeHeader * fontMetrics().lineSpacing());
    fitCorner();
}

void MessageView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        styleFiles();
}

void MessageView::styleFiles()
{
    if (auto *line = findChild<QFrame *>(u"messageHairline"_s)) {
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, Theme::of(palette()).hairline);
        line->setPalette(colors);
    }
}

} // namespace loredesk::ui
