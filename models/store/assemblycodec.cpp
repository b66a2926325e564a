// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/assemblycodec.h"

#include "models/store/bytestream.h"

namespace loredesk::store {

namespace {

constexpr std::uint32_t None = 0xffffffff;

/// A ThreadNode without its id, which its message has; those of ghosts follow apart.
struct PlainNode
{
    std::uint32_t message;
    std::int32_t parent, firstChild, nextSibling, root;
};

std::uint32_t plain(base::MessageIndex message)
{
    return message.isValid() ? std::uint32_t(message.value()) : None;
}

enum SeriesFlag : std::uint32_t {
    HaveCover = 1u << 0,
    NakedCover = 1u << 1,
    Complete = 1u << 2,
    Rfc = 1u << 3,
    Resend = 1u << 4,
    Pull = 1u << 5,
    TitleOfHead = 1u << 6,
    AuthorOfHead = 1u << 7,
    SubmitterOfHead = 1u << 8,
};

enum SlotFlag : std::uint8_t {
    FromEarlierVersion = 1u << 0,
    HasDuplicates = 1u << 1,
    HasCollected = 1u << 2,
    HasReview = 1u << 3,
};

class AssemblyWriter
{
public:
    explicit AssemblyWriter(std::span<const series::MessageHead> heads)
        : m_heads(heads)
    {
    }

    QByteArray write(const series::ThreadForest &threads, const series::SeriesSet &set)
    {
        m_to.number(m_heads.size());
        writeThreads(threads);
        m_to.number(set.series.size());
        for (const series::PatchSeries &series : set.series)
            writeSeries(series);
        m_to.number(set.lineages.size());
        for (const series::Lineage &lineage : set.lineages) {
            m_to.number(lineage.versions.size());
            for (const base::SeriesIndex version : lineage.versions)
                m_to.number(version.value());
        }
        std::vector<std::uint32_t> seriesOf;
        seriesOf.reserve(set.seriesOf.size());
        for (const base::SeriesIndex index : set.seriesOf)
            seriesOf.push_back(index.isValid() ? std::uint32_t(index.value()) : None);
        m_to.array(seriesOf);
        return m_to.take();
    }

private:
    void writeThreads(const series::ThreadForest &threads)
    {
        std::vector<PlainNode> nodes;
        nodes.reserve(threads.nodes.size());
        for (const series::ThreadNode &node : threads.nodes)
            nodes.push_back(
                {plain(node.message), node.parent, node.firstChild, node.nextSibling, node.root});
        m_to.array(nodes);
        for (const series::ThreadNode &node : threads.nodes) {
            if (!node.message.isValid())
                m_to.bytes(node.messageId);
        }
        m_to.array(threads.nodeOf);
        m_to.array(threads.roots);
    }

    /// Most often the reply's own trailer, which need not be written again.
    void writeCollected(const QList<series::CollectedTrailer> &list)
    {
        m_to.number(std::uint64_t(list.size()));
        for (const series::CollectedTrailer &collected : list) {
            m_to.number(std::uint64_t(plain(collected.source)) + 1);
            std::uint64_t at = 0;
            if (collected.source.isValid()) {
                const patch::FollowUp &offered = m_heads[collected.source.value()].followUp;
                const qsizetype accepted = offered.accepted.indexOf(collected.trailer);
                const qsizetype mismatched = offered.mismatched.indexOf(collected.trailer);
                if (accepted >= 0)
                    at = std::uint64_t(accepted) * 2 + 1;
                else if (mismatched >= 0)
                    at = std::uint64_t(mismatched) * 2 + 2;
            }
            m_to.number(at);
            if (at == 0) {
                m_to.byte(std::uint8_t(collected.trailer.kind));
                m_to.text(collected.trailer.key);
                m_to.text(collected.trailer.value);
            }
        }
    }

    void writeReview(const series::ReviewState &review)
    {
        for (const int count : {review.acked, review.reviewed, review.tested, review.nacked, review.replies})
            m_to.signedNumber(count);
        m_to.byte(review.answered ? 1 : 0);
        m_to.number(std::uint64_t(plain(review.firstAnswer)) + 1);
    }

    void writeSlot(const series::SeriesSlot &slot)
    {
        const bool collected =
            !slot.collected.isEmpty() || !slot.mismatched.isEmpty() || !slot.nacked.isEmpty();
        const bool reviewed = slot.review != series::ReviewState();
        m_to.byte(std::uint8_t((slot.fromEarlierVersion ? FromEarlierVersion : 0) |
                               (slot.duplicates.empty() ? 0 : HasDuplicates) | (collected ? HasCollected : 0) |
                               (reviewed ? HasReview : 0)));
        m_to.signedNumber(slot.index);
        m_to.number(std::uint64_t(plain(slot.message)) + 1);
        if (!slot.duplicates.empty()) {
            m_to.number(slot.duplicates.size());
            for (const base::MessageIndex duplicate : slot.duplicates)
                m_to.number(std::uint64_t(plain(duplicate)) + 1);
        }
        if (collected) {
            writeCollected(slot.collected);
            writeCollected(slot.mismatched);
            writeCollected(slot.nacked);
        }
        if (reviewed)
            writeReview(slot.review);
    }

