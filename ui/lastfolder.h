// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDialog;

namespace loredesk::ui {

/// What files are asked for. Each goes on in a folder of its own: archives seldom lie where one writes to.
enum class FilePurpose { Open, Save };

/// Lets `dialog` begin in the folder where the last one for that purpose ended since the program was started,
/// or in the working directory where there is none or it is gone; and takes note of where this one ends. A
/// dialog that is cancelled does not count. To be called before a name is proposed, which is meant within the
/// folder. Main thread.
void continueInLastFolder(QFileDialog &dialog, FilePurpose purpose);

/// The same for a dialog that is a single call: the name to propose, within the folder.
QString inLastFolder(const QString &name, FilePurpose purpose);
/// And what was chosen in it.
void noteFolderOf(const QString &path, FilePurpose purpose);

} // namespace loredesk::ui
