// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace loredesk::ui {

/// Cells of text as high and as far from their edges as those of the series tree, in lists beside it. A
/// subclass changes the option in initStyleOption().
class PaddedDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Numbers are grouped, as they are everywhere in the window; item views ask for them without.
    QString displayText(const QVariant &value, const QLocale &locale) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// A header whose labels stand exactly above what such cells hold, in sections no wider than their word. The
/// mark of the sorted column stands on the side that its label leaves free.
class PaddedHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit PaddedHeader(QWidget *parent = nullptr);

    /// Width that shows the whole label, with the sort mark where the rows are sorted by it. Pixels.
    int labelWidth(int column) const;

protected:
    /// What stands above a column; the model's text.
    virtual QString label(int column) const;

    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
};

} // namespace loredesk::ui
