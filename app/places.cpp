// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/places.h"

#include "app/cli/storeplace.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace loredesk::app {

Places Places::ofUser()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    // What is handed out is gone with the session; without a directory for that, with the window.
    QString passing = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (passing.isEmpty())
        passing = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return {storeDirectory(), data.isEmpty() ? QString() : data + "/loredesk/user.sqlite"_L1,
            passing.isEmpty() ? QString() : passing + "/loredesk-out"_L1};
}

} // namespace loredesk::app
