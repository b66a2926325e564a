// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/packreader.h"

#include "models/git/delta.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace loredesk::git {

namespace {

constexpr std::uint64_t FirstObject = 12;
/// The longest header: ten bytes of type and size, then an id or an offset.
constexpr std::size_t LongestHeader = 32;
/// libdeflate is fast as long as it is this far from the end of its output.
constexpr qsizetype Slack = 320;
/// deflate gives at most 258 bytes for two bits.
constexpr std::uint64_t MostRatio = 1032;

enum PackedType : unsigned { Commit = 1, Tree = 2, Blob = 3, Tag = 4, OffsetDelta = 6, IdDelta = 7 };

/// As many bytes as zlib takes for `size` that do not compress, in the default form.
std::size_t compressedBound(qsizetype size)
{
    return std::size_t(size) + (std::size_t(size) >> 10) + 64;
}

std::optional<ObjectType> objectType(unsigned packed)
{
    switch (packed) {
    case Commit:
        return ObjectType::Commit;
    case Tree:
        return ObjectType::Tree;
    case Blob:
        return ObjectType::Blob;
    case Tag:
        return ObjectType::Tag;
    default:
        return {};
    }
}

/// The distance back to the base: seven bits a byte, the highest first, each further byte adding one.
/// Moves `at` behind it.
std::optional<std::uint64_t> takeDistance(QByteArrayView bytes, qsizetype &at)
{
    std::uint64_t distance = 0;
    for (bool first = true; at < bytes.size(); first = false) {
        const auto byte = std::uint8_t(bytes[at++]);
        if (distance >> 55)
            return {};
        distance = (first ? 0 : (distance + 1) << 7) | (byte & 0x7f);
        if (!(byte & 0x80))
            return distance;
    }
    return {};
}

} // namespace

void PackReader::Free::operator()(libdeflate_decompressor *decompressor) const
{
    libdeflate_free_decompressor(decompressor);
}

PackReader::PackReader(std::shared_ptr<const PackStore> store)
    : m_store(std::move(store))
    , m_decompressor(libdeflate_alloc_decompressor())
{
    if (!m_decompressor)
        throw std::bad_alloc();
}

PackReader::~PackReader() = default;

std::optional<TypedBytes> PackReader::read(const PackPlace &place)
{
    if (const TypedBytes *known = m_bases.find(place))
        return *known;
    m_failure = Failure::NotUnderstood;
    const PackFile &pack = m_store->packs()[place.pack];
    const std::optional<Header> header = headerAt(pack, place.offset);
    if (!header)
        return {};
    if (header->isDelta)
        return resolve(place.pack, *header);
    std::optional<QByteArray> bytes = inflated(pack, *header);
    if (!bytes)
        return {};
    // In packs the deltas for an object follow it, so it is kept for them.
    TypedBytes object{header->type, *std::move(bytes)};
    m_bases.insert(place, object);
    return object;
}

std::optional<PackReader::View> PackReader::view(const PackPlace &place)
{
    m_failure = Failure::NotUnderstood;
    const PackFile &pack = m_store->packs()[place.pack];
    const std::optional<Header> header = headerAt(pack, place.offset);
    if (!header)
        return {};
    if (header->isDelta) {
        std::optional<TypedBytes> object = read(place);
        if (!object)
            return {};
        m_viewed = *std::move(object);
        return View{m_viewed.type, m_viewed.bytes};
    }
    char *const to = scratch(header->size);
    if (!inflate(pack, *header, to))
        return {};
    return View{header->type, {to, header->size}};
}

