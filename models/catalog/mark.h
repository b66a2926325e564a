// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace loredesk::catalog {

/// What the user says of a series, for the user's own eyes.
enum class Mark : quint8 {
    None,
    ToReview,
    Reviewed,
    Waiting, ///< for a new version
    Applied,
    NotMine, ///< somebody else's business
};

/// All but None, in the order in which they are offered.
inline constexpr std::array Marks{Mark::ToReview, Mark::Reviewed, Mark::Waiting, Mark::Applied,
                                  Mark::NotMine};

/// By which a mark is known on disk; it never changes. Empty for None.
QString markKey(Mark mark);
/// None for a key that is not known.
Mark markOfKey(const QString &key);

/// By the Message-ID of what was marked: the head of a version. A mark so stays with what the user saw,
/// however the archive is read again and whatever comes behind it.
using MarkTable = QHash<QByteArray, Mark>;

/// The mark of a lineage.
struct SeriesMark
{
    Mark mark = Mark::None;
    base::SeriesIndex version; ///< the one that was marked; invalid without a mark

    friend bool operator==(const SeriesMark &, const SeriesMark &) = default;
};

/// By lineage. Where several versions are marked, which only another program or versions that were joined
/// later can bring about, the newest of them counts. Looks at every mark once.
std::vector<SeriesMark> marksByLineage(const Catalog &catalog, const MarkTable &table);

/// The marked version is not the newest one.
bool isOfEarlierVersion(const Catalog &catalog, const SeriesMark &mark);
/// The user is to look at the series: it is marked so, or the version that was waited for is there.
bool isToReview(const Catalog &catalog, const SeriesMark &mark);

/// A line of the table as it is to be; None: it goes.
struct MarkChange
{
    QByteArray messageId;
    Mark mark = Mark::None;

    friend bool operator==(const MarkChange &, const MarkChange &) = default;
};

/// What it takes to mark series.
struct Marking
{
    QList<MarkChange> changes;
    Mark mark = Mark::None; ///< what the series have afterwards
    int series = 0;         ///< that change
};

/// Marks these versions; of a series of which several are given the newest. A series has one mark: the ones
/// that other versions of it have go. Where all of them have this very mark already, it is taken away. What
/// has no Message-ID cannot be marked, and is left out. `table`: the marks there are.
Marking marking(const Catalog &catalog, const std::vector<base::SeriesIndex> &versions, Mark mark,
                const MarkTable &table);

} // namespace loredesk::catalog
