// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/gitscratch.h"

namespace loredesk::tests {

/// A mail about patches, sent to a list of people at example.org.
struct MailHead
{
    QByteArray subject;
    QByteArray id;      ///< without "@example.org"
    QByteArray answers; ///< the id of what it answers, or empty
    QByteArray from = "Ada Lovelace <ada@example.org>";
};

/// Mails of a made-up list: one minute apart, in the order they are asked for.
class MadeUpList
{
public:
    /// Adds a mail as it is written here.
    void add(const MailHead &head, const QByteArray &body);
    /// Adds a commit as git-format-patch(1) writes it. `head.subject` is what stands in the brackets; whoever
    /// wrote the commit stands in the body, where it is not the sender.
    void addPatch(const GitScratch &git, const QByteArray &commit, const MailHead &head);
    /// The same in base64 with CRLF, as some servers send mail on.
    void addPatchInBase64(const GitScratch &git, const QByteArray &commit, const MailHead &head);

    const QByteArrayList &mails() const { return m_mails; }

private:
    QByteArray head(const MailHead &head);

    QByteArrayList m_mails;
};

} // namespace loredesk::tests
