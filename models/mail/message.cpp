// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/message.h"

#include "models/base/hostiletext.h"
#include "models/mail/charset.h"
#include "models/mail/contenttype.h"
#include "models/mail/headerscanner.h"
#include "models/mail/maildate.h"
#include "models/mail/textparts.h"
#include "models/mail/transferencoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

/// More of the parts behind a patch than a broken hunk could run into.
constexpr qsizetype maximumTail = 64 * 1024;

void noteProblem(Message &message, const QString &text, const QString &hint = {}, qsizetype offset = -1)
{
    base::Problem problem;
    problem.text = text;
    problem.hint = hint;
    problem.place.offset = offset;
    message.problems.append(problem);
}

void noteLimits(Message &message, const ScannedHeader &header)
{
    for (const ScannedHeader::Shortened &field : header.shortened)
        noteProblem(
            message,
            u"the %1 field has %2 bytes, more than are read"_s.arg(QString::fromLatin1(field.name.left(40)))
                .arg(field.size),
            u"%1 were read, the %2 behind them left out"_s.arg(field.kept).arg(field.size - field.kept),
            field.offset);
    if (header.fieldsLeftOut > 0)
        noteProblem(message,
                    u"the header has %1 fields, more than are read"_s.arg(header.fieldsLeftOut +
                                                                          header.fields.size()),
                    u"the last %1 were left out"_s.arg(header.fieldsLeftOut));
}

/// Shows the ids between angle brackets, in order, until `take` returns false. "<>" and ids with blanks
/// inside are taken as they stand, less the blanks (folding may have put them there).
template <class Take>
void takeMessageIds(QByteArrayView value, const Take &take)
{
    QByteArray decoded;
    if (mayHoldEncodedWords(
            value)) { // some programs fold a long id by encoding it as a text, brackets and all
        decoded = decodeHeader(value).toUtf8();
        value = decoded;
    }
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    qsizetype at = 0;
    while ((at = value.indexOf('<', at)) >= 0) {
        const qsizetype close = value.indexOf('>', at);
        if (close < 0)
            return;
        QByteArray id = value.sliced(at + 1, close - at - 1).toByteArray();
        if (std::any_of(id.cbegin(), id.cend(), isBlank))
            id.removeIf(isBlank);
        at = close + 1;
        if (!id.isEmpty() && !take(std::move(id)))
            return;
    }
}

QByteArray firstMessageId(QByteArrayView value)
{
    QByteArray first;
    takeMessageIds(value, [&first](QByteArray &&id) {
        first = std::move(id);
        return false;
    });
    return first;
}

QByteArray ownMessageId(QByteArrayView value)
{
    QByteArray id = firstMessageId(value);
    if (!id.isEmpty())
        return id;
    // Without brackets, or with one of the two: what stands there, up to a blank or the other bracket.
    QByteArray buffer;
    id = mayHoldEncodedWords(value) ? decodeHeader(value).toUtf8() : unfolded(value, buffer).toByteArray();
    id = id.trimmed();
    while (id.startsWith('<') || id.startsWith('\0'))
        id.remove(0, 1);
    for (qsizetype i = 0; i < id.size(); ++i) {
        if (id[i] == '>' || id[i] == ' ' || id[i] == '\t') {
            id.truncate(i);
            break;
        }
    }
    return id;
}

/// A field that lists people: now, or for a row when somebody asks.
void takeRecipients(Message &message, const FieldView &field, QList<Mailbox> &list, Detail detail)
{
    if (detail == Detail::Full)
        list += parseMailboxes(field.value);
    else
        message.headers.append({QByteArray::fromRawData(field.name.data(), field.name.size()),
                                QByteArray::fromRawData(field.value.data(), field.value.size())});
}

