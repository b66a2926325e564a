// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>
#include <QtGlobal>

namespace loredesk::items {

/// Every role that the item models of Loredesk answer beyond Qt's own. Values are plain; colours, fonts and
/// icons are `ui`'s business.
enum Roles {
    /// NodeKind as int: what the row is.
    NodeKindRole = Qt::UserRole + 1,
    /// uint: row of the message in the catalog (of a series: its cover or first patch), invalid QVariant
    /// where the
    /// row stands for none.
    MessageRole,
    /// uint: index of the series in the catalog, invalid QVariant where the row belongs to none.
    SeriesRole,
    /// Value to sort by (number, date as seconds, folded text), of the same type within a column.
    SortRole,
    /// QString: everything the filter looks at, case-folded.
    FilterTextRole,
    /// qint64: seconds since 1970 UTC of the row's date.
    DateRole,
    /// bool: the series lacks patches (Series), or the row stands for a missing patch (Patch).
    IncompleteRole,
    /// bool: a newer version of this series exists.
    SupersededRole,
    /// bool: sent by a bot.
    BotRole,
    /// int: people who said no (Nacked-by).
    NackRole,
    /// bool: nobody but the author and bots has answered.
    UnansweredRole,
    /// QByteArray: Message-ID without angle brackets.
    MessageIdRole,
    /// double: the number a chart draws for the cell.
    ValueRole,
    /// QString: the address of a contributor, the domain of a domain row: what a click filters by
    /// (SeriesFilterModel::setKeys). In the series tree: the author's address.
    KeyRole,
    /// QString: the title alone, without number or "Re:"; one visible line.
    TitleRole,
    /// int: place in its series: 0 the cover, 1.. the patches; invalid QVariant for other rows.
    SlotRole,
    /// int: patches that are there / that there should be (series rows).
    PresentRole,
    TotalRole,
    /// int: version of the series the row belongs to; invalid QVariant for threads.
    VersionRole,
    /// bool: the row is the same patch sent again, or a version of that number sent again.
    DuplicateRole,
    /// bool: the patch stands in for one that this version did not send again (partial reroll).
    FromEarlierVersionRole,
    /// bool: a pull request / a request for comments (series rows).
    PullRole,
    RfcRole,
    /// qint64: seconds since 1970 UTC of the newest message in the row, answers included (series rows); the
    /// first
    /// second after the bin (activity rows).
    LastDateRole,
    /// qint64: line of the file within Patch::diff, from 0 (file rows).
    LineRole,
    /// QString: the whole label as plain text, without the number (a contributor's mailbox, a domain); one
    /// visible line. Not Qt::ToolTipRole, which may be rich text.
    FullTextRole,
    /// int: messages in the row that were looked for and found (top-level rows of the series tree); invalid
    /// QVariant
    /// where nothing is looked for.
    FoundCountRole,
    /// bool: the message of the row itself was found.
    FoundRole,
    /// bool: something in it came since the last visit (top-level rows of the series tree).
    NewRole,
    /// int: how many there are in it (views, archives); invalid QVariant where that is not known.
    CountRole,
    /// int: how many of them came since the last visit (archives); invalid QVariant where that is not known.
    NewCountRole,
    /// bool: it is being loaded (archives).
    BusyRole,
    /// bool: it could not be loaded (archives).
    FailedRole,
    /// int: ViewKind (views).
    ViewKindRole,
    /// QString: the query of a saved search (views); invalid QVariant for the others.
    QueryRole,
    /// int: how deep a message stands in its conversation, 0 for what began it (thread rows).
    DepthRole,
    /// int: row of what the message answers, -1 for what began the conversation (thread rows).
    AnswersRole,
    /// QStringList: keys of the trailers that the message gives, as written, each once (thread rows).
    TrailersRole,
    /// bool: the row is what the window shows.
    CurrentRole,
    /// bool: stands for a message that was referred to and is not in the archive (thread rows).
    GhostRole,
    /// int: series::PatchState (cells of the patch table); invalid QVariant where there is nothing.
    PatchStateRole,
    /// int: catalog::Mark that the user gave it (series rows); invalid QVariant where there is none.
    MarkRole,
    /// bool: what the mark says is of an earlier version than the row's (series rows).
    MarkOutdatedRole,
};

/// What a row of the series tree stands for.
enum class NodeKind : quint8 {
    Series,         ///< newest version of a series, a single patch, or a pull request
    EarlierVersion, ///< an older version, beneath the newest
    Cover,
    Patch,
    MissingPatch,
    Reply,
    Thread, ///< a conversation that belongs to no series
};

} // namespace loredesk::items
