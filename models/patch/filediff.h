// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace loredesk::patch {

/// One hunk of a unified diff. Lines keep their first character (' ', '+', '-', '\\').
struct Hunk
{
    int oldStart = 0, oldCount = 0, newStart = 0, newCount = 0;
    QString section;         ///< what follows the second @@
    QStringList lines;       ///< without line ends
    qsizetype firstLine = 0; ///< line number of the @@ line within Patch::diff, from 0
};

/// The change to one file.
struct FileDiff
{
    enum class Change : quint8 { Modified, Added, Deleted, Renamed, Copied, ModeChanged };

    QString oldPath; ///< without a/; empty for an added file
    QString newPath; ///< without b/; empty for a deleted file
    Change change = Change::Modified;
    bool binary = false;
    int added = 0;   ///< lines; 0 for a binary file
    int removed = 0; ///< lines; 0 for a binary file
    QList<Hunk> hunks;
    qsizetype firstLine = 0; ///< line number of the file's first line within Patch::diff, from 0
    /// The line with which the last hunk breaks off before its counts are used up, so that git-apply(1) calls
    /// the patch corrupt: one that was wrapped, whose blank became another character, or empty for the end of
    /// the text. Nothing: all hunks are whole.
    std::optional<QString> brokenBy;

    /// The path to show: the new one, the old one for a deleted file.
    QString path() const { return newPath.isEmpty() ? oldPath : newPath; }
};

/// One line of a diffstat: " drivers/hv/vmbus.c | 12 +++---".
struct DiffStatLine
{
    QString path;    ///< as written, may be cut: ".../hv/vmbus.c"
    int changes = 0; ///< -1 for binary
};

/// The diffstat as the message has it.
struct DiffStat
{
    QList<DiffStatLine> lines;
    QString summary; ///< " 3 files changed, 7 insertions(+), 2 deletions(-)", as written
    int files = 0, insertions = 0, deletions = 0;
    bool isEmpty() const { return lines.isEmpty() && summary.isEmpty(); }
};

} // namespace loredesk::patch
