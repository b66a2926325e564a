// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/store/database.h"

#include <optional>

namespace loredesk::store {

/// What the user owns, as against the caches: it cannot be made again, so it is never emptied, and a file that a later
/// version wrote is left alone. Private to the user (0600). Not thread-safe; several processes may use one file.
class UserStore
{
public:
    /// Opens or makes the file, and its directory. Errors: Unwritable and kin where it cannot be made or used,
    /// NotADatabase for a file of another program, BadInput for one of a later version.
    static base::Result<UserStore> open(const QString &file);

    /// When the newest message came that was there at the last visit; nothing before the first one. `archive`: what
    /// identifies it (archive::Archive::path()).
    base::Result<std::optional<base::UnixSeconds>> seenUntil(const QString &archive) const;
    /// Never goes back: what was seen was seen.
    base::Result<void> setSeenUntil(const QString &archive, base::UnixSeconds newest);

private:
    explicit UserStore(Database database);

    Database m_database;
};

} // namespace loredesk::store
