// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowcodec.h"

#include "models/store/bytestream.h"

namespace loredesk::store {

namespace {

enum Flag : std::uint32_t {
    Bot = 1u << 0,
    HasDiff = 1u << 1,
    Reply = 1u << 2,
    PatchTag = 1u << 3,
    Rfc = 1u << 4,
    Resend = 1u << 5,
    Pull = 1u << 6,
    VersionInferred = 1u << 7,
    IndexInferred = 1u << 8,
    TotalInferred = 1u << 9,
    SubmitterIsFrom = 1u << 10,
    AuthorIsSubmitter = 1u << 11,
    HasPatchId = 1u << 12,
    HasCommit = 1u << 13,
    HasBlob = 1u << 14,
    HasOffset = 1u << 15,
    HasReferences = 1u << 16,
    HasLinks = 1u << 17,
    HasSupersedes = 1u << 18,
    HasTrailers = 1u << 19,
    HasFollowUp = 1u << 20,
    HasTags = 1u << 21,
    Numbered = 1u << 22, ///< version, subversion, index or total is not what is inferred
};

bool isZero(const base::ObjectBytes &id)
{
    return id == base::ObjectBytes{};
}

class RowWriter
{
public:
    QByteArray write(std::span<const series::MessageHead> heads)
    {
        for (const series::MessageHead &head : heads)
            row(head);
        ByteWriter block;
        block.number(heads.size());
        m_texts.write(block);
        m_ids.write(block);
        block.bytes(m_rows.result());
        return block.take();
    }

private:
    void text(const QString &value) { m_rows.number(m_texts(value)); }
    void id(const QByteArray &value) { m_rows.number(m_ids(value)); }
    void ids(const QList<QByteArray> &values)
    {
        m_rows.number(std::uint64_t(values.size()));
        for (const QByteArray &value : values)
            id(value);
    }
    void mailbox(const mail::Mailbox &box)
    {
        text(box.name);
        text(box.address);
    }
    void trailers(const QList<patch::Trailer> &list)
    {
        m_rows.number(std::uint64_t(list.size()));
        for (const patch::Trailer &trailer : list) {
            m_rows.byte(std::uint8_t(trailer.kind));
            text(trailer.key);
            text(trailer.value);
        }
    }

    static std::uint32_t flagsOf(const series::MessageHead &head)
    {
        const patch::SubjectPrefix &prefix = head.prefix;
        std::uint32_t flags = 0;
        const auto set = [&flags](Flag flag, bool on) { flags |= on ? std::uint32_t(flag) : 0u; };
        set(Bot, head.bot);
        set(HasDiff, head.hasDiff);
        set(Reply, prefix.reply);
        set(PatchTag, prefix.patch);
        set(Rfc, prefix.rfc);
        set(Resend, prefix.resend);
        set(Pull, prefix.pull);
        set(VersionInferred, prefix.versionInferred);
        set(IndexInferred, prefix.indexInferred);
        set(TotalInferred, prefix.totalInferred);
        set(SubmitterIsFrom, head.submitter == head.from);
        set(AuthorIsSubmitter, head.author == head.submitter);
        set(HasPatchId, !head.patchId.isEmpty());
        set(HasCommit, !isZero(head.position.commit));
        set(HasBlob, !isZero(head.position.blob));
        set(HasOffset, head.position.offset >= 0 || head.position.length >= 0);
        set(HasReferences, !head.references.isEmpty());
        set(HasLinks, !head.links.isEmpty());
        set(HasSupersedes, !head.supersedes.isEmpty());
        set(HasTrailers, !head.trailers.isEmpty());
        set(HasFollowUp, !head.followUp.isEmpty());
        set(HasTags, !prefix.tags.isEmpty());
        set(Numbered,
            prefix.version != 1 || prefix.subversion != 0 || prefix.index != 1 || prefix.total != 1);
        return flags;
    }

