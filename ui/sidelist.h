// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace loredesk::ui {

/// A list in the side pane: a name on the left, numbers on the right (items::CountRole, and
/// items::NewCountRole before it). The current row is the one that the user is at: it changes when the user
/// goes to a row by mouse or keys, which chosen() says, and not by a click with the other button. As a rule
/// it is what is shown elsewhere; where another row is that (items::CurrentRole), it has a bar at its left
/// edge.
class SideList : public QListView
{
    Q_OBJECT
public:
    /// `name` for people who hear it.
    explicit SideList(const QString &name, QWidget *parent = nullptr);

    /// What stands there while there is no row.
    void setPlaceholder(const QString &text);
    /// Makes it current without saying so. -1: none.
    void showRow(int row);
    /// The row that the menu which is open was asked for on; the current one where it came by key.
    QModelIndex menuRow() const { return m_menuRow; }
    void endMenu();
    /// What all rows need, in px.
    int contentHeight() const;
    /// What the longest row needs with its numbers, in px. While the rows are the same it only grows: numbers
    /// change with every step of a drag, and the pane must not follow them to and fro.
    int contentWidth() const { return m_contentWidth; }

    void setModel(QAbstractItemModel *model) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QModelIndex &index);
    /// The current row was clicked, or asked for with the Enter key.
    void chosenAgain(const QModelIndex &index);
    void contentWidthChanged();
    /// menuRow() says for what; it may be no row at all.
    void menuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void measure(bool mayShrink);

    QList<QMetaObject::Connection> m_watched; ///< to the model
    int m_contentWidth = 0;
    QPersistentModelIndex m_menuRow;
    QString m_placeholder;
    bool m_isQuiet = false;
};

} // namespace loredesk::ui
