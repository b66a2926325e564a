// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/interner.h"
#include "models/series/messagehead.h"

namespace loredesk::series {

/// Lets rows share what repeats among them: names, addresses, ids, subjects, trailers. For several threads at once;
/// each row is one thread's own.
class HeadInterner
{
public:
    void operator()(MessageHead &head);

private:
    void share(mail::Mailbox &mailbox, const mail::Mailbox &likely);
    void share(QList<patch::Trailer> &trailers);
    void share(QList<QByteArray> &ids);

    base::Interner<QByteArray> m_ids;
    base::Interner<QString> m_texts;
};

} // namespace loredesk::series
