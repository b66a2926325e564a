// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/archive.h"

namespace loredesk::archive {

/// Finds out what is at `path` and opens it; open() says which errors there are.
base::Result<std::unique_ptr<Archive>> recognise(const QString &path);

} // namespace loredesk::archive
