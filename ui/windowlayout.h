// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace loredesk::ui {

/// How the user arranged the window; opaque, to be kept between runs. Empty parts: as it comes.
struct WindowLayout
{
    QByteArray geometry; ///< place and size
    QByteArray state;    ///< docks and toolbars
    QByteArray splitter; ///< how the side pane, the tree and the message lie, where somebody changed it
    QByteArray columns;  ///< of the tree: widths, order, hidden ones, sorting
    std::optional<bool> hasSidePane; ///< nothing: where there is room for it
    bool hasOwnHeights = false;      ///< somebody chose how high the panels at the bottom are in `state`

    friend bool operator==(const WindowLayout &, const WindowLayout &) = default;
};

} // namespace loredesk::ui
