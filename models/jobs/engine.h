// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"
#include "models/catalog/statistics.h"
#include "models/digest/digest.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace loredesk::jobs {

struct Keepsake;

/// How long a phase of opening took.
struct Timing
{
    QString phase; ///< "opening", "reading the cache", "listing", "reading messages", "grouping series"
    double seconds = 0;
};

/// An archive that was opened and what was found in it. Handed over whole; read from any thread.
struct LoadedArchive
{
    QStringList paths; ///< as they were asked for
    std::shared_ptr<const archive::Archive> archive;
    catalog::CatalogPtr catalog;
    /// By the catalog's problems: the messages that they are about (problemmessages.h).
    std::vector<base::MessageIndex> problemMessages;
    /// What the store is to keep of it; null where it was loaded without one. See models/jobs/keeping.h.
    std::shared_ptr<const Keepsake> keepsake;
    /// Why the store is done without, for people, once; empty where all is well.
    base::Problem storeTrouble;
    std::vector<Timing> timings;
    int read = 0; ///< messages that were read from the archive, not from the store
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
    /// Where the stores of archives lie; empty: without one. A store is only read by load(): what is to be kept,
    /// keep() writes.
    QString storeDirectory;
};

/// Opens, lists, reads on several threads, parses, builds the catalog. Blocks: for the command line and for
/// LoadJob's worker. Where there is a store, only what is new is read from the archive. A message that cannot be
/// read is a Problem of the catalog. Errors: those of archive::open and Archive::list, Cancelled.
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
