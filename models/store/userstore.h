// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/catalog/mark.h"
#include "models/store/database.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace loredesk::store {

/// A query that the user gave a name.
struct SavedSearch
{
    QString name;
    QString query; ///< as parseTypedQuery() reads it

    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

/// What the user owns, as against the caches: it cannot be made again, so it is never emptied, and a file
/// that a later version wrote is left alone. Private to the user (0600). Not thread-safe; several processes
/// may use one file.
class UserStore
{
public:
    /// Opens or makes the file, and its directory. Errors: Unwritable and kin where it cannot be made or
    /// used, NotADatabase for a file of another program, BadInput for one of a later version.
    static base::Result<UserStore> open(const QString &file);

    /// When the newest message came that was there at the last visit; nothing before the first one.
    /// `archive`: what identifies it (archive::Archive::path()).
    base::Result<std::optional<base::UnixSeconds>> seenUntil(const QString &archive) const;
    /// Never goes back: what was seen was seen.
    base::Result<void> setSeenUntil(const QString &archive, base::UnixSeconds newest);

    /// In the user's order.
    base::Result<QList<SavedSearch>> savedSearches() const;
    /// Behind the others, or in the place of the one of that name.
    base::Result<void> saveSearch(const SavedSearch &search);
    /// Its place stays. Errors: BadInput where another one has the new name.
    base::Result<void> renameSearch(const QString &name, const QString &newName);
    base::Result<void> removeSearch(const QString &name);
    /// These first, in this order; what another window saved meanwhile stays behind them.
    base::Result<void> orderSearches(const QStringList &names);

    /// How the user left an archive, for whoever wrote it; empty before the first time.
    base::Result<QByteArray> leftAs(const QString &archive) const;
    base::Result<void> setLeftAs(const QString &archive, const QByteArray &state);

    /// What the user marked, in whichever archive.
    base::Result<catalog::MarkTable> marks() const;
    /// All of them or none; lines that are not named stay as they are, whoever wrote them. Gives the changes
    /// that take this back.
    base::Result<QList<catalog::MarkChange>> changeMarks(const QList<catalog::MarkChange> &changes);

    /// What the user wrote of series, in whichever archive; changed as marks are.
    base::Result<catalog::NoteTable> notes() const;
    base::Result<QList<catalog::NoteChange>> changeNotes(const QList<catalog::NoteChange> &changes);

private:
    explicit UserStore(Database database);

    Database m_database;
};

} // namespace loredesk::store
