// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "models/base/hostiletext.h"
#include "models/items/seriesfiltermodel.h"
#include "ui/banner.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/docktitles.h"
#include "ui/dropoverlay.h"
#include "ui/focusring.h"
#include "ui/markactions.h"
#include "ui/menukeys.h"
#include "ui/messagehistory.h"
#include "ui/messageview.h"
#include "ui/paneldocks.h"
#include "ui/panesplitter.h"
#include "ui/panestate.h"
#include "ui/problempanel.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesactions.h"
#include "ui/seriesview.h"
#include "ui/sidepane.h"
#include "ui/statusstrip.h"
#include "ui/textreport.h"
#include "ui/theme.h"
#include "ui/threadpage.h"
#include "ui/timebrush.h"
#include "ui/versionspage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_range(new RangeChooser)
    , m_brush(new TimeBrush)
    , m_filter(new FilterBar)
    , m_side(new SidePane)
    , m_tree(new SeriesView)
    , m_treePane(new PaneState)
    , m_message(new MessageView)
    , m_charts(new ChartsPanel)
    , m_digest(new DigestPanel)
    , m_problems(new ProblemPanel)
    , m_status(new StatusStrip)
    , m_banner(new Banner)
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setStatusBar(m_status);
    new FocusRing(this);
    new MenuKeys(this);
    m_seriesActions = new SeriesActions(*m_tree, *m_message, this);
    m_markActions = new MarkActions(*m_tree, this);
    m_history = new MessageHistory(this);
    makeCentre();
    makeDocks();
    makeTimeBar();
    makeActions();
    m_overlay = new DropOverlay(this);
    connectPanes();
    // A line edit takes a dropped file for text; here a file is something to open, wherever it falls.
    const QList<QLineEdit *> fields = findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        field->setAcceptDrops(false);
    setCatalog({});
    arrange();
    m_tree->setFocus();
}

MainWindow::~MainWindow()
{
    // QWidget's destructor hides the docks, which would report to a window that is no more.
    delete m_dockTitles;
    delete m_panelDocks;
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock}) {
        dock->disconnect(this);
        dock->toggleViewAction()->disconnect(this);
    }
}

void MainWindow::connectPanes()
{
    connect(m_filter, &FilterBar::textChanged, this, &MainWindow::searchChanged);
    connect(m_filter, &FilterBar::textChanged, m_side, &SidePane::setSearch);
    // How many messages are found stands where the place does.
    connect(m_filter, &FilterBar::textChanged, m_status, [this] { m_status->showPlace({}); });
    connect(m_side, &SidePane::editRequested, this, [this](const QString &query) {
        m_filter->setText(query);
        m_filter->focusField();
    });
    connect(m_filter, &FilterBar::committed, this, &MainWindow::searchCommitted);
    connect(m_filter->field(), &SearchField::recentCleared, this, &MainWindow::recentSearchesCleared);
    connect(m_filter, &FilterBar::togglesChanged, this, &MainWindow::filterTogglesChanged);
    connect(m_filter, &FilterBar::chipRemoved, this, [this] {
        setKeys({});
        setFigures({});
    });
    connect(m_filter, &FilterBar::leaveRequested, this, [this] {
        if (!m_treePane->isShowingContent())
            return; // there is nothing to go to
        m_tree->setFocus(Qt::OtherFocusReason);
        if (m_models.series && m_models.series->isSearching())
            stepFound(true);
        else if (!m_tree->currentIndex().isValid())
            m_tree->selectFirst();
    });
    connect(m_tree, &SeriesView::messageSelected, this, &MainWindow::messageSelected);
    connect(m_tree, &SeriesView::readingWanted, m_message, &MessageView::focusText);
    connect(m_tree, &SeriesView::missingSelected, this, &MainWindow::missingSelected);
    connect(m_tree, &SeriesView::authorRequested, this,
            [this](const QString &address) { setKeys({address}); });
    connect(m_seriesActions, &SeriesActions::statusMessage, this, &MainWindow::showNotice);
    connect(m_treePane, &PaneState::actionTriggered, this, &MainWindow::treePaneAction);
    connect(m_message, &MessageView::messageIdActivated, this, &MainWindow::activateMessageId);
    connect(m_message, &MessageView::retryRequested, this, [this] { emit messageRequested(m_requested); });
    connect(m_message->threadPage(), &ThreadPage::messageRequested, this, &MainWindow::showMessage);
    connect(m_message->versionsPage(), &VersionsPage::messageRequested, this, &MainWindow::jumpTo);
    connect(m_history, &MessageHistory::requested, this, [this](const QByteArray &messageId) {
        showMessage(m_catalog ? m_catalog->find(messageId) : base::MessageIndex());
    });
    connect(m_message, &MessageView::noteRequested, this, [this] { m_markActions->writeNote(m_requested); });
    connect(m_message, &MessageView::statusMessage, m_status, &StatusStrip::showNotice);
    connect(m_message, &MessageView::placeChanged, m_status, &StatusStrip::showPlace);
    connect(m_problems, &ProblemPanel::messageIdActivated, this, &MainWindow::activateMessageId);
    connect(m_problems, &ProblemPanel::messageActivated, this, &MainWindow::jumpTo);
    connect(m_charts, &ChartsPanel::contributorsSelected, this, &MainWindow::setKeys);
    connect(m_charts, &ChartsPanel::domainsSelected, this, &MainWindow::setKeys);
    connect(m_charts, &ChartsPanel::figuresSelected, this, &MainWindow::setFigures);
    connect(m_charts, &ChartsPanel::raiseRequested, this, [this] { PanelDocks::bringToFront(m_chartsDock); });
    connect(m_charts, &ChartsPanel::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_digest, &DigestPanel::problemsRequested, this,
            [this] { PanelDocks::bringToFront(m_problemsDock); });
    connect(m_status, &StatusStrip::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_status, &StatusStrip::backgroundCancelRequested, this, &MainWindow::backgroundCancelRequested);
    connect(m_status, &StatusStrip::problemsRequested, this,
            [this] { PanelDocks::bringToFront(m_problemsDock); });
    connect(m_banner, &Banner::firstTriggered, this, &MainWindow::retryRequested);
    connect(m_banner, &Banner::secondTriggered, this, &MainWindow::chooseFiles);
}

