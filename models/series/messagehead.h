// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/isodate.h"
#include "models/base/position.h"
#include "models/patch/patch.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <utility>

namespace loredesk::series {

/// What a message is, seen by itself.
enum class MessageKind : quint8 {
    Patch,       ///< takes a slot in a series
    Cover,       ///< 0/N
    PullRequest, ///< [GIT PULL] without a counter
    Reply,       ///< answers something
    Other,       ///< starts a thread of its own: a question, a report, an announcement
};

/// 128 bits over what a message says.
using ContentHash = std::array<std::uint8_t, 16>;

/// The compact row that stands for a message once its body is let go.
struct MessageHead
{
    QByteArray messageId; ///< without angle brackets
    QByteArray inReplyTo;
    QList<QByteArray> references; ///< oldest first
    QString subject;              ///< as sent, decoded
    patch::SubjectPrefix prefix;
    mail::Mailbox from;            ///< the From header as it stands
    mail::Mailbox submitter;       ///< From with list rewriting undone
    mail::Mailbox author;          ///< in-body From, else the submitter
    base::UnixSeconds date = 0;    ///< Date header, clamped to 1990..arrival+1 day; else arrival
    base::UnixSeconds arrival = 0; ///< when the archive got it, 0: unknown
    base::Position position;
    MessageKind kind = MessageKind::Other;
    bool bot = false; ///< sent by one of the listed bots
    bool hasDiff = false;
    quint32 insertions = 0;     ///< lines that its diff adds
    quint32 deletions = 0;      ///< lines that its diff removes
    quint32 size = 0;           ///< bytes of the raw message
    std::uint32_t document = 0; ///< number under which the archive's store knows it, 0: none
    QByteArray patchId;         ///< 20 raw bytes; empty without a diff
    QByteArray changeId;
    ContentHash contentHash; ///< over subject, sender and body: copies of one message; all 0: not known
    QList<QByteArray> links; ///< Message-IDs it links to below the separator (anywhere in a cover); of a
                             ///< reply those of its Superseded-by
    QList<QByteArray> supersedes;
    QList<patch::Trailer> trailers; ///< of its commit message (postings only)
    patch::FollowUp followUp;       ///< what it offers (replies only)
};

/// When the archive got it; its date where nobody knows.
inline base::UnixSeconds arrivalOf(const MessageHead &head)
{
    return head.arrival != 0 ? head.arrival : head.date;
}

/// Who counts as a bot: exact addresses, address prefixes ("syzbot+"), display names. Editable by the user.
class BotList
{
public:
    /// The list that Loredesk ships.
    BotList();
    /// One pattern a line: "lkp@intel.com", "syzbot+*@syzkaller.appspotmail.com", "name:kernel test robot".
    /// Caseless; at most one star; a line that starts with # is a remark.
    explicit BotList(const QStringList &patterns);
    bool contains(const mail::Mailbox &mailbox) const;
    QStringList patterns() const { return m_patterns; }

private:
    QStringList m_patterns;
    QSet<QString> m_addresses;                  ///< lower case
    QSet<QString> m_names;                      ///< lower case, blanks collapsed
    QList<std::pair<QString, QString>> m_globs; ///< what stands before and behind the star
};

/// The row of a message that was read. Pure. `arrival` 0 where unknown; `now` bounds the clamp of dates.
/// The message may have been read for a row only (patch::Detail::Head); the row refers to none of its bytes.
MessageHead makeHead(const patch::ReadMessage &read, const base::Position &position,
                     base::UnixSeconds arrival, const BotList &bots, base::UnixSeconds now);

} // namespace loredesk::series
