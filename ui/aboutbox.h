// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace loredesk::ui {

/// Says what Loredesk is, its version and its licence. Non-modal; deletes itself.
void showAboutBox(QWidget *parent);

} // namespace loredesk::ui
