// SPDX-License-Identifier: GPL-3.0-or-later
// A whole message, read as mail and as a patch.
#include "models/patch/patch.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

bool isHex(const QByteArray &text)
{
    return text.size() == 40 && QByteArray::fromHex(text).toHex() == text;
}

void checkMessage(const mail::Message &message)
{
    fuzz::checkLine(message.subject);
    fuzz::checkText(message.body);
    fuzz::checkMailbox(message.from);
    fuzz::checkMailbox(message.originalFrom);
    for (const auto *list : {&message.to, &message.cc, &message.replyTo}) {
        for (const mail::Mailbox &mailbox : *list)
            fuzz::checkMailbox(mailbox);
    }
    FUZZ_CHECK(!message.messageId.contains('\n') && !message.messageId.contains(' '));
    for (const QByteArray &id : message.references)
        FUZZ_CHECK(!id.isEmpty() && !id.contains('\n') && !id.contains('>'));
    FUZZ_CHECK(message.body.isEmpty() || (message.body.endsWith(u'\n') && !message.body.endsWith("\n\n"_L1)));
    FUZZ_CHECK(!message.body.contains("\r\n"_L1));
    for (const mail::PartInfo &part : message.parts) {
        FUZZ_CHECK(part.size >= 0 && part.depth >= 0);
        FUZZ_CHECK(part.type == part.type.toLower());
        fuzz::checkText(part.fileName);
    }
    for (const base::Problem &problem : message.problems) {
        FUZZ_CHECK(!problem.text.isEmpty());
        fuzz::checkLine(problem.text);
        fuzz::checkLine(problem.hint);
    }
    FUZZ_CHECK(!message.messageId.isEmpty() || !message.problems.isEmpty());
}

/// Charsets in which a line of ASCII is itself, wherever the text is cut.
bool readsLineByLine(const QByteArray &charset)
{
    return charset == "us-ascii" || charset == "utf-8" || charset == "iso-8859-1" ||
           charset == "windows-1252";
}

void checkFiles(const patch::Patch &patch)
{
    const QStringList lines = patch.diff.split(u'\n');
    for (const patch::FileDiff &file : patch.files) {
        int added = 0;
        int removed = 0;
        FUZZ_CHECK(file.firstLine >= 0 && file.firstLine < lines.size());
        for (const patch::Hunk &hunk : file.hunks) {
            FUZZ_CHECK(hunk.firstLine >= file.firstLine && hunk.firstLine < lines.size());
            FUZZ_CHECK(lines[hunk.firstLine].startsWith("@@ -"_L1));
            FUZZ_CHECK(hunk.firstLine + hunk.lines.size() < lines.size());
            for (const QString &line : hunk.lines) {
                FUZZ_CHECK(!line.isEmpty() && QStringView(u" +-\\").contains(line[0]));
                added += line[0] == u'+' ? 1 : 0;
                removed += line[0] == u'-' ? 1 : 0;
            }
        }
        FUZZ_CHECK(file.added == added && file.removed == removed);
        FUZZ_CHECK(!file.binary || file.hunks.isEmpty());
    }
}

void checkPatch(const mail::Message &message, const patch::Patch &patch)
{
    FUZZ_CHECK(patch.prefix == patch::parseSubject(message.subject));
    FUZZ_CHECK(patch.trailers == patch::parseTrailers(patch.commitMessage));
    FUZZ_CHECK(patch.hasDiff == !patch.files.isEmpty());
    FUZZ_CHECK(patch.patchId.isEmpty() || isHex(patch.patchId));
    FUZZ_CHECK(patch.commitMessage.isEmpty() || patch.commitMessage.endsWith(u'\n'));
    for (const QString *text : {&patch.text, &patch.commitMessage, &patch.notes, &patch.diff,
                                &patch.signature, &patch.subjectAfterInBody, &patch.diffStat.summary})
        fuzz::checkText(*text);
    fuzz::checkMailbox(patch.submitter);
    fuzz::checkMailbox(patch.author);
    fuzz::checkTrailers(patch.trailers);
    fuzz::checkTrailers(patch.followUp.accepted);
    fuzz::checkTrailers(patch.followUp.mismatched);
    for (const auto *ids : {&patch.links, &patch.dependsOn, &patch.supersedes}) {
        for (const QByteArray &id : *ids)
            FUZZ_CHECK(!id.isEmpty() && !id.contains('\n'));
    }
    if (readsLineByLine(message.patchCharset)) {
        // Whatever is told apart was there before, and nothing was made up.
        for (const QString *part : {&patch.commitMessage, &patch.notes, &patch.diff, &patch.signature})
            FUZZ_CHECK_TEXT(patch.text.contains(part->trimmed()), *part);
        checkFiles(patch);
    }
}

