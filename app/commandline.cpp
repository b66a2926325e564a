// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

namespace loredesk::app {

int run(int, char **)
{
    return int(ExitState::WrongUsage);
}

} // namespace loredesk::app
