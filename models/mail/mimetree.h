// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/contenttype.h"
#include "models/mail/headerscanner.h"
#include "models/mail/message.h"

#include <QByteArrayView>

namespace loredesk::mail {

/// A part whose bytes were decoded: text, or what may be a patch by its name.
struct TextPart
{
    qsizetype info = 0; ///< index into Message::parts
    QByteArray bytes;   ///< transfer encoding undone
    ContentType content;
};

/// Takes a message body apart with GMime: everything that is not one plain text. Fills `message.parts` depth
/// first and adds problems; gives the parts that hold text. Bounded: parts beyond a count or a size are
/// named, not read.
QList<TextPart> readMimeTree(const FieldViews &headers, QByteArrayView body, Message &message);

/// Reads a whole message with GMime, its header included: fills `message.headers`, too. Slower than the
/// scanner and the decoders of this room; it is what they are held against.
QList<TextPart> readWholeMail(QByteArrayView raw, Message &message);

/// Once, before any other thread runs.
void initialiseMime();

} // namespace loredesk::mail
