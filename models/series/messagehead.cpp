// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/messagehead.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace loredesk::series {

namespace {

constexpr base::UnixSeconds Day = 86400;
constexpr base::UnixSeconds Year1990 = 631152000;
// What git-format-patch(1) writes into every "From " line: a mark of the format, not a time of arrival.
constexpr base::UnixSeconds FormatPatchMark = 1000684800;
// A cover that links to hundreds of messages is a digest; more would only cost memory.
constexpr qsizetype MostLinks = 200;

/// 128 bits over text: enough to tell copies of a message from another one under the same
/// Message-ID, many times cheaper than a cryptographic hash on every message of an archive.
class TextHash
{
public:
    void add(const QString &text) { addBytes(text.constData(), std::size_t(text.size()) * sizeof(QChar)); }
    void add(const QByteArray &bytes) { add(QByteArrayView(bytes)); }
    void add(QByteArrayView bytes) { addBytes(bytes.data(), std::size_t(bytes.size())); }

    ContentHash result() const
    {
        ContentHash bytes;
        const std::uint64_t low = mix(m_low ^ m_length, First), high = mix(m_high + m_length, Second);
        std::memcpy(bytes.data(), &low, 8);
        std::memcpy(bytes.data() + 8, &high, 8);
        return bytes;
    }

private:
    static constexpr std::uint64_t First = 0x9e3779b97f4a7c15, Second = 0xc2b2ae3d27d4eb4f;

    static std::uint64_t mix(std::uint64_t a, std::uint64_t b)
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide(a) * b;
        return std::uint64_t(product) ^ std::uint64_t(product >> 64);
    }

    void addBytes(const void *data, std::size_t size)
    {
        const char *at = static_cast<const char *>(data);
        m_length += size + 1; // so that "ab" + "c" differs from "a" + "bc"
        m_high ^= m_length;
        for (; size >= 16; at += 16, size -= 16) {
            std::uint64_t words[2];
            std::memcpy(words, at, 16);
            step(words[0], words[1]);
        }
        std::uint64_t words[2] = {size, 0};
        if (size > 0) // of nothing there may be no address either
            std::memcpy(words, at, std::min<std::size_t>(size, 8));
        if (size > 8)
            std::memcpy(words + 1, at + 8, size - 8);
        step(words[0], words[1] ^ (std::uint64_t(size) << 56));
    }

    void step(std::uint64_t one, std::uint64_t two)
    {
        m_low = mix(m_low ^ one ^ First, two ^ Second) + one;
        m_high = mix(m_high ^ two ^ Second, one + First) ^ (m_high << 1);
    }

    std::uint64_t m_low = First, m_high = Second, m_length = 0;
};

bool isReviewKey(const QString &key)
{
    // What an author writes under his own patch says nothing about whether the message is an answer.
    for (const auto own :
         {"signed-off-by"_L1, "co-developed-by"_L1, "cc"_L1, "link"_L1, "fixes"_L1, "closes"_L1}) {
        if (key.compare(own, Qt::CaseInsensitive) == 0)
            return false;
    }
    return true;
}

bool offersReview(const patch::FollowUp &followUp)
{
    const auto offers = [](const QList<patch::Trailer> &trailers) {
        return std::any_of(trailers.begin(), trailers.end(), [](const patch::Trailer &trailer) {
            return trailer.kind == patch::Trailer::Kind::Person && isReviewKey(trailer.key);
        });
    };
    return offers(followUp.accepted) || offers(followUp.mismatched);
}

bool isSignedOff(const QList<patch::Trailer> &trailers)
{
    return std::any_of(trailers.begin(), trailers.end(), [](const patch::Trailer &trailer) {
        return trailer.key.compare("signed-off-by"_L1, Qt::CaseInsensitive) == 0;
    });
}

