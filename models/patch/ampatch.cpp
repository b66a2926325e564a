// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/ampatch.h"

#include "models/mail/writing.h"
#include "models/patch/bodysplit.h"
#include "models/patch/textlines.h"

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// True where the mail's way of ending lines is CRLF, as base64 asks for; else a carriage return belongs to
/// the file that is patched. Told by the lines that no file has a part in.
bool endsLinesWithCr(const TextLines &lines, const BodySplit &split)
{
    bool any = false;
    const auto allEndWithCr = [&](qsizetype from, qsizetype to) {
        for (qsizetype line = from; line < to; ++line) {
            if (lines.at(line).isEmpty())
                continue;
            any = true;
            if (!lines.at(line).endsWith('\r'))
                return false;
        }
        return true;
    };
    return allEndWithCr(split.textBegin, split.diffBegin) &&
           (split.diffs.isEmpty() || allEndWithCr(split.diffBegin, split.diffBegin + 1)) && any;
}

/// What git would take for an in-body header, though it is text: what stood above it hid it.
bool looksLikeHeader(QByteArrayView text)
{
    for (const char *word : {"From:", "Subject:", "Date:", ">From ", "[PATCH]"}) {
        const QByteArrayView name(word);
        if (text.size() >= name.size() && qstrnicmp(text.data(), word, size_t(name.size())) == 0)
            return true;
    }
    return false;
}

} // namespace

QByteArray amMessage(const ReadMessage &read, const QList<Trailer> &added)
{
    const Patch &patch = read.patch;
    const TextLines sent(read.message.patchText);
    const TextLines lines(withLineFeeds(read.message.patchText));
    const BodySplit split = splitBody(lines, read.message.patchCharset);
    const QByteArray author = mail::encodeMailbox(patch.author);

    QByteArray body;
    const QByteArray text = withTrailers(patch.commitMessage, added).toUtf8();
    if (looksLikeHeader(text))
        body += "From: " + author + "\n\n";
    body += text + "---\n";
    const TextLines &kept = endsLinesWithCr(sent, split) ? lines : sent;
    body += kept.range(qMin(split.notesBegin, split.diffBegin), kept.count());
    if (!body.endsWith('\n'))
        body += '\n';

    const bool encode = mail::isMangledByMbox(body);
    QByteArray out = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
    out += "From: " + author + '\n';
    if (patch.authorDate)
        out += "Date: " + mail::encodeDate(*patch.authorDate, patch.authorDateOffset) + '\n';
    out += "Subject: " + mail::encodeHeaderText(patch.subjectAfterInBody) + '\n';
    if (!read.message.messageId.isEmpty())
        out += "Message-ID: <" + read.message.messageId + ">\n";
    out += "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: ";
    out += encode ? "quoted-printable\n\n" : "8bit\n\n";
    out += encode ? mail::encodeQuotedPrintable(body) : body;
    return out + '\n';
}

} // namespace loredesk::patch
