// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

#include "models/base/problem.h"

using namespace Qt::StringLiterals;

namespace loredesk::base {

namespace {

QString sentence(const Place &place, const QString &text, const QString &hint)
{
    QString result = place.toString();
    if (!result.isEmpty())
        result += ": "_L1;
    result += text;
    if (!hint.isEmpty())
        result += " ("_L1 + hint + u')';
    return result;
}

} // namespace

QString Error::toString() const
{
    return sentence(place, text, hint);
}

QString Problem::toString() const
{
    return sentence(place, text, hint);
}

} // namespace loredesk::base
