// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace loredesk::ui {

/// Draws the cells of the series tree: counts in tabular figures, authors and dates muted, superseded
/// versions in muted italics, incomplete series with a hollow mark, the user's marks muted unless something
/// is to be done (behind the title where they have no column), NACK as a word, what is new in bold, what a
/// search found with a number or a mark. Reads roles only.
class SeriesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Left and right of what stands in a cell or a header, in px; a right-aligned column so never touches
    /// the left-aligned one beside it.
    static constexpr int CellPadding = 6;
    /// Left of a count, in px: the column before it keeps its distance on its right.
    static constexpr int CountPadding = 1;

    explicit SeriesDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The line's height and 6 px.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// What stands in the cell, as the window words it.
    static QString text(const QModelIndex &index, const QDateTime &now);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// The user's mark, where the view shows no column of them; takes its room from `place`.
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   QRect &place) const;
    /// What a search found in the row; takes its room from `place`.
    void paintFound(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index,
                    QRect &place) const;
    const Theme &theme(const QPalette &palette) const;

    mutable Theme m_theme; ///< of m_themeKey; made anew when the palette changes, not for every cell
    mutable qint64 m_themeKey = -1;
};

} // namespace loredesk::ui
