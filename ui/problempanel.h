// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QWidget>

class QAbstractItemModel;
class QAction;
class QModelIndex;
class QTreeView;

namespace loredesk::ui {

class PaneState;

/// The problems that were found in the data, with their places. A row whose message is known can be
/// followed to it; rows can be copied.
class ProblemPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemPanel(QWidget *parent = nullptr);

    /// An items::ProblemModel; not owned.
    void setModel(QAbstractItemModel *model);
    QTreeView *view() const { return m_view; }
    /// Puts the selected rows on the clipboard, a line each; all rows where none is selected.
    void copy() const;

signals:
    /// The user followed a problem to the message it names.
    void messageIdActivated(const QByteArray &messageId);
    /// The same of a message that has no Message-ID.
    void messageActivated(loredesk::base::MessageIndex message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void fitColumns();
    void follow(const QModelIndex &index);
    void updateFollow();

    PaneState *m_state = nullptr;
    QTreeView *m_view = nullptr;
    QAction *m_follow = nullptr;
};

} // namespace loredesk::ui