void MainWindow::setModels(const WindowModels &models)
{
    m_models = models;
    m_tree->setSeries(models.series);
    m_problems->setModel(models.problems);
    m_charts->setModels(models.charts);
    connect(models.series, &items::SeriesFilterModel::visibleRowsChanged, this, [this] {
        if (isExchanging()) // the catalog follows, and all of it then
            return;
        m_tree->returnTo(m_requested);
        updateHidden();
        updateTreePane();
        updateSummary();
        updateActions();
    });
    connect(models.series, &items::SeriesFilterModel::viewCountsChanged, this, &MainWindow::updateNote);
    updateTreePane();
}

void MainWindow::setCatalog(const catalog::CatalogPtr &catalog)
{
    const bool isFirst = !m_catalog && catalog;
    m_catalog = catalog;
    m_countTexts.clear();
    m_requested = {};
    m_message->setPlace(catalog, {});
    m_message->setHiddenInTree(false);
    m_message->setNote({});
    m_history->clear();
    m_rangeCount = -1;
    m_foundInRange = -1;
    m_beforePick.reset();
    m_charts->setPickedRange({});
    const QString name = catalog ? base::visibleLine(catalog->info().name) : QString();
    setWindowTitle(catalog ? tr("%1 — Loredesk").arg(name) : u"Loredesk"_s);
    setWindowFilePath({});
    m_status->setProblemCount(catalog ? catalog->problems().size() : 0);
    m_digest->clear();
    m_digest->setHasArchive(catalog != nullptr);
    m_charts->setHasArchive(catalog != nullptr);
    m_digest->setListName(name);
    m_charts->setListName(name);
    if (catalog) {
        m_digest->setDates(catalog->firstDate(), catalog->lastDate());
        // That another archive could not be opened is still true where this one is shown in its place.
        if (m_banner->subject() == Banner::Subject::Other)
            m_banner->hide();
    }
    // May announce another range: what was counted back from the last archive's end is counted from this
    // one's.
    m_range->setArchiveDates(catalog ? catalog->firstDate() : 0, catalog ? catalog->lastDate() : 0);
    m_range->setEnabled(catalog != nullptr);
    if (catalog)
        m_brush->showLoading();
    else
        m_brush->showNothing();
    m_charts->setReading(false);
    m_digest->setReading(false);
    m_filter->setEnabled(catalog != nullptr);
    updateTreePane();
    // While there was no tree the focus was wherever Qt found a place for it. Whoever writes goes on writing.
    if (isFirst && !qobject_cast<QLineEdit *>(focusWidget()))
        m_tree->setFocus(Qt::OtherFocusReason);
    if (isFirst && m_loading)
        endProgress();
    updateSummary();
    updateActions();
}

void MainWindow::refreshCatalog(const catalog::CatalogPtr &catalog, base::MessageIndex requested)
{
    m_catalog = catalog;
    m_countTexts.clear();
    m_requested = requested;
    m_message->setPlace(catalog, requested);
    m_status->setProblemCount(catalog->problems().size());
    m_digest->setDates(catalog->firstDate(), catalog->lastDate());
    m_range->setArchiveDates(catalog->firstDate(), catalog->lastDate());
    updateHidden();
    updateNote();
    updateTreePane();
    updateSummary();
    updateActions();
}

void MainWindow::setSearchCount(std::optional<qsizetype> found, qsizetype unindexed)
{
    m_searchCount = found;
    m_foundInRange = -1;
    m_unindexed = unindexed;
    updateTreePane();
    updateSummary();
    updateActions();
}

void MainWindow::setWatching(bool on)
{
    const QSignalBlocker quiet(m_watch);
    m_watch->setChecked(on);
}

void MainWindow::setReopening(bool on)
{
    const QSignalBlocker quiet(m_reopen);
    m_reopen->setChecked(on);
}

