// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patchcomparison.h"

#include <QStringList>

namespace loredesk::tests {

/// A line for each hunk, "@@ message" or "@@ lib/frob.c frob()", and for each line with its side before it.
inline QString printComparison(const patch::PatchComparison &comparison)
{
    QStringList lines;
    std::size_t hunk = 0;
    for (qsizetype i = 0; i < qsizetype(comparison.lines.size()); ++i) {
        for (; hunk < comparison.hunks.size() && comparison.hunks[hunk].first == i; ++hunk) {
            const patch::ComparedHunk &h = comparison.hunks[hunk];
            QString head = QStringLiteral("@@ ") + (h.isMessage ? QStringLiteral("message") : h.file);
            if (!h.section.isEmpty())
                head += u' ' + h.section;
            lines << head;
        }
        const patch::ComparedLine &line = comparison.lines[size_t(i)];
        const QChar sides[] = {u' ', u'-', u'+'};
        lines << sides[size_t(line.side)] + line.text;
    }
    return lines.join(u'\n');
}

} // namespace loredesk::tests
