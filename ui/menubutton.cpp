// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menubutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace loredesk::ui {

namespace {

constexpr int ArrowSize = 8;
constexpr int ArrowSpace = ArrowSize + 8;

} // namespace

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
}

QSize MenuButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(ArrowSpace, 0);
}

void MenuButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    const QString text = option.text;
    const QIcon icon = option.icon;
    // The ground over all of the button, then the label over what the arrow leaves.
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    option.text = text;
    option.icon = icon;
    const QRect whole = option.rect;
    option.rect = QStyle::visualRect(layoutDirection(), whole, whole.adjusted(2, 0, -ArrowSpace + 2, 0));
    painter.drawControl(QStyle::CE_ToolButtonLabel, option);
    option.rect = QStyle::visualRect(
        layoutDirection(), whole,
        QRect(whole.right() - ArrowSpace + 3, whole.center().y() - ArrowSize / 2 + 1, ArrowSize, ArrowSize));
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

} // namespace loredesk::ui
