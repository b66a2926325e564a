// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outlinesplitter.h"

#include "ui/diffoutline.h"
#include "ui/theme.h"

#include <QVBoxLayout>

#include <algorithm>

namespace loredesk::ui {

namespace {

constexpr int LeastCellsSideBySide = 120;
constexpr int WidestOutline = 360;

} // namespace

OutlineSplitter::OutlineSplitter(DiffOutline *outline, QWidget *diff, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_outline(outline)
    , m_side(new QWidget)
{
    m_side->setAutoFillBackground(true); // it is the room between the frame and the titles
    m_side->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(8, 4, 4, 0);
    column->addWidget(m_outline);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    addWidget(m_side);
    addWidget(diff);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    m_outline->setMinimumHeight(2 * (m_outline->fontMetrics().height() + 4));
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
}

void OutlineSplitter::setRows(int rows, bool isShown)
{
    m_rows = rows;
    m_side->setVisible(isShown);
    if (!m_isMoved)
        arrange();
}

void OutlineSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const int cells = width() / std::max(1, QFontMetrics(mailFont()).horizontalAdvance(u'm'));
    const auto wanted = cells < LeastCellsSideBySide ? Qt::Vertical : Qt::Horizontal;
    if (wanted == orientation() && m_isMoved)
        return;
    m_isMoved = m_isMoved && wanted == orientation();
    setOrientation(wanted);
    arrange();
}

void OutlineSplitter::arrange()
{
    const bool isAbove = orientation() == Qt::Vertical;
    const int all = isAbove ? height() : width();
    const int list = isAbove ? std::min((m_outline->fontMetrics().height() + 4) * m_rows + 8, all * 3 / 10)
                             : std::min(WidestOutline, all * 3 / 10);
    setSizes({list, all - list});
}

} // namespace loredesk::ui
