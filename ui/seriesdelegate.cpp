// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesdelegate.h"

#include "models/items/roles.h"
#include "models/items/seriestreemodel.h"
#include "ui/readabledate.h"
#include "ui/shortname.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

using Column = items::SeriesTreeModel::Column;

bool isNumber(int column)
{
    switch (column) {
    case Column::Version:
    case Column::Patches:
    case Column::Replies:
    case Column::Acked:
    case Column::Reviewed:
    case Column::Tested:
        return true;
    default:
        return false;
    }
}

/// Where none is the usual count. (A version 0 is a version.)
bool isCount(int column)
{
    return isNumber(column) && column != Column::Version && column != Column::Patches;
}

items::NodeKind kindOf(const QModelIndex &index)
{
    return static_cast<items::NodeKind>(index.data(items::NodeKindRole).toInt());
}

const QString &noneMark()
{
    static const QString mark = u"·"_s;
    return mark;
}

const QString &nackWord()
{
    static const QString word = u"NACK"_s;
    return word;
}

} // namespace

SeriesDelegate::SeriesDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

const Theme &SeriesDelegate::theme(const QPalette &palette) const
{
    if (palette.cacheKey() != m_themeKey) {
        m_theme = Theme::of(palette);
        m_themeKey = palette.cacheKey();
    }
    return m_theme;
}

QString SeriesDelegate::text(const QModelIndex &index, const QDateTime &now)
{
    if (index.column() == Column::Date)
        return readableDate(index.data(items::DateRole).toLongLong(), now);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.column() == Column::Title && text.trimmed().isEmpty())
        return tr("(no subject)");
    // Most counts are none; as a dot they leave the page to those that say something.
    if (isCount(index.column()) && text == "0"_L1)
        return noneMark();
    if (index.column() == Column::Patches && !text.isEmpty() && index.data(items::IncompleteRole).toBool())
        return u"○ "_s + text;
    return text;
}

void SeriesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = this->theme(option->palette);
    const items::NodeKind kind = kindOf(index);
    const int column = index.column();

    option->text = text(index, QDateTime::currentDateTime());
    option->textElideMode = Qt::ElideRight;
    option->displayAlignment = (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    if (isNumber(column) || column == Column::Date)
        option->font = tabularFigures(option->font);

    const bool missing = kind == items::NodeKind::MissingPatch;
    const bool faded = kind == items::NodeKind::EarlierVersion || index.data(items::SupersededRole).toBool();
    const bool isMark = column == Column::Mark;
    const auto mark = catalog::Mark(index.data(items::MarkRole).toInt());
    const bool outdatedMark = isMark && index.data(items::MarkOutdatedRole).toBool();
    // What there is nothing to be done about is muted.
    const bool settledMark =
        isMark && mark != catalog::Mark::ToReview && !(mark == catalog::Mark::Waiting && outdatedMark);
    QColor color;
    if (missing || (column == Column::Patches && index.data(items::IncompleteRole).toBool()))
        color = theme.warning;
    else if (faded || (isCount(column) && option->text == noneMark()) || column == Column::Author ||
             column == Column::Date || settledMark || index.data(items::BotRole).toBool())
        color = theme.muted;
    if (column == Column::Title && index.data(Qt::DisplayRole).toString().trimmed().isEmpty())
        color = theme.muted;
    if (missing || faded || (settledMark && outdatedMark))
        option->font.setItalic(true);
    // A mark is no news, and has room for its words as they are.
    if (!isMark && index.siblingAtColumn(0).data(items::NewRole).toBool())
        option->font.setBold(true);
    if (color.isValid())
        option->palette.setColor(QPalette::Text, color);
    option->fontMetrics = QFontMetrics(option->font);
}

void SeriesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const bool selected = item.state & QStyle::State_Selected;
    const bool enabled = item.state & QStyle::State_Enabled;
    // The branch of the tree is padding enough on the title's left.
    const int left = index.column() == Column::Title ? 2
                     : isNumber(index.column())      ? CountPadding
                                                     : CellPadding;
    QRect place = item.rect.adjusted(left, 0, -CellPadding, 0);
    painter->save();
    painter->setFont(item.font);
    if (index.column() == Column::Title && index.data(items::NackRole).toInt() > 0) {
        // The word stands at the end of the cell, so that a long title cannot push it out of sight.
        painter->setPen(selected ? item.palette.color(QPalette::HighlightedText)
                                 : theme(option.palette).warning);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, nackWord());
        place.setRight(place.right() - item.fontMetrics.horizontalAdvance(nackWord()) - CellPadding);
    }
    if (index.column() == Column::Title) {
        paintMark(painter, option, index, place);
        paintFound(painter, item, index, place);
    }
    // The end of a name tells people apart better than the beginning of it alone.
    // (The advance is rounded: a name may be cut that is no wider by it than its place.)
    if (index.column() == Column::Author &&
        item.fontMetrics.elidedText(item.text, Qt::ElideRight, place.width()) != item.text)
        item.text = shortName(item.text);
    style->drawItemText(painter, place, int(item.displayAlignment), item.palette, enabled,
                        item.fontMetrics.elidedText(item.text, item.textElideMode, place.width()),
                        selected ? QPalette::HighlightedText : QPalette::Text);
    painter->restore();
}

void SeriesDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, QRect &place) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (!view || !view->isColumnHidden(Column::Mark))
        return;
    const QModelIndex mark = index.siblingAtColumn(Column::Mark);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, mark);
    if (item.text.isEmpty())
        return;
    const QFont before = painter->font();
    painter->setFont(item.font);
    const int width = item.fontMetrics.horizontalAdvance(item.text);
    painter->setPen(
        item.palette.color(item.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, item.text);
    painter->setFont(before);
    place.setRight(place.right() - width - 2 * CellPadding);
}

void SeriesDelegate::paintFound(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index,
                                QRect &place) const
{
    const bool own = index.data(items::FoundRole).toBool();
    const int count = index.data(items::FoundCountRole).toInt();
    const bool selected = item.state & QStyle::State_Selected;
    const Theme &theme = this->theme(item.palette);
    // A row that is itself what was found needs no number: it is there.
    if (count > 1 || (count == 1 && !own)) {
        const QString text = count == 1 ? tr("1 found") : tr("%Ln found", nullptr, count);
        const QFont bold = painter->font();
        painter->setFont(item.widget ? item.widget->font() : bold);
        const int width = painter->fontMetrics().horizontalAdvance(text);
        painter->setPen(selected ? item.palette.color(QPalette::HighlightedText) : theme.muted);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
        painter->setFont(bold);
        place.setRight(place.right() - width - 2 * CellPadding);
    } else if (own && !index.parent().isValid()) {
        return;
    }
    if (own && index.parent().isValid()) {
        const QRect mark(place.left() - 1, place.top() + 3, 3, place.height() - 6);
        painter->fillRect(mark, selected ? item.palette.color(QPalette::HighlightedText) : theme.chart[1]);
        place.setLeft(place.left() + CellPadding);
    }
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    return {item.fontMetrics.horizontalAdvance(item.text) + 2 * CellPadding,
            QFontMetrics(option.font).height() + 6};
}

bool SeriesDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (index.column() == Column::Date) {
        QToolTip::showText(event->globalPos(),
                           fullDate(index.data(items::DateRole).toLongLong(), QDateTime::currentDateTime()),
                           view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace loredesk::ui
