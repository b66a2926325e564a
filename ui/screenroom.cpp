// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenroom.h"

#include <QScreen>
#include <QWidget>

namespace loredesk::ui {

QSize withinScreen(const QWidget &window, const QSize &wanted)
{
    // The frame is not known before the window is shown.
    constexpr QSize frame(8, 40);
    return wanted.boundedTo(window.screen()->availableSize() - frame);
}

} // namespace loredesk::ui