/// The rows of a catalog come from the cheaper reading: it must say the same.
void checkDetails(const patch::Patch &full, const patch::Patch &head)
{
    FUZZ_CHECK(head.text.isEmpty() && head.diff.isEmpty() && head.files.isEmpty());
    FUZZ_CHECK(head.prefix == full.prefix && head.hasPatchText == full.hasPatchText);
    FUZZ_CHECK(head.patchId == full.patchId && head.hasDiff == full.hasDiff);
    FUZZ_CHECK(head.author == full.author && head.submitter == full.submitter);
    if (!full.prefix.reply)
        FUZZ_CHECK(head.trailers == full.trailers && head.links == full.links);
    FUZZ_CHECK(head.supersededBy == full.supersededBy && head.baseCommit == full.baseCommit);
    FUZZ_CHECK(head.followUp.accepted == full.followUp.accepted);
    FUZZ_CHECK(head.followUp.mismatched == full.followUp.mismatched);
    FUZZ_CHECK(head.changeId == full.changeId && head.supersedes == full.supersedes);
    FUZZ_CHECK(head.insertions == full.insertions && head.deletions == full.deletions);
}

/// The same of what comes before: mail that is read for a row.
void checkHead(const mail::Message &full, const mail::Message &head)
{
    FUZZ_CHECK(head.messageId == full.messageId && head.inReplyTo == full.inReplyTo);
    FUZZ_CHECK(head.references == full.references && head.subject == full.subject);
    FUZZ_CHECK(head.from == full.from && head.originalFrom == full.originalFrom);
    FUZZ_CHECK(head.replyTo == full.replyTo && head.carbonCopies() == full.cc);
    FUZZ_CHECK(head.date == full.date && head.dateOffset == full.dateOffset);
    FUZZ_CHECK(head.patchText == full.patchText && head.patchTail == full.patchTail);
    FUZZ_CHECK(head.patchCharset == full.patchCharset);
    FUZZ_CHECK(head.problems.size() == full.problems.size());
    FUZZ_CHECK(QString::fromUtf8(head.bodyUtf8).remove(u'\r').trimmed() ==
               QString::fromUtf8(full.body.toUtf8()).remove(u'\r').trimmed());
    QList<QByteArray> addresses;
    for (const char *name : {"to", "cc"}) {
        for (const mail::HeaderField &field : head.headers) {
            if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                mail::visitAddresses(field.value, [&addresses](QByteArrayView address) {
                    addresses.append(address.toByteArray());
                    return true;
                });
        }
    }
    QList<QByteArray> expected;
    for (const auto *list : {&full.to, &full.cc}) {
        for (const mail::Mailbox &mailbox : *list) {
            if (!mailbox.address.isEmpty())
                expected.append(mailbox.address.toUtf8());
        }
    }
    FUZZ_CHECK(addresses == expected);
}

/// The same bytes, however they were wrapped up for the journey, are the same patch.
void checkTransfer(const QByteArray &body)
{
    QByteArray quoted;
    for (const char c : body)
        quoted += '=' + QByteArray(1, c).toHex().toUpper();
    const QByteArray header = "Message-ID: <1@example.org>\nContent-Type: text/plain; charset=utf-8\n";
    const mail::Message plain = mail::parseMessage(header + "Content-Transfer-Encoding: 8bit\n\n" + body);
    const mail::Message base64 =
        mail::parseMessage(header + "Content-Transfer-Encoding: base64\n\n" + body.toBase64());
    const mail::Message printable =
        mail::parseMessage(header + "Content-Transfer-Encoding: quoted-printable\n\n" + quoted);
    FUZZ_CHECK(plain.patchText == body && base64.patchText == body && printable.patchText == body);
    FUZZ_CHECK(base64.body == plain.body && printable.body == plain.body);
    FUZZ_CHECK(patch::parsePatch(base64).patchId == patch::parsePatch(plain).patchId);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray raw = fuzz::inputBytes(data, size);
    const mail::Message message = mail::parseMessage(raw);
    checkMessage(message);
    const patch::Patch full = patch::parsePatch(message, patch::Detail::Full);
    checkPatch(message, full);
    checkDetails(full, patch::parsePatch(message, patch::Detail::Head));
    const patch::ReadMessage row = patch::readMessage(raw, patch::Detail::Head);
    checkHead(message, row.message);
    checkDetails(full, row.patch);
    if (const qsizetype body = raw.indexOf("\n\n"); body >= 0 && raw.size() < 4096)
        checkTransfer(raw.mid(body + 2));
    return 0;
}
