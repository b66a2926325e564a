// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archivesection.h"

#include "models/items/archivelistmodel.h"
#include "ui/icons.h"
#include "ui/sidelist.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// More than these scroll: the views below want room, too.
constexpr int MostRows = 6;

} // namespace

ArchiveSection::ArchiveSection(QWidget *parent)
    : QWidget(parent)
    , m_list(new SideList(tr("Archives")))
    , m_menu(new QMenu(this))
{
    setObjectName(u"archiveSection"_s);
    m_list->setObjectName(u"archiveList"_s);
    m_list->setPlaceholder(tr("None is open"));
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);

    const auto make = [this](const QIcon &icon, const QString &text, const QString &name, auto run) {
        QAction *action = m_menu->addAction(icon, text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_refresh = make(actionIcon(u"view-refresh"_s), tr("&Refresh This Archive"), u"refreshArchiveAction"_s,
                     [this] { emit refreshRequested(actionPaths()); });
    m_close = make({}, tr("&Close This Archive"), u"closeArchiveAction"_s,
                   [this] { emit closeRequested(actionPaths()); });
    m_close->setShortcut(Qt::Key_Delete);
    m_menu->addSeparator();
    m_copy = make(actionIcon(u"edit-copy"_s), tr("Copy &Path"), u"copyArchivePathAction"_s,
                  [this] { QApplication::clipboard()->setText(actionPaths().join(u'\n')); });
    m_copy->setShortcut(QKeySequence::Copy);
    m_showFile = make({}, tr("Show in the &File Manager"), u"showArchiveFileAction"_s, [this] {
        // The folder that holds a file; a folder itself.
        const QFileInfo place(actionPaths().value(0));
        QDesktopServices::openUrl(QUrl::fromLocalFile(place.isDir() ? place.filePath() : place.path()));
    });
    for (QAction *action : {m_close, m_copy}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
    const auto step = [this](const QString &text, const QString &name, const QKeySequence &keys, int places) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, [this, places] { emit stepRequested(places); });
        m_moveActions << action;
    };
    step(tr("Next &Archive"), u"nextArchive"_s, Qt::CTRL | Qt::Key_PageDown, 1);
    step(tr("Previous Arc&hive"), u"previousArchive"_s, Qt::CTRL | Qt::Key_PageUp, -1);

    connect(m_list, &SideList::chosen, this,
            [this](const QModelIndex &index) { emit chosen(m_model->pathsAt(index.row())); });
    connect(m_list, &SideList::chosenAgain, this, [this](const QModelIndex &index) {
        // A disk that was not there may be there now.
        if (!index.data(items::CurrentRole).toBool())
            emit chosen(m_model->pathsAt(index.row()));
    });
    connect(m_list, &SideList::menuRequested, this, [this](const QPoint &at) {
        if (!actionPaths().isEmpty())
            m_menu->popup(at);
    });
    connect(m_menu, &QMenu::aboutToShow, this, &ArchiveSection::updateActions);
    connect(m_menu, &QMenu::aboutToHide, m_list, &SideList::endMenu, Qt::QueuedConnection);
    fit();
    updateActions();
}

void ArchiveSection::setModel(items::ArchiveListModel *model)
{
    m_model = model;
    // Before the list goes on to a neighbour, where nobody went.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_list->currentIndex().row();
                m_isCurrentLeaving = row >= first && row <= last;
            });
    m_list->setModel(model);
    const auto changed = [this] {
        fit();
        updateActions();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this, changed] {
        if (std::exchange(m_isCurrentLeaving, false))
            goTo(m_model->shown());
        changed();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArchiveSection::updateActions);
    changed();
}

void ArchiveSection::showArchive(const QStringList &paths)
{
    if (!m_model)
        return;
    const QModelIndex current = m_list->currentIndex();
    const bool isFollowing = !current.isValid() || current.data(items::CurrentRole).toBool();
    m_model->setShown(paths);
    if (isFollowing)
        goTo(paths);
}

void ArchiveSection::goTo(const QStringList &paths)
{
    if (m_model)
        m_list->showRow(m_model->rowOf(paths));
    updateActions();
}

QStringList ArchiveSection::actionPaths() const
{
    if (!m_model)
        return {};
    // The menu may have been asked for on another row than the one that the user is at.
    return m_model->pathsAt(m_list->menuRow().isValid() ? m_list->menuRow().row()
                                                        : m_list->currentIndex().row());
}

void ArchiveSection::updateActions()
{
    const QStringList paths = actionPaths();
    const bool isFile = !paths.isEmpty() && !paths.first().startsWith(u':');
    m_refresh->setEnabled(!paths.isEmpty());
    m_close->setEnabled(!paths.isEmpty());
    m_copy->setEnabled(isFile);
    m_showFile->setEnabled(isFile);
    for (QAction *action : std::as_const(m_moveActions))
        action->setEnabled(m_model && m_model->rowCount() > 1);
}

void ArchiveSection::fit()
{
    const int rows = m_model ? std::clamp(m_model->rowCount(), 1, MostRows) : 1;
    m_list->setFixedHeight(rows * (m_list->fontMetrics().height() + 6));
}

void ArchiveSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace loredesk::ui
