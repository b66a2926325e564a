// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/mark.h"

#include <QCoreApplication>

namespace loredesk::items {

/// How the window words the user's own marks. Main thread.
class MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(loredesk::items::MarkWords)

public:
    /// As a menu has it; "No mark" for None.
    static QString name(catalog::Mark mark);
    /// As the tree has it, in a word or three: "Reviewed"; of an earlier version "Reviewed v2"; "v3 is there"
    /// where that was waited for; a pencil where there is a note. Empty without both.
    static QString cell(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
    /// A sentence for those who listen or point at it, with the note.
    static QString atLength(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
    /// What the mark says is no longer so of the newest version.
    static bool isOutdated(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
    /// What there is to do first, what has no mark last; of these what has a note first.
    static int order(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
    /// The note, as it may be shown: with the version it was written of where there is a newer one.
    static QString note(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);

private:
    static QString markCell(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
    static QString markAtLength(const catalog::Catalog &catalog, const catalog::SeriesMark &mark);
};

} // namespace loredesk::items