    void mailbox(const mail::Mailbox &box)
    {
        m_to.text(box.name);
        m_to.text(box.address);
    }

    void writeSeries(const series::PatchSeries &series)
    {
        const base::MessageIndex headRow = series.head();
        const series::MessageHead *head = headRow.isValid() ? &m_heads[headRow.value()] : nullptr;
        std::uint32_t flags = 0;
        const auto set = [&flags](SeriesFlag flag, bool on) { flags |= on ? std::uint32_t(flag) : 0u; };
        set(HaveCover, series.haveCover);
        set(NakedCover, series.nakedCover);
        set(Complete, series.complete);
        set(Rfc, series.rfc);
        set(Resend, series.resend);
        set(Pull, series.pull);
        set(TitleOfHead, head && series.title == head->prefix.title);
        set(AuthorOfHead, head && series.author == head->author);
        set(SubmitterOfHead, head && series.submitter == head->submitter);
        m_to.number(flags);
        m_to.signedNumber(series.version);
        m_to.signedNumber(series.subversion);
        m_to.signedNumber(series.total);
        m_to.signedNumber(series.date);
        m_to.signedNumber(series.lastDate - series.date);
        m_to.number(series.lineage.isValid() ? series.lineage.value() + 1 : 0);
        m_to.byte(std::uint8_t(series.joinedBy));
        m_to.text(series.joinedEvidence);
        writeReview(series.review);
        writeSlot(series.cover);
        m_to.number(series.patches.size());
        for (const series::SeriesSlot &slot : series.patches)
            writeSlot(slot);
        if (!(flags & TitleOfHead))
            m_to.text(series.title);
        if (!(flags & AuthorOfHead))
            mailbox(series.author);
        if (!(flags & SubmitterOfHead))
            mailbox(series.submitter);
    }

    std::span<const series::MessageHead> m_heads;
    ByteWriter m_to;
};

class AssemblyReader
{
public:
    AssemblyReader(QByteArrayView bytes, std::span<const series::MessageHead> heads)
        : m_heads(heads)
        , m_from(bytes)
    {
    }

    std::optional<series::Grouping> read()
    {
        if (m_from.number() != m_heads.size())
            return {};
        series::Grouping assembly;
        readThreads(assembly.threads);
        series::SeriesSet &set = assembly.series;
        // Every index is checked against what it points into: a damaged file must not lead astray.
        m_series = m_from.count();
        set.series.resize(m_series);
        for (series::PatchSeries &series : set.series) {
            if (m_from.isBroken())
                return {};
            readSeries(series);
        }
        set.lineages.resize(m_from.count());
        for (series::Lineage &lineage : set.lineages) {
            lineage.versions.resize(m_from.count());
            for (base::SeriesIndex &version : lineage.versions)
                version = base::SeriesIndex(below(m_from.number(), m_series));
        }
        for (const series::PatchSeries &series : set.series) {
            if (series.lineage.isValid() && series.lineage.value() >= set.lineages.size())
                return {};
        }
        const std::vector<std::uint32_t> seriesOf = m_from.array<std::uint32_t>();
        if (seriesOf.size() != m_heads.size())
            return {};
        set.seriesOf.reserve(seriesOf.size());
        for (const std::uint32_t index : seriesOf)
            set.seriesOf.push_back(index == None ? base::SeriesIndex()
                                                 : base::SeriesIndex(below(index, m_series)));
        if (m_from.isBroken() || !m_from.atEnd())
            return {};
        return assembly;
    }

private:
    std::size_t below(std::uint64_t value, std::size_t end)
    {
        if (value < end)
            return std::size_t(value);
        m_from.fail();
        return 0;
    }
    base::MessageIndex message()
    {
        const std::uint64_t value = m_from.number();
        if (value == std::uint64_t(None) + 1)
            return {};
        return base::MessageIndex(below(value - 1, m_heads.size()));
    }

    void readThreads(series::ThreadForest &threads)
    {
        const std::vector<PlainNode> nodes = m_from.array<PlainNode>();
        const auto count = std::int32_t(nodes.size());
        const auto inside = [count](std::int32_t node) { return node >= -1 && node < count; };
        threads.nodes.resize(nodes.size());
        for (std::size_t i = 0; i < nodes.size() && !m_from.isBroken(); ++i) {
            const PlainNode &plainNode = nodes[i];
            series::ThreadNode &node = threads.nodes[i];
            if (!inside(plainNode.parent) || !inside(plainNode.firstChild) || !inside(plainNode.nextSibling) ||
                !inside(plainNode.root))
                m_from.fail();
            node.parent = plainNode.parent;
            node.firstChild = plainNode.firstChild;
            node.nextSibling = plainNode.nextSibling;
            node.root = plainNode.root;
            if (plainNode.message != None) {
                node.message = base::MessageIndex(below(plainNode.message, m_heads.size()));
                if (!m_from.isBroken())
                    node.messageId = m_heads[plainNode.message].messageId;
            }
        }
        for (series::ThreadNode &node : threads.nodes) {
            if (!node.message.isValid())
                node.messageId = m_from.bytes().toByteArray();
        }
        threads.nodeOf = m_from.array<std::int32_t>();
        threads.roots = m_from.array<std::int32_t>();
        if (threads.nodeOf.size() != m_heads.size())
            m_from.fail();
        for (const std::vector<std::int32_t> *list : {&threads.nodeOf, &threads.roots}) {
            for (const std::int32_t node : *list) {
                if (node < 0 || node >= count)
                    m_from.fail();
            }
        }
    }

