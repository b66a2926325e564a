// SPDX-License-Identifier: GPL-3.0-or-later
// The help of the main window, and its list of shortcuts.
#include "ui/archivesection.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/rangechooser.h"
#include "ui/seriesview.h"
#include "ui/shortcutsheet.h"
#include "ui/sidepane.h"
#include "ui/timebrush.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void MainWindow::addHelpActions(QMenu *menu)
{
    QAction *help = menu->addAction(tr("&Help"), QKeySequence::HelpContents, this, [this] { showHelp(); });
    help->setObjectName(u"helpAction"_s);
    QAction *first =
        menu->addAction(tr("&First Steps"), this, [this] { showHelp(HelpWindow::pages().first()); });
    first->setObjectName(u"firstStepsAction"_s);
    QAction *keys =
        menu->addAction(tr("&Keyboard Shortcuts"), Qt::Key_Question, this, &MainWindow::showShortcuts);
    keys->setObjectName(u"shortcutsAction"_s);
    menu->addSeparator();
    setHelpPage(this, u"window"_s);
    setHelpPage(m_filter, u"search"_s);
    setHelpPage(m_digestDock, u"digest"_s);
    const std::pair<QWidget *, QString> sections[] = {{m_range, u"range"_s},
                                                      {m_side->archives(), u"archives"_s},
                                                      {m_side, u"views"_s},
                                                      {m_brush, u"brush"_s},
                                                      {m_tree, u"tree"_s},
                                                      {m_message, u"message"_s},
                                                      {m_charts, u"charts"_s},
                                                      {m_chartsDock, u"charts"_s},
                                                      {m_problemsDock, u"problems"_s}};
    for (const auto &[widget, section] : sections)
        setHelpPage(widget, u"window#"_s + section);
}

void MainWindow::showHelp(QString page)
{
    if (page.isEmpty() && !m_catalog)
        page = HelpWindow::pages().first(); // there is nothing to explain yet but how to get something
    if (page.isEmpty())
        page = helpPageOf(QApplication::focusWidget());
    if (!m_help) {
        // Without a parent it would stay above this window, and cover what it explains.
        m_help = new HelpWindow;
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        m_help->setAttribute(Qt::WA_QuitOnClose, false);
        connect(this, &QObject::destroyed, m_help, [help = m_help.data()] { delete help; });
        connect(m_help, &HelpWindow::shortcutsRequested, this, &MainWindow::showShortcuts);
    }
    m_help->show();
    m_help->showPage(page); // where a section begins is known once the page is laid out
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::showShortcuts()
{
    if (!m_sheet) {
        m_sheet = new ShortcutSheet(*m_shortcuts, this);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_sheet->show();
    m_sheet->raise();
    m_sheet->activateWindow();
}

} // namespace loredesk::ui
