// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartaccess.h"

#include "ui/chartview.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// A bar. Lives as long as its chart's interface has it; answers nothing once the bar is gone.
class BarAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BarAccess(ChartView *view, int item)
        : m_view(view)
        , m_item(item)
    {
    }

    bool isValid() const override { return m_view && m_item < m_view->itemCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        switch (kind) {
        case QAccessible::Name:
            return m_view->itemName(m_item);
        case QAccessible::Value:
        case QAccessible::Description:
            return m_view->itemValue(m_item);
        default:
            return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->itemRect(m_item);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid())
            return state;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_view->hasFocus() && m_view->currentItem() == m_item;
        state.selected = m_view->isItemSelected(m_item);
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->itemRect(m_item));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_view->activateItem(m_item);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ChartView> m_view;
    int m_item;
};

class ChartAccess final : public QAccessibleWidget
{
public:
    explicit ChartAccess(ChartView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~ChartAccess() override
    {
        for (const auto &[item, id] : m_bars)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view()->itemCount(); }
    QAccessibleInterface *child(int item) const override
    {
        if (item < 0 || item >= childCount())
            return nullptr;
        auto known = m_bars.find(item);
        if (known == m_bars.end())
            known =
                m_bars.emplace(item, QAccessible::registerAccessibleInterface(new BarAccess(view(), item)))
                    .first;
        return QAccessible::accessibleInterface(known->second);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto known = std::find_if(m_bars.begin(), m_bars.end(), [child](const auto &bar) {
            return QAccessible::accessibleInterface(bar.second) == child;
        });
        return known == m_bars.end() ? -1 : known->first;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int item = 0; item < childCount(); ++item) {
            if (child(item)->rect().contains(x, y))
                return child(item);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentItem()) : nullptr;
    }

private:
    ChartView *view() const { return static_cast<ChartView *>(widget()); }

    mutable std::map<int, QAccessible::Id> m_bars; ///< made as they are asked for
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new ChartAccess(view) : nullptr;
}

} // namespace

void installChartAccess()
{
    QAccessible::installFactory(&makeAccess); // installing the same one again is ignored
}

} // namespace loredesk::ui
