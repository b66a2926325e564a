// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/sender.h"

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// "A U Thor via B4 Relay" -> "A U Thor"; also with quotes around the name, as some lists leave them.
QString nameBeforeVia(const QString &name)
{
    const qsizetype via = name.lastIndexOf(" via "_L1);
    if (via <= 0)
        return {};
    QString person = name.left(via).trimmed();
    if (person.size() > 1 && (person.startsWith(u'\'') || person.startsWith(u'"')) &&
        person.endsWith(person[0]))
        person = person.mid(1, person.size() - 2);
    return person;
}

bool isSameName(const QString &first, const QString &second)
{
    return !first.isEmpty() && first.simplified().compare(second.simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace

mail::Mailbox submitterOf(const mail::Message &message)
{
    const mail::Mailbox &from = message.from;
    const QString person = nameBeforeVia(from.name);
    const bool relayed = from.address.startsWith("devnull+"_L1, Qt::CaseInsensitive);
    if (person.isEmpty() && !relayed)
        return from;
    const auto isElsewhere = [&from](const mail::Mailbox &mailbox) {
        return mailbox.address.contains(u'@') &&
               mailbox.address.compare(from.address, Qt::CaseInsensitive) != 0;
    };
    const auto named = [&person](mail::Mailbox mailbox) {
        if (mailbox.name.isEmpty())
            mailbox.name = person;
        return mailbox;
    };
    if (isElsewhere(message.originalFrom))
        return named(message.originalFrom);
    // A list may add itself to Reply-To; the person is who has the name, or who stands there alone.
    for (const mail::Mailbox &mailbox : message.replyTo) {
        if (isElsewhere(mailbox) && isSameName(mailbox.name, person))
            return mailbox;
    }
    if (message.replyTo.size() == 1 && isElsewhere(message.replyTo.constFirst()) &&
        (relayed || message.replyTo.constFirst().name.isEmpty()))
        return named(message.replyTo.constFirst());
    const QList<mail::Mailbox> copies = message.carbonCopies();
    for (const mail::Mailbox &mailbox : copies) {
        if (isElsewhere(mailbox) && isSameName(mailbox.name, person))
            return mailbox;
    }
    mail::Mailbox known = from;
    if (!person.isEmpty())
        known.name = person;
    return known;
}

} // namespace loredesk::patch
