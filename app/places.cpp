// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/places.h"

#include "app/cli/storeplace.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace loredesk::app {

Places Places::ofUser()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {storeDirectory(), data.isEmpty() ? QString() : data + "/loredesk/user.sqlite"_L1};
}

} // namespace loredesk::app
