// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/filediff.h"

#include <QByteArrayView>

namespace loredesk::patch {

/// True for " 3 files changed, 7 insertions(+), 2 deletions(-)", the line that ends a diffstat.
bool isDiffStatSummary(QByteArrayView line);

/// True for " drivers/hv/vmbus.c | 12 +++---" and its kin (Bin, mode change, renames).
bool isDiffStatLine(QByteArrayView line);

/// Adds a line (of either kind) to `stat`.
void addDiffStatLine(DiffStat &stat, const QString &line);

} // namespace loredesk::patch
