// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace loredesk::ui {

class MessageView;
class SeriesView;

/// What takes series and messages out of the window: saving as mbox, and copying as text or as a command.
/// Copies by itself; asks where to save, and emits what is to be saved there. Works on what is selected in
/// the tree. Main thread.
class SeriesActions : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. Adds the actions to the tree's context menu.
    SeriesActions(SeriesView &tree, MessageView &viewer, QObject *parent);

    /// For the menus of the window; null stands for a separator.
    const QList<QAction *> &actions() const { return m_actions; }

    /// Asks whether to save the series though they lack something, a line for each; `save` where the answer
    /// is yes.
    void askAboutMissing(const QStringList &lacking, const std::function<void()> &save);

signals:
    void saveRequested(const std::vector<loredesk::base::SeriesIndex> &series, const QString &path);
    /// Whole conversations, as they were sent.
    void saveConversationsRequested(const std::vector<loredesk::base::MessageIndex> &messages,
                                    const QString &path);
    /// For the status bar.
    void statusMessage(const QString &text);

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys,
                 void (SeriesActions::*run)());
    void fillContextMenu();
    void update();
    const catalog::Catalog *catalog() const;
    void askForFile(const QString &title, const QString &name,
                    const std::function<void(const QString &)> &chosen);
    void saveSeries();
    void saveConversations();
    void copyPatchList();
    void copyB4();
    void copyGitAm();
    void copyMessage();
    void copyCommand(const std::optional<QString> &command);

    SeriesView &m_tree;
    MessageView &m_viewer;
    QList<QAction *> m_actions;
};

} // namespace loredesk::ui
