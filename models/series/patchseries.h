// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/threads.h"

#include <QList>
#include <QString>

#include <span>
#include <vector>

namespace loredesk::series {

/// A trailer that a reply gave to a patch, with the message that proves it.
struct CollectedTrailer
{
    patch::Trailer trailer;
    base::MessageIndex source; ///< the reply it stands in

    friend bool operator==(const CollectedTrailer &, const CollectedTrailer &) = default;
};

/// Review state of one patch, or summed over a series.
struct ReviewState
{
    int acked = 0; ///< people, not lines
    int reviewed = 0;
    int tested = 0;
    int nacked = 0;
    int replies = 0;                ///< all answers below it
    bool answered = false;          ///< by somebody who is neither the author nor a bot
    base::MessageIndex firstAnswer; ///< the message that proves it

    friend bool operator==(const ReviewState &, const ReviewState &) = default;
};

/// One place in a series.
struct SeriesSlot
{
    int index = 0;                   ///< 0 is the cover, 1..total the patches, above total an extra patch
    base::MessageIndex message;      ///< invalid: missing
    bool fromEarlierVersion = false; ///< a partial reroll: the patch is the one of the version before
    std::vector<base::MessageIndex> duplicates; ///< the same slot sent again
    QList<CollectedTrailer> collected;          ///< from replies, applied
    QList<CollectedTrailer> mismatched;         ///< from replies, shown and not applied
    QList<CollectedTrailer> nacked;             ///< Nacked-by from replies: a signal, never applied
    ReviewState review;

    bool isMissing() const { return !message.isValid(); }
    friend bool operator==(const SeriesSlot &, const SeriesSlot &) = default;
};

/// What joined a series to its earlier version, strongest first (semantics: "lineage").
enum class JoinedBy : quint8 { Nothing, ChangeId, Title, Link, Reply, Supersedes, Overlap };

/// One version of a patch series. A single patch is a series of one; a pull request a series of none.
struct PatchSeries
{
    int version = 1;
    int subversion = 0;
    int total = 1;
    bool haveCover = false;
    bool nakedCover = false; ///< the cover is a thread root without 0/N
    bool complete = false;   ///< every slot 1..total holds a patch
    bool rfc = false;
    bool resend = false;
    bool pull = false;
    QString title;        ///< the cover's, else the first patch's
    mail::Mailbox author; ///< of the cover or the first patch
    mail::Mailbox submitter;
    base::UnixSeconds date = 0;      ///< of the cover or the first message
    base::UnixSeconds lastDate = 0;  ///< newest message of the series, answers included
    SeriesSlot cover;                ///< missing where there is none
    std::vector<SeriesSlot> patches; ///< by index, missing ones included; index from 1
    base::LineageIndex lineage;
    JoinedBy joinedBy = JoinedBy::Nothing; ///< to the version before it in its lineage
    QString joinedEvidence; ///< what was found: the change-id, the title, the Message-ID that is linked,
                            ///< answered or superseded, or "2 of 3 patches"; empty without a join
    ReviewState review;     ///< summed; acked counts patches with an ack, and so on

    /// Patches that are there, of 1..total.
    int present() const;
    /// The message that stands for it: the cover, else the first patch there.
    base::MessageIndex head() const;
    friend bool operator==(const PatchSeries &, const PatchSeries &) = default;
};

/// All versions of one series, newest (highest number) first.
struct Lineage
{
    std::vector<base::SeriesIndex> versions;
    friend bool operator==(const Lineage &, const Lineage &) = default;
};

/// The series of an archive and how their versions hang together.
struct SeriesSet
{
    std::vector<PatchSeries> series; ///< by date of their head, oldest first
    std::vector<Lineage> lineages;
    std::vector<base::SeriesIndex> seriesOf; ///< by message row: the series it takes a slot in (or is a
                                             ///< duplicate of); invalid for replies and others
};

/// Groups rows into series, collects trailers and review state, joins versions. Pure.
SeriesSet buildSeries(std::span<const MessageHead> heads, const ThreadForest &threads);

/// "change-id", "title", "link", "in-reply-to", "supersedes", "overlap", or empty.
QString joinedByName(JoinedBy joinedBy);

} // namespace loredesk::series
