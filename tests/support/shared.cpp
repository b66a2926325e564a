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

bool wholeArchives()
{
    const bool whole = qEnvironmentVariableIntValue("LOREDESK_WHOLE_ARCHIVES") > 0;
    if (whole && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");
    return whole;
}

} // namespace loredesk::tests
