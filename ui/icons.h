// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace loredesk::ui {

/// One of Loredesk's own action icons by its freedesktop name, as in resources/icons/actions. Not the
/// platform's: a theme knows some of the names only, and draws for its own ground, which View → Appearance
/// may have changed. Ours are of one hand, and of one grey that shows on a light ground and on a dark one.
/// Needs QGuiApplication.
QIcon actionIcon(const QString &name);

} // namespace loredesk::ui
