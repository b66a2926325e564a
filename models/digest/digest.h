// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/progress.h"
#include "models/base/result.h"
#include "models/catalog/statistics.h"

#include <QIODevice>

#include <functional>

namespace loredesk::digest {

enum class Layout { Full, Classic };
enum class Format { Text, Markdown, Html, Json };

/// What is asked for.
struct DigestRequest
{
    QString from; ///< the range as the user wrote it: revision or date, for the headings
    QString to;
    QString list; ///< name of the list for the headings; empty: the archive's name
    Layout layout = Layout::Full;
    int top = 15;                         ///< rows in the top lists
    std::vector<base::MessageIndex> rows; ///< the messages, in archive order
};

/// One row of a top list.
struct TopRow
{
    int count = 0;
    QString label;
};

/// A series or single patch of the range, for the patch list of the full layout.
struct PatchListEntry
{
    QString title;
    QString author; ///< "Name <address>"
    int version = 1;
    int total = 1;
    int present = 1;     ///< patches that are there
    bool single = false; ///< no counter: one patch by itself
    bool haveCover = false;
    bool complete = true;
    bool rfc = false, resend = false, pull = false;
    QList<int> missing; ///< indices
    int acked = 0, reviewed = 0, tested = 0, nacked = 0, replies = 0;
    base::UnixSeconds date = 0;
    QByteArray messageId;                  ///< of the cover or first patch
    QList<QPair<int, QByteArray>> earlier; ///< version and Message-ID of the earlier ones, a hundred at most
    QStringList patches;                   ///< titles by index, "" for a missing one
    QList<int> carried;    ///< indices that are taken over from the version before (a partial reroll)
    int newer = 0;         ///< the newest later version that is known, 0: none
    bool answered = false; ///< by somebody who is neither the author nor a bot
    bool bot = false;      ///< posted by a bot
    QString joinedBy; ///< what joined it to its earlier versions: "change-id", "title", …; empty without any
};

/// A commit message (or cover letter) of the range.
struct MessageEntry
{
    QString title;
    QString subject;
    QString author; ///< "Name <address>" of the From header (classic) or the author (full)
    QString text;   ///< classic: the body without its in-body From line, up to the line "N files changed";
                    ///< full: without the whole in-body header; never the diff. Ends with one newline.
    QByteArray messageId;
    bool incomplete = false; ///< full: its series lacks patches
    base::UnixSeconds date = 0;
    int entry = -1; ///< full: its series in Digest::patchList
};

/// The digest of a range: a value, independent of how it is written.
struct Digest
{
    DigestRequest request;
    QString list;
    std::vector<TopRow> domains;
    std::vector<TopRow> contributors;
    std::vector<TopRow> bots;              ///< full only: bots, counted apart (all that they sent)
    std::vector<PatchListEntry> patchList; ///< full only
    std::vector<MessageEntry> messages;
    int messageCount = 0; ///< all messages of the range
    int patchCount = 0;   ///< those that count: patches and cover letters
    int replyCount = 0;   ///< full only, like the next two: by people
    int otherCount = 0;   ///< by people: pull requests, questions, announcements
    int botCount = 0;     ///< everything that bots sent; in no other count of the full layout
};

/// Reads a message's content again; called from the building thread, in no particular order.
using ContentReader = std::function<base::Result<patch::ReadMessage>(base::MessageIndex)>;

/// Builds a digest.
///
/// Classic: what counts is a patch by its subject (PATCH in a bracket, no reply), its contributor the in-body
/// From, else the header's; equal counts in reverse alphabetical order of their bytes; the messages are those
/// numbered 0/N and 1/N, newest first by archive order. Full: as catalog::contributors counts, bots apart;
/// every series and single patch of the range newest first, each with its cover and first patch (the first
/// that is there, where both are missing). Lines beyond a thousand characters end in an ellipsis, texts
/// beyond half a million in a line that says so, and in a Problem. A body that cannot be read becomes a
/// Problem in `problems` and a line in the digest that says so. Errors: Cancelled.
base::Result<Digest> build(const catalog::Catalog &catalog, const DigestRequest &request,
                           const ContentReader &read, base::ProgressSink &progress,
                           QList<base::Problem> &problems);

/// Writes it, UTF-8. HTML is self-contained and escaped and loads nothing. Errors: Unwritable.
///
/// Text, Markdown and HTML show steering characters of hostile mail (base::visibleText). JSON keeps them, as
/// escapes: one object
///
///     list, from, to, layout ("full" or "classic")
///     counts        {messages, patches}, and in the full layout {replies, other, bots, series,
///     single_patches} domains       [{count, domain}] contributors  [{count, contributor}] bots [{count,
///     bot}]                                             (full) patch_list    [{title, author, version,
///     total, present, single, have_cover, complete, rfc, resend, pull, bot,
///                     missing: [index], carried: [index], acked, reviewed, tested, nacked, replies,
///                     answered, date_utc, message_id, earlier: [{version, message_id}], joined_by, newer
///                     (version or null), patches: [{index, title (null: missing)}]}]              (full)
///     messages      [{title, subject, author, date_utc, message_id, text}], and in the full layout
///     {incomplete,
///                     series (index into patch_list)}
base::Result<void> write(const Digest &digest, Format format, QIODevice &device);

/// The same as bytes.
QByteArray toBytes(const Digest &digest, Format format);

} // namespace loredesk::digest
