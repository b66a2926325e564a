// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/position.h"

#include <QString>

namespace loredesk::archive {

/// The place that is only a path, or a byte in the file there.
inline base::Place placeOf(const QString &path, std::int64_t offset = -1)
{
    return {path, -1, {}, offset, {}};
}

inline base::Error cancelledError()
{
    return {base::ErrorCode::Cancelled, QStringLiteral("Cancelled"), {}, {}};
}

/// For archives that have no revisions.
inline base::Error noRevisionsError(const QString &path)
{
    return {base::ErrorCode::BadInput, QStringLiteral("Only public-inbox archives have revisions"),
            placeOf(path), QStringLiteral("give a range of dates instead")};
}

} // namespace loredesk::archive
