// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"
#include "models/store/archivestore.h"

namespace loredesk::jobs {

/// What a store is to keep of a loaded archive, beside its catalog.
struct Keepsake
{
    QString file;      ///< of the store
    QByteArray recipe; ///< see store::ArchiveStore::open()
    QByteArray state;
    QString note;
    std::vector<store::DatedProblem> problems;
    std::uint32_t nextDocument = 1;
    std::uint64_t basedOn = 0;          ///< generation that was read; 0: none
    std::size_t firstNew = 0;           ///< rows from here on are not in the store
    std::vector<std::uint32_t> removed; ///< documents to forget, and all their words
    bool isCurrent = false;             ///< the store has just this already
    bool isSpoilt = false;              ///< the store could not be read: it is made anew
};

/// What rows depend on besides the archive and the program: see store::ArchiveStore::open().
QByteArray storeRecipe(const series::BotList &bots);

enum class Kept {
    Current,   ///< the store had it already
    Written,   ///< rows and what was made of them are in the store
    Overtaken, ///< another process wrote something else meanwhile: load again to use the store
    Nothing,   ///< it was loaded without a store, or not all of it
};

struct KeepOutcome
{
    Kept kept = Kept::Nothing;
    std::uint64_t generation = 0; ///< of the store, where it has these rows now
};

/// Writes what a store is to keep, in one transaction. What the archive dropped (a purge, a deletion) is gone from
/// the file afterwards. Blocks. Errors: those of the database; nothing else depends on it.
base::Result<KeepOutcome> keep(const LoadedArchive &loaded);

} // namespace loredesk::jobs