MessageKind kindOf(const patch::Patch &patch, bool answers, bool bot)
{
    const patch::SubjectPrefix &prefix = patch.prefix;
    if (prefix.reply)
        return MessageKind::Reply; // even if it holds a diff
    if (prefix.pull && !prefix.hasCounter() && !(prefix.patch && patch.hasDiff))
        return MessageKind::PullRequest;

    const bool counted = prefix.hasCounter() && (prefix.index == 0 || patch.hasDiff);
    const bool marked = patch.hasDiff && (prefix.rfc || prefix.resend || !prefix.versionInferred);
    bool posting = prefix.isPosting() || counted || marked || (prefix.pull && prefix.hasCounter());
    // A diff mailed without any bracket: a patch where somebody signed it off, else an illustration.
    if (!posting && patch.hasDiff && !answers && isSignedOff(patch.trailers))
        posting = true;
    // "[tip: …]" and its kin report commits, with their diffs.
    if (bot && !prefix.patch)
        posting = false;
    if (!posting)
        return answers ? MessageKind::Reply : MessageKind::Other;

    if (prefix.hasCounter() && prefix.index == 0)
        return MessageKind::Cover;
    if (patch.hasDiff)
        return MessageKind::Patch;
    // A reply that lost its "Re:".
    if (answers && offersReview(patch.followUp))
        return MessageKind::Reply;
    if (prefix.hasCounter())
        return prefix.pull && !prefix.patch ? MessageKind::PullRequest : MessageKind::Patch;
    // A diff that cannot be read is still a patch where somebody signed it off.
    if (prefix.patch && !answers && isSignedOff(patch.trailers))
        return MessageKind::Patch;
    return answers ? MessageKind::Reply : MessageKind::Other;
}

base::UnixSeconds dateOf(const std::optional<base::UnixSeconds> &header, base::UnixSeconds arrival,
                         base::UnixSeconds now)
{
    const bool arrived = arrival > Year1990 && arrival != FormatPatchMark && arrival <= now + Day;
    if (!header)
        return arrived ? arrival : 0;
    const base::UnixSeconds latest = (arrived ? arrival : now) + Day;
    return std::clamp(*header, Year1990, std::max(latest, Year1990));
}

/// Ids that name no message: what people type at git send-email's prompt, and the addresses of the very
/// message. Looks for all of a message's ids at once, so that its lists of people are gone through once, and
/// nothing of them is kept.
class FalseIds
{
public:
    explicit FalseIds(const mail::Message &message)
        : m_message(message)
    {
        note(message.inReplyTo);
        for (const QByteArray &reference : message.references)
            note(reference);
        if (m_lengths != 0)
            findAddresses();
    }

    bool contains(const QByteArray &id) const
    {
        return id.isEmpty() || id == "y" || id == "n" || id == "Y" || id == "N" || id == "yes" ||
               id == "no" || std::find(m_found.begin(), m_found.end(), id) != m_found.end();
    }

private:
    static constexpr int MostAddresses = 64;

    static std::uint64_t lengthBit(qsizetype size) { return std::uint64_t(1) << (size & 63); }
    void note(const QByteArray &id) { m_lengths |= id.isEmpty() ? 0 : lengthBit(id.size()); }

    void findAddresses()
    {
        add(m_message.from.address.toUtf8());
        add(m_message.originalFrom.address.toUtf8());
        for (const QByteArrayView name : {"to", "cc"}) {
            for (const mail::HeaderField &field : m_message.headers) {
                if (m_left > 0 && name.compare(field.name, Qt::CaseInsensitive) == 0)
                    mail::visitAddresses(field.value, [this](QByteArrayView address) {
                        add(address);
                        return m_left > 0;
                    });
            }
        }
        for (const mail::Mailbox &mailbox : m_message.replyTo)
            add(mailbox.address.toUtf8());
    }

