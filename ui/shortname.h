// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loredesk::ui {

/// A person's name where there is not room for all of it: the initial of the first name and the last name,
/// "A. Lovelace" of "Ada King Lovelace (Example)". The same as given where that would say less than its
/// beginning: one word, an address, "Last, First", a program's name, scripts without capitals. Pure.
QString shortName(const QString &name);

} // namespace loredesk::ui
