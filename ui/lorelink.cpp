// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lorelink.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

QString loreLink(const QByteArray &messageId)
{
    // A Message-ID may hold '/', '?' and '%' (RFC 5322, atext); in a path they must be escaped.
    return u"https://lore.kernel.org/r/"_s +
           QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(messageId), "@+=$"));
}

} // namespace loredesk::ui