void readFields(Message &message, const FieldViews &fields, Detail detail)
{
    bool hasMessageId = false;
    const FieldView *unreadableDate = nullptr;
    const auto first = [](const QList<Mailbox> &mailboxes) { return mailboxes.value(0); };
    for (const FieldView &field : fields) {
        if (field.name.isEmpty())
            continue;
        switch (field.name[0] | 0x20) {
        case 'm':
            if (!hasMessageId && field.isNamed("message-id")) {
                message.messageId = ownMessageId(field.value);
                hasMessageId = true;
            }
            break;
        case 'i':
            if (message.inReplyTo.isEmpty() && field.isNamed("in-reply-to"))
                message.inReplyTo = firstMessageId(field.value);
            break;
        case 'r':
            if (field.isNamed("references")) {
                takeMessageIds(field.value, [&message](QByteArray &&id) {
                    message.references.append(std::move(id));
                    return true;
                });
            } else if (field.isNamed("reply-to")) {
                message.replyTo = parseMailboxes(field.value);
            }
            break;
        // Where From, Subject or Date stand twice, the last one counts, as for git.
        case 's':
            if (field.isNamed("subject"))
                message.subject = decodeHeader(field.value);
            break;
        case 'f':
            if (field.isNamed("from"))
                message.from = first(parseMailboxes(field.value, 1));
            break;
        case 't':
            if (field.isNamed("to"))
                takeRecipients(message, field, message.to, detail);
            break;
        case 'c':
            if (field.isNamed("cc"))
                takeRecipients(message, field, message.cc, detail);
            break;
        case 'x':
            if (field.isNamed("x-original-from"))
                message.originalFrom = first(parseMailboxes(field.value, 1));
            break;
        case 'd':
            if (field.isNamed("date")) {
                const std::optional<MailDate> date = parseMailDate(field.value);
                message.date = date ? std::optional(date->seconds) : std::nullopt;
                message.dateOffset = date ? date->offset : 0;
                unreadableDate = date ? nullptr : &field;
            }
            break;
        default:
            break;
        }
    }
    if (unreadableDate)
        noteProblem(message, u"the Date field cannot be read: %1"_s.arg(
                                 base::shortened(decodeHeader(unreadableDate->value), 80)));
    if (message.messageId.isEmpty())
        noteProblem(message, u"the message has no Message-ID"_s);
}

/// LF line ends and one newline at the end. Gateways that convert twice leave "\r\r\n".
QString bodyText(QString text)
{
    if (text.contains(u'\r')) {
        qsizetype kept = 0;
        QChar *const to = text.data();
        for (qsizetype i = 0; i < text.size(); ++i) {
            while (to[i] == u'\n' && kept > 0 && to[kept - 1] == u'\r')
                --kept;
            to[kept++] = to[i];
        }
        text.truncate(kept);
    }
    qsizetype end = text.size();
    while (end > 0 && (text[end - 1] == u'\n' || text[end - 1] == u'\r'))
        --end;
    text.truncate(end);
    text += u'\n';
    return text;
}

QString decodePart(Message &message, const QByteArray &bytes, const QByteArray &charset, QByteArray *taken)
{
    DecodedText decoded = decodeBytes(bytes, charset);
    *taken = decoded.charset;
    if (!decoded.knownCharset)
        noteProblem(message, u"unknown charset %1"_s.arg(QString::fromLatin1(charset.left(40))),
                    u"read as %1"_s.arg(QString::fromLatin1(decoded.charset)));
    if (decoded.errors > 0)
        noteProblem(
            message,
            u"%1 bytes mean nothing in %2"_s.arg(decoded.errors).arg(QString::fromLatin1(decoded.charset)),
            u"shown as U+FFFD"_s);
    return decoded.text;
}

/// Whether a line of the bytes begins a diff that a program could apply.
bool holdsDiff(const QByteArray &bytes)
{
    const char *line = bytes.constData();
    const char *const end = line + bytes.size();
    const auto begins = [end](const char *at, QByteArrayView what) {
        return end - at >= what.size() && std::memcmp(at, what.data(), size_t(what.size())) == 0;
    };
    while (line < end) {
        if (*line == 'd' && begins(line, "diff -"))
            return true;
        const auto *newline = static_cast<const char *>(std::memchr(line, '\n', size_t(end - line)));
        if (!newline)
            return false;
        if (*line == '-' && begins(line, "--- ") && begins(newline + 1, "+++ "))
            return true;
        line = newline + 1;
    }
    return false;
}

QByteArray withNewline(QByteArray bytes)
{
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    return bytes;
}

/// What git makes of a flowed text: a patch sent that way is read whole again. The body stays as it was sent.
QByteArray patchBytes(const QByteArray &bytes, const ContentType &content)
{
    return content.flowed && holdsDiff(bytes) ? unflowed(bytes, content.deleteSpace) : bytes;
}

/// The body and the bytes that a patch is read from, out of several parts.
void chooseParts(Message &message, const QList<TextPart> &texts, Detail detail)
{
    const auto infoOf = [&message](const TextPart &text) { return message.parts.at(text.info); };
    qsizetype bodyAt = -1;
    for (qsizetype i = 0; i < texts.size() && bodyAt < 0; ++i) {
        if (infoOf(texts[i]).type == "text/plain")
            bodyAt = i;
    }
    QByteArray bodyCharset;
    if (bodyAt >= 0)
        message.body =
            bodyText(decodePart(message, texts[bodyAt].bytes, infoOf(texts[bodyAt]).charset, &bodyCharset));
    if (detail == Detail::Head)
        message.bodyUtf8 = std::exchange(message.body, {}).toUtf8();
    // git reads every part as one text, the message in the first and the diff in whichever has it. HTML is a
    // second copy of what a plain part says, and counts only where no other part holds a diff.
    QList<bool> diffs;
    bool inPlain = false;
    for (const TextPart &text : texts) {
        diffs.append(holdsDiff(text.bytes));
        inPlain = inPlain || (diffs.constLast() && infoOf(text).type != "text/html");
    }
    QList<TextPart> used;
    qsizetype lastUsed = -1;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool html = infoOf(texts[i]).type == "text/html";
        if (i == bodyAt || (diffs[i] && (!html || !inPlain))) {
            TextPart part = texts[i];
            part.bytes = patchBytes(part.bytes, part.content);
            used.append(part);
            lastUsed = i;
        }
    }
    for (qsizetype i = lastUsed + 1; i < texts.size() && lastUsed >= 0; ++i)
        message.patchTail += withNewline(texts[i].bytes.left(maximumTail));
    bool oneCharset = true;
    QList<DecodedText> decoded;
    for (const TextPart &text : std::as_const(used)) {
        decoded.append(decodeBytes(text.bytes, infoOf(text).charset));
        oneCharset = oneCharset && (decoded.constLast().charset == decoded.constFirst().charset);
    }
    for (qsizetype i = 0; i < used.size(); ++i)
        message.patchText += withNewline(oneCharset ? used[i].bytes : decoded[i].text.toUtf8());
    message.patchCharset =
        !oneCharset || decoded.isEmpty() ? QByteArrayLiteral("utf-8") : decoded.constFirst().charset;
}

