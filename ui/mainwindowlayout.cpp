// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panes of the window lie: what it starts with, what the user makes of it, and how that is
// remembered.
#include "ui/mainwindow.h"

#include "ui/banner.h"
#include "ui/bottomheight.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/docktitles.h"
#include "ui/helpwindow.h"
#include "ui/messageview.h"
#include "ui/panefocus.h"
#include "ui/paneldocks.h"
#include "ui/panesplitter.h"
#include "ui/panestate.h"
#include "ui/problempanel.h"
#include "ui/screenroom.h"
#include "ui/seriesview.h"
#include "ui/sidepane.h"
#include "ui/welcomepage.h"

#include <QApplication>
#include <QDockWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

// Raised when docks or toolbars come or go, so that an old state is not taken for a new one.
constexpr int WindowStateVersion = 2;

/// Less high than so many lines, a window has not room for two panels beside each other that say something.
constexpr int LowWindow = 45;

} // namespace

void MainWindow::makeCentre()
{
    m_treePane->setObjectName(u"treePane"_s);
    m_treePane->setContent(m_tree);
    auto *welcome = new WelcomePage;
    m_treePane->setPage(welcome);
    connect(welcome, &WelcomePage::filesRequested, this, &MainWindow::chooseFiles);
    connect(welcome, &WelcomePage::folderRequested, this, &MainWindow::chooseFolder);
    connect(welcome, &WelcomePage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(welcome, &WelcomePage::helpRequested, this, [this] { showHelp(HelpWindow::pages().first()); });
    connect(welcome, &WelcomePage::copied, this,
            [this] { showNotice(tr("Copied: paste it into a terminal")); });
    m_splitter = new PaneSplitter(m_side, m_treePane, m_message);
    m_splitter->setObjectName(u"mainSplitter"_s);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MainWindow::sidePaneMoved);
    connect(m_side, &SidePane::contentWidthChanged, this,
            [this] { m_splitter->setSideContent(m_side->contentWidth()); });
    m_splitter->setSideContent(m_side->contentWidth());
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const QString &title, const QString &name, QWidget *content,
                                 const QKeySequence &shortcut)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->toggleViewAction()->setObjectName(name + u"Action"_s);
    dock->toggleViewAction()->setShortcut(shortcut);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->installEventFilter(this);
    connect(dock->toggleViewAction(), &QAction::toggled, this, &MainWindow::shareBottom);
    connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::shareBottom);
    return dock;
}

void MainWindow::makeDocks()
{
    m_sharesTimer = new QTimer(this);
    m_sharesTimer->setSingleShot(true);
    m_sharesTimer->setInterval(0);
    connect(m_sharesTimer, &QTimer::timeout, this, &MainWindow::keepBottomShares);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // A small screen must be able to hold the window; the panes scroll or say less.
    m_treePane->setMinimumHeight(120);
    m_message->setMinimumHeight(120);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_charts, m_digest, m_problems})
        panel->setMinimumHeight(100);
    m_chartsDock = addDock(tr("Charts"), u"chartsDock"_s, m_charts, Qt::CTRL | Qt::Key_1);
    m_digestDock = addDock(tr("Digest"), u"digestDock"_s, m_digest, Qt::CTRL | Qt::Key_2);
    m_problemsDock = addDock(tr("Problems"), u"problemsDock"_s, m_problems, Qt::CTRL | Qt::Key_3);
    m_dockTitles = new DockTitles(this);
    m_dockTitles->add(m_chartsDock, m_charts);
    m_dockTitles->add(m_digestDock);
    m_dockTitles->add(m_problemsDock);
    m_panelDocks = new PanelDocks(this);
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock})
        m_panelDocks->add(dock);
    m_bottomHeight = new BottomHeight(this, *m_panelDocks);
    connect(m_dockTitles, &DockTitles::changed, this, &MainWindow::shareBottom);
}