    void row(const series::MessageHead &head)
    {
        const std::uint32_t flags = flagsOf(head);
        m_rows.number(flags);
        m_rows.byte(std::uint8_t(head.kind));
        m_rows.number(head.document);
        id(head.messageId);
        id(head.inReplyTo);
        if (flags & HasReferences)
            ids(head.references);
        text(head.subject);
        prefix(head.prefix, flags);
        mailbox(head.from);
        if (!(flags & SubmitterIsFrom))
            mailbox(head.submitter);
        if (!(flags & AuthorIsSubmitter))
            mailbox(head.author);
        m_rows.signedNumber(head.date - m_lastDate);
        m_lastDate = head.date;
        m_rows.signedNumber(head.arrival - head.date);
        position(head.position, flags);
        m_rows.number(head.insertions);
        m_rows.number(head.deletions);
        m_rows.number(head.size);
        if (flags & HasPatchId)
            m_rows.bytes(head.patchId);
        id(head.changeId);
        m_rows.raw(head.contentHash.data(), head.contentHash.size());
        if (flags & HasLinks)
            ids(head.links);
        if (flags & HasSupersedes)
            ids(head.supersedes);
        if (flags & HasTrailers)
            trailers(head.trailers);
        if (flags & HasFollowUp) {
            trailers(head.followUp.accepted);
            trailers(head.followUp.mismatched);
        }
    }

    void prefix(const patch::SubjectPrefix &prefix, std::uint32_t flags)
    {
        text(prefix.title);
        if (flags & Numbered) {
            m_rows.signedNumber(prefix.version);
            m_rows.signedNumber(prefix.subversion);
            m_rows.signedNumber(prefix.index);
            m_rows.signedNumber(prefix.total);
        }
        if (flags & HasTags) {
            m_rows.number(std::uint64_t(prefix.tags.size()));
            for (const QString &tag : prefix.tags)
                text(tag);
        }
    }

    void position(const base::Position &position, std::uint32_t flags)
    {
        m_rows.signedNumber(position.source);
        m_rows.signedNumber(position.container);
        if (flags & HasCommit)
            m_rows.raw(position.commit.data(), position.commit.size());
        if (flags & HasBlob)
            m_rows.raw(position.blob.data(), position.blob.size());
        if (flags & HasOffset) {
            m_rows.signedNumber(position.offset);
            m_rows.signedNumber(position.length);
        }
    }

    TableWriter<QString> m_texts;
    TableWriter<QByteArray> m_ids;
    ByteWriter m_rows;
    base::UnixSeconds m_lastDate = 0;
};

class RowReader
{
public:

    explicit RowReader(QByteArrayView block)
        : m_block(block)
        , m_count(std::size_t(m_block.number()))
        , m_texts(m_block)
        , m_ids(m_block)
        , m_rows(m_block.bytes())
    {
    }

    bool read(std::span<series::MessageHead> heads)
    {
        if (m_count != heads.size())
            return false;
        for (series::MessageHead &head : heads) {
            if (m_rows.isBroken())
                return false;
            row(head);
        }
        return !m_block.isBroken() && !m_rows.isBroken() && m_rows.atEnd();
    }

private:
    const QString &text() { return m_texts(m_rows); }
    const QByteArray &id() { return m_ids(m_rows); }
    void ids(QList<QByteArray> &values)
    {
        const std::size_t count = m_rows.count();
        values.reserve(qsizetype(count));
        for (std::size_t i = 0; i < count; ++i)
            values.append(id());
    }
    void mailbox(mail::Mailbox &box)
    {
        box.name = text();
        box.address = text();
    }
    void trailers(QList<patch::Trailer> &list)
    {
        const std::size_t count = m_rows.count();
        list.reserve(qsizetype(count));
        for (std::size_t i = 0; i < count; ++i) {
            patch::Trailer trailer;
            const std::uint8_t kind = m_rows.byte();
            if (kind > std::uint8_t(patch::Trailer::Kind::Other))
                m_rows.fail();
            trailer.kind = patch::Trailer::Kind(kind);
            trailer.key = text();
            trailer.value = text();
            list.append(std::move(trailer));
        }
    }
    template <class T>
    T number()
    {
        return T(m_rows.number());
    }

