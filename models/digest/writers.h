// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/digest/digest.h"

namespace loredesk::digest {

// One writer a format; digest::toBytes chooses. Pure.

QString toText(const Digest &digest);
QString toMarkdown(const Digest &digest);
QString toHtml(const Digest &digest);
/// UTF-8.
QByteArray toJson(const Digest &digest);

} // namespace loredesk::digest
