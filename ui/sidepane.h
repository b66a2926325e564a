// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/viewkind.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace loredesk::items {
class ViewListModel;
}

namespace loredesk::ui {

class ArchiveSection;
class SideList;

/// The pane on the left: the archives that are open, and the views of the tree with what each would show,
/// those that are always there and the user's saved searches. Shows a model and emits what the user wants.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    explicit SidePane(QWidget *parent = nullptr);

    ArchiveSection *archives() const { return m_archives; }
    /// What the button beside the heading of the archives does.
    void setOpenAction(QAction *action);

    /// Not owned.
    void setViews(items::ViewListModel *model);
    void showView(items::ViewKind kind, const QString &savedName = {});
    items::ViewKind currentView() const;
    /// As people call it.
    QString currentViewName() const;

    /// What there is to save; empty: nothing.
    void setSearch(const QString &query);
    void setSavingPossible(bool on);

    /// For the menu bar: the same as in the context menu of the views.
    QMenu *viewsMenu() const { return m_viewsMenu; }
    SideList *viewList() const { return m_views; }
    void focusList();
    /// What the longest entry needs with its numbers, in px.
    int contentWidth() const;

public slots:
    void chooseAll();
    void askForName();

signals:
    void contentWidthChanged();
    void viewChosen(loredesk::items::ViewKind kind, const QString &savedName);
    void saveRequested(const QString &name, const QString &query);
    void removeRequested(const QString &name);
    /// A saved search is to be changed: its query belongs into the search field.
    void editRequested(const QString &query);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHeading(const QString &text, QToolButton *&button);
    void makeActions();
    void updateActions(int row);
    void restyle();
    int actionRow() const;
    void removeSaved();
    void moveSaved(int step);

    items::ViewListModel *m_model = nullptr;
    ArchiveSection *m_archives = nullptr;
    SideList *m_views = nullptr;
    QList<QLabel *> m_headings;
    QToolButton *m_openButton = nullptr;
    QToolButton *m_saveButton = nullptr;
    QMenu *m_viewsMenu = nullptr;
    QAction *m_save = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_edit = nullptr;
    QString m_search;
    bool m_canSave = true;
};

} // namespace loredesk::ui
