// SPDX-License-Identifier: GPL-3.0-or-later
// The menus and the toolbar of the main window.
#include "models/items/seriesfiltermodel.h"
#include "ui/aboutbox.h"
#include "ui/archivesection.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/icons.h"
#include "ui/lastfolder.h"
#include "ui/mainwindow.h"
#include "ui/markactions.h"
#include "ui/messagehistory.h"
#include "ui/messageview.h"
#include "ui/panefocus.h"
#include "ui/paneldocks.h"
#include "ui/panesplitter.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/shortcuts.h"
#include "ui/sidepane.h"
#include "ui/threadpage.h"
#include "ui/timebrush.h"
#include "ui/versionspage.h"
#include "ui/viewermenu.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

QString recentLabel(const QStringList &paths)
{
    QString label = QFileInfo(paths.first()).fileName();
    if (paths.size() > 1)
        label = MainWindow::tr("%1 and %n more", nullptr, int(paths.size()) - 1).arg(label);
    return label.replace(u'&', u"&&"_s);
}

/// Shortcuts are remembered by the name of their action.
void named(QAction *action, const QString &name)
{
    action->setObjectName(name);
}

} // namespace

void MainWindow::makeActions()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeSeriesMenu();
    makeGoAndHelpMenus();
    makeToolBar();
    m_shortcuts = new Shortcuts(this);
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    m_open = menu->addAction(actionIcon(u"document-open"_s), tr("&Open…"), QKeySequence::Open, this,
                             &MainWindow::chooseFiles);
    m_open->setObjectName(u"openAction"_s);
    m_open->setToolTip(tr("Open an mbox, or patches in files"));
    m_openFolder = menu->addAction(tr("Open &Folder…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, this,
                                   &MainWindow::chooseFolder);
    m_openFolder->setObjectName(u"openFolderAction"_s);
    m_openFolder->setToolTip(tr("Open a public-inbox, a maildir, or a folder of patches"));
    m_recent = menu->addMenu(tr("Open R&ecent"));
    m_recent->setObjectName(u"recentMenu"_s);
    m_recent->setToolTipsVisible(true);
    named(menu->addAction(tr("Open Sa&mple"), this, &MainWindow::sampleRequested), u"openSampleAction"_s);
    menu->addSeparator();
    m_refresh =
        menu->addAction(actionIcon(u"view-refresh"_s), tr("&Refresh"), this, &MainWindow::refreshRequested);
    m_refresh->setObjectName(u"refreshAction"_s);
    m_refresh->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    m_refresh->setToolTip(tr("Read the archive again (F5)"));
    m_watch = menu->addAction(tr("&Watch for New Mail"));
    m_watch->setObjectName(u"watchAction"_s);
    m_watch->setCheckable(true);
    m_watch->setChecked(true);
    m_watch->setToolTip(tr("Read what is new as soon as it is in the archive"));
    connect(m_watch, &QAction::toggled, this, &MainWindow::watchingChanged);
    m_reopen = menu->addAction(tr("Reopen Archives at the S&tart"));
    m_reopen->setObjectName(u"reopenAction"_s);
    m_reopen->setCheckable(true);
    m_reopen->setChecked(true);
    m_reopen->setToolTip(tr("Open what was open again when Loredesk starts"));
    connect(m_reopen, &QAction::toggled, this, &MainWindow::reopeningChanged);
    m_side->setOpenAction(m_open);
    m_side->archives()->menu()->addSeparator();
    m_side->archives()->menu()->addAction(m_watch);
    m_cancel = menu->addAction(actionIcon(u"process-stop"_s), tr("&Cancel Loading"), Qt::Key_Escape, this,
                               &MainWindow::cancelRequested);
    m_cancel->setObjectName(u"cancelAction"_s);
    m_close = menu->addAction(tr("C&lose Archive"), QKeySequence::Close, this, &MainWindow::closeRequested);
    m_close->setObjectName(u"closeAction"_s);
    menu->addSeparator();
    named(menu->addAction(actionIcon(u"document-save"_s), tr("&Save Digest…"), QKeySequence::Save, this,
                          [this] {
                              PanelDocks::bringToFront(m_digestDock);
                              m_digest->save();
                          }),
          u"saveDigestAction"_s);
    m_message->printAction()->setIcon(actionIcon(u"document-print"_s));
    menu->addAction(m_message->printAction());
    QAction *printDigest =
        menu->addAction(actionIcon(u"document-print"_s), tr("Print D&igest…"), this, [this] {
            PanelDocks::bringToFront(m_digestDock);
            m_digest->print();
        });
    printDigest->setObjectName(u"printDigestAction"_s);
    // The same keys print what one is at: among the numbers the digest, elsewhere the message.
    printDigest->setShortcut(QKeySequence::Print);
    printDigest->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QWidget *place : std::initializer_list<QWidget *>{m_digestDock, m_chartsDock})
        place->addAction(printDigest);
    for (QWidget *place :
         std::initializer_list<QWidget *>{m_filter, m_side, m_treePane, m_brush, m_problemsDock})
        place->addAction(m_message->printAction());
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("&Quit"), Qt::CTRL | Qt::Key_Q, this, &QWidget::close);
    quit->setObjectName(u"quitAction"_s);
    quit->setMenuRole(QAction::QuitRole);
    setRecentArchives({});
}

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    // Where one looks for it.
    menu->addAction(m_markActions->takeBackAction());
    menu->addSeparator();
    for (QAction *action : m_tree->rowActions()) {
        if (action->objectName().startsWith("copy"_L1))
            menu->addAction(action);
    }
    menu->addSeparator();
    named(menu->addAction(actionIcon(u"view-digest"_s), tr("&Build Digest"), Qt::CTRL | Qt::Key_D, this,
                          [this] {
                              PanelDocks::bringToFront(m_digestDock);
                              m_digest->requestDigest();
                          }),
          u"buildDigestAction"_s);
    named(menu->addAction(actionIcon(u"edit-copy"_s), tr("Copy &Digest"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                          this, &MainWindow::digestCopyRequested),
          u"copyDigestAction"_s);
    menu->addSeparator();
    m_focusFilter =
        menu->addAction(actionIcon(u"edit-find"_s), tr("S&earch"), this, [this] { m_filter->focusField(); });
    m_focusFilter->setObjectName(u"focusFilterAction"_s);
    // The viewer has the same keys for its own find; so these hold wherever the focus is but there.
    m_focusFilter->setShortcut(QKeySequence::Find);
    m_focusFilter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QWidget *place : std::initializer_list<QWidget *>{m_side, m_treePane, m_brush, m_chartsDock,
                                                           m_digestDock, m_problemsDock})
        place->addAction(m_focusFilter);
    menu->addAction(m_filter->field()->recentAction());
    m_clearFilter = menu->addAction(actionIcon(u"edit-clear"_s), tr("&Clear the Filter"),
                                    Qt::CTRL | Qt::SHIFT | Qt::Key_F, this, [this] { m_filter->clear(); });
    m_clearFilter->setObjectName(u"clearFilterAction"_s);
    m_nextFound = menu->addAction(tr("&Next Found Message"), Qt::Key_F4, this, [this] { stepFound(true); });
    m_nextFound->setObjectName(u"nextFoundAction"_s);
    m_previousFound = menu->addAction(tr("Pre&vious Found Message"), Qt::SHIFT | Qt::Key_F4, this,
                                      [this] { stepFound(false); });
    m_previousFound->setObjectName(u"previousFoundAction"_s);
    for (QAction *action : m_tree->rowActions()) {
        if (action->objectName() == "onlyAuthor"_L1)
            menu->addAction(action);
    }
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    menu->addMenu(m_range->menu());
    menu->addMenu(m_filter->menu());
    menu->addMenu(m_side->viewsMenu());
    menu->addMenu(m_tree->columnsMenu());
    menu->addMenu(m_charts->menu());
    menu->addSeparator();
    // Their patches, not every reply below: opening tens of thousands of rows at once would hold the window
    // up, and nobody reads them all. Expand on a row opens everything beneath it.
    named(menu->addAction(actionIcon(u"list-expand"_s), tr("E&xpand All Series"), Qt::CTRL | Qt::Key_E,
                          m_tree, [this] { m_tree->expandToDepth(0); }),
          u"expandAllAction"_s);
    named(menu->addAction(actionIcon(u"list-collapse"_s), tr("C&ollapse All"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_E, m_tree, &QTreeView::collapseAll),
          u"collapseAllAction"_s);
    for (QAction *action : m_tree->rowActions()) {
        if (action->objectName() == "expandRow"_L1 || action->objectName() == "collapseRow"_L1)
            menu->addAction(action);
    }
    menu->addSeparator();
    m_sidePane = menu->addAction(actionIcon(u"view-sidepane"_s), tr("&Side Pane"));
    m_sidePane->setToolTip(tr("Show or hide the pane with the archives and views (F9)"));
    m_sidePane->setObjectName(u"sidePaneAction"_s);
    m_sidePane->setShortcut(Qt::Key_F9);
    m_sidePane->setCheckable(true);
    m_sidePane->setChecked(true);
    connect(m_sidePane, &QAction::toggled, this, &MainWindow::setSidePaneShown);
    m_messageBelow = menu->addAction(tr("Messa&ge Below the Tree"));
    m_messageBelow->setObjectName(u"messageBelowAction"_s);
    m_messageBelow->setShortcut(Qt::SHIFT | Qt::Key_F9);
    m_messageBelow->setCheckable(true);
    connect(m_messageBelow, &QAction::toggled, this, &MainWindow::setMessageBelow);
    menu->addAction(m_timeBar->toggleViewAction());
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock})
        menu->addAction(dock->toggleViewAction());
    QMenu *floating = menu->addMenu(tr("In &Windows of Their Own"));
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock}) {
        // The title bar, which does the same, is out of reach of the keys.
        QAction *action = floating->addAction(dock->windowTitle());
        action->setObjectName(dock->objectName() + u"FloatAction"_s);
        action->setCheckable(true);
        connect(dock, &QDockWidget::topLevelChanged, action, &QAction::setChecked);
        connect(action, &QAction::triggered, dock,
                [this, dock](bool on) { m_panelDocks->setFloating(dock, on); });
    }
    menu->addSeparator();
    QMenu *appearance = menu->addMenu(tr("&Appearance"));
    m_appearance = new QActionGroup(this);
    const std::pair<Appearance, QString> choices[] = {{Appearance::System, tr("&System")},
                                                      {Appearance::Light, tr("&Light")},
                                                      {Appearance::Dark, tr("&Dark")}};
    for (const auto &[value, text] : choices) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setData(int(value));
        m_appearance->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = value] { emit appearanceChanged(chosen); });
    }
    setAppearance(Appearance::System);
}

