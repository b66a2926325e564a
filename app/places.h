// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::app {

/// Where the window keeps things besides its settings. Empty: it does without.
struct Places
{
    QString stores;    ///< the directory with the caches of archives
    QString userStore; ///< the file with what the user owns
    QString trays = {}; ///< the directory for files that other programs take, private to the user

    /// As the XDG base directory specification has them.
    static Places ofUser();
};

} // namespace loredesk::app