    void readCollected(QList<series::CollectedTrailer> &list)
    {
        const std::size_t count = m_from.count();
        list.reserve(qsizetype(count));
        for (std::size_t i = 0; i < count && !m_from.isBroken(); ++i) {
            series::CollectedTrailer collected;
            collected.source = message();
            const std::uint64_t at = m_from.number();
            if (at == 0) {
                const std::uint8_t kind = m_from.byte();
                if (kind > std::uint8_t(patch::Trailer::Kind::Other))
                    m_from.fail();
                collected.trailer.kind = patch::Trailer::Kind(kind);
                collected.trailer.key = m_from.text();
                collected.trailer.value = m_from.text();
            } else if (!collected.source.isValid() || m_from.isBroken()) {
                m_from.fail();
            } else {
                const patch::FollowUp &offered = m_heads[collected.source.value()].followUp;
                const QList<patch::Trailer> &from = at & 1 ? offered.accepted : offered.mismatched;
                const auto index = qsizetype((at - 1) / 2);
                if (index < from.size())
                    collected.trailer = from[index];
                else
                    m_from.fail();
            }
            list.append(std::move(collected));
        }
    }

    void readReview(series::ReviewState &review)
    {
        for (int *count : {&review.acked, &review.reviewed, &review.tested, &review.nacked, &review.replies})
            *count = int(m_from.signedNumber());
        review.answered = m_from.byte() != 0;
        review.firstAnswer = message();
    }

    void readSlot(series::SeriesSlot &slot)
    {
        const std::uint8_t flags = m_from.byte();
        slot.fromEarlierVersion = flags & FromEarlierVersion;
        slot.index = int(m_from.signedNumber());
        slot.message = message();
        if (flags & HasDuplicates) {
            slot.duplicates.resize(m_from.count());
            for (base::MessageIndex &duplicate : slot.duplicates)
                duplicate = message();
        }
        if (flags & HasCollected) {
            readCollected(slot.collected);
            readCollected(slot.mismatched);
            readCollected(slot.nacked);
        }
        if (flags & HasReview)
            readReview(slot.review);
    }

    mail::Mailbox mailbox()
    {
        mail::Mailbox box;
        box.name = m_from.text();
        box.address = m_from.text();
        return box;
    }

    void readSeries(series::PatchSeries &series)
    {
        const auto flags = std::uint32_t(m_from.number());
        series.haveCover = flags & HaveCover;
        series.nakedCover = flags & NakedCover;
        series.complete = flags & Complete;
        series.rfc = flags & Rfc;
        series.resend = flags & Resend;
        series.pull = flags & Pull;
        series.version = int(m_from.signedNumber());
        series.subversion = int(m_from.signedNumber());
        series.total = int(m_from.signedNumber());
        series.date = m_from.signedNumber();
        series.lastDate = series.date + m_from.signedNumber();
        if (const std::uint64_t lineage = m_from.number())
            series.lineage = base::LineageIndex(std::size_t(lineage - 1));
        const std::uint8_t joinedBy = m_from.byte();
        if (joinedBy > std::uint8_t(series::JoinedBy::Overlap))
            m_from.fail();
        series.joinedBy = series::JoinedBy(joinedBy);
        series.joinedEvidence = m_from.text();
        readReview(series.review);
        readSlot(series.cover);
        series.patches.resize(m_from.count());
        for (series::SeriesSlot &slot : series.patches)
            readSlot(slot);
        const base::MessageIndex headRow = series.head();
        if ((flags & (TitleOfHead | AuthorOfHead | SubmitterOfHead)) && !headRow.isValid()) {
            m_from.fail();
            return;
        }
        const series::MessageHead *head = headRow.isValid() ? &m_heads[headRow.value()] : nullptr;
        series.title = flags & TitleOfHead ? head->prefix.title : m_from.text();
        series.author = flags & AuthorOfHead ? head->author : mailbox();
        series.submitter = flags & SubmitterOfHead ? head->submitter : mailbox();
    }

    std::span<const series::MessageHead> m_heads;
    ByteReader m_from;
    std::size_t m_series = 0;
};

} // namespace

QByteArray encodeAssembly(std::span<const series::MessageHead> heads, const series::ThreadForest &threads,
                          const series::SeriesSet &series)
{
    return AssemblyWriter(heads).write(threads, series);
}

std::optional<series::Grouping> decodeAssembly(QByteArrayView bytes,
                                               std::span<const series::MessageHead> heads)
{
    return AssemblyReader(bytes, heads).read();
}

} // namespace loredesk::store