void MainWindow::makeSeriesMenu()
{
    for (QAction *action : m_tree->contextMenu()->actions()) {
        if (action->objectName() == "saveSeriesAction"_L1)
            m_tree->contextMenu()->insertAction(action, m_message->compareAction());
    }
    QMenu *menu = menuBar()->addMenu(tr("&Series"));
    for (QAction *action : m_tree->contextMenu()->actions()) {
        const QString name = action->objectName();
        if (name != "expandRow"_L1 && name != "collapseRow"_L1)
            menu->addAction(action);
    }
}

void MainWindow::makeGoAndHelpMenus()
{
    QMenu *message = menuBar()->addMenu(tr("&Message"));
    fillViewerMenu(*message, m_message->viewerActions());
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions(m_tree->moveActions());
    // Who reads goes on to the next message without leaving the text.
    QList<QAction *> steps = m_tree->moveActions();
    // What is read is open.
    steps.removeIf([](const QAction *action) { return action->objectName() == "openRow"_L1; });
    m_message->addActions(steps);
    // And who has brushed a range goes through what it holds.
    m_brush->addActions(steps);
    // And who goes through the tree chooses what to see of each.
    m_tree->addActions(m_message->tabActions());
    m_tree->addActions(m_message->optionActions());
    m_tree->addActions(m_message->messageActions());
    for (MessageText *text : m_message->findChildren<MessageText *>()) {
        // Within a conversation the same keys go from one message to the next, in a comparison from one
        // patch to the next.
        if (!m_message->threadPage()->isAncestorOf(text) && !m_message->versionsPage()->isAncestorOf(text))
            text->addActions(steps);
    }
    go->addSeparator();
    go->addActions({m_history->backAction(), m_history->forwardAction()});
    go->addSeparator();
    go->addActions(m_side->archives()->moveActions());
    go->addSeparator();
    named(go->addAction(tr("Ne&xt Pane"), Qt::Key_F6, this, [this] { moveFocusToPane(panes(), true); }),
          u"nextPaneAction"_s);
    named(go->addAction(tr("Previous Pan&e"), Qt::SHIFT | Qt::Key_F6, this,
                        [this] { moveFocusToPane(panes(), false); }),
          u"previousPaneAction"_s);
    named(go->addAction(tr("To the &Tree"), Qt::CTRL | Qt::Key_T, this,
                        [this] { focusTree(Qt::ShortcutFocusReason); }),
          u"focusTreeAction"_s);
    named(go->addAction(tr("To the Vie&ws"), Qt::CTRL | Qt::ALT | Qt::Key_V, this,
                        [this] {
                            m_sidePane->setChecked(true);
                            m_side->focusList();
                        }),
          u"focusViewsAction"_s);
    // One key from wherever there is nothing to type into; Search has one that holds there as well.
    QAction *toField =
        go->addAction(tr("To the Search &Field"), Qt::Key_Slash, m_focusFilter, &QAction::trigger);
    toField->setObjectName(u"focusSearchFieldAction"_s);
    connect(m_focusFilter, &QAction::enabledChanged, toField, &QAction::setEnabled);
    go->addAction(focusTimeBrushAction());

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addHelpActions(help);
    QAction *about = help->addAction(tr("&About Loredesk"), this, [this] { showAboutBox(this); });
    about->setObjectName(u"aboutAction"_s);
    about->setMenuRole(QAction::AboutRole);
    QAction *aboutQt = help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Toolbar"));
    m_toolBar->setObjectName(u"mainToolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addAction(m_sidePane);
    if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(m_sidePane)))
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto *open = new QToolButton;
    open->setDefaultAction(m_open);
    open->setText(tr("Open"));
    open->setPopupMode(QToolButton::MenuButtonPopup);
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *openMenu = new QMenu(open);
    openMenu->addAction(m_open);
    openMenu->addAction(m_openFolder);
    openMenu->addMenu(m_recent);
    open->setMenu(openMenu);
    m_toolBar->addWidget(open);
    // The arrow of the menu is that of the button before it.
    auto *gap = new QWidget;
    gap->setFixedWidth(6);
    m_toolBar->addWidget(gap);
    m_toolBar->addAction(m_refresh);
    m_toolBar->addSeparator();
    m_toolBar->addWidget(m_range);
    m_toolBar->addSeparator();
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(m_filter);
    m_toolBar->toggleViewAction()->setVisible(false);
    fitToolBar();
    addToolBarBreak();
    addToolBar(m_timeBar);
}

