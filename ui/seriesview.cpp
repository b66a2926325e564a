// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seriesview.h"

#include "models/base/hostiletext.h"
#include "ui/lorelink.h"
#include "ui/seriescolumns.h"
#include "ui/seriesdelegate.h"
#include "ui/seriesheader.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

using Column = items::SeriesTreeModel::Column;

constexpr int SmallBranch = 8; ///< as the styles have it

/// Of the arrow before a row that opens, in pixels: it grows with the letters beside it.
int branchSize(const QFontMetrics &metrics)
{
    return std::max(SmallBranch, metrics.ascent() / 2);
}

} // namespace

SeriesView::SeriesView(QWidget *parent)
    : QTreeView(parent)
    , m_contextMenu(new QMenu(this))
{
    setObjectName(u"seriesView"_s);
    setAccessibleName(tr("Series"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DragOnly);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setIndentation(2 * branchSize(fontMetrics()));
    setAnimated(false);
    setItemDelegate(new SeriesDelegate(this));
    auto *header = new SeriesHeader;
    setHeader(header);
    m_columns = new SeriesColumns(this, header);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { m_expanded.insert(index); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_expanded.remove(index); });
    makeMenus();
}

void SeriesView::makeMenus()
{
    const auto action = [this](const QString &text, const QString &name, const QKeySequence &keys,
                               auto slot) {
        QAction *made = m_contextMenu->addAction(text);
        made->setObjectName(name);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, slot);
        addAction(made);
        m_rowActions << made;
    };
    action(tr("Copy &Message-ID"), u"copyMessageId"_s, QKeySequence::Copy, &SeriesView::copyMessageId);
    action(tr("Copy &Link to lore.kernel.org"), u"copyLink"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_C,
           &SeriesView::copyLink);
    action(tr("Copy &Subject"), u"copySubject"_s, Qt::CTRL | Qt::ALT | Qt::Key_C, &SeriesView::copySubject);
    m_contextMenu->addSeparator();
    action(tr("&Expand"), u"expandRow"_s, Qt::Key_Asterisk, &SeriesView::expandCurrent);
    action(tr("&Collapse Series"), u"collapseRow"_s, Qt::SHIFT | Qt::Key_Left, &SeriesView::collapseToSeries);
    m_contextMenu->addSeparator();
    action(tr("Show Only This &Author"), u"onlyAuthor"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_A,
           &SeriesView::requestAuthor);

    // The mail reader's keys, beside the standard ones; only while the tree has the focus.
    const auto move = [this](const QString &text, const QString &name, Qt::Key key, auto slot) {
        auto *made = new QAction(text, this);
        made->setObjectName(name);
        made->setShortcut(key);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, slot);
        addAction(made);
        m_moveActions << made;
    };
    move(tr("&Next Row"), u"nextRow"_s, Qt::Key_J, &SeriesView::nextRow);
    move(tr("&Previous Row"), u"previousRow"_s, Qt::Key_K, &SeriesView::previousRow);
    move(tr("Next &Series"), u"nextSeries"_s, Qt::Key_N, &SeriesView::nextSeries);
    move(tr("Pre&vious Series"), u"previousSeries"_s, Qt::Key_P, &SeriesView::previousSeries);
    move(tr("&Open and Read"), u"openRow"_s, Qt::Key_O, &SeriesView::openCurrent);
    updateRowActions();
}

void SeriesView::setSeries(items::SeriesFilterModel *model)
{
    m_series = model;
    setModel(model);
    setSortingEnabled(true);
    // Behind the connection that sorts: what one reads stays in view.
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &SeriesView::showCurrent,
            Qt::UniqueConnection);
    m_columns->setUp();
    updateRowActions();
}

