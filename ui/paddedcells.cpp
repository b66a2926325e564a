// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paddedcells.h"

#include "ui/seriesdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace loredesk::ui {

namespace {

constexpr int MarkGap = 4;
constexpr int CellPadding = SeriesDelegate::CellPadding;

/// Of the mark of the sorted column, in pixels: it grows with the letters beside it.
int markSize(const QFontMetrics &metrics)
{
    return std::max(8, metrics.ascent() / 2);
}

} // namespace

QSize PaddedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    // Nothing should be cut for half a pixel.
    return {item.fontMetrics.horizontalAdvance(item.text) + 2 * CellPadding + 2,
            option.fontMetrics.height() + 6};
}

QString PaddedDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    return QStyledItemDelegate::displayText(value, value.typeId() == QMetaType::Int ? QLocale() : locale);
}

void PaddedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    const QRect place = item.rect.adjusted(CellPadding, 0, -CellPadding, 0);
    const bool isSelected = item.state & QStyle::State_Selected;
    item.palette.setCurrentColorGroup(!(item.state & QStyle::State_Enabled)  ? QPalette::Disabled
                                      : !(item.state & QStyle::State_Active) ? QPalette::Inactive
                                                                             : QPalette::Active);
    painter->save();
    painter->setFont(item.font);
    const QFontMetrics metrics(item.font);
    const Qt::Alignment sides = item.displayAlignment & Qt::AlignHorizontal_Mask;
    style->drawItemText(painter, place, int(sides | Qt::AlignVCenter), item.palette, true,
                        metrics.elidedText(item.text, item.textElideMode, place.width() + 1),
                        isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->restore();
    if (item.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(item);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = item.palette.color(isSelected ? QPalette::Highlight : QPalette::Window);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, item.widget);
    }
}

PaddedHeader::PaddedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setMinimumSectionSize(20);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QString PaddedHeader::label(int column) const
{
    return model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
}

int PaddedHeader::labelWidth(int column) const
{
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    return fontMetrics().horizontalAdvance(label(column)) + 2 * SeriesDelegate::CellPadding +
           (sorted ? markSize(fontMetrics()) + MarkGap : 0);
}

QSize PaddedHeader::sectionSizeFromContents(int column) const
{
    return {labelWidth(column), QHeaderView::sectionSizeFromContents(column).height()};
}

void PaddedHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    option->text = label(column);
}

void PaddedHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    if (!rect.isValid())
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    initStyleOptionForIndex(&option, column);
    option.rect = rect;
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->restore();

    // The label stands exactly above what it names; the mark stands on the side that the label leaves free.
    QRect place = rect.adjusted(SeriesDelegate::CellPadding, 0, -SeriesDelegate::CellPadding, 0);
    const bool right = option.textAlignment & Qt::AlignRight;
    if (isSortIndicatorShown() && sortIndicatorSection() == column) {
        QStyleOptionHeaderV2 mark = option;
        mark.sortIndicator = sortIndicatorOrder() == Qt::AscendingOrder ? QStyleOptionHeader::SortDown
                                                                        : QStyleOptionHeader::SortUp;
        const int size = markSize(fontMetrics());
        const int y = place.center().y() - size / 2 + 1;
        const int text = fontMetrics().horizontalAdvance(option.text);
        const int x = right ? std::max(place.left() - 2, place.right() - text - MarkGap - size + 1)
                            : std::min(place.right() - size + 1, place.left() + text + MarkGap);
        mark.rect = QRect(x, y, size, size);
        style()->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &mark, painter, this);
        place.adjust(right ? size : 0, 0, right ? 0 : -size, 0);
    }
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, place.width() + 1);
    style()->drawItemText(painter, place, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          option.palette, isEnabled(), text, QPalette::ButtonText);
}

} // namespace loredesk::ui
