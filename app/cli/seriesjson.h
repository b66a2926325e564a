// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/catalog.h"

#include <QByteArray>
#include <QString>

namespace loredesk::app {

/// What `loredesk series --json` prints: one document, UTF-8, the series newest first. Every version is an
/// entry of its own; `earlier` names the covers (or first patches) of the versions below it, newest first.
/// Beyond the fields that every entry has, `from_earlier_version` is true on a patch that a partial reroll
/// left as it was.
QByteArray seriesJson(const catalog::Catalog &catalog);

/// What `loredesk series` prints: a line a series, newest first, in columns that a terminal keeps aligned.
/// Every text that came from mail is made visible.
QString seriesTable(const catalog::Catalog &catalog);

} // namespace loredesk::app
