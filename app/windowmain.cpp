// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/window.h"

int main(int argc, char **argv)
{
    return loredesk::app::run(argc, argv, loredesk::app::runWindow);
}
