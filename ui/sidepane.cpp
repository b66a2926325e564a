// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidepane.h"

#include "models/base/hostiletext.h"
#include "models/items/viewlistmodel.h"
#include "ui/archivesection.h"
#include "ui/icons.h"
#include "ui/sidelist.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SidePane::SidePane(QWidget *parent)
    : QWidget(parent)
    , m_archives(new ArchiveSection)
    , m_views(new SideList(tr("Views")))
    , m_viewsMenu(new QMenu(tr("&Views"), this))
{
    setObjectName(u"sidePane"_s);
    m_views->setObjectName(u"viewList"_s);
    makeActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeading(tr("Archives"), m_openButton));
    column->addWidget(m_archives);
    column->addWidget(makeHeading(tr("Views"), m_saveButton));
    m_saveButton->setDefaultAction(m_save);
    column->addWidget(m_views, 1);
    m_views->setDragDropMode(QAbstractItemView::InternalMove);
    m_views->setDefaultDropAction(Qt::MoveAction);
    m_views->setDropIndicatorShown(true);
    // A list of one column moves rows in place; here the user's store has the order.
    m_views->setDragDropOverwriteMode(false);
    connect(m_views, &SideList::chosen, this, [this](const QModelIndex &index) {
        updateActions(index.row());
        emit viewChosen(m_model->kindAt(index.row()), m_model->savedNameAt(index.row()));
    });
    for (const SideList *list : {m_archives->list(), m_views})
        connect(list, &SideList::contentWidthChanged, this, &SidePane::contentWidthChanged);
    connect(m_views, &SideList::menuRequested, this, [this](const QPoint &at) { m_viewsMenu->popup(at); });
    connect(m_viewsMenu, &QMenu::aboutToShow, this, [this] { updateActions(actionRow()); });
    // What is chosen in the menu runs while it closes, for the row that the menu was asked for on.
    connect(m_viewsMenu, &QMenu::aboutToHide, m_views, &SideList::endMenu, Qt::QueuedConnection);
    restyle();
}

QWidget *SidePane::makeHeading(const QString &text, QToolButton *&button)
{
    auto *row = new QWidget;
    auto *label = new QLabel(text.toUpper());
    label->setAccessibleName(text);
    button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setIconSize({14, 14});
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(8, 4, 4, 2);
    line->addWidget(label, 1);
    line->addWidget(button);
    m_headings << label;
    return row;
}

int SidePane::contentWidth() const
{
    return std::max(m_archives->list()->contentWidth(), m_views->contentWidth());
}

void SidePane::setOpenAction(QAction *action)
{
    m_openButton->setDefaultAction(action);
}

void SidePane::makeActions()
{
    const auto make = [this](const QString &text, const QString &name, const QKeySequence &keys, auto run) {
        QAction *action = m_viewsMenu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const auto inList = [this](QAction *action) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_views->addAction(action);
    };
    m_save = make(tr("&Save This Search…"), u"saveSearchAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_S,
                  [this] { askForName(); });
    m_save->setIcon(actionIcon(u"bookmark-new"_s));
    m_viewsMenu->addSeparator();
    m_edit = make(tr("Put into the Search &Field"), u"editSearchAction"_s, {}, [this] {
        emit editRequested(m_model->index(actionRow(), 0).data(items::QueryRole).toString());
    });
    m_rename = make(tr("&Rename"), u"renameSearchAction"_s, Qt::Key_F2,
                    [this] { m_views->edit(m_model->index(actionRow(), 0)); });
    m_remove = make(tr("&Delete…"), u"removeSearchAction"_s, Qt::Key_Delete, [this] { removeSaved(); });
    m_up = make(tr("Move &Up"), u"searchUpAction"_s, Qt::ALT | Qt::Key_Up, [this] { moveSaved(-1); });
    m_down = make(tr("Move Do&wn"), u"searchDownAction"_s, Qt::ALT | Qt::Key_Down, [this] { moveSaved(1); });
    for (QAction *action : {m_rename, m_remove, m_up, m_down})
        inList(action);
    updateActions(-1);
}

