// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace loredesk::git {

/// What `delta` makes of `base` (gitformat-pack(5), "Deltified representation"). Nothing where the delta is
/// not for a base of this size, copies from outside it, does not give exactly what it announces, or announces
/// more than `largest` bytes.
std::optional<QByteArray> applyDelta(QByteArrayView base, QByteArrayView delta, qsizetype largest);

} // namespace loredesk::git
