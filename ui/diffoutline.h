// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messagedocument.h"

#include <QTreeWidget>

#include <functional>

class QTimer;

namespace loredesk::ui {

/// The files of a diff with what they add and remove, and which of them are folded: a triangle in front of
/// the path, that a click, the left and right arrow and the space bar turn. Of very many files it shows the
/// first at once, and takes in the others little by little.
class DiffOutline : public QTreeWidget
{
    Q_OBJECT
public:
    explicit DiffOutline(QWidget *parent = nullptr);

    void setFiles(const QList<MessageDocument::File> &files);
    /// Asks `isFolded` for each file.
    void showFolds(const std::function<bool(int file)> &isFolded);

signals:
    /// A file was chosen; `read`: and whoever chose it wants to go on in the diff.
    void fileChosen(int file, bool read);
    void foldRequested(int file, bool fold);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void takeMore();
    void restyle();
    void showFold(QTreeWidgetItem *item, bool folded);
    QTreeWidgetItem *triangleAt(const QPoint &position) const;

    QList<MessageDocument::File>
        m_waiting; ///< files without an item yet are those from topLevelItemCount() on
    QTimer *m_taking = nullptr;
    std::function<bool(int)> m_isFolded;
    QIcon m_open;
    QIcon m_closed;
};

} // namespace loredesk::ui