void MainWindow::stepFound(bool forward)
{
    if (!m_models.series)
        return;
    const base::MessageIndex current = m_tree->currentMessage();
    const base::MessageIndex next = m_models.series->nextFound(current, forward);
    if (next.isValid())
        m_tree->showMessage(next);
}

void MainWindow::setRangeCount(int messages, int found)
{
    m_rangeCount = messages;
    m_foundInRange = found;
    updateTreePane();
    updateSummary();
}

void MainWindow::showProgress(const QString &phase, qint64 done, qint64 total)
{
    m_loading = true;
    m_status->showProgress(phase, done, total);
    if (!m_catalog) {
        m_treeState = TreeState::Loading;
        m_treePane->showLoading(phase, done, total, tr("Cancel"));
        showReading(true);
    }
    updateActions();
}

void MainWindow::endProgress()
{
    m_loading = false;
    m_status->hideProgress();
    if (!m_catalog)
        showReading(false);
    updateTreePane();
    updateActions();
}

void MainWindow::showOpenError(const base::Error &error)
{
    m_banner->showError(error, Banner::Subject::Opening, tr("Try Again"), tr("Open Other…"));
}

void MainWindow::endOpenError()
{
    if (m_banner->subject() == Banner::Subject::Opening)
        m_banner->hide();
}

void MainWindow::showError(const base::Error &error)
{
    m_banner->showError(error);
}

void MainWindow::showNotice(const QString &text)
{
    m_status->showNotice(text);
}

void MainWindow::showQuietNotice(const QString &text, const QString &detail)
{
    m_banner->showNotice(text, detail);
}

void MainWindow::showReport(const QString &sentence, const QString &detail, const QString &text)
{
    m_banner->showNotice(sentence, detail, tr("&Details…"), [this, sentence, text] {
        showTextReport(this, tr("What Was Written"), sentence, text);
    });
}

void MainWindow::showMessage(base::MessageIndex message)
{
    if (!message.isValid())
        return;
    if (!m_tree->showMessage(message))
        messageSelected(message);
}

void MainWindow::jumpTo(base::MessageIndex message)
{
    if (!m_catalog || !message.isValid())
        return;
    if (m_requested.isValid())
        m_history->jump(m_catalog->message(m_requested).messageId, m_catalog->message(message).messageId);
    // The link may be gone with the message that it was in; who follows one wants to read where it leads.
    const QWidget *focus = QApplication::focusWidget();
    const bool isReading = focus && m_message->isAncestorOf(focus) && m_message->isVisible();
    showMessage(message);
    if (isReading && !m_message->versionsPage()->isAncestorOf(focus))
        m_message->focusText();
}

bool MainWindow::isExchanging() const
{
    return m_models.series && m_models.series->catalog() != m_catalog;
}

void MainWindow::messageSelected(base::MessageIndex message)
{
    // A row of a catalog that is still to come says nothing about the one that is here.
    if (message == m_requested || isExchanging())
        return;
    m_requested = message;
    m_history->setCurrent(m_catalog && message.isValid() ? m_catalog->message(message).messageId
                                                         : QByteArray());
    if (m_models.series)
        m_message->threadPage()->setSeenUntil(m_models.series->seenUntil());
    m_message->setPlace(m_catalog, message);
    updateHidden();
    updateNote();
    emit messageRequested(message);
}

void MainWindow::missingSelected(int patch)
{
    if (isExchanging())
        return;
    m_requested = {};
    m_message->setPlace(m_catalog, {});
    emit messageRequested({});
    m_message->showError(
        {base::ErrorCode::NoSuchMessage,
         tr("Patch %1 is not in this archive").arg(patch),
         {},
         tr("It may never have reached the list, or lie in a part of the archive that is not here")});
}

void MainWindow::activateMessageId(const QByteArray &messageId)
{
    const base::MessageIndex message = m_catalog ? m_catalog->find(messageId) : base::MessageIndex();
    if (message.isValid())
        jumpTo(message);
    else
        showNotice(tr("<%1> is not in this archive").arg(base::visibleLine(QString::fromUtf8(messageId))));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_toolBar)
        fitToolBar();
    // The docks have taken the new style's icons, or will after this.
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(m_dockTitles, &DockTitles::update, Qt::QueuedConnection);
}

QList<QWidget *> MainWindow::panes() const
{
    return {m_filter, m_brush, m_side, m_treePane, m_message, m_chartsDock, m_digestDock, m_problemsDock};
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // What no pane has a use for comes here.
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        focusTree(Qt::ShortcutFocusReason);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::focusTree(Qt::FocusReason reason)
{
    // A tree that is hidden would take the focus when it is shown again, wherever somebody writes by then.
    if (m_treePane->isShowingContent())
        m_tree->setFocus(reason);
    else
        m_treePane->focusAction(reason);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    // Whatever the other side proposes: the files stay where they are.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_overlay->cover(paths.size());
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit openRequested(paths);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_overlay && m_overlay->isVisible())
        m_overlay->setGeometry(rect());
}

} // namespace loredesk::ui
