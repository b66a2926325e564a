// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::digest {

/// The style sheet that every HTML digest carries within itself: light and dark by the reader's own
/// preference, readable on a telephone and on paper, no font or image from anywhere.
QString htmlStyle();

} // namespace loredesk::digest
