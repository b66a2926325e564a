// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace loredesk::ui {

/// As much of `wanted` (in device-independent pixels) as a window has room for on its screen, beside panels
/// and its own frame. Main thread.
QSize withinScreen(const QWidget &window, const QSize &wanted);

} // namespace loredesk::ui