    void row(series::MessageHead &head)
    {
        const auto flags = number<std::uint32_t>();
        const std::uint8_t kind = m_rows.byte();
        if (kind > std::uint8_t(series::MessageKind::Other))
            m_rows.fail();
        head.kind = series::MessageKind(kind);
        head.bot = flags & Bot;
        head.hasDiff = flags & HasDiff;
        head.document = number<std::uint32_t>();
        head.messageId = id();
        head.inReplyTo = id();
        if (flags & HasReferences)
            ids(head.references);
        head.subject = text();
        prefix(head.prefix, flags);
        mailbox(head.from);
        if (flags & SubmitterIsFrom)
            head.submitter = head.from;
        else
            mailbox(head.submitter);
        if (flags & AuthorIsSubmitter)
            head.author = head.submitter;
        else
            mailbox(head.author);
        head.date = m_lastDate + m_rows.signedNumber();
        m_lastDate = head.date;
        head.arrival = head.date + m_rows.signedNumber();
        position(head.position, flags);
        head.insertions = number<quint32>();
        head.deletions = number<quint32>();
        head.size = number<quint32>();
        if (flags & HasPatchId)
            head.patchId = m_rows.bytes().toByteArray();
        head.changeId = id();
        m_rows.raw(head.contentHash.data(), head.contentHash.size());
        if (flags & HasLinks)
            ids(head.links);
        if (flags & HasSupersedes)
            ids(head.supersedes);
        if (flags & HasTrailers)
            trailers(head.trailers);
        if (flags & HasFollowUp) {
            trailers(head.followUp.accepted);
            trailers(head.followUp.mismatched);
        }
    }

    void prefix(patch::SubjectPrefix &prefix, std::uint32_t flags)
    {
        prefix.reply = flags & Reply;
        prefix.patch = flags & PatchTag;
        prefix.rfc = flags & Rfc;
        prefix.resend = flags & Resend;
        prefix.pull = flags & Pull;
        prefix.versionInferred = flags & VersionInferred;
        prefix.indexInferred = flags & IndexInferred;
        prefix.totalInferred = flags & TotalInferred;
        prefix.title = text();
        if (flags & Numbered) {
            prefix.version = int(m_rows.signedNumber());
            prefix.subversion = int(m_rows.signedNumber());
            prefix.index = int(m_rows.signedNumber());
            prefix.total = int(m_rows.signedNumber());
        }
        if (flags & HasTags) {
            const std::size_t count = m_rows.count();
            for (std::size_t i = 0; i < count; ++i)
                prefix.tags.append(text());
        }
    }

    void position(base::Position &position, std::uint32_t flags)
    {
        position.source = std::int32_t(m_rows.signedNumber());
        position.container = std::int32_t(m_rows.signedNumber());
        if (flags & HasCommit)
            m_rows.raw(position.commit.data(), position.commit.size());
        if (flags & HasBlob)
            m_rows.raw(position.blob.data(), position.blob.size());
        if (flags & HasOffset) {
            position.offset = m_rows.signedNumber();
            position.length = m_rows.signedNumber();
        }
    }

    ByteReader m_block;
    std::size_t m_count;
    TableReader<QString> m_texts;
    TableReader<QByteArray> m_ids;
    ByteReader m_rows;
    base::UnixSeconds m_lastDate = 0;
};

} // namespace

QByteArray encodeRows(std::span<const series::MessageHead> heads)
{
    return RowWriter().write(heads);
}

bool decodeRows(QByteArrayView block, std::span<series::MessageHead> heads)
{
    return RowReader(block).read(heads);
}

QByteArray encodeProblems(const std::vector<DatedProblem> &problems)
{
    ByteWriter to;
    to.number(problems.size());
    for (const DatedProblem &dated : problems) {
        const base::Problem &problem = dated.problem;
        to.text(problem.text);
        to.text(problem.hint);
        to.text(problem.place.path);
        to.signedNumber(problem.place.epoch);
        to.text(problem.place.commit);
        to.signedNumber(problem.place.offset);
        to.text(problem.place.messageId);
        to.byte(dated.date ? 1 : 0);
        to.signedNumber(dated.date.value_or(0));
        to.number(dated.document);
    }
    return to.take();
}

std::optional<std::vector<DatedProblem>> decodeProblems(QByteArrayView bytes)
{
    ByteReader from(bytes);
    std::vector<DatedProblem> problems(from.count());
    for (DatedProblem &dated : problems) {
        base::Problem &problem = dated.problem;
        problem.text = from.text();
        problem.hint = from.text();
        problem.place.path = from.text();
        problem.place.epoch = int(from.signedNumber());
        problem.place.commit = from.text();
        problem.place.offset = from.signedNumber();
        problem.place.messageId = from.text();
        const bool isDated = from.byte() != 0;
        const std::int64_t date = from.signedNumber();
        if (isDated)
            dated.date = date;
        dated.document = std::uint32_t(from.number());
    }
    if (from.isBroken() || !from.atEnd())
        return {};
    return problems;
}

} // namespace loredesk::store
