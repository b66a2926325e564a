// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/position.h"

#include <QMetaType>
#include <QString>

namespace loredesk::base {

/// Something wrong in the data that did not stop the work: a message that is missing, cut or malformed.
/// Collected in the load report; never thrown away. A plain value; may cross threads.
struct Problem
{
    QString text; ///< what is wrong, one sentence without a full stop
    Place place;  ///< where
    QString hint; ///< what to do, or what was done about it; may be empty

    /// "PLACE: TEXT (HINT)".
    QString toString() const;
};

} // namespace loredesk::base

Q_DECLARE_METATYPE(loredesk::base::Problem)
