// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/seriesfiltermodel.h"

#include <QSet>
#include <QTreeView>

#include <functional>
#include <vector>

class QMenu;

namespace loredesk::ui {

class SeriesColumns;

/// Where somebody is in the tree, in terms that outlive the rows: to be there again after the archive was
/// read anew.
struct TreePlace
{
    /// A row by its message; a series and its cover have the same one.
    struct Row
    {
        QByteArray messageId;
        bool isSeries = false; ///< the row of a series or of one of its versions
        friend bool operator==(const Row &, const Row &) = default;
    };
    Row current;
    QList<Row> selected; ///< where they are several
    QList<Row> expanded;
    Row top;        ///< the first visible row; without a message: the tree stands at its beginning
    int offset = 0; ///< of that row, in px

    friend bool operator==(const TreePlace &, const TreePlace &) = default;
};

/// The series tree: keys, columns, context menu. Shows an items::SeriesFilterModel and emits intents.
class SeriesView : public QTreeView
{
    Q_OBJECT
public:
    explicit SeriesView(QWidget *parent = nullptr);

    /// Not owned.
    void setSeries(items::SeriesFilterModel *model);
    items::SeriesFilterModel *series() const { return m_series; }

    /// The message of the current row, invalid where it stands for none.
    base::MessageIndex currentMessage() const;
    /// The messages of the selected rows, from top to bottom; a series by its head.
    std::vector<base::MessageIndex> selectedMessages() const;
    /// The series that the selected rows stand for or lie in, each once, from top to bottom.
    std::vector<base::SeriesIndex> selectedSeries() const;
    /// Whether the current row is of a series; what goes for it goes for what is selected.
    bool hasSelectedSeries() const;

    /// What is dragged is there: the drag begins, if the button is still down. `label` for people. Returns
    /// when it has been dropped or not.
    void beginDrag(const QStringList &files, const QString &label);
    /// There is nothing to drag after all.
    void cancelDrag() { m_isDragWanted = false; }

    /// Makes the row of a message current and visible; false where it is filtered out.
    bool showMessage(base::MessageIndex message);
    /// Where nothing is current because a filter took the row away: makes the row of `message` current again,
    /// a series' own row where that was it, if it is back.
    void returnTo(base::MessageIndex message);
    /// The first row, where there is one.
    void selectFirst();

    TreePlace place() const;
    /// As far as the rows are still there. False where the current one is not; then nothing is current.
    bool restorePlace(const TreePlace &place);

    /// Widths by the face and the room, the title takes what is left; date, newest first.
    void resetColumns();
    QByteArray columnState() const;
    /// False where the state is none of ours; nothing is changed then.
    bool restoreColumnState(const QByteArray &state);
    /// A checkable action for every column but the title.
    QMenu *columnsMenu() const;
    /// What the context menu offers; owned by the view.
    QMenu *contextMenu() const { return m_contextMenu; }
    const QList<QAction *> &rowActions() const { return m_rowActions; }
    /// Next and previous row and series, for the menu bar.
    const QList<QAction *> &moveActions() const { return m_moveActions; }

    /// Never sideways: a long title is no reason to move the page under the reader.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// Nothing: letters are keys here, and one that means none must not carry the reader off to a title that
    /// begins with it.
    void keyboardSearch(const QString &) override {}

public slots:
    void nextRow() { moveRow(1); }
    void previousRow() { moveRow(-1); }
    void nextSeries() { moveSeries(1); }
    void previousSeries() { moveSeries(-1); }
    void copyMessageId();
    void copyLink();
    void copySubject();
    /// Opens what is beneath the row, and asks for the reader's eyes to go to the message.
    void openCurrent();
    void expandCurrent();
    void collapseToSeries();
    void requestAuthor();

signals:
    /// The row that became current: a message to read.
    void messageSelected(loredesk::base::MessageIndex message);
    /// The row that became current stands for a patch that is not in the archive; its number.
    void missingSelected(int patch);
    /// The message of the current row is to be read.
    void readingWanted();
    /// The current row or what is selected has changed.
    void choiceChanged();
    /// The mouse drags series out of the tree; who has files of them calls beginDrag().
    void dragWanted(const std::vector<loredesk::base::SeriesIndex> &series);
    /// Show only this author's rows.
    void authorRequested(const QString &address, const QString &name);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void startDrag(Qt::DropActions actions) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeMenus();
    void goTo(const QModelIndex &index);
    QModelIndexList chosenRows() const;
    void copyEach(const std::function<QString(const series::MessageHead &)> &text);
    void updateRowActions();
    void showCurrent();
    void moveRow(int step);
    void moveSeries(int step);
    TreePlace::Row rowAt(const QModelIndex &index) const;
    QModelIndex indexOf(const TreePlace::Row &row) const;
    QModelIndex topLevel(QModelIndex index) const;

    items::SeriesFilterModel *m_series = nullptr;
    SeriesColumns *m_columns = nullptr;
    QMenu *m_contextMenu = nullptr;
    QList<QAction *> m_rowActions;
    QList<QAction *> m_moveActions;
    QSet<QPersistentModelIndex> m_expanded; ///< the view has no list of them to ask for
    TreePlace::Row m_last;                  ///< that was current
    bool m_isDragWanted = false;            ///< until the button is let go
};

} // namespace loredesk::ui