void SidePane::setViews(items::ViewListModel *model)
{
    m_model = model;
    m_views->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { updateActions(-1); });
    showView(items::ViewKind::All);
}

void SidePane::showView(items::ViewKind kind, const QString &savedName)
{
    if (!m_model)
        return;
    const int row = m_model->rowOf(kind, savedName);
    m_views->showRow(row);
    updateActions(row);
}

items::ViewKind SidePane::currentView() const
{
    const QModelIndex index = m_views->currentIndex();
    return m_model && index.isValid() ? m_model->kindAt(index.row()) : items::ViewKind::All;
}

QString SidePane::currentViewName() const
{
    return m_views->currentIndex().data().toString();
}

void SidePane::setSearch(const QString &query)
{
    m_search = query.simplified();
    updateActions(actionRow());
}

void SidePane::setSavingPossible(bool on)
{
    m_canSave = on;
    updateActions(actionRow());
}

void SidePane::focusList()
{
    m_views->setFocus(Qt::ShortcutFocusReason);
}

void SidePane::chooseAll()
{
    if (m_model)
        m_views->setCurrentIndex(m_model->index(m_model->rowOf(items::ViewKind::All), 0));
}

int SidePane::actionRow() const
{
    // The menu may have been asked for on another row than the one that is shown.
    const QModelIndex index = m_views->menuRow().isValid() ? m_views->menuRow() : m_views->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void SidePane::updateActions(int row)
{
    const bool isSaved = m_model && row >= 0 && !m_model->savedNameAt(row).isEmpty();
    m_save->setEnabled(m_canSave && !m_search.isEmpty());
    m_save->setToolTip(!m_canSave           ? tr("There is no place to keep searches in")
                       : m_search.isEmpty() ? tr("Search for something first, then save it as a view")
                                            : tr("Save what the search field holds as a view"));
    for (QAction *action : {m_rename, m_remove, m_edit})
        action->setEnabled(isSaved);
    m_up->setEnabled(isSaved && m_model->canMove(row, -1));
    m_down->setEnabled(isSaved && m_model->canMove(row, 1));
}

void SidePane::askForName()
{
    if (m_search.isEmpty() || !m_model)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"searchNameDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the Search"));
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setTextValue(m_search);
    const auto explain = [this, dialog](const QString &name) {
        const bool isTaken = m_model->rowOf(items::ViewKind::Saved, name.simplified()) >= 0;
        dialog->setLabelText(isTaken ? tr("There is one of this name, which it replaces:")
                                     : tr("Name of the view:"));
        dialog->setOkButtonText(isTaken ? tr("Replace") : tr("Save"));
    };
    explain(m_search);
    connect(dialog, &QInputDialog::textValueChanged, dialog, explain);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, query = m_search](const QString &name) {
        if (!name.simplified().isEmpty())
            emit saveRequested(name.simplified(), query);
    });
    dialog->open();
}

void SidePane::removeSaved()
{
    const QString name = m_model->savedNameAt(actionRow());
    if (name.isEmpty())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete the Saved Search"),
                                     tr("Delete the saved search %1?").arg(base::visibleLine(name)),
                                     QMessageBox::Cancel, this);
    question->setObjectName(u"removeSearchQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(question->addButton(tr("Delete"), QMessageBox::AcceptRole));
    connect(question, &QMessageBox::accepted, this, [this, name] { emit removeRequested(name); });
    question->open();
}

void SidePane::moveSaved(int step)
{
    m_model->move(actionRow(), step);
}

void SidePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void SidePane::restyle()
{
    QPalette ground = palette();
    ground.setColor(QPalette::Base, ground.color(QPalette::Window));
    const QColor muted = Theme::of(ground).muted;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const int icon = std::max(14, QFontMetrics(small).ascent());
    for (QToolButton *button : {m_openButton, m_saveButton})
        button->setIconSize({icon, icon});
    for (QLabel *label : std::as_const(m_headings)) {
        label->setFont(small);
        QPalette colors = label->palette();
        if (colors.color(QPalette::WindowText) == muted)
            continue;
        colors.setColor(QPalette::WindowText, muted);
        label->setPalette(colors);
    }
}

} // namespace loredesk::ui