void SeriesView::showCurrent()
{
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

base::MessageIndex SeriesView::currentMessage() const
{
    const QVariant row = currentIndex().siblingAtColumn(0).data(items::MessageRole);
    return row.isValid() ? base::MessageIndex(row.toUInt()) : base::MessageIndex();
}

bool SeriesView::showMessage(base::MessageIndex message)
{
    if (!m_series)
        return false;
    const QModelIndex index = m_series->indexOf(message);
    if (!index.isValid())
        return false;
    goTo(index);
    scrollTo(index);
    return true;
}

void SeriesView::returnTo(base::MessageIndex message)
{
    const catalog::CatalogPtr catalog = m_series ? m_series->catalog() : nullptr;
    if (!catalog || !message.isValid() || currentIndex().isValid())
        return;
    TreePlace::Row row{catalog->message(message).messageId};
    if (row.messageId == m_last.messageId)
        row = m_last;
    if (const QModelIndex index = indexOf(row); index.isValid()) {
        goTo(index);
        scrollTo(index);
    }
}

void SeriesView::selectFirst()
{
    if (model() && model()->rowCount() > 0) {
        goTo(model()->index(0, 0));
        scrollToTop();
    }
}

TreePlace::Row SeriesView::rowAt(const QModelIndex &index) const
{
    const auto kind = items::NodeKind(index.data(items::NodeKindRole).toInt());
    return {index.siblingAtColumn(0).data(items::MessageIdRole).toByteArray(),
            kind == items::NodeKind::Series || kind == items::NodeKind::EarlierVersion};
}

QModelIndex SeriesView::indexOf(const TreePlace::Row &row) const
{
    const items::SeriesTreeModel *tree = m_series ? m_series->seriesModel() : nullptr;
    if (row.messageId.isEmpty() || !tree || !tree->catalog())
        return {};
    const base::MessageIndex message = tree->catalog()->find(row.messageId);
    if (!message.isValid())
        return {};
    const base::SeriesIndex series = tree->catalog()->seriesOf(message);
    if (row.isSeries && series.isValid())
        return m_series->mapFromSource(tree->indexOf(series));
    return m_series->indexOf(message);
}

TreePlace SeriesView::place() const
{
    TreePlace place;
    if (currentIndex().isValid())
        place.current = rowAt(currentIndex().siblingAtColumn(0));
    if (const QModelIndexList rows = chosenRows(); rows.size() > 1) {
        for (const QModelIndex &row : rows)
            place.selected << rowAt(row);
    }
    for (const QPersistentModelIndex &index : m_expanded) {
        if (index.isValid())
            place.expanded << rowAt(index);
    }
    const QModelIndex top = indexAt(QPoint(0, 0));
    if (top.isValid() && verticalScrollBar()->value() > 0) {
        place.top = rowAt(top.siblingAtColumn(0));
        place.offset = visualRect(top).top();
    }
    return place;
}

bool SeriesView::restorePlace(const TreePlace &place)
{
    m_expanded.clear(); // rows of before
    for (const TreePlace::Row &row : place.expanded) {
        if (const QModelIndex index = indexOf(row); index.isValid())
            expand(index);
    }
    const QModelIndex current = indexOf(place.current);
    if (current.isValid())
        goTo(current);
    for (const TreePlace::Row &row : place.selected) {
        if (const QModelIndex index = indexOf(row); index.isValid())
            selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const QModelIndex top = indexOf(place.top);
    if (top.isValid()) {
        scrollTo(top, PositionAtTop);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - place.offset);
    } else if (place.top.messageId.isEmpty()) {
        scrollToTop();
    }
    return current.isValid();
}

void SeriesView::resetColumns()
{
    m_columns->reset();
}

QByteArray SeriesView::columnState() const
{
    return m_columns->state();
}

bool SeriesView::restoreColumnState(const QByteArray &state)
{
    return m_columns->restore(state);
}

QMenu *SeriesView::columnsMenu() const
{
    return m_columns->menu();
}

void SeriesView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int sideways = horizontalScrollBar()->value();
    QTreeView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(sideways);
}

void SeriesView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const bool selected = selectionModel()->isSelected(index);
    const int size = branchSize(fontMetrics());
    if (!model()->hasChildren(index) || (!selected && size == SmallBranch)) {
        QTreeView::drawBranches(painter, rect, index);
        return;
    }
    // Styles draw the arrow in the colour of text, which is lost on the ground of the selection, and in one
    // size whatever that of the letters.
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect =
        QStyle::visualRect(layoutDirection(), rect,
                           QRect(rect.right() - indentation() + 1, rect.top(), indentation(), rect.height()));
    option.rect = QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {size, size}, option.rect);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        option.palette.setColor(role,
                                option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QStyle::PrimitiveElement closed =
        isRightToLeft() ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
    style()->drawPrimitive(isExpanded(index) ? QStyle::PE_IndicatorArrowDown : closed, &option, painter,
                           this);
}

