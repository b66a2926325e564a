// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/message.h"
#include "models/patch/filediff.h"
#include "models/patch/textlines.h"

#include <QByteArray>

namespace loredesk::patch {

/// A file's diff and where it stands. Text fields of the hunks are left empty: whoever decodes the text fills
/// them.
struct DiffRange
{
    struct HunkRange
    {
        qsizetype begin = 0; ///< line of the @@
        qsizetype end = 0;   ///< one behind its last line
    };
    FileDiff file;
    qsizetype begin = 0; ///< first line of the file's header
    qsizetype end = 0;   ///< one behind its last line
    QList<HunkRange> hunks;
    qsizetype brokenAt = -1; ///< the line with which a hunk breaks off (FileDiff::brokenBy); -1: none does
};

/// Finds the diffs that git-apply(1) would find, from line `from` on: "diff --git" headers, and "---", "+++",
/// "@@" without one. Where git stops with an error (a wrapped or cut line in a hunk) this goes on with the
/// next header. File names are read in `charset`. Detail::Head finds them and counts their lines, but leaves
/// names and hunks out.
QList<DiffRange> parseDiffs(const TextLines &lines, qsizetype from, const QByteArray &charset,
                            mail::Detail detail = mail::Detail::Full);

} // namespace loredesk::patch
