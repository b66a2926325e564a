// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "models/base/hostiletext.h"
#include "models/items/chartroles.h"
#include "models/items/roles.h"
#include "models/items/seriesfiltermodel.h"
#include "ui/banner.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/docktitles.h"
#include "ui/dropoverlay.h"
#include "ui/focusring.h"
#include "ui/markactions.h"
#include "ui/menukeys.h"
#include "ui/messageview.h"
#include "ui/panesplitter.h"
#include "ui/panestate.h"
#include "ui/problempanel.h"
#include "ui/rangechooser.h"
#include "ui/readabledate.h"
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
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock}) {
        dock->disconnect(this);
        dock->toggleViewAction()->disconnect(this);
    }
}

void MainWindow::connectPanes()
{
    connect(m_filter, &FilterBar::textChanged, this, &MainWindow::searchChanged);
    connect(m_filter, &FilterBar::textChanged, m_side, &SidePane::setSearch);
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
    connect(m_message->threadPage(), &ThreadPage::messageRequested, this, &MainWindow::showMessage);
    connect(m_message->versionsPage(), &VersionsPage::messageRequested, this, &MainWindow::showMessage);
    connect(m_message, &MessageView::statusMessage, m_status,
            [this](const QString &text) { m_status->showMessage(text, 6000); });
    connect(m_problems, &ProblemPanel::messageIdActivated, this, &MainWindow::activateMessageId);
    connect(m_charts, &ChartsPanel::contributorsSelected, this, &MainWindow::setKeys);
    connect(m_charts, &ChartsPanel::domainsSelected, this, &MainWindow::setKeys);
    connect(m_charts, &ChartsPanel::figuresSelected, this, &MainWindow::setFigures);
    connect(m_charts, &ChartsPanel::raiseRequested, this, [this] { raiseDock(m_chartsDock); });
    connect(m_charts, &ChartsPanel::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_digest, &DigestPanel::problemsRequested, this, [this] { raiseDock(m_problemsDock); });
    connect(m_status, &StatusStrip::cancelRequested, this, &MainWindow::cancelRequested);
    connect(m_status, &StatusStrip::backgroundCancelRequested, this, &MainWindow::backgroundCancelRequested);
    connect(m_status, &StatusStrip::problemsRequested, this, [this] { raiseDock(m_problemsDock); });
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
        updateTreePane();
        updateSummary();
        updateActions();
    });
    updateTreePane();
}

