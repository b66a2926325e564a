// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/doclistreader.h"

#include <utility>

namespace loredesk::store {

namespace {

/// Row of a segment's page: the segment's number above 37 bits, the page's below 31, and between them what
/// tells other trees apart.
constexpr int SegmentShift = 37;
constexpr std::int64_t LargestPage = (std::int64_t(1) << 31) - 1;
/// What the words of the main index begin with, as those of prefix indexes begin with another digit.
constexpr char MainIndex = '0';

/// Reads numbers from bytes; never beyond their end. `ok` goes false where they end too early, and stays so.
class ByteReader
{
public:
    ByteReader(QByteArrayView bytes, qsizetype at, qsizetype end)
        : m_bytes(bytes)
        , m_at(at)
        , m_end(end)
        , m_ok(at >= 0 && at <= end && end <= bytes.size())
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return !m_ok || m_at >= m_end; }
    qsizetype at() const { return m_at; }

    /// SQLite's: seven bits a byte, the highest first, all eight of a ninth.
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            if (m_at >= m_end) {
                m_ok = false;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            if (i == 8)
                return value << 8 | byte;
            value = value << 7 | (byte & 0x7f);
            if (!(byte & 0x80))
                return value;
        }
        return value;
    }

    QByteArrayView take(std::uint64_t size)
    {
        if (!m_ok || size > std::uint64_t(m_end - m_at)) {
            m_ok = false;
            return {};
        }
        const QByteArrayView bytes = m_bytes.sliced(m_at, qsizetype(size));
        m_at += qsizetype(size);
        return bytes;
    }

