// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/textlines.h"

namespace loredesk::patch {

/// What `git patch-id --stable` (2.39) says of the lines from `from` on: 40 hexadecimal digits, or nothing
/// where they hold no diff that it reads. Only diffs that begin with "diff " count, as there. The algorithm
/// (git-patch-id(1)): SHA-1 over each file's header and hunks without white space and line numbers, and the
/// sum of them over the files. `tail`: what git reads behind the lines; a hunk whose counts are not used up
/// runs into it.
QByteArray patchId(const TextLines &lines, qsizetype from, const QByteArray &tail = {});

} // namespace loredesk::patch