void SeriesView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    if (!hasFocus())
        softenSelection(option->palette);
}

void SeriesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_columns->fit();
}

void SeriesView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns) {
        setIndentation(2 * branchSize(fontMetrics()));
        m_columns->measureAgain();
    }
}

void SeriesView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    updateRowActions();
    emit choiceChanged();
    if (!current.isValid())
        return;
    const QModelIndex row = current.siblingAtColumn(0);
    m_last = rowAt(row);
    const QVariant message = row.data(items::MessageRole);
    if (message.isValid())
        emit messageSelected(base::MessageIndex(message.toUInt()));
    else
        emit missingSelected(row.data(items::SlotRole).toInt());
}

void SeriesView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !indexAt(event->pos()).isValid())
        return;
    if (currentIndex().isValid()) {
        const QPoint at = event->reason() == QContextMenuEvent::Mouse
                              ? event->globalPos()
                              : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
        m_contextMenu->popup(at);
    }
}

void SeriesView::updateRowActions()
{
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    const bool message = row.isValid() && row.data(items::MessageRole).isValid();
    for (QAction *action : std::as_const(m_rowActions)) {
        const QString name = action->objectName();
        if (name == "expandRow"_L1 || name == "collapseRow"_L1)
            action->setEnabled(row.isValid());
        else
            action->setEnabled(message);
    }
}

QModelIndex SeriesView::topLevel(QModelIndex index) const
{
    while (index.parent().isValid())
        index = index.parent();
    return index;
}

void SeriesView::moveRow(int step)
{
    if (!currentIndex().isValid())
        return selectFirst();
    const QModelIndex next = step > 0 ? indexBelow(currentIndex()) : indexAbove(currentIndex());
    if (next.isValid())
        goTo(next);
}

void SeriesView::moveSeries(int step)
{
    if (!currentIndex().isValid())
        return selectFirst();
    const QModelIndex top = topLevel(currentIndex()).siblingAtColumn(0);
    // Back goes to the series one is in first, as in a text.
    const bool inside = top != currentIndex().siblingAtColumn(0);
    const QModelIndex next = step < 0 && inside ? top : top.siblingAtRow(top.row() + step);
    if (next.isValid())
        goTo(next);
}

void SeriesView::copyMessageId()
{
    copyEach([](const series::MessageHead &head) { return QString::fromUtf8(head.messageId); });
}

void SeriesView::copyLink()
{
    copyEach([](const series::MessageHead &head) {
        return head.messageId.isEmpty() ? QString() : loreLink(head.messageId);
    });
}

void SeriesView::copySubject()
{
    copyEach([](const series::MessageHead &head) { return base::visibleLine(head.subject); });
}

void SeriesView::copyEach(const std::function<QString(const series::MessageHead &)> &text)
{
    if (!m_series || !m_series->seriesModel() || !m_series->seriesModel()->catalog())
        return;
    QStringList lines;
    for (const base::MessageIndex message : selectedMessages())
        lines << text(m_series->seriesModel()->catalog()->message(message));
    lines.removeAll(QString());
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void SeriesView::keyPressEvent(QKeyEvent *event)
{
    // Not as a shortcut: Enter belongs to whatever has the focus.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // QTreeView opens and closes rows by these whatever is held with them; Ctrl makes them a zoom, or
    // nothing.
    const bool isSign = event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus ||
                        event->key() == Qt::Key_Asterisk || event->key() == Qt::Key_Slash;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier))
        openCurrent();
    else if (isSign && (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

void SeriesView::openCurrent()
{
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    if (!row.isValid())
        return selectFirst();
    expand(row);
    emit readingWanted();
}

void SeriesView::expandCurrent()
{
    if (currentIndex().isValid())
        expandRecursively(currentIndex().siblingAtColumn(0));
}

void SeriesView::collapseToSeries()
{
    if (!currentIndex().isValid())
        return;
    const QModelIndex top = topLevel(currentIndex()).siblingAtColumn(0);
    goTo(top);
    collapse(top);
}

void SeriesView::requestAuthor()
{
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    const QString address = row.data(items::KeyRole).toString();
    if (!address.isEmpty())
        emit authorRequested(address, row.siblingAtColumn(Column::Author).data().toString());
}

} // namespace loredesk::ui
