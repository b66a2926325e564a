// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace loredesk::mail {

/// What a Content-Type field says that this room needs.
struct ContentType
{
    QByteArray type;    ///< "text/plain", lower case; "text/plain" too where the field is absent or nonsense
                        ///< (RFC 2045 5.2)
    QByteArray charset; ///< as declared
    bool multipart = false;
    bool flowed = false;      ///< format=flowed (RFC 3676)
    bool deleteSpace = false; ///< its delsp=yes
};

/// `value`: raw, may be folded. `present`: the message has such a field.
ContentType parseContentType(QByteArrayView value, bool present);

} // namespace loredesk::mail
