// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace loredesk::ui {

/// Makes what a file is to hold, when it is written: encoding a picture takes longer than a window may wait.
/// To be called on any thread; it holds all that it needs.
using FileContent = std::function<QByteArray()>;

} // namespace loredesk::ui
