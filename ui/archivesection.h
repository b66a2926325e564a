// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QMenu;

namespace loredesk::items {
class ArchiveListModel;
}

namespace loredesk::ui {

class SideList;

/// The archives that are open, with how many messages each has and how many are new. A click goes to one, the
/// context menu has the rest. The current row is where the user went: what could not be opened is current,
/// too, while the window shows another archive, and what is done with an archive is done with the current
/// one. Shows a model and emits intents.
class ArchiveSection : public QWidget
{
    Q_OBJECT
public:
    explicit ArchiveSection(QWidget *parent = nullptr);

    /// Not owned.
    void setModel(items::ArchiveListModel *model);
    /// The one that is shown; empty: none. It is current, too, unless the user is at another row than that of
    /// what was shown before.
    void showArchive(const QStringList &paths);
    /// The user goes to this one, wherever that was asked for.
    void goTo(const QStringList &paths);

    SideList *list() const { return m_list; }
    /// Refresh, close, copy the path, show in the file manager; others may be added.
    QMenu *menu() const { return m_menu; }
    /// To the next and the previous one, for the menu bar.
    const QList<QAction *> &moveActions() const { return m_moveActions; }

signals:
    /// Also again, where what is current is not shown.
    void chosen(const QStringList &paths);
    void refreshRequested(const QStringList &paths);
    void closeRequested(const QStringList &paths);
    /// To the archive so many places further.
    void stepRequested(int step);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStringList actionPaths() const;
    void updateActions();
    void fit();

    items::ArchiveListModel *m_model = nullptr;
    SideList *m_list = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_close = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_showFile = nullptr;
    QList<QAction *> m_moveActions;
    bool m_isCurrentLeaving = false; ///< its row is being removed
};

} // namespace loredesk::ui
