// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messageid.h"

#include "models/patch/patch.h"

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

QByteArray messageIdOf(const QString &given)
{
    QString id = given.trimmed();
    if (id.contains("://"_L1)) {
        if (const QByteArray linked = patch::messageIdOfLink(id); !linked.isEmpty())
            return linked;
    }
    if (id.startsWith("id:"_L1))
        id.remove(0, 3);
    if (id.startsWith(u'<') && id.endsWith(u'>'))
        id = id.mid(1, id.size() - 2);
    return id.toUtf8();
}

} // namespace loredesk::app::cli
