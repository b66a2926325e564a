// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMenu;

namespace loredesk::ui {

/// Puts what can be done with a message into the window's menu: what belongs together, as MessageView's
/// separators (null) say, into a menu of its own, so that the whole can be looked over. The actions stay
/// the viewer's. Main thread only.
void fillViewerMenu(QMenu &menu, const QList<QAction *> &actions);

} // namespace loredesk::ui
