// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QString>

namespace loredesk::git {

/// Starts libgit2 with the settings Loredesk reads archives with, once a process. Thread-safe. It is never
/// shut down: repositories may live in statics of other rooms.
void startLibrary();

/// The place that is only a path.
inline base::Place placeOf(const QString &path)
{
    return {path, -1, {}, -1, {}};
}

/// The error that libgit2 set in this thread, which the next call overwrites: to be asked at the failing
/// call.
/// "`doing`: libgit2's text".
base::Error lastError(base::ErrorCode code, const QString &doing, const base::Place &place,
                      const QString &hint = {});

/// Whether anything has started it.
bool isLibraryStarted();

} // namespace loredesk::git