void MainWindow::fitToolBar()
{
    // The icons grow with the letters beside them.
    const int side = std::max(16, fontMetrics().ascent());
    m_toolBar->setIconSize({side, side});
    const QList<QToolButton *> buttons = m_toolBar->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setIconSize({side, side});
}

void MainWindow::updateActions()
{
    m_cancel->setEnabled(m_loading);
    m_refresh->setEnabled(m_catalog && !m_loading);
    m_close->setEnabled(m_catalog != nullptr);
    m_focusFilter->setEnabled(m_catalog || m_loading);
    // While the first archive is read there is no message to find in, and the focus may be nowhere.
    m_focusFilter->setShortcutContext(m_loading && !m_catalog ? Qt::WindowShortcut
                                                              : Qt::WidgetWithChildrenShortcut);
    const bool found = m_models.series && m_models.series->isSearching() && m_models.series->rowCount() > 0;
    m_nextFound->setEnabled(found);
    m_previousFound->setEnabled(found);
    m_clearFilter->setEnabled(m_catalog != nullptr);
}

void MainWindow::setRecentArchives(const QList<QStringList> &archives)
{
    m_recent->clear();
    m_recent->setEnabled(!archives.isEmpty());
    for (const QStringList &paths : archives) {
        QAction *action = m_recent->addAction(recentLabel(paths));
        action->setToolTip(paths.join(u'\n'));
        connect(action, &QAction::triggered, this, [this, paths] { emit openRequested(paths); });
    }
    if (!archives.isEmpty()) {
        m_recent->addSeparator();
        connect(m_recent->addAction(tr("&Clear This List")), &QAction::triggered, this,
                &MainWindow::clearRecentRequested);
    }
}

void MainWindow::setAppearance(Appearance appearance)
{
    const QList<QAction *> actions = m_appearance->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(appearance));
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open"));
    dialog->setObjectName(u"openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Everything (*)"), tr("Mail and patches (*.mbox *.mbox.gz *.gz *.eml *.patch *.mbx)")});
    continueInLastFolder(*dialog, FilePurpose::Open);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openRequested);
    dialog->open();
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open Folder"));
    dialog->setObjectName(u"openFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    continueInLastFolder(*dialog, FilePurpose::Open);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openRequested);
    dialog->open();
}

} // namespace loredesk::ui