void MainWindow::setCatalog(const catalog::CatalogPtr &catalog)
{
    const bool isFirst = !m_catalog && catalog;
    m_catalog = catalog;
    m_countTexts.clear();
    m_requested = {};
    m_message->setPlace(catalog, {});
    m_rangeCount = -1;
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
    if (catalog) {
        m_digest->setDates(catalog->firstDate(), catalog->lastDate());
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
    m_filter->setEnabled(catalog != nullptr);
    updateTreePane();
    // While there was no tree the focus was wherever Qt found a place for it. Whoever writes goes on writing.
    if (isFirst && !qobject_cast<QLineEdit *>(focusWidget()))
        m_tree->setFocus(Qt::OtherFocusReason);
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
    updateTreePane();
    updateSummary();
    updateActions();
}

void MainWindow::setSearchCount(std::optional<qsizetype> found, qsizetype unindexed)
{
    m_searchCount = found;
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

void MainWindow::setRangeCount(int messages)
{
    m_rangeCount = messages;
    updateSummary();
}

void MainWindow::showProgress(const QString &phase, qint64 done, qint64 total)
{
    m_loading = true;
    m_status->showProgress(phase, done, total);
    if (!m_catalog) {
        m_treeState = TreeState::Loading;
        m_treePane->showLoading(phase, done, total, tr("Cancel"));
    }
    updateActions();
}

void MainWindow::endProgress()
{
    m_loading = false;
    m_status->hideProgress();
    updateTreePane();
    updateActions();
}

void MainWindow::showOpenError(const base::Error &error)
{
    m_banner->showError(error, tr("Try Again"), tr("Open Other…"));
}

void MainWindow::showError(const base::Error &error)
{
    m_banner->showError(error);
}

void MainWindow::showNotice(const QString &text)
{
    m_status->showMessage(text, 6000);
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
    if (m_models.series)
        m_message->threadPage()->setSeenUntil(m_models.series->seenUntil());
    m_message->setPlace(m_catalog, message);
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
        showMessage(message);
    else
        showNotice(tr("<%1> is not in this archive").arg(base::visibleLine(QString::fromUtf8(messageId))));
}

void MainWindow::setKeys(const QStringList &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    QStringList addresses;
    QStringList domains;
    for (const QString &key : keys)
        (key.contains(u'@') ? addresses : domains) << key;
    m_charts->setSelectedContributors(addresses);
    m_charts->setSelectedDomains(domains);
    updateChip();
    emit filterKeysChanged(keys);
}

void MainWindow::setFigures(const QStringList &keys)
{
    if (keys == m_figures)
        return;
    m_figures = keys;
    m_charts->setSelectedFigures(keys);
    updateChip();
    emit filterFiguresChanged(keys);
}

QString MainWindow::labelOfKey(const QString &key) const
{
    if (const QString owner = items::ownerOfKey(key); !owner.isNull())
        return base::visibleLine(owner);
    const QAbstractItemModel *model = m_models.charts.contributors;
    const int rows = model ? model->rowCount() : 0;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(items::KeyRole).toString() == key)
            return index.data().toString();
    }
    return key;
}

QString MainWindow::labelOfFigure(const QString &key) const
{
    for (const QAbstractItemModel *model :
         {m_models.charts.series, m_models.charts.latency, m_models.charts.latencyMonths}) {
        const QModelIndexList found = model && model->rowCount() > 0
                                          ? model->match(model->index(0, 0), items::KeyRole, key, 1,
                                                         Qt::MatchExactly | Qt::MatchCaseSensitive)
                                          : QModelIndexList();
        if (!found.isEmpty())
            return found.first().data(items::ChipRole).toString();
    }
    return key;
}

void MainWindow::updateChip()
{
    QStringList parts;
    if (m_keys.size() == 1)
        parts << labelOfKey(m_keys.first());
    else if (!m_keys.isEmpty())
        parts << tr("%1 and %n more", nullptr, int(m_keys.size()) - 1).arg(labelOfKey(m_keys.first()));
    QStringList figures;
    for (const QString &key : std::as_const(m_figures))
        figures << labelOfFigure(key);
    if (!figures.isEmpty())
        parts << figures.join(tr(" or "));
    m_filter->setChip(parts.join(u" · "_s), (m_keys + figures).join(u", "_s));
}

QStringList MainWindow::countTexts()
{
    // Counted once an archive: what is shown changes with every letter that is typed, this does not.
    if (!m_countTexts.isEmpty())
        return m_countTexts;
    // Copies of one message share a node; charts and digests count them once, so this does.
    const auto &nodes = m_catalog->threads().nodes;
    const auto messages = qsizetype(
        std::count_if(nodes.begin(), nodes.end(), [](const auto &node) { return node.message.isValid(); }));
    m_copies = qsizetype(m_catalog->messages().size()) - messages;
    const auto series = qsizetype(m_catalog->series().size());
    m_countTexts << (messages == 1 ? tr("1 message") : tr("%Ln messages", nullptr, int(messages)))
                 << (series == 1 ? tr("1 series") : tr("%Ln series", nullptr, int(series)));
    return m_countTexts;
}

QString MainWindow::searchText() const
{
    QString text =
        *m_searchCount == 1 ? tr("1 message found") : tr("%Ln messages found", nullptr, int(*m_searchCount));
    if (m_unindexed > 0 && m_catalog) {
        const auto all = qsizetype(m_catalog->messages().size());
        text +=
            u" · "_s +
            tr("%1 % of the text is not indexed yet").arg(std::max<qsizetype>(1, m_unindexed * 100 / all));
    }
    return text;
}

