// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markactions.h"

#include "ui/notedialog.h"
#include "ui/seriesview.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using catalog::Mark;

MarkActions::MarkActions(SeriesView &tree, QObject *parent)
    : QObject(parent)
    , m_tree(tree)
    , m_menu(new QMenu(tr("Mar&k"), &tree))
{
    m_menu->setObjectName(u"markMenu"_s);
    addMark(tr("To &Review"), u"markToReviewAction"_s, Qt::Key_1, Mark::ToReview);
    addMark(tr("Re&viewed"), u"markReviewedAction"_s, Qt::Key_2, Mark::Reviewed);
    addMark(tr("&Waiting for a New Version"), u"markWaitingAction"_s, Qt::Key_3, Mark::Waiting);
    addMark(tr("&Applied"), u"markAppliedAction"_s, Qt::Key_4, Mark::Applied);
    addMark(tr("Not for &Me"), u"markNotMineAction"_s, Qt::Key_5, Mark::NotMine);
    m_menu->addSeparator();
    addMark(tr("&No Mark"), u"markNoneAction"_s, Qt::Key_0, Mark::None);
    m_menu->addSeparator();
    m_note = add(tr("Write a N&ote…"), u"writeNoteAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(m_note, &QAction::triggered, this, [this] { askForNote(m_tree.currentIndex()); });
    m_menu->addSeparator();
    m_takeBack = add(tr("&Take the Last Mark Back"), u"takeMarkBackAction"_s, QKeySequence::Undo);
    connect(m_takeBack, &QAction::triggered, this, &MarkActions::takeBackRequested);
    fillContextMenu();
    connect(m_menu, &QMenu::aboutToShow, this, &MarkActions::update);
    connect(&m_tree, &SeriesView::choiceChanged, this, &MarkActions::update);
    update();
}

QAction *MarkActions::add(const QString &text, const QString &name, const QKeySequence &keys)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

void MarkActions::addMark(const QString &text, const QString &name, Qt::Key key, Mark mark)
{
    QAction *action = add(text, name, Qt::CTRL | Qt::SHIFT | key);
    action->setCheckable(mark != Mark::None);
    action->setData(int(mark));
    m_marks << action;
    connect(action, &QAction::triggered, this, [this, mark] {
        const std::vector<base::SeriesIndex> series = m_tree.selectedSeries();
        if (!series.empty())
            emit markRequested(series, mark);
        update(); // it is marked when it is written down, and not before
    });
}

void MarkActions::fillContextMenu()
{
    // Before what opens and closes rows.
    QMenu *menu = m_tree.contextMenu();
    for (QAction *action : menu->actions()) {
        if (action->objectName() == "expandRow"_L1) {
            menu->insertMenu(action, m_menu);
            menu->insertSeparator(action);
            return;
        }
    }
    menu->addMenu(m_menu);
}

void MarkActions::setMarkingPossible(bool on)
{
    m_isPossible = on;
    update();
}

void MarkActions::setTakingBackPossible(bool on)
{
    m_canTakeBack = on;
    update();
}

QString MarkActions::takeBackKeys() const
{
    return m_takeBack->shortcut().toString(QKeySequence::NativeText);
}

Mark MarkActions::currentMark() const
{
    const QModelIndex row = m_tree.currentIndex().siblingAtColumn(0);
    const QVariant version = row.data(items::SeriesRole);
    const items::SeriesTreeModel *tree = m_tree.series() ? m_tree.series()->seriesModel() : nullptr;
    if (!version.isValid() || !tree || !tree->catalog())
        return Mark::None;
    const QModelIndex series = tree->indexOf(base::SeriesIndex(version.toUInt()));
    return series.data(items::MarkOutdatedRole).toBool() ? Mark::None
                                                         : Mark(series.data(items::MarkRole).toInt());
}

void MarkActions::update()
{
    const bool hasSeries = m_isPossible && m_tree.hasSelectedSeries();
    const Mark current = hasSeries ? currentMark() : Mark::None;
    for (QAction *action : std::as_const(m_marks)) {
        action->setEnabled(hasSeries);
        if (action->isCheckable())
            action->setChecked(Mark(action->data().toInt()) == current);
    }
    m_note->setEnabled(hasSeries);
    m_takeBack->setEnabled(m_canTakeBack);
}

void MarkActions::writeNote(base::MessageIndex message)
{
    if (const items::SeriesTreeModel *tree = m_tree.series() ? m_tree.series()->seriesModel() : nullptr)
        askForNote(tree->indexOf(message));
}

void MarkActions::askForNote(const QModelIndex &row)
{
    const QVariant version = row.siblingAtColumn(0).data(items::SeriesRole);
    if (!m_isPossible || !version.isValid())
        return;
    const items::SeriesTreeModel &tree = *m_tree.series()->seriesModel();
    const series::PatchSeries &series = tree.catalog()->series(base::SeriesIndex(version.toUInt()));
    // By Message-ID: the archive may be read anew meanwhile.
    const QByteArray messageId = tree.catalog()->message(series.head()).messageId;
    auto *dialog = new NoteDialog(series.title, tree.markOf(series.head()).note, m_tree.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, messageId] { emit noteWritten(messageId, dialog->note()); });
    dialog->open();
}

} // namespace loredesk::ui
