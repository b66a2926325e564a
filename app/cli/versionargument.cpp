// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/versionargument.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace loredesk::app::cli {

std::optional<catalog::VersionNumber> parseVersion(const QString &text)
{
    static const QRegularExpression expression(u"^v?(\\d{1,4})(?:\\.(\\d{1,4}))?$"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    catalog::VersionNumber number;
    number.version = match.captured(1).toInt();
    if (match.hasCaptured(2))
        number.subversion = match.captured(2).toInt();
    return number;
}

std::optional<std::pair<catalog::VersionNumber, catalog::VersionNumber>>
parseVersionRange(const QString &text)
{
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0)
        return std::nullopt;
    const auto from = parseVersion(text.left(dots));
    const auto to = parseVersion(text.mid(dots + 2));
    if (!from || !to)
        return std::nullopt;
    return std::pair(*from, *to);
}

} // namespace loredesk::app::cli