    /// Behind so many bytes, or at the end where they go on elsewhere.
    void skip(std::uint64_t size)
    {
        m_at = size > std::uint64_t(m_end - m_at) ? m_end : m_at + qsizetype(size);
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at;
    qsizetype m_end;
    bool m_ok;
};

int bigEndian16(QByteArrayView bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

/// A page: two bytes where its first document number stands that begins a list or goes on with one, two bytes
/// where its content ends; then words with their lists; then where the words stand.
class Page
{
public:
    explicit Page(QByteArrayView bytes)
        : m_bytes(bytes)
    {
        if (bytes.size() < 4)
            return;
        m_firstNumber = bigEndian16(bytes, 0);
        m_contentEnd = bigEndian16(bytes, 2);
        if (m_contentEnd < 4 || m_contentEnd > bytes.size() || m_firstNumber > m_contentEnd)
            return;
        ByteReader footer(bytes, m_contentEnd, bytes.size());
        std::uint64_t at = 0;
        while (!footer.atEnd()) {
            at += footer.number();
            const qsizetype last = m_words.empty() ? 3 : m_words.back();
            if (!footer.ok() || at <= std::uint64_t(last) || at >= std::uint64_t(m_contentEnd))
                return;
            m_words.push_back(qsizetype(at));
        }
        m_ok = footer.ok();
    }

    bool ok() const { return m_ok; }
    std::size_t wordCount() const { return m_words.size(); }
    qsizetype word(std::size_t i) const { return m_words[i]; }
    /// Where what belongs to word i ends; i from 0.
    qsizetype wordEnd(std::size_t i) const { return i + 1 < m_words.size() ? m_words[i + 1] : m_contentEnd; }
    /// Where the list that goes on from the page before ends.
    qsizetype carriedEnd() const { return m_words.empty() ? m_contentEnd : m_words[0]; }
    /// 0: none.
    qsizetype firstNumber() const { return m_firstNumber; }
    QByteArrayView bytes() const { return m_bytes; }

private:
    QByteArrayView m_bytes;
    qsizetype m_firstNumber = 0;
    qsizetype m_contentEnd = 0;
    std::vector<qsizetype> m_words;
    bool m_ok = false;
};

/// The documents of a list, or of the piece of it that stands on a page: the first number as it is, the
/// others as distances, each with the size of its positions. False where it holds something unexpected.
bool readNumbers(ByteReader reader, std::vector<std::uint32_t> &found)
{
    std::uint64_t document = 0;
    while (!reader.atEnd()) {
        document += reader.number();
        const std::uint64_t size = reader.number();
        if (!reader.ok() || (size & 1) || document > 0xffffffff)
            return false;
        found.push_back(std::uint32_t(document));
        reader.skip(size >> 1); // what lies on the next page is skipped there
    }
    return reader.ok();
}

} // namespace

base::Result<DoclistReader> DoclistReader::create(const Database &database, const QByteArray &table)
{
    base::Result<Statement> structure = database.prepare("SELECT block FROM " + table + "_data WHERE id=10");
    if (!structure)
        return structure.error();
    base::Result<Statement> index = database.prepare(
        "SELECT pgno FROM " + table + "_idx WHERE segid=?1 AND term<=?2 ORDER BY term DESC LIMIT 1");
    if (!index)
        return index.error();
    base::Result<Statement> pages =
        database.prepare("SELECT id, block FROM " + table + "_data WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
    if (!pages)
        return pages.error();
    return DoclistReader(std::move(*structure), std::move(*index), std::move(*pages));
}

DoclistReader::DoclistReader(Statement structure, Statement index, Statement pages)
    : m_structure(std::move(structure))
    , m_index(std::move(index))
    , m_pages(std::move(pages))
{
}

base::Result<std::optional<DoclistReader::Segment>> DoclistReader::segment()
{
    const base::Result<bool> row = m_structure.step();
    if (!row)
        return row.error();
    std::optional<Segment> found;
    if (*row) {
        const QByteArrayView block = m_structure.blob(0);
        // Four bytes that change with the settings; levels and segments, a counter; then level by level.
        // Newer versions of SQLite mark another layout with a first byte of 0xff behind the four.
        ByteReader reader(block, 4, block.size());
        const std::uint64_t levels = reader.number();
        const std::uint64_t segments = reader.number();
        reader.number();
        for (std::uint64_t level = 0; reader.ok() && level < levels && segments == 1; ++level) {
            reader.number(); // segments that are being merged
            if (reader.number() != 1)
                continue;
            Segment segment;
            segment.id = std::int64_t(reader.number());
            segment.firstPage = std::int64_t(reader.number());
            segment.lastPage = std::int64_t(reader.number());
            const bool sound = segment.id > 0 && segment.id < 65536 && segment.firstPage > 0 &&
                               segment.firstPage <= segment.lastPage && segment.lastPage <= LargestPage;
            if (reader.ok() && sound)
                found = segment;
        }
        if (!reader.atEnd() || !reader.ok())
            found.reset();
    }
    m_structure.reset();
    return found;
}

/// The page on which the key, or the first word behind it, may stand.
base::Result<std::int64_t> DoclistReader::pageOf(const Segment &segment, QByteArrayView key)
{
    m_index.bind(1, segment.id).bindBlob(2, key);
    const base::Result<bool> row = m_index.step();
    if (!row)
        return row.error();
    std::int64_t page = segment.firstPage;
    if (*row && m_index.number(0) / 2 > page) // the lowest bit is about something else
        page = m_index.number(0) / 2;
    m_index.reset();
    return page;
}

base::Result<bool> DoclistReader::readPages(const Segment &segment, std::int64_t page, QByteArrayView key,
                                            bool prefix, std::vector<std::uint32_t> &found)
{
    const std::int64_t base = segment.id << SegmentShift;
    m_pages.bind(1, base + page).bind(2, base + segment.lastPage);
    QByteArray word;
    bool wanted = false; // whether the word that was read last is looked for
    for (;; ++page) {
        const base::Result<bool> row = m_pages.step();
        if (!row)
            return row.error();
        if (!*row)
            return page == segment.lastPage + 1;
        if (m_pages.number(0) != base + page)
            return false;
        const Page here(m_pages.blob(1));
        if (!here.ok())
            return false;
        if (wanted && here.firstNumber() >= 4 && here.firstNumber() < here.carriedEnd() &&
            !readNumbers(ByteReader(here.bytes(), here.firstNumber(), here.carriedEnd()), found))
            return false;
        for (std::size_t i = 0; i < here.wordCount(); ++i) {
            ByteReader reader(here.bytes(), here.word(i), here.wordEnd(i));
            // The first word of a page is written out, the others without what they share with the one
            // before.
            const std::uint64_t shared = i == 0 ? 0 : reader.number();
            const QByteArrayView rest = reader.take(reader.number());
            if (!reader.ok() || shared > std::uint64_t(word.size()))
                return false;
            word.truncate(qsizetype(shared));
            word.append(rest.data(), rest.size());
            wanted = prefix ? word.startsWith(key) : word == key;
            if (!wanted && QByteArrayView(word).compare(key) > 0)
                return true;
            if (wanted && !readNumbers(ByteReader(here.bytes(), reader.at(), here.wordEnd(i)), found))
                return false;
        }
    }
}

base::Result<bool> DoclistReader::read(QByteArrayView word, bool prefix, std::vector<std::uint32_t> &found)
{
    const base::Result<std::optional<Segment>> one = segment();
    if (!one)
        return one.error();
    if (!*one)
        return false;
    const QByteArray key = MainIndex + word.toByteArray();
    const base::Result<std::int64_t> page = pageOf(**one, key);
    if (!page)
        return page.error();
    base::Result<bool> done = readPages(**one, *page, key, prefix, found);
    m_pages.reset();
    return done;
}

} // namespace loredesk::store
