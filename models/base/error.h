// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/position.h"

#include <QString>

namespace loredesk::base {

/// What kind of failure it was; the command line derives its exit state from it.
enum class ErrorCode {
    NotFound,       ///< the path does not exist
    NotAnArchive,   ///< there is something, but nothing that Loredesk reads
    Unreadable,     ///< permission denied, an I/O error
    Unwritable,     ///< the output cannot be written (permission, full disk)
    Corrupt,        ///< the data contradict themselves
    NoSuchRevision, ///< a revision named by the user is in no epoch
    NoSuchMessage,  ///< no message or series by that Message-ID
    BadInput,       ///< what the user typed cannot be understood
    Cancelled,      ///< the user cancelled; nobody needs to be told
    DiskFull,       ///< no room on the disk, or a quota is used up
    ReadOnly,       ///< the file or its directory cannot be written to
    Busy,           ///< another process holds it for longer than was waited
    NotADatabase,   ///< there is a file, but of another kind or another format
};

/// Why something could not be done. A plain value; may cross threads.
struct Error
{
    ErrorCode code = ErrorCode::Corrupt;
    QString text; ///< what happened, one sentence without a full stop
    Place place;  ///< where; may be empty
    QString hint; ///< what to do about it; may be empty

    /// "PLACE: TEXT (HINT)", for standard error and status lines.
    QString toString() const;
};

} // namespace loredesk::base
