// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace loredesk::git {

/// Whether so short a delta can make as many bytes as it announces: a command copies less than 16 MiB.
bool canMakeWhatItAnnounces(QByteArrayView delta);

/// What `delta` makes of `base` (gitformat-pack(5), "Deltified representation"). Nothing where the delta is
/// not for a base of this size, copies from outside it, does not give exactly what it announces, or announces
/// more than `largest` bytes.
std::optional<QByteArray> applyDelta(QByteArrayView base, QByteArrayView delta, qsizetype largest);

} // namespace loredesk::git
