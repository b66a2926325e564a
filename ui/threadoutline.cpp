// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threadoutline.h"

#include "models/items/threadmodel.h"
#include "ui/readabledate.h"
#include "ui/theme.h"
#include "ui/threaddelegate.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using items::ThreadModel;

namespace {

constexpr int LeastRows = 2;

} // namespace

ThreadOutline::ThreadOutline(ThreadModel *model, QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"threadOutline"_s);
    setAccessibleName(tr("Outline of the conversation"));
    setModel(model);
    setItemDelegate(new ThreadDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(ThreadModel::Author, QHeaderView::Interactive);
    header()->setSectionResizeMode(ThreadModel::Title, QHeaderView::Stretch);
    header()->setSectionResizeMode(ThreadModel::Date, QHeaderView::Fixed);
    header()->resizeSection(ThreadModel::Author, fontMetrics().averageCharWidth() * 38);
    header()->resizeSection(
        ThreadModel::Date,
        fontMetrics().horizontalAdvance(dateText(QDate(2000, 9, 20), DateForm::DayMonthYear)) + 24);
}

QSize ThreadOutline::minimumSizeHint() const
{
    return {QTreeView::minimumSizeHint().width(), LeastRows * std::max(1, sizeHintForRow(0))};
}

int ThreadOutline::wantedHeight(int all) const
{
    const int row = std::max(1, sizeHintForRow(0));
    return row * std::clamp(all * 3 / 10 / row, LeastRows, std::max(LeastRows, model()->rowCount()));
}

void ThreadOutline::goToRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    const bool isInSight = viewport()->rect().contains(visualRect(index));
    setCurrentIndex(index);
    if (!isInSight)
        scrollTo(index, PositionAtCenter);
}

void ThreadOutline::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    if (!hasFocus())
        softenSelection(option->palette);
}

} // namespace loredesk::ui
