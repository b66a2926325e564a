// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/catalog/statistics.h"
#include "models/digest/digest.h"

#include <QStringList>

#include <memory>

namespace loredesk::jobs {

/// An archive that was opened and what was found in it. Handed over whole; read from any thread.
struct LoadedArchive
{
    QStringList paths; ///< as they were asked for
    std::shared_ptr<const archive::Archive> archive;
    catalog::CatalogPtr catalog;
};

using LoadedArchivePtr = std::shared_ptr<const LoadedArchive>;

/// What to load.
struct LoadRequest
{
    QStringList paths;
    archive::RevisionRange range; ///< everything by default
    catalog::DateSpan dates;      ///< everything by default; rows outside are left out
    /// Instead of dates.since: this many seconds up to the newest message. 0: off.
    qint64 lastSeconds = 0;
    /// Seconds before the start of the dates whose rows are kept too, so that series know where they come
    /// from. Their own problems are not reported.
    qint64 contextSeconds = 0;
    series::BotList bots;
    int threads = 0; ///< 0: as many as there are cores
};

/// Opens, lists, reads on several threads, parses, builds the catalog. Blocks: for the command line and for
/// LoadJob's worker. A message that cannot be read is a Problem of the catalog. Errors: those of
/// archive::open and Archive::list, Cancelled.
base::Result<LoadedArchivePtr> load(const LoadRequest &request, base::ProgressSink &progress);

/// One message that was looked for by its Message-ID.
struct FoundMessage
{
    patch::ReadMessage read;
    base::Place place;
};

/// Finds a message without building a catalog: newest first, and no further than needed. `messageId` without
/// angle brackets. Blocks; reads on `threads` threads (0: as many as there are cores). Errors: those of
/// archive::open and Archive::list, NoSuchMessage, Cancelled.
base::Result<FoundMessage> findMessage(const QStringList &paths, const QByteArray &messageId, int threads,
                                       base::ProgressSink &progress);

/// Reads one message of a loaded archive again. Blocks (one object read).
base::Result<patch::ReadMessage> readMessage(const LoadedArchive &loaded, base::MessageIndex index);

/// A digest::ContentReader over a loaded archive that keeps one archive reader. Use it from one thread.
digest::ContentReader contentReader(LoadedArchivePtr loaded);

/// Writes bytes to a file whole or not at all (QSaveFile). Errors: Unwritable, with the reason.
base::Result<void> saveFile(const QString &path, const QByteArray &bytes);

} // namespace loredesk::jobs

Q_DECLARE_METATYPE(loredesk::jobs::LoadedArchivePtr)
