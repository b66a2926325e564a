// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diffoutline.h"

#include "ui/foldtriangle.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// So many rows are made in one step.
constexpr qsizetype TakenAtOnce = 500;
constexpr int TriangleSize = 10;
constexpr int FoldedRole = Qt::UserRole;

QIcon triangle(bool folded, const QPalette &palette, qreal ratio)
{
    QIcon icon;
    for (const bool selected : {false, true}) {
        QPixmap pixmap(QSize(TriangleSize, TriangleSize) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintFoldTriangle(painter, QRectF(1, 1, TriangleSize - 2, TriangleSize - 2), folded,
                          palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter.end();
        icon.addPixmap(pixmap, selected ? QIcon::Selected : QIcon::Normal);
    }
    return icon;
}

} // namespace

DiffOutline::DiffOutline(QWidget *parent)
    : QTreeWidget(parent)
    , m_taking(new QTimer(this))
{
    setAccessibleName(tr("Files of the diff"));
    setColumnCount(3);
    setHeaderLabels({tr("File"), u"+"_s, u"\u2212"_s}); // hidden, but they would widen the columns
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideLeft);
    setIndentation(0);
    setIconSize({TriangleSize, TriangleSize});
    header()->setMinimumSectionSize(24);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    header()->setResizeContentsPrecision(200);
    setHeaderHidden(true);
    m_taking->setInterval(0);
    connect(m_taking, &QTimer::timeout, this, &DiffOutline::takeMore);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item && hasFocus())
            emit fileChosen(indexOfTopLevelItem(item), false);
    });
    connect(this, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem *item) { emit fileChosen(indexOfTopLevelItem(item), true); });
    restyle();
}

void DiffOutline::setFiles(const QList<MessageDocument::File> &files)
{
    clear();
    m_waiting = files;
    takeMore();
}

void DiffOutline::takeMore()
{
    const qsizetype first = topLevelItemCount();
    const qsizetype end = std::min(m_waiting.size(), first + TakenAtOnce);
    QList<QTreeWidgetItem *> items;
    for (qsizetype i = first; i < end; ++i) {
        const MessageDocument::File &file = m_waiting[i];
        auto *item = new QTreeWidgetItem({file.path, file.added > 0 ? u"+%1"_s.arg(file.added) : QString(),
                                          file.removed > 0 ? u"\u2212%1"_s.arg(file.removed) : QString()});
        item->setToolTip(0, file.detail.isEmpty() ? file.path : file.path + u'\n' + file.detail);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        showFold(item, m_isFolded && m_isFolded(int(i)));
        items += item;
    }
    addTopLevelItems(items);
    if (end < m_waiting.size()) {
        m_taking->start();
    } else {
        m_taking->stop();
        m_waiting.clear();
    }
}

void DiffOutline::showFold(QTreeWidgetItem *item, bool folded)
{
    item->setIcon(0, folded ? m_closed : m_open);
    item->setData(0, FoldedRole, folded);
    item->setData(0, Qt::AccessibleTextRole, folded ? tr("%1, folded").arg(item->text(0)) : item->text(0));
}

void DiffOutline::showFolds(const std::function<bool(int)> &isFolded)
{
    m_isFolded = isFolded;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = topLevelItem(i);
        if (item->data(0, FoldedRole).toBool() != isFolded(i))
            showFold(item, isFolded(i));
    }
}

QTreeWidgetItem *DiffOutline::triangleAt(const QPoint &position) const
{
    QTreeWidgetItem *item = itemAt(position);
    return item && position.x() < visualItemRect(item).left() + TriangleSize + 6 ? item : nullptr;
}

void DiffOutline::mousePressEvent(QMouseEvent *event)
{
    // A click on the triangle folds, and chooses nothing.
    if (event->button() == Qt::LeftButton && triangleAt(event->position().toPoint()))
        return;
    QTreeWidget::mousePressEvent(event);
}

void DiffOutline::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton) {
        if (QTreeWidgetItem *item = triangleAt(position)) {
            emit foldRequested(indexOfTopLevelItem(item), !item->data(0, FoldedRole).toBool());
            return;
        }
        // Also the file that is current already: one may have read on meanwhile.
        if (QTreeWidgetItem *item = itemAt(position))
            emit fileChosen(indexOfTopLevelItem(item), false);
    }
    QTreeWidget::mouseReleaseEvent(event);
}

void DiffOutline::keyPressEvent(QKeyEvent *event)
{
    QTreeWidgetItem *item = currentItem();
    const bool folded = item && item->data(0, FoldedRole).toBool();
    if (item && !(event->modifiers() & ~Qt::KeypadModifier)) {
        switch (event->key()) {
        case Qt::Key_Left:
            emit foldRequested(indexOfTopLevelItem(item), true);
            return;
        case Qt::Key_Right:
            emit foldRequested(indexOfTopLevelItem(item), false);
            return;
        case Qt::Key_Space:
            emit foldRequested(indexOfTopLevelItem(item), !folded);
            return;
        default:
            break;
        }
    }
    QTreeWidget::keyPressEvent(event);
}

void DiffOutline::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void DiffOutline::restyle()
{
    m_open = triangle(false, palette(), devicePixelRatioF());
    m_closed = triangle(true, palette(), devicePixelRatioF());
    for (int i = 0; i < topLevelItemCount(); ++i)
        topLevelItem(i)->setIcon(0, topLevelItem(i)->data(0, FoldedRole).toBool() ? m_closed : m_open);
}

} // namespace loredesk::ui
