// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/position.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::base {

QString hexId(const ObjectBytes &id)
{
    if (std::all_of(id.begin(), id.end(), [](std::uint8_t byte) { return byte == 0; }))
        return {};
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(id.data()), qsizetype(id.size())).toHex());
}

bool Place::isEmpty() const
{
    return path.isEmpty() && epoch < 0 && commit.isEmpty() && offset < 0 && messageId.isEmpty();
}

QString Place::toString() const
{
    QStringList parts;
    if (!path.isEmpty())
        parts << path;
    if (epoch >= 0)
        parts << "epoch "_L1 + QString::number(epoch);
    if (!commit.isEmpty())
        parts << "commit "_L1 + commit.left(12);
    if (offset >= 0)
        parts << "byte "_L1 + QString::number(offset);
    if (!messageId.isEmpty())
        parts << u'<' + messageId + u'>';
    return parts.join(", "_L1);
}

} // namespace loredesk::base
