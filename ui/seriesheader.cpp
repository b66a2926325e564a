// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesheader.h"

#include "models/items/seriestreemodel.h"

#include <QStyleOptionHeader>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

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
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this) + 3);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    const int mark = sorted ? style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, this) + margin : 0;
    return fontMetrics().horizontalAdvance(label(column)) + margin + mark;
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

} // namespace loredesk::ui
