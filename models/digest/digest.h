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
    QString from;      ///< the range as the user wrote it: revision or date, for the headings
    QString to;
    QString list;      ///< name of the list for the headings; empty: the archive's name
    Layout layout = Layout::Full;
    int top = 15;      ///< rows in the top lists
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
    QString author;       ///< "Name <address>"
    int version = 1;
    int total = 1;
    int present = 1;      ///< patches that are there
    bool single = false;  ///< no counter: one patch by itself
    bool haveCover = false;
    bool complete = true;
    bool rfc = false, resend = false, pull = false;
    QList<int> missing;   ///< indices
    int acked = 0, reviewed = 0, tested = 0, nacked = 0, replies = 0;
    base::UnixSeconds date = 0;
    QByteArray messageId; ///< of the cover or first patch
    QList<QPair<int, QByteArray>> earlier; ///< version and Message-ID of the earlier ones
    QStringList patches;  ///< titles by index, "" for a missing one
};

/// A commit message (or cover letter) of the range.
struct MessageEntry
{
    QString title;
    QString subject;
    QString author; ///< "Name <address>" of the From header (classic) or the author (full)
    QString text;   ///< see the layout
    QByteArray messageId;
    bool incomplete = false; ///< full: its series lacks patches
};

/// The digest of a range: a value, independent of how it is written.
struct Digest
{
    DigestRequest request;
    QString list;
    std::vector<TopRow> domains;
    std::vector<TopRow> contributors;
    std::vector<TopRow> bots; ///< full only: bots, counted apart
    std::vector<PatchListEntry> patchList; ///< full only
    std::vector<MessageEntry> messages;
    int messageCount = 0; ///< all messages of the range
    int patchCount = 0;   ///< those that count
};

/// Reads a message's content again; called from the building thread, in no particular order.
using ContentReader = std::function<base::Result<patch::ReadMessage>(base::MessageIndex)>;

/// Builds a digest. A body that cannot be read becomes a Problem in `problems` and a line in the digest that says
/// so. Errors: Cancelled.
base::Result<Digest> build(const catalog::Catalog &catalog, const DigestRequest &request, const ContentReader &read,
                           base::ProgressSink &progress, QList<base::Problem> &problems);

/// Writes it, UTF-8. HTML is self-contained and escaped and loads nothing. Errors: Unwritable.
base::Result<void> write(const Digest &digest, Format format, QIODevice &device);

/// The same as bytes.
QByteArray toBytes(const Digest &digest, Format format);

} // namespace loredesk::digest
