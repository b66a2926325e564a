// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagetextaccess.h"

#include "ui/messagetext.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// QAccessibleTextInterface gives characters, words and lines around an offset from text() by itself.
class MessageTextAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit MessageTextAccess(MessageText *text)
        : QAccessibleWidget(text, QAccessible::EditableText)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int index, int *start, int *end) const override
    {
        const bool any = index == 0 && view()->hasSelection();
        *start = any ? int(std::min(view()->anchor(), view()->caret())) : 0;
        *end = any ? int(std::max(view()->anchor(), view()->caret())) : 0;
    }
    int selectionCount() const override { return view()->hasSelection() ? 1 : 0; }
    void addSelection(int start, int end) override { view()->setSelection(start, end); }
    void removeSelection(int) override { view()->setSelection(view()->caret(), view()->caret()); }
    void setSelection(int, int start, int end) override { view()->setSelection(start, end); }
    int cursorPosition() const override { return int(view()->caret()); }
    void setCursorPosition(int position) override
    {
        view()->setSelection(position, position);
        view()->ensureVisible(position);
    }
    QString text(int start, int end) const override
    {
        return view()->document().text().mid(start, std::max(0, end - start));
    }
    QString text(QAccessible::Text kind) const override { return QAccessibleWidget::text(kind); }
    int characterCount() const override { return int(view()->document().text().size()); }
    QRect characterRect(int offset) const override
    {
        const QRect rect = view()->characterRect(offset);
        return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return int(view()->offsetAt(view()->viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int start, int) override { view()->ensureVisible(start); }
    QString attributes(int offset, int *start, int *end) const override
    {
        // Colours say nothing that the characters of the line do not say as well.
        *start = offset;
        *end = offset;
        return {};
    }

private:
    MessageText *view() const { return static_cast<MessageText *>(widget()); }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *text = qobject_cast<MessageText *>(object);
    return text ? new MessageTextAccess(text) : nullptr;
}

} // namespace

void installMessageTextAccess()
{
    QAccessible::installFactory(&makeAccess); // installing the same one again is ignored
}

} // namespace loredesk::ui
