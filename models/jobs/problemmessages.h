// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/engine.h"

#include <vector>

namespace loredesk::jobs {

/// The messages that problems of an archive are about, which have no Message-ID to be found by: those that
/// lie at the places of the problems. As many as there are problems; invalid where a problem names a
/// Message-ID, where its place holds no message of the catalog, or more than one.
std::vector<base::MessageIndex> messagesOf(const LoadedArchive &loaded, const QList<base::Problem> &problems);

} // namespace loredesk::jobs
