// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keyfieldaccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeySequenceEdit>

namespace loredesk::ui {

namespace {

class KeyFieldAccess : public QAccessibleWidget
{
public:
    explicit KeyFieldAccess(QKeySequenceEdit *field)
        : QAccessibleWidget(field, QAccessible::HotkeyField)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        return static_cast<QKeySequenceEdit *>(widget())->keySequence().toString(QKeySequence::NativeText);
    }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *field = qobject_cast<QKeySequenceEdit *>(object);
    return field ? new KeyFieldAccess(field) : nullptr;
}

} // namespace

void installKeyFieldAccess()
{
    QAccessible::installFactory(&makeAccess); // installing the same one again is ignored
}

} // namespace loredesk::ui
