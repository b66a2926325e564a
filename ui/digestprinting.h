// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

class QPrinter;

namespace loredesk::ui {

/// Lays a written digest out on pages: HTML as it looks, everything else in the mail font. Always dark on
/// white, loads nothing. Main thread; takes as long as the text is long.
void printDigest(const QByteArray &bytes, digest::Format format, QPrinter *printer);

} // namespace loredesk::ui
