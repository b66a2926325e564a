// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/isodate.h"

#include <QString>
#include <QVariant>

namespace loredesk::items {

/// What a tool tip is given, so that it is shown as it stands: views take anything that looks like markup for
/// rich text, and mail is full of "<". Text without one is returned as it is, else escaped between <qt> and
/// </qt>.
QString toolTip(const QString &text);

/// "2025-05-20 18:26", UTC.
QString isoMinutes(base::UnixSeconds seconds);

/// Qt::TextAlignmentRole of a number.
QVariant alignedRight();

} // namespace loredesk::items
