// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"
#include "models/git/objectid.h"

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

namespace loredesk::git {

/// What Loredesk needs of a commit. The message and the names stand again, better, in the mail itself.
struct Commit
{
    ObjectId tree{};
    QVarLengthArray<ObjectId, 2> parents;
    base::UnixSeconds committed =
        0; ///< committer's clock; the zone next to it is not read, mirrors store wrong ones
};

/// Reads a raw commit object; nothing where it is not one.
std::optional<Commit> parseCommit(QByteArrayView bytes);

} // namespace loredesk::git
