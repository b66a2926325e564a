// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/message.h"

#include "models/base/hostiletext.h"
#include "models/mail/charset.h"
#include "models/mail/contenttype.h"
#include "models/mail/headerscanner.h"
#include "models/mail/maildate.h"
#include "models/mail/textparts.h"
#include "models/mail/transferencoding.h"

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

/// More of the parts behind a patch than a broken hunk could run into.
constexpr qsizetype maximumTail = 64 * 1024;

bool isNamed(const HeaderField &field, QByteArrayView name)
{
    return field.name.size() == name.size() &&
           qstrnicmp(field.name.constData(), name.data(), size_t(name.size())) == 0;
}

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
                                                                          message.headers.size()),
                    u"the last %1 were left out"_s.arg(header.fieldsLeftOut));
}

/// Some programs fold a long id by encoding it as a text (RFC 2047), brackets and all.
QByteArray decodedIds(const QByteArray &value)
{
    return value.contains("=?") ? decodeHeader(value).toUtf8() : value;
}

/// The ids between angle brackets, in order. "<>" and ids with blanks inside are taken as they
/// stand, less the blanks (folding may have put them there).
QList<QByteArray> messageIds(const QByteArray &value)
{
    QList<QByteArray> ids;
    qsizetype at = 0;
    while ((at = value.indexOf('<', at)) >= 0) {
        const qsizetype close = value.indexOf('>', at);
        if (close < 0)
            break;
        QByteArray id;
        for (const char c : QByteArrayView(value).sliced(at + 1, close - at - 1)) {
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
                id += c;
        }
        if (!id.isEmpty())
            ids.append(id);
        at = close + 1;
    }
    return ids;
}

QByteArray ownMessageId(const QByteArray &value)
{
    const QList<QByteArray> ids = messageIds(value);
    if (!ids.isEmpty())
        return ids.constFirst();
    // Without brackets, or with one of the two: what stands there, up to a blank or the other bracket.
    QByteArray id = unfolded(value).trimmed();
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

void readFields(Message &message)
{
    bool hasMessageId = false;
    const HeaderField *unreadableDate = nullptr;
    for (const HeaderField &field : std::as_const(message.headers)) {
        if (field.name.isEmpty())
            continue;
        switch (field.name[0] | 0x20) {
        case 'm':
            if (!hasMessageId && isNamed(field, "message-id")) {
                message.messageId = ownMessageId(decodedIds(field.value));
                hasMessageId = true;
            }
            break;
        case 'i':
            if (message.inReplyTo.isEmpty() && isNamed(field, "in-reply-to")) {
                const QList<QByteArray> ids = messageIds(decodedIds(field.value));
                message.inReplyTo = ids.value(0);
            }
            break;
        case 'r':
            if (isNamed(field, "references"))
                message.references += messageIds(decodedIds(field.value));
            else if (isNamed(field, "reply-to"))
                message.replyTo = parseMailboxes(field.value);
            break;
        // Where From, Subject or Date stand twice, the last one counts, as for git.
        case 's':
            if (isNamed(field, "subject"))
                message.subject = decodeHeader(field.value);
            break;
        case 'f':
            if (isNamed(field, "from"))
                message.from = parseMailboxes(field.value).value(0);
            break;
        case 't':
            if (isNamed(field, "to"))
                message.to += parseMailboxes(field.value);
            break;
        case 'c':
            if (isNamed(field, "cc"))
                message.cc += parseMailboxes(field.value);
            break;
        case 'x':
            if (isNamed(field, "x-original-from"))
                message.originalFrom = parseMailboxes(field.value).value(0);
            break;
        case 'd':
            if (isNamed(field, "date")) {
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
    const auto lineBegins = [&bytes](const char *what, qsizetype from) {
        const qsizetype size = qsizetype(qstrlen(what));
        for (qsizetype at = bytes.indexOf(what, from); at >= 0; at = bytes.indexOf(what, at + size)) {
            if (at == 0 || bytes[at - 1] == '\n')
                return at;
        }
        return qsizetype(-1);
    };
    if (lineBegins("diff -", 0) >= 0)
        return true;
    for (qsizetype at = lineBegins("--- ", 0); at >= 0; at = lineBegins("--- ", at + 4)) {
        const qsizetype next = bytes.indexOf('\n', at);
        if (next >= 0 && bytes.mid(next + 1, 4) == "+++ ")
            return true;
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
void chooseParts(Message &message, const QList<TextPart> &texts)
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
void takeSinglePart(Message &message, const QByteArray &bytes, const ContentType &content)
{
    const QString text = decodePart(message, bytes, content.charset, &message.patchCharset);
    if (content.type != "text/html")
        message.body = bodyText(text);
    message.patchText = patchBytes(bytes, content);
}

void readBody(Message &message, QByteArrayView body)
{
    const TextParts texts = readTextParts(message.headers, body, message);
    if (texts.single)
        takeSinglePart(message, texts.parts.constFirst().bytes, texts.parts.constFirst().content);
    else
        chooseParts(message, texts.parts);
}

/// As parseMessage(), with nothing but GMime between the bytes and the fields and parts.
Message parseWithLibrary(const QByteArray &raw)
{
    Message message;
    const QList<TextPart> texts = readWholeMail(raw, message);
    if (message.headers.isEmpty())
        noteProblem(message, u"the message has no header"_s);
    readFields(message);
    if (message.parts.size() != 1 || !message.parts.constFirst().type.startsWith("text/")) {
        chooseParts(message, texts);
        return message;
    }
    PartInfo &info = message.parts.first();
    info.fileName.clear();
    TextPart text = texts.value(0);
    text.content.charset = info.charset;
    text.content.type = info.type;
    takeSinglePart(message, text.bytes, text.content);
    return message;
}

} // namespace

void initialise()
{
    initialiseMime();
}

QByteArray Message::header(const char *name) const
{
    const QByteArrayView wanted(name);
    for (const HeaderField &field : headers) {
        if (isNamed(field, wanted))
            return field.value;
    }
    return {};
}

QString decodeText(const QByteArray &bytes, const QByteArray &charset)
{
    return decodeBytes(bytes, charset).text;
}

Message parseMessage(const QByteArray &raw, Reading reading)
{
    if (reading == Reading::Library)
        return parseWithLibrary(raw);
    Message message;
    ScannedHeader header = scanHeader(raw);
    message.headers = std::move(header.fields);
    if (message.headers.isEmpty())
        noteProblem(message, u"the message has no header"_s);
    else if (header.cutShort)
        noteProblem(message, u"the header ends at a line that is no field"_s, u"the body begins there"_s);
    noteLimits(message, header);
    readFields(message);
    readBody(message, QByteArrayView(raw).sliced(header.bodyOffset));
    return message;
}

} // namespace loredesk::mail
