// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/headinterner.h"

namespace loredesk::series {

void HeadInterner::operator()(MessageHead &head)
{
    head.messageId = m_ids(head.messageId);
    head.changeId = m_ids(head.changeId);
    share(head.references);
    share(head.links);
    share(head.supersedes);
    const bool last = !head.references.isEmpty() && head.references.constLast() == head.inReplyTo;
    head.inReplyTo = last ? head.references.constLast() : m_ids(head.inReplyTo);
    head.subject = m_texts(head.subject);
    head.prefix.title = head.prefix.title == head.subject ? head.subject : m_texts(head.prefix.title);
    for (QString &tag : head.prefix.tags)
        tag = m_texts(tag);
    head.from = {m_texts(head.from.name), m_texts(head.from.address)};
    share(head.submitter, head.from);
    share(head.author, head.submitter);
    share(head.trailers);
    share(head.followUp.accepted);
    share(head.followUp.mismatched);
}

/// Nine times of ten they are one person: comparing is cheaper than looking up.
void HeadInterner::share(mail::Mailbox &mailbox, const mail::Mailbox &likely)
{
    mailbox.name = mailbox.name == likely.name ? likely.name : m_texts(mailbox.name);
    mailbox.address = mailbox.address == likely.address ? likely.address : m_texts(mailbox.address);
}

void HeadInterner::share(QList<patch::Trailer> &trailers)
{
    if (trailers.isEmpty())
        return;
    for (patch::Trailer &trailer : trailers) {
        trailer.key = m_texts(trailer.key);
        trailer.value = m_texts(trailer.value);
    }
    trailers.squeeze();
}

void HeadInterner::share(QList<QByteArray> &ids)
{
    if (ids.isEmpty())
        return;
    for (QByteArray &id : ids)
        id = m_ids(id);
    ids.squeeze();
}

} // namespace loredesk::series
