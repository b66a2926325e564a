// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patch/patch.h"

namespace loredesk::patch {

/// A patch as one message of an mbox that git-am(1) takes: author, date and subject in the header (an in-body
/// header is applied), the commit message with `added` trailers, and below the separator the notes and the
/// diff byte for byte. What an mbox would mangle is sent quoted-printable, so that every dialect reads the
/// same. `read` in full detail. Pure; thread-safe.
QByteArray amMessage(const ReadMessage &read, const QList<Trailer> &added);

} // namespace loredesk::patch
