// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;

namespace loredesk::ui {

class DiffOutline;
class MessageText;
class OutlineSplitter;

/// The comparison of two versions of a series: the patches with what became of them, and beside them the
/// differences one below the other (comparisonDocument()), each folding to its heading.
class ComparisonPane : public QWidget
{
    Q_OBJECT
public:
    /// Takes `text`.
    explicit ComparisonPane(MessageText *text, QWidget *parent = nullptr);

    void setDocument(std::shared_ptr<const MessageDocument> document);
    void clear();

    MessageText *text() const { return m_text; }
    DiffOutline *outline() const { return m_outline; }
    /// For menus; their shortcuts work while the focus is in the pane.
    const QList<QAction *> &paneActions() const { return m_actions; }
    /// The patch that is read, as an index in the document's files; -1: none.
    int currentPatch() const;
    /// Says nothing: who calls it follows the window's message, where the reader did not go anywhere here.
    void goToPatch(int patch);

signals:
    /// The reader wants to see that patch by itself.
    void patchRequested(int patch);
    /// For the status bar: where the reader went, or that there is nowhere to go.
    void placeChanged(const QString &text);

private:
    void addAction(const QString &name, const QString &text, const QKeySequence &key,
                   const std::function<void()> &run);
    void readPatch(int patch);
    void stepPatch(int direction);
    void stepChange(int direction);
    void showFolds();

    MessageText *m_text = nullptr;
    DiffOutline *m_outline = nullptr;
    OutlineSplitter *m_splitter = nullptr;
    QList<QAction *> m_actions;
};

} // namespace loredesk::ui
