// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storeplace.h"

#include "app/cli/console.h"
#include "models/jobs/keeping.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace loredesk::app {

QString storeDirectory()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return cache.isEmpty() ? QString() : cache + "/loredesk"_L1;
}

namespace cli {

void keepForLater(const jobs::LoadedArchive &loaded)
{
    if (!loaded.storeTrouble.text.isEmpty())
        say(loaded.storeTrouble.toString());
    const auto kept = jobs::keep(loaded);
    if (!kept && loaded.storeTrouble.text.isEmpty())
        say(kept.error().toString());
}

void leaveToTheSystem(jobs::LoadedArchivePtr loaded)
{
    static std::vector<jobs::LoadedArchivePtr> &left = *new std::vector<jobs::LoadedArchivePtr>;
    left.push_back(std::move(loaded));
}

} // namespace cli
} // namespace loredesk::app
