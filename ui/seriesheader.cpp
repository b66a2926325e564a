// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesheader.h"

#include "models/items/seriestreemodel.h"
#include "ui/seriesdelegate.h"

#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int MarkGap = 4;

/// Of the mark of the sorted column, in pixels: it grows with the letters beside it.
int markSize(const QFontMetrics &metrics)
{
    return std::max(8, metrics.ascent() / 2);
}

} // namespace

SeriesHeader::SeriesHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setStretchLastSection(false);
    setHighlightSections(false);
    setMinimumSectionSize(20);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QString SeriesHeader::label(int column) const
{
    if (column == items::SeriesTreeModel::Replies)
        return u"↩"_s;
    return model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
}

int SeriesHeader::labelWidth(int column) const
{
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    return fontMetrics().horizontalAdvance(label(column)) + 2 * SeriesDelegate::CellPadding +
           (sorted ? markSize(fontMetrics()) + MarkGap : 0);
}

QSize SeriesHeader::sectionSizeFromContents(int column) const
{
    return {labelWidth(column), QHeaderView::sectionSizeFromContents(column).height()};
}

void SeriesHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    option->text = label(column);
}

void SeriesHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
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
