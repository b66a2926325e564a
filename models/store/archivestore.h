// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/assemblycodec.h"
#include "models/store/database.h"
#include "models/store/rowcodec.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace loredesk::store {

/// What is kept of an archive between one opening and the next.
struct Contents
{
    QByteArray state; ///< where the archive stood (archive::Listing::state)
    QString note;     ///< what the listing said about the archive
    std::vector<series::MessageHead> heads;
    std::vector<DatedProblem> problems;
    std::optional<series::Grouping> assembly; ///< what was made of the rows
    std::uint32_t nextDocument = 1; ///< documents of later rows begin here; numbers are never used again
    std::uint64_t generation = 0;   ///< drawn anew by every write; 0: nothing was there
};

/// What a write changes.
struct Revision
{
    const QByteArray &state;
    const QString &note;
    std::span<const series::MessageHead> heads; ///< all of them
    const std::vector<DatedProblem> &problems;
    const series::ThreadForest &threads;
    const series::SeriesSet &series;
    std::uint32_t nextDocument = 1;
    std::uint64_t basedOn = 0; ///< the generation that was read, 0 for a store that was empty
    /// Rows from here on are new and all before are kept as they are; 0: everything is written again.
    std::size_t firstNew = 0;
};

enum class WriteOutcome {
    Written,
    Overtaken, ///< another process wrote meanwhile: nothing was changed; read it again
};

/// The cache file of one archive: rows, what was made of them, and (by FullText) the words of its messages. Private
/// to the user. Everything in it can be made again from the archive, so a file that is damaged, foreign or of
/// another format is made anew. Not thread-safe; several processes may use one file.
class ArchiveStore
{
public:
    /// The file that belongs to an archive, in `directory`. `archivePaths`: canonical, in the order in which they
    /// were opened.
    static QString fileFor(const QString &directory, const QStringList &archivePaths);

    /// Opens or makes the file. `recipe`: whatever rows depend on besides the archive and the program; a store of
    /// another recipe is emptied. Errors: Unwritable and kin where the file cannot be made or used.
    static base::Result<ArchiveStore> open(const QString &file, const QByteArray &recipe);
    /// A connection that reads. What a killed process left unfinished has to be rolled back first, which is why a
    /// file that may be written is opened so where that is needed. Errors: those of Database::open().
    static base::Result<Database> openForReading(const QString &file);

    /// Never changes what is in the file; nothing where there is none or it is of another format or recipe. Errors: as
    /// open().
    static base::Result<std::optional<ArchiveStore>> openReadOnly(const QString &file, const QByteArray &recipe);

    /// Everything in one consistent view; nothing where the store is empty. Decodes on `threads` threads.
    /// Errors: Corrupt where it is damaged (then reset() it), and those of the database.
    base::Result<std::optional<Contents>> read(int threads) const;
    /// The generation alone. Errors: those of the database.
    base::Result<std::uint64_t> generation() const;

    /// One transaction: all or nothing. `besides` runs within it, for what must change together with the rows.
    /// Errors: those of the database.
    base::Result<WriteOutcome> write(const Revision &revision,
                                     const std::function<base::Result<void>(Database &)> &besides = {});

    /// What was deleted in a write must not stay readable in the log of the database either. Errors: Busy where
    /// another process reads an older view; then it goes with that one's end.
    base::Result<void> forgetDeleted();

    /// Makes the file anew, empty.
    static base::Result<void> reset(const QString &file);

    Database &database() { return m_database; }
    const QString &file() const { return m_database.path(); }

private:
    explicit ArchiveStore(Database database);
    static base::Result<bool> fits(const Database &database, const QByteArray &recipe);

    Database m_database;
};

} // namespace loredesk::store
