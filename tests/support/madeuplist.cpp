// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madeuplist.h"

using namespace Qt::StringLiterals;

namespace loredesk::tests {

namespace {

/// What git-format-patch(1) makes of a commit: header and body, without its From line.
std::pair<QByteArray, QByteArray> formatted(const GitScratch &git, const QByteArray &commit,
                                            const MailHead &head)
{
    const GitScratch::Run patch =
        git.git({u"format-patch"_s, u"-1"_s, u"-N"_s, u"--stdout"_s, u"--binary"_s, u"--full-index"_s,
                 "--from="_L1 + QString::fromUtf8(head.from),
                 "--subject-prefix="_L1 + QString::fromUtf8(head.subject), QString::fromLatin1(commit)});
    const qsizetype begin = patch.out.indexOf('\n') + 1;
    const qsizetype end = patch.out.indexOf("\n\n", begin);
    if (!patch.ok || end < 0)
        qFatal("git format-patch failed: %s", patch.error.constData());
    return {patch.out.mid(begin, end - begin + 1), patch.out.mid(end + 2)};
}

/// Without the field, and without what continues it.
QByteArray without(const QByteArray &header, const QByteArray &field)
{
    QByteArray kept;
    bool skip = false;
    for (const QByteArray &line : header.split('\n')) {
        if (line.isEmpty())
            continue;
        skip = line.startsWith(field + ':') || (skip && line.startsWith(' '));
        if (!skip)
            kept += line + '\n';
    }
    return kept;
}

} // namespace

QByteArray MadeUpList::head(const MailHead &head)
{
    QByteArray text = "To: list@example.org\nMessage-ID: <" + head.id + "@example.org>\n";
    if (!head.answers.isEmpty())
        text += "In-Reply-To: <" + head.answers + "@example.org>\nReferences: <" + head.answers +
                "@example.org>\n";
    return text;
}

void MadeUpList::add(const MailHead &head, const QByteArray &body)
{
    const qsizetype minute = m_mails.size();
    const QByteArray time = QByteArray::number(10 + minute / 60) + ':' +
                            QByteArray::number(minute % 60).rightJustified(2, '0') + ":00 +0000\n";
    m_mails << "From: " + head.from + "\nSubject: " + head.subject + "\nDate: Tue, 20 May 2025 " + time +
                   this->head(head) +
                   "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                   "Content-Transfer-Encoding: 8bit\n\n" +
                   body;
}

void MadeUpList::addPatch(const GitScratch &git, const QByteArray &commit, const MailHead &head)
{
    const auto [header, body] = formatted(git, commit, head);
    m_mails << this->head(head) + header + '\n' + body;
}

void MadeUpList::addPatchInBase64(const GitScratch &git, const QByteArray &commit, const MailHead &head)
{
    const auto [header, body] = formatted(git, commit, head);
    QByteArray mail =
        this->head(head) +
        without(without(without(header, "MIME-Version"), "Content-Type"), "Content-Transfer-Encoding") +
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=\"utf-8\"\n"
        "Content-Transfer-Encoding: base64\n\n";
    const QByteArray encoded = QByteArray(body).replace("\n", "\r\n").toBase64();
    for (qsizetype at = 0; at < encoded.size(); at += 76)
        mail += encoded.mid(at, 76) + '\n';
    m_mails << mail;
}

} // namespace loredesk::tests
