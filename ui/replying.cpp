// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replying.h"

#include "models/base/hostiletext.h"
#include "models/mail/writing.h"
#include "ui/shellword.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

namespace {

/// Linux takes 128 KiB in one argument; a desktop's launchers put it into others of theirs.
constexpr qsizetype LongestUrl = 60'000;

struct Recipients
{
    QStringList to;
    QStringList cc;
};

/// Of an address a mail program makes one recipient, whatever else somebody wrote into it.
bool isUsable(const QString &address)
{
    return address.contains(u'@') && std::none_of(address.begin(), address.end(), [](QChar c) {
               return c.isSpace() || base::isSteeringCharacter(c.unicode()) || c == u',' || c == u';' ||
                      c == u'<' || c == u'>';
           });
}

/// Where a list wrote itself into From, it is still who wrote the message.
const mail::Mailbox &writerOf(const mail::Message &message)
{
    return isUsable(message.originalFrom.address) ? message.originalFrom : message.from;
}

Recipients recipientsOf(const mail::Message &message)
{
    Recipients all;
    const auto add = [&all](QStringList &list, const mail::Mailbox &one) {
        if (isUsable(one.address) && !all.to.contains(one.address, Qt::CaseInsensitive) &&
            !all.cc.contains(one.address, Qt::CaseInsensitive))
            list += one.address;
    };
    for (const mail::Mailbox &one : message.replyTo)
        add(all.to, one);
    add(all.to.isEmpty() ? all.to : all.cc, writerOf(message));
    for (const QList<mail::Mailbox> &list : {message.to, message.cc}) {
        for (const mail::Mailbox &one : list)
            add(all.cc, one);
    }
    return all;
}

QString replySubject(const QString &subject)
{
    const QString line = base::visibleLine(subject).simplified();
    return line.startsWith("re:"_L1, Qt::CaseInsensitive) ? line : "Re: "_L1 + line;
}

/// "On …, … wrote:" and the lines, quoted, each ending in CR LF as RFC 6068 wants it.
QStringList quotation(const mail::Message &message)
{
    const mail::Mailbox &from = writerOf(message);
    const QString writer = base::visibleLine(from.name.isEmpty() ? from.address : from.name);
    QStringList lines;
    if (message.date)
        lines += "On "_L1 + QString::fromLatin1(mail::encodeDate(*message.date, message.dateOffset)) +
                 ", "_L1 + writer + " wrote:"_L1;
    else
        lines += writer + " wrote:"_L1;
    QStringList text = base::visibleText(message.body).split(u'\n');
    if (const qsizetype signature = text.lastIndexOf(u"-- "_s); signature >= 0)
        text.resize(signature);
    while (!text.isEmpty() && text.constLast().trimmed().isEmpty())
        text.removeLast();
    for (const QString &line : std::as_const(text))
        lines += line.isEmpty() || line.startsWith(u'>') ? u'>' + line : "> "_L1 + line;
    return lines;
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

QUrl replyUrl(const patch::ReadMessage &read)
{
    const mail::Message &message = read.message;
    const Recipients recipients = recipientsOf(message);
    if (recipients.to.isEmpty())
        return {};
    const auto list = [](const QStringList &addresses) {
        QByteArrayList all;
        for (const QString &address : addresses)
            all += QUrl::toPercentEncoding(address, "@");
        return all.join(',');
    };
    QByteArray url = "mailto:" + list(recipients.to) + "?subject=" + encoded(replySubject(message.subject));
    if (!recipients.cc.isEmpty())
        url += "&cc=" + list(recipients.cc);
    if (!message.messageId.isEmpty())
        url += "&in-reply-to=" + encoded(u'<' + QString::fromUtf8(message.messageId) + u'>');
    url += "&body=";
    const QByteArray rest = encoded(u"> [...]"_s);
    const QStringList lines = quotation(message);
    for (const QString &line : lines) {
        const QByteArray next = encoded(line) + "%0D%0A";
        if (url.size() + next.size() + rest.size() > LongestUrl) {
            url += rest;
            break;
        }
        url += next;
    }
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

std::optional<QString> replyCommand(const patch::ReadMessage &read)
{
    const Recipients recipients = recipientsOf(read.message);
    if (recipients.to.isEmpty() || read.message.messageId.isEmpty())
        return std::nullopt;
    QStringList command{u"git send-email"_s};
    const auto add = [&command](QLatin1StringView option, const QString &value) {
        const std::optional<QString> word = shellWord(value);
        if (word)
            command += option + *word;
        return word.has_value();
    };
    bool isWhole = add("--in-reply-to="_L1, QString::fromUtf8(read.message.messageId));
    for (const QString &address : recipients.to)
        isWhole = isWhole && add("--to="_L1, address);
    for (const QString &address : recipients.cc)
        isWhole = isWhole && add("--cc="_L1, address);
    if (!isWhole)
        return std::nullopt;
    return command.join(u' ') + " YOUR_REPLY"_L1;
}

} // namespace loredesk::ui
