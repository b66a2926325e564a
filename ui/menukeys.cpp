// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menukeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>

namespace loredesk::ui {

MenuKeys::MenuKeys(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool MenuKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride ||
        !qobject_cast<QMenu *>(QApplication::activePopupWidget()))
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!isPlain || key->text().isEmpty() || !key->text().front().isPrint())
        return QObject::eventFilter(watched, event);
    event->accept(); // no shortcut then, and the key goes to the menu
    return true;
}

} // namespace loredesk::ui
