// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace loredesk::tests {

QString sharedPath(const QString &name)
{
    const QString path = QDir::cleanPath(QStringLiteral(LOREDESK_SOURCE_DIR "/../shared/") + name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace loredesk::tests
