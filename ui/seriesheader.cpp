// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesheader.h"

#include "models/items/seriestreemodel.h"

using namespace Qt::StringLiterals;

namespace loredesk::ui {

SeriesHeader::SeriesHeader(QWidget *parent)
    : PaddedHeader(parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setStretchLastSection(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QString SeriesHeader::label(int column) const
{
    return column == items::SeriesTreeModel::Replies ? u"↩"_s : PaddedHeader::label(column);
}

} // namespace loredesk::ui
