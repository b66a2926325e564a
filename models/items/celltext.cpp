// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/celltext.h"

using namespace Qt::StringLiterals;

namespace loredesk::items {

QString toolTip(const QString &text)
{
    if (!text.contains(u'<'))
        return text;
    return u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

QString isoMinutes(base::UnixSeconds seconds)
{
    QString date = base::isoUtc(seconds);
    if (date.size() < 16)
        return date;
    date.truncate(16);
    date[10] = u' ';
    return date;
}

QVariant alignedRight()
{
    return int(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace loredesk::items
