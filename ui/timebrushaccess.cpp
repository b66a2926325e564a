// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebrushaccess.h"

#include "ui/timebrush.h"

#include <QAccessible>
#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

class TimeBrushAccess : public QAccessibleWidget
{
public:
    explicit TimeBrushAccess(TimeBrush *brush)
        : QAccessibleWidget(brush, QAccessible::Slider)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? brush()->valueText() : QAccessibleWidget::text(kind);
    }

    QStringList actionNames() const override
    {
        return QStringList{increaseAction(), decreaseAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name == increaseAction())
            brush()->moveSelection(1);
        else if (name == decreaseAction())
            brush()->moveSelection(-1);
        else
            QAccessibleWidget::doAction(name);
    }

private:
    TimeBrush *brush() const { return static_cast<TimeBrush *>(widget()); }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *brush = qobject_cast<TimeBrush *>(object);
    return brush ? new TimeBrushAccess(brush) : nullptr;
}

} // namespace

void installTimeBrushAccess()
{
    QAccessible::installFactory(&makeAccess); // installing the same one again is ignored
}

} // namespace loredesk::ui
