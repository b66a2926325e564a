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
/// What the user wrote of series, by the same Message-IDs; never empty text.
using NoteTable = QHash<QByteArray, QString>;

/// The longest note, in UTF-16 units: who has more to say wants a file.
inline constexpr qsizetype LongestNote = 10'000;

/// The mark of a lineage, and the note on it.
struct SeriesMark
{
    Mark mark = Mark::None;
    base::SeriesIndex version; ///< the one that was marked; invalid without a mark
    QString note;              ///< empty: none
    base::SeriesIndex noted;   ///< the version it was written of; invalid without a note

    friend bool operator==(const SeriesMark &, const SeriesMark &) = default;
};

/// By lineage. Where several versions are marked or have notes, which only another program or versions that
/// were joined later can bring about, the newest of them counts. Looks at every line of the tables once.
std::vector<SeriesMark> marksByLineage(const Catalog &catalog, const MarkTable &table,
                                       const NoteTable &notes = {});

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

/// A line of the notes as it is to be; empty text: it goes.
struct NoteChange
{
    QByteArray messageId;
    QString text;

    friend bool operator==(const NoteChange &, const NoteChange &) = default;
};

/// Writes the note of the series that `messageId` belongs to, which names its version from then on; the notes
/// of its other versions go, a series has one. Empty text: all of them go. Nothing where the archive does not
/// have the message, or has this very note there. White space around the text is none of it; what goes beyond
/// LongestNote is cut off.
QList<NoteChange> noting(const Catalog &catalog, const QByteArray &messageId, const QString &text,
                         const NoteTable &notes);

} // namespace loredesk::catalog
