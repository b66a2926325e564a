// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/versionchoice.h"

#include <QString>

#include <optional>
#include <utility>

namespace loredesk::app::cli {

/// "3", "v3" or "v2.1"; nothing where it is no version.
std::optional<catalog::VersionNumber> parseVersion(const QString &text);

/// "v3..v5": two versions with two dots between them; nothing where it is none.
std::optional<std::pair<catalog::VersionNumber, catalog::VersionNumber>>
parseVersionRange(const QString &text);

} // namespace loredesk::app::cli
