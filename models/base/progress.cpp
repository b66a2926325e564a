// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/progress.h"

namespace loredesk::base {

ProgressSink::~ProgressSink() = default;

} // namespace loredesk::base
