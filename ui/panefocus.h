// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>

#include <utility>

class QDockWidget;
class QWidget;

namespace loredesk::ui {

/// What lies beneath another tab is shown for all that Qt knows, but has no place in the window.
bool hasPlace(const QWidget &widget);

/// While it lives, the keys that move the focus pass over what is in these docks.
class PassedOver
{
public:
    explicit PassedOver(const QList<QDockWidget *> &docks);
    ~PassedOver();
    Q_DISABLE_COPY_MOVE(PassedOver)

private:
    QList<std::pair<QPointer<QWidget>, Qt::FocusPolicy>> m_policies;
};

/// Moves the focus from the pane that has it to the next one (or the one before) that can be seen and takes
/// it, around the end to the beginning; where none has it, to the first. Within a pane it goes to where it
/// was last, else to the largest place. Returns the pane that has it now; null: none takes it.
QWidget *moveFocusToPane(const QList<QWidget *> &panes, bool forward);

/// Where in the pane it goes then; null: nothing takes it.
QWidget *focusPlaceIn(QWidget &pane);

} // namespace loredesk::ui
