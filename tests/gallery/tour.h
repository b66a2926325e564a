// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gallery/stage.h"

namespace loredesk::tests {

/// Goes through every view, panel, dialog and state of the window, and takes a picture of each.
class Tour : private Stage
{
public:
    Tour(const Wishes &wishes, const QString &keep)
        : Stage(wishes, keep)
    {
    }

    /// The state to leave the program with.
    int run();

private:
    void firstPage();
    void start();
    void reading();
    void versions();
    void charts();
    void digest();
    void search(const QString &text, const QString &name);
    void searching();
    void ranges();
    void marks();
    void menus();
    void dialogs();
    void help();
    void failures();
    void several();
};

} // namespace loredesk::tests
