// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidelist.h"

#include "models/items/roles.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

constexpr int Margin = 8;
constexpr int ShownMark = 3;
constexpr QChar BusyMark = u'…';
constexpr QChar FailedMark = u'⚠';

/// Empty: there is none.
QString countOf(const QModelIndex &index)
{
    const QVariant count = index.data(items::CountRole);
    return count.isValid() ? u"%L1"_s.arg(count.toInt()) : QString();
}

QString freshOf(const QModelIndex &index)
{
    const int fresh = index.data(items::NewCountRole).toInt();
    return fresh > 0 ? u"+%L1"_s.arg(fresh) : QString();
}

/// All of a row, with what stands on the right of the name.
int widthOf(const QModelIndex &index, const QFont &font)
{
    const QFontMetrics figures(tabularFigures(font));
    int width = QFontMetrics(font).horizontalAdvance(index.data().toString());
    QStringList right{countOf(index), freshOf(index)};
    if (index.data(items::BusyRole).toBool())
        right << QString(BusyMark);
    if (index.data(items::FailedRole).toBool())
        right << QString(FailedMark);
    for (const QString &text : std::as_const(right)) {
        if (!text.isEmpty())
            width += Margin + figures.horizontalAdvance(text);
    }
    return width + 2 * Margin;
}

/// Draws a row: the name gives way to the numbers.
class SideDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.averageCharWidth() * 12, option.fontMetrics.height() + 6};
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &) const override
    {
        // All of the row, so that a longer name has room; what is typed stands where the name stood.
        editor->setGeometry(option.rect);
        if (auto *field = qobject_cast<QLineEdit *>(editor)) {
            constexpr int own = 2; // QLineEdit's, left of the text
            field->setTextMargins(Margin - own, 0, Margin - own, 0);
        }
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem box = option;
        initStyleOption(&box, index);
        const QString name = box.text;
        box.text.clear();
        const bool hasFocus = box.widget->hasFocus();
        if (!hasFocus) // what is shown is marked in every list
            softenSelection(box.palette);
        box.widget->style()->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);

        const bool isSelected = hasFocus && (option.state & QStyle::State_Selected);
        const bool isSoft = !hasFocus && (option.state & QStyle::State_Selected);
        const auto group = !(option.state & QStyle::State_Enabled) ? QPalette::Disabled
                           : (option.state & QStyle::State_Active) ? QPalette::Active
                                                                   : QPalette::Inactive;
        const Theme theme = Theme::of(option.palette);
        const QColor plain =
            option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        QRect room = option.rect.adjusted(Margin, 0, -Margin, 0);
        painter->setFont(tabularFigures(option.font));
        const QFontMetrics figures(painter->font());
        const auto put = [&](const QString &text, const QColor &color) {
            painter->setPen(color);
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
            room.setRight(room.right() - figures.horizontalAdvance(text) - Margin);
        };
        if (const QString count = countOf(index); !count.isEmpty())
            put(count, isSelected || isSoft ? plain : theme.muted);
        if (const QString fresh = freshOf(index); !fresh.isEmpty())
            put(fresh, isSelected || isSoft ? plain : theme.trailer);
        const bool isWaiting = index.data(items::BusyRole).toBool();
        if (isWaiting)
            put(QString(BusyMark), isSelected ? plain : theme.muted);
        if (index.data(items::FailedRole).toBool())
            put(QString(FailedMark), isSelected ? plain : theme.warning);
        // The selection says what is shown, unless the user is at another row.
        if (index.data(items::CurrentRole).toBool() && !(option.state & QStyle::State_Selected))
            painter->fillRect(QRect(option.rect.topLeft(), QSize(ShownMark, option.rect.height())),
                              option.palette.color(QPalette::Highlight));
        painter->setFont(option.font);
        painter->setPen(isWaiting && !isSelected ? theme.muted : plain);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(name, Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

SideList::SideList(const QString &name, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SideDelegate(this));
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
}

void SideList::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_watched))
        disconnect(connection);
    m_watched.clear();
    QListView::setModel(model);
    if (model) {
        const auto rowsChanged = [this] { measure(true); };
        m_watched << connect(model, &QAbstractItemModel::modelReset, this, rowsChanged)
                  << connect(model, &QAbstractItemModel::rowsInserted, this, rowsChanged)
                  << connect(model, &QAbstractItemModel::rowsRemoved, this, rowsChanged)
                  << connect(model, &QAbstractItemModel::dataChanged, this, [this] { measure(false); });
    }
    measure(true);
}

void SideList::measure(bool mayShrink)
{
    int width = mayShrink ? 0 : m_contentWidth;
    const int rows = model() ? model()->rowCount() : 0;
    for (int row = 0; row < rows; ++row)
        width = std::max(width, widthOf(model()->index(row, 0), font()));
    if (width == m_contentWidth)
        return;
    m_contentWidth = width;
    emit contentWidthChanged();
}

void SideList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure(true);
}

void SideList::showRow(int row)
{
    if (!model())
        return;
    m_isQuiet = true;
    const QModelIndex index = model()->index(row, 0);
    if (index.isValid()) {
        setCurrentIndex(index);
    } else {
        clearSelection();
        setCurrentIndex({});
    }
    m_isQuiet = false;
}

int SideList::contentHeight() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return std::max(1, rows) * (fontMetrics().height() + 6);
}

QSize SideList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 28, contentHeight()};
}

void SideList::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void SideList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_placeholder.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::of(palette()).muted);
    const QRect room(Margin, 0, viewport()->width() - 2 * Margin, fontMetrics().height() + 6);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_placeholder, Qt::ElideRight, room.width()));
}

QSize SideList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height() + 6};
}

void SideList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // The view goes on to a neighbour; the user did not.
    m_isQuiet = true;
    QListView::rowsAboutToBeRemoved(parent, first, last);
    m_isQuiet = false;
}

void SideList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isQuiet && current.isValid())
        emit chosen(current);
}

void SideList::focusInEvent(QFocusEvent *event)
{
    // Where no row is current the view takes the first, before the click says which one is meant.
    m_isQuiet = event->reason() == Qt::MouseFocusReason;
    QListView::focusInEvent(event);
    m_isQuiet = false;
}

void SideList::keyPressEvent(QKeyEvent *event)
{
    // With Alt the arrows move a row; where it cannot move any further, one does not go on instead.
    if (event->modifiers() & Qt::AltModifier)
        return;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState &&
        currentIndex().isValid())
        emit chosenAgain(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void SideList::mousePressEvent(QMouseEvent *event)
{
    // The other button asks what can be done with a row, and does not go there.
    if (event->button() != Qt::LeftButton)
        return;
    const QPersistentModelIndex before = currentIndex();
    QListView::mousePressEvent(event);
    if (before.isValid() && indexAt(event->position().toPoint()) == before)
        emit chosenAgain(before);
}

void SideList::endMenu()
{
    m_menuRow = QPersistentModelIndex();
}

void SideList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    m_menuRow = isMouse ? indexAt(event->pos()) : currentIndex();
    emit menuRequested(isMouse ? event->globalPos()
                               : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
    event->accept();
}

} // namespace loredesk::ui
