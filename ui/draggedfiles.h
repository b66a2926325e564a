// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>

namespace loredesk::ui {

/// Files that are dragged out of this program, for a mail program or a terminal to take. Within the program
/// the drop brings this very object, as every platform does; so what began here is known when it comes back.
class DraggedFiles : public QMimeData
{
    Q_OBJECT
public:
    /// `files`: paths.
    explicit DraggedFiles(const QStringList &files);
};

} // namespace loredesk::ui
