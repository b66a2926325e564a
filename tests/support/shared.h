// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::tests {

/// Path of `name` in the material that lies beside the checkout (real archives, conformance kits), or empty
/// where it is absent; the test then skips with a reason.
QString sharedPath(const QString &name);

/// True where LOREDESK_WHOLE_ARCHIVES=1 asks for every message of real archives instead of a sample. To be
/// asked before main(): it then takes QtTest's limit of five minutes for a test function away, too.
bool wholeArchives();

} // namespace loredesk::tests