/// A message that is one text: `bytes`, with the transfer encoding undone.
void takeSinglePart(Message &message, const QByteArray &bytes, const ContentType &content, Detail detail)
{
    const bool isBody = content.type != "text/html";
    if (const QByteArray charset = charsetOfUtf8(bytes, content.charset);
        detail == Detail::Head && !charset.isEmpty()) {
        message.patchCharset = charset;
        if (isBody)
            message.bodyUtf8 = bytes;
    } else {
        const QString text = decodePart(message, bytes, content.charset, &message.patchCharset);
        if (isBody && detail == Detail::Head)
            message.bodyUtf8 = text.toUtf8();
        else if (isBody)
            message.body = bodyText(text);
    }
    message.patchText = patchBytes(bytes, content);
}

void readBody(Message &message, const FieldViews &fields, QByteArrayView body, Detail detail)
{
    TextParts texts = readTextParts(fields, body, message);
    if (!texts.single) {
        chooseParts(message, texts.parts, detail);
        return;
    }
    TextPart &part = texts.parts.first();
    if (detail == Detail::Full)
        part.bytes.detach(); // the raw bytes may be let go
    takeSinglePart(message, part.bytes, part.content, detail);
}

/// As parseMessage(), with nothing but GMime between the bytes and the fields and parts.
Message parseWithLibrary(const QByteArray &raw)
{
    Message message;
    const QList<TextPart> texts = readWholeMail(raw, message);
    if (message.headers.isEmpty())
        noteProblem(message, u"the message has no header"_s);
    FieldViews fields;
    for (const HeaderField &field : std::as_const(message.headers))
        fields.append({field.name, field.value});
    readFields(message, fields, Detail::Full);
    if (message.parts.size() != 1 || !message.parts.constFirst().type.startsWith("text/")) {
        chooseParts(message, texts, Detail::Full);
        return message;
    }
    PartInfo &info = message.parts.first();
    info.fileName.clear();
    TextPart text = texts.value(0);
    text.content.charset = info.charset;
    text.content.type = info.type;
    takeSinglePart(message, text.bytes, text.content, Detail::Full);
    return message;
}

} // namespace

void initialise()
{
    initialiseMime();
}

QByteArray Message::header(const char *name) const
{
    for (const HeaderField &field : headers) {
        if (FieldView{field.name, field.value}.isNamed(name))
            return field.value;
    }
    return {};
}

QList<Mailbox> Message::carbonCopies() const
{
    if (!cc.isEmpty())
        return cc;
    QList<Mailbox> list;
    for (const HeaderField &field : headers) {
        if (FieldView{field.name, field.value}.isNamed("cc"))
            list += parseMailboxes(field.value);
    }
    return list;
}

QString decodeText(const QByteArray &bytes, const QByteArray &charset)
{
    return decodeBytes(bytes, charset).text;
}

Message parseMessage(const QByteArray &raw, Reading reading, Detail detail)
{
    if (reading == Reading::Library)
        return parseWithLibrary(raw);
    Message message;
    const ScannedHeader header = scanHeader(raw);
    if (detail == Detail::Full) {
        message.headers.reserve(header.fields.size());
        for (const FieldView &field : header.fields)
            message.headers.append({field.name.toByteArray(), field.value.toByteArray()});
    }
    if (header.fields.isEmpty())
        noteProblem(message, u"the message has no header"_s);
    else if (header.cutShort)
        noteProblem(message, u"the header ends at a line that is no field"_s, u"the body begins there"_s);
    noteLimits(message, header);
    readFields(message, header.fields, detail);
    readBody(message, header.fields, QByteArrayView(raw).sliced(header.bodyOffset), detail);
    return message;
}

} // namespace loredesk::mail
