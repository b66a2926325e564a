// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace loredesk::ui {

/// Moves the focus from the pane that has it to the next one (or the one before) that can be seen and takes
/// it, around the end to the beginning; where none has it, to the first. Within a pane it goes to where it
/// was last, else to the largest place. Returns the pane that has it now; null: none takes it.
QWidget *moveFocusToPane(const QList<QWidget *> &panes, bool forward);

} // namespace loredesk::ui