    void add(QByteArrayView address)
    {
        if (address.isEmpty() || m_left == 0)
            return;
        --m_left;
        if ((m_lengths & lengthBit(address.size())) == 0)
            return;
        if (address == m_message.inReplyTo ||
            std::any_of(m_message.references.begin(), m_message.references.end(),
                        [address](const QByteArray &id) { return id == address; }))
            m_found.append(address.toByteArray());
    }

    const mail::Message &m_message;
    int m_left = MostAddresses;
    std::uint64_t m_lengths = 0; ///< a bit for each length that an id has
    QList<QByteArray> m_found;
};

/// The body in UTF-8, whichever detail it was read in, with LF and no line ends behind it: so that copies are
/// equal that took different ways.
void addBody(TextHash &hash, const mail::Message &message)
{
    const QByteArray body = message.bodyUtf8.isEmpty() ? message.body.toUtf8() : message.bodyUtf8;
    qsizetype end = body.size();
    while (end > 0 && (body[end - 1] == '\n' || body[end - 1] == '\r'))
        --end;
    const QByteArrayView text = QByteArrayView(body).first(end);
    if (!text.contains('\r')) {
        hash.add(text);
        return;
    }
    QByteArray plain;
    plain.reserve(text.size());
    for (const char c : text) {
        while (c == '\n' && plain.endsWith('\r')) // gateways that convert twice leave "\r\r\n"
            plain.chop(1);
        plain += c;
    }
    hash.add(plain);
}

} // namespace

MessageHead makeHead(const patch::ReadMessage &read, const base::Position &position,
                     base::UnixSeconds arrival, const BotList &bots, base::UnixSeconds now)
{
    const mail::Message &message = read.message;
    const patch::Patch &patch = read.patch;

    MessageHead head;
    head.messageId = message.messageId;
    if (!message.inReplyTo.isEmpty() || !message.references.isEmpty()) {
        const FalseIds falseIds(message);
        if (!falseIds.contains(message.inReplyTo))
            head.inReplyTo = message.inReplyTo;
        head.references = message.references;
        const auto isFalse = [&falseIds](const QByteArray &id) { return falseIds.contains(id); };
        if (std::any_of(head.references.cbegin(), head.references.cend(), isFalse))
            head.references.removeIf(isFalse);
    }
    head.subject = message.subject;
    head.prefix = patch.prefix;
    head.from = message.from;
    head.submitter = patch.submitter;
    head.date = dateOf(message.date, arrival, now);
    head.arrival = arrival;
    head.position = position;
    head.bot = bots.contains(head.submitter) || (head.from != head.submitter && bots.contains(head.from));
    const bool answers = !head.inReplyTo.isEmpty() || !head.references.isEmpty();
    head.kind = kindOf(patch, answers, head.bot);
    // What stands above a reply's text names whom it answers, even where a diff follows.
    head.author = head.kind == MessageKind::Reply ? patch.submitter : patch.author;
    head.hasDiff = patch.hasDiff;
    head.insertions = patch.insertions;
    head.deletions = patch.deletions;
    head.size = quint32(std::min<qsizetype>(read.raw.size(), std::numeric_limits<quint32>::max()));
    head.patchId = QByteArray::fromHex(patch.patchId);

    // Not the date: whole series are sent a second time with their Message-IDs and a new Date.
    TextHash hash;
    hash.add(message.subject);
    hash.add(message.from.address);
    addBody(hash, message);
    hash.add(patch.patchId);
    head.contentHash = hash.result();

    if (head.kind == MessageKind::Reply) {
        head.followUp = patch.followUp;
        if (!head.bot)
            head.links = patch.supersededBy.mid(0, MostLinks);
        return head;
    }
    head.changeId = patch.changeId;
    head.links = patch.links.mid(0, MostLinks);
    head.supersedes = patch.supersedes.mid(0, MostLinks);
    if (head.kind == MessageKind::Patch || head.kind == MessageKind::Cover)
        head.trailers = patch.trailers;
    return head;
}

} // namespace loredesk::series