void MainWindow::updateSummary()
{
    if (!m_catalog) {
        m_status->setSummary({});
        return;
    }
    QStringList parts = countTexts();
    const catalog::DateSpan span = m_range->span();
    if (span != catalog::DateSpan{}) {
        const QString days = readableSpan(span, QDateTime::currentDateTime());
        parts << (m_rangeCount < 0 ? tr("range %1").arg(days)
                                   : tr("range %1 (%L2)").arg(days).arg(m_rangeCount));
    }
    if (m_searchCount)
        parts << searchText();
    if (m_models.series && m_models.series->visibleRows() != m_models.series->totalRows())
        parts << tr("%L1 of %Ln rows shown", nullptr, m_models.series->totalRows())
                     .arg(m_models.series->visibleRows());
    const catalog::ArchiveInfo &info = m_catalog->info();
    QStringList tip{info.path, info.summary, info.note};
    if (m_copies > 0)
        tip << (m_copies == 1 ? tr("1 copy of a message is not counted twice")
                              : tr("%Ln copies of messages are not counted twice", nullptr, int(m_copies)));
    tip << tr("Every version of a series counts. In the tree all versions of one are a row, and so is a thread.");
    tip.removeAll(QString());
    m_status->setSummary(parts.join(u" · "_s), base::visibleText(tip.join(u'\n')));
}

void MainWindow::updateTreePane()
{
    // Nothing can be read while nothing is open; what says how to open something gets the room.
    if (m_message->isHidden() == (m_catalog != nullptr)) {
        m_message->setVisible(m_catalog != nullptr);
        m_splitter->share();
    }
    if (!m_catalog) {
        if (m_loading)
            return;
        m_treeState = TreeState::NoArchive;
        m_treePane->showPage();
    } else if (m_catalog->messages().empty()) {
        m_treeState = TreeState::Empty;
        m_treePane->showMessage(tr("There are no messages in this archive"),
                                base::visibleLine(m_catalog->info().note), tr("Open Other…"));
    } else if (m_models.series && m_models.series->rowCount() == 0 && m_models.series->totalRows() > 0) {
        m_treeState = TreeState::NothingFound;
        const bool isOnlyView = !m_filter->isFiltering() && m_side->currentView() != items::ViewKind::All;
        m_treePane->showMessage(isOnlyView ? tr("Nothing in the view “%1”").arg(m_side->currentViewName())
                                : m_filter->isFiltering() ? tr("Nothing matches the filter")
                                                          : tr("Nothing in this range"),
                                m_filter->isFiltering() ? (m_searchCount ? searchText() : QString())
                                : m_range->span() == catalog::DateSpan()
                                    ? QString()
                                    : readableSpan(m_range->span(), QDateTime::currentDateTime()),
                                isOnlyView                ? tr("Show All Series")
                                : m_filter->isFiltering() ? tr("Clear the Filter")
                                                          : tr("Show Everything"));
    } else {
        m_treeState = TreeState::Content;
        m_treePane->showContent();
    }
}

void MainWindow::treePaneAction()
{
    switch (m_treeState) {
    case TreeState::NoArchive: // the page has its own buttons
        break;
    case TreeState::Empty:
        chooseFiles();
        break;
    case TreeState::Loading:
        emit cancelRequested();
        break;
    case TreeState::NothingFound:
        if (m_filter->isFiltering())
            m_filter->clear();
        else if (m_side->currentView() != items::ViewKind::All)
            m_side->chooseAll();
        else
            m_range->setChoice({});
        break;
    case TreeState::Content:
        break;
    }
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
        m_tree->setFocus(Qt::ShortcutFocusReason);
    else
        QMainWindow::keyPressEvent(event);
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
