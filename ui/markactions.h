// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/mark.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace loredesk::ui {

class SeriesView;

/// The user's own marks on the series that are selected in the tree: a menu of them, which is in the tree's
/// context menu too. Emits what is wanted; the mark that is there already takes itself away, which is for who
/// listens. The note on the current row's series is asked for in a dialog. Main thread.
class MarkActions : public QObject
{
    Q_OBJECT
public:
    /// The tree outlives it. Adds the menu to the tree's context menu.
    MarkActions(SeriesView &tree, QObject *parent);

    QMenu *menu() const { return m_menu; }
    /// Whether marks can be kept at all. They cannot until somebody says so.
    void setMarkingPossible(bool on);
    /// There is something that takeBackRequested() would take back.
    void setTakingBackPossible(bool on);
    /// Takes the last change back, of a mark or of a note.
    QAction *takeBackAction() const { return m_takeBack; }
    /// What takes the last change back, as keys are written; empty where it has none.
    QString takeBackKeys() const;
    /// Asks for the note on the series that the message belongs to, where it is of one.
    void writeNote(base::MessageIndex message);

signals:
    /// None: no mark.
    void markRequested(const std::vector<loredesk::base::SeriesIndex> &series, loredesk::catalog::Mark mark);
    void takeBackRequested();
    /// The note on the series that a message belongs to, as it is to be; empty: none.
    void noteWritten(const QByteArray &messageId, const QString &note);

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys);
    void addMark(const QString &text, const QString &name, Qt::Key key, catalog::Mark mark);
    void fillContextMenu();
    void update();
    void askForNote(const QModelIndex &row);
    /// Of the current row's series, None unless it stands for the very version that was marked.
    catalog::Mark currentMark() const;

    SeriesView &m_tree;
    QMenu *m_menu = nullptr;
    QList<QAction *> m_marks;
    QAction *m_takeBack = nullptr;
    QAction *m_note = nullptr;
    bool m_isPossible = false;
    bool m_canTakeBack = false;
};

} // namespace loredesk::ui
