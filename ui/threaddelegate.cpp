// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threaddelegate.h"

#include "models/items/threadmodel.h"
#include "ui/readabledate.h"
#include "ui/theme.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using items::ThreadModel;

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 6};
}

void ThreadDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isGhost = index.data(items::GhostRole).toBool();
    option->font.setBold(index.data(items::NewRole).toBool());
    option->font.setItalic(isGhost);
    // Who reads a long conversation follows the names; the rest steps back.
    if (isGhost || index.column() != ThreadModel::Author) {
        const QColor muted = Theme::of(option->palette).muted;
        option->palette.setColor(QPalette::Text, muted);
        option->palette.setColor(QPalette::WindowText, muted);
    }
    if (index.column() == ThreadModel::Author) {
        const int depth = std::min(index.data(items::DepthRole).toInt(), DeepestIndent);
        // Blanks as wide as the mark, so that names of one level stand below each other.
        const QString mark = index.data(items::CurrentRole).toBool() ? u"\u25cf "_s : u"\u2003\u2009"_s;
        option->text = mark + QString(depth, u'\u2003') + option->text;
        if (index.data(items::SlotRole).isValid())
            option->text += u"  %1/%2"_s.arg(index.data(items::SlotRole).toInt())
                                .arg(index.data(items::TotalRole).toInt());
    } else if (index.column() == ThreadModel::Date) {
        option->text = readableDate(index.data(items::DateRole).toLongLong(), QDateTime::currentDateTime());
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        option->font = tabularFigures(option->font);
    }
    option->fontMetrics = QFontMetrics(option->font);
}

} // namespace loredesk::ui