std::optional<PackReader::Header> PackReader::headerAt(const PackFile &pack, std::uint64_t offset)
{
    if (offset < FirstObject)
        return {};
    const QByteArrayView bytes = m_windows.view(pack, offset, LongestHeader);
    if (bytes.isEmpty())
        return {};
    qsizetype at = 0;
    auto byte = std::uint8_t(bytes[at++]);
    const unsigned packed = byte >> 4 & 7;
    std::uint64_t size = byte & 0x0f;
    for (int shift = 4; byte & 0x80; shift += 7) {
        if (at == bytes.size() || shift > 56)
            return {};
        byte = std::uint8_t(bytes[at++]);
        size |= std::uint64_t(byte & 0x7f) << shift;
    }
    Header header;
    header.offset = offset;
    if (packed == OffsetDelta) {
        const std::optional<std::uint64_t> distance = takeDistance(bytes, at);
        // Always backwards: such chains cannot go round in circles.
        if (!distance || *distance == 0 || *distance > offset - FirstObject)
            return {};
        header.base = offset - *distance;
        header.isDelta = true;
    } else if (packed == IdDelta) {
        constexpr qsizetype idSize = 20;
        if (bytes.size() - at < idSize)
            return {};
        const std::optional<std::uint64_t> base = pack.index().find(rawId(bytes.data() + at));
        if (!base)
            return {};
        at += idSize;
        header.base = *base;
        header.isDelta = true;
    } else if (const std::optional<ObjectType> type = objectType(packed)) {
        header.type = *type;
    } else {
        return {};
    }
    header.data = offset + std::uint64_t(at);
    if (header.data >= pack.end())
        return {};
    if (size / MostRatio > pack.end() - header.data) {
        m_failure = Failure::ImpossibleSize;
        return {};
    }
    if (size > std::uint64_t(LargestObject))
        return {};
    header.size = qsizetype(size);
    return header;
}

bool PackReader::inflate(const PackFile &pack, const Header &header, char *to)
{
    const std::uint64_t left = pack.end() - header.data;
    // Once more with all that it may be: streams of many small blocks are longer than the bound.
    for (std::size_t need = compressedBound(header.size);; need *= 4) {
        const QByteArrayView from = m_windows.view(pack, header.data, need);
        if (from.isEmpty())
            return false;
        std::size_t taken = 0;
        std::size_t given = 0;
        const libdeflate_result result =
            libdeflate_zlib_decompress_ex(m_decompressor.get(), from.data(), std::size_t(from.size()), to,
                                          std::size_t(header.size + Slack), &taken, &given);
        if (result == LIBDEFLATE_SUCCESS)
            return given == std::size_t(header.size);
        const bool mayBeCut = result == LIBDEFLATE_BAD_DATA && std::uint64_t(from.size()) < left;
        if (!mayBeCut || need > 8 * compressedBound(header.size))
            return false;
    }
}

std::optional<QByteArray> PackReader::inflated(const PackFile &pack, const Header &header)
{
    QByteArray bytes(header.size + Slack, Qt::Uninitialized);
    if (!inflate(pack, header, bytes.data()))
        return {};
    bytes.truncate(header.size);
    return bytes;
}

char *PackReader::scratch(qsizetype size)
{
    constexpr qsizetype usual = qsizetype(1) << 20;
    // One large object does not keep its bytes for good.
    if (size + Slack > m_scratch.size() || m_scratch.size() > 2 * std::max(usual, size))
        m_scratch = QByteArray(std::max(2 * size, qsizetype(64) << 10) + Slack, Qt::Uninitialized);
    return m_scratch.data();
}

std::optional<QByteArrayView> PackReader::inflatedDelta(const PackFile &pack, const Header &header)
{
    char *const to = scratch(header.size);
    if (!inflate(pack, header, to))
        return {};
    return QByteArrayView(to, header.size);
}

std::optional<TypedBytes> PackReader::resolve(std::uint32_t number, const Header &last)
{
    const PackFile &pack = m_store->packs()[number];
    m_chain.clear();
    m_chain.push_back(last);
    TypedBytes object;
    while (true) {
        const PackPlace base{number, m_chain.back().base};
        if (const TypedBytes *known = m_bases.find(base)) {
            object = *known;
            break;
        }
        const std::optional<Header> header = headerAt(pack, base.offset);
        if (!header)
            return {};
        if (header->isDelta) {
            if (m_chain.size() == LongestChain) {
                m_failure = Failure::EndlessChain;
                return {};
            }
            m_chain.push_back(*header);
            continue;
        }
        std::optional<QByteArray> bytes = inflated(pack, *header);
        if (!bytes)
            return {};
        object = {header->type, *std::move(bytes)};
        m_bases.insert(base, object);
        break;
    }
    for (; !m_chain.empty(); m_chain.pop_back()) {
        const Header &header = m_chain.back();
        const std::optional<QByteArrayView> delta = inflatedDelta(pack, header);
        std::optional<QByteArray> bytes;
        if (delta && !canMakeWhatItAnnounces(*delta))
            m_failure = Failure::ImpossibleSize;
        else if (delta)
            bytes = applyDelta(object.bytes, *delta, LargestObject);
        if (!bytes)
            return {};
        object.bytes = *std::move(bytes);
        m_bases.insert({number, header.offset}, object);
    }
    return object;
}

} // namespace loredesk::git
