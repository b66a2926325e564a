// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::tests {

/// Path of `name` in the material that lies beside the checkout (real archives, conformance kits), or empty
/// where it is absent; the test then skips with a reason.
QString sharedPath(const QString &name);

} // namespace loredesk::tests
