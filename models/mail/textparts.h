// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail/mimetree.h"

namespace loredesk::mail {

/// What a message's body holds for people.
struct TextParts
{
    bool single = false;   ///< the body is one text; `parts` has exactly that
    QList<TextPart> parts; ///< as readMimeTree() gives them
};

/// Takes a body apart: one text with the decoders of this room, several parts with GMime. Adds to
/// `message.parts` and `message.problems`. Never fails; bounded as readMimeTree() is. Thread-safe. Bytes that
/// no transfer encoding changed may be views of `body`, which must outlive them.
TextParts readTextParts(const FieldViews &fields, QByteArrayView body, Message &message);

} // namespace loredesk::mail
