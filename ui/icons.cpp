// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QIcon actionIcon(const QString &name)
{
    return QIcon(u":/icons/actions/"_s + name + u".svg"_s);
}

} // namespace loredesk::ui