QList<QDockWidget *> MainWindow::bottomDocks() const
{
    QList<QDockWidget *> docks;
    for (QDockWidget *dock : {m_chartsDock, m_digestDock, m_problemsDock}) {
        if (dock && !dock->isFloating() && dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            docks << dock;
    }
    return docks;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Behind what is posted, shareBottom() among it.
    if (event->type() == QEvent::Resize && qobject_cast<QDockWidget *>(watched))
        m_sharesTimer->start();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::keepBottomShares()
{
    // One that is alone says nothing of the others.
    QList<std::pair<QDockWidget *, int>> shares;
    for (QDockWidget *dock : bottomDocks()) {
        // What lies behind another has the width of that one once it is left alone; its own is none.
        shares.append({dock, m_panelDocks->inFrontOf(dock)->width()});
    }
    const auto isWhole = [this](const auto &share) { return share.second > width() * 9 / 10; };
    if (std::none_of(shares.begin(), shares.end(), isWhole))
        m_bottomShares = shares;
}

void MainWindow::shareBottom()
{
    // Qt gives a panel that comes back what it asks for, not what it had.
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QList<QDockWidget *> bottom = bottomDocks();
            QList<QDockWidget *> docks;
            QList<int> widths;
            for (const auto &[dock, width] : std::as_const(m_bottomShares)) {
                if (!bottom.contains(dock) || !dock->isVisible())
                    continue;
                // Of those behind each other only one may ask; one that was not looked at has no width yet.
                const QList<QDockWidget *> tabs = tabifiedDockWidgets(dock);
                const auto front = std::find_if(docks.begin(), docks.end(),
                                                [&](QDockWidget *other) { return tabs.contains(other); });
                if (front != docks.end()) {
                    int &shared = widths[front - docks.begin()];
                    shared = std::max(shared, width);
                } else {
                    docks << dock;
                    widths << width;
                }
            }
            if (docks.size() > 1)
                resizeDocks(docks, widths, Qt::Horizontal);
            m_bottomHeight->fit();
        },
        Qt::QueuedConnection);
}

void MainWindow::arrange()
{
    // As large as the titles of the tree and 80 columns of mail can use beside each other.
    resize(withinScreen(*this, {1600, 1000}).expandedTo({800, 560}));
    // Where there is not room for three panes, the titles of the tree need it more than the names of views.
    m_sidePane->setChecked(width() >= 1100);
    // Where it is low, each panel gets the whole width.
    const bool low = height() < LowWindow * fontMetrics().lineSpacing();
    if (low)
        tabifyDockWidget(m_chartsDock, m_digestDock);
    else
        splitDockWidget(m_chartsDock, m_digestDock, Qt::Horizontal);
    tabifyDockWidget(m_digestDock, m_problemsDock);
    m_digestDock->raise();
    m_dockTitles->update();
    // What is asked for are shares, which the room between them is taken from.
    const int charts = std::clamp(m_charts->widthWithTabs() + 8, width() * 47 / 100, width() * 52 / 100);
    resizeDocks({m_chartsDock, m_digestDock}, {charts, width() - charts}, Qt::Horizontal);
    // The tree and the message are the main thing.
    const int below = height() * (low ? 34 : 31) / 100;
    resizeDocks({m_chartsDock, m_digestDock}, {below, below}, Qt::Vertical);
    m_bottomHeight->setUsual(below);
}

void MainWindow::setSidePaneShown(bool on)
{
    const bool hadFocus = m_side->isAncestorOf(QApplication::focusWidget());
    m_side->setVisible(on);
    if (!on && hadFocus)
        focusTree(Qt::OtherFocusReason);
    QList<int> sizes = m_splitter->sizes();
    if (on && sizes.first() == 0) { // it was dragged to nothing
        sizes[0] = m_side->sizeHint().width();
        m_splitter->setSizes(sizes);
    }
    m_splitter->share();
}

void MainWindow::sidePaneMoved()
{
    if (!m_side->isHidden() && m_splitter->sizes().first() == 0)
        m_sidePane->setChecked(false);
}

void MainWindow::setMessageBelow(bool below)
{
    m_splitter->setMessageBelow(below);
    // The tree may be less high than it was. It gets its size behind this.
    QMetaObject::invokeMethod(
        m_tree, [tree = m_tree] { tree->scrollTo(tree->currentIndex()); }, Qt::QueuedConnection);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const PassedOver behind(m_panelDocks->behind());
    return QMainWindow::focusNextPrevChild(next);
}

WindowLayout MainWindow::windowLayout() const
{
    return {saveGeometry(),        saveState(WindowStateVersion), m_splitter->ownState(),
            m_tree->columnState(), m_sidePane->isChecked(),       m_bottomHeight->isOwn()};
}

void MainWindow::restoreWindowLayout(const WindowLayout &layout)
{
    if (!layout.geometry.isEmpty())
        restoreGeometry(layout.geometry);
    if (!layout.state.isEmpty())
        m_panelDocks->restoreState(layout.state, WindowStateVersion);
    m_bottomShares.clear(); // those of the arrangement before
    m_bottomHeight->setOwn(layout.hasOwnHeights);
    if (!layout.splitter.isEmpty())
        m_splitter->restoreOwnState(layout.splitter);
    m_messageBelow->setChecked(m_splitter->isMessageBelow());
    if (layout.hasSidePane)
        m_sidePane->setChecked(*layout.hasSidePane);
    if (!layout.columns.isEmpty())
        m_tree->restoreColumnState(layout.columns);
}

} // namespace loredesk::ui
