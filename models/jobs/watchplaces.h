// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace loredesk::jobs {

/// Files and directories that change when an archive does: the refs and packs of repositories, the directories in which
/// new epochs, new mail and new files appear, the file of an mbox. `archivePaths`: of the archives that were opened
/// together. Only what is there. Looks at the disk.
QStringList placesToWatch(const QStringList &archivePaths);

/// Changes when any of the places does. Looks at the disk, and reads nothing. File systems tell times no finer than
/// their clock ticks, so that a second change within one tick would not show: what changed only just now has a state
/// of its own, which another follows once it has settled. That costs one look too many, and misses nothing.
QByteArray stateOf(const QStringList &places);

} // namespace loredesk::jobs
