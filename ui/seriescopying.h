// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"
#include "models/patch/patch.h"

#include <optional>

namespace loredesk::ui {

// What is copied of series and messages, as text. Characters that would steer a display are shown, not
// copied. Pure.

/// A line for every cover and patch, those that are missing included, and a blank line between two series:
/// "[PATCH v2 1/5] frob: sort it — Ada".
QString patchListText(const catalog::Catalog &catalog, const std::vector<base::SeriesIndex> &series);

/// Lines of a shell that fetch and apply each series. Nothing where a Message-ID or the path of the archive
/// cannot be quoted (ui::shellWord), or is not there.
std::optional<QString> b4Command(const catalog::Catalog &catalog,
                                 const std::vector<base::SeriesIndex> &series);
std::optional<QString> gitAmCommand(const catalog::Catalog &catalog,
                                    const std::vector<base::SeriesIndex> &series);

/// A message as people quote it: who, when, subject, Message-ID, and the text.
QString messageText(const patch::ReadMessage &message);

} // namespace loredesk::ui
