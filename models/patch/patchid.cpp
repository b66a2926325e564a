// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patchid.h"

#include "models/patch/sha1.h"

#include <array>

namespace loredesk::patch {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// How far writing goes on behind a character: white space is written over by the next one.
constexpr std::array<unsigned char, 256> makeWidths()
{
    std::array<unsigned char, 256> widths{};
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = i == ' ' || i == '\t' || i == '\n' || i == '\r' ? 0 : 1;
    return widths;
}

constexpr std::array<unsigned char, 256> widths = makeWidths();

int leadingNumber(QByteArrayView text, qsizetype &at)
{
    int value = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
        value = value > 100'000'000 ? value : value * 10 + (text[at] - '0');
        ++at;
    }
    return value;
}

/// Line counts of "@@ -1,2 +3,4 @@"; false where it is none.
bool readCounts(QByteArrayView line, int &before, int &after)
{
    qsizetype at = 4;
    const auto range = [&](int &count) {
        const qsizetype begin = at;
        leadingNumber(line, at);
        if (at == begin)
            return false;
        count = 1;
        if (at < line.size() && line[at] == ',') {
            const qsizetype digits = ++at;
            count = leadingNumber(line, at);
            if (at == digits)
                return false;
        }
        return true;
    };
    int old = 0;
    int fresh = 0;
    if (!range(old) || at + 1 >= line.size() || line[at] != ' ' || line[at + 1] != '+')
        return false;
    at += 2;
    if (!range(fresh))
        return false;
    before = old;
    after = fresh;
    return true;
}

bool isObjectId(QByteArrayView text)
{
    if (text.size() < 40)
        return false;
    for (qsizetype i = 0; i < 40; ++i) {
        const char c = text[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
            return false;
    }
    return true;
}

/// git reads lines as C strings.
QByteArrayView upToNul(QByteArrayView line)
{
    const void *nul = std::memchr(line.data(), 0, size_t(line.size()));
    return nul ? line.first(static_cast<const char *>(nul) - line.data()) : line;
}

/// One diff after another; git gives an id for each run of files that nothing interrupts.
class IdReader
{
public:
    IdReader(const TextLines &lines, qsizetype from, const QByteArray &tail)
        : m_lines(lines)
        , m_tail(tail)
        , m_at(from)
        , m_hasNul(lines.text().contains('\0'))
    {
    }

    /// The next id; sets atEnd.
    QByteArray next()
    {
        m_sum.fill(0);
        m_used = 0;
        m_length = 0;
        m_before = -1;
        m_after = -1;
        m_binary = false;
        m_oldId.clear();
        m_newId.clear();
        bool goesOn = true;
        while (goesOn && m_at < m_lines.count()) {
            const QByteArrayView line = m_lines.whole(m_at++);
            goesOn = take(m_hasNul ? upToNul(line) : line);
        }
        if (goesOn && m_length > 0 && !m_tail.isEmpty()) {
            const TextLines tail(m_tail);
            for (qsizetype i = 0; goesOn && i < tail.count(); ++i)
                goesOn = take(upToNul(tail.whole(i)));
        }
        if (m_length == 0)
            return {};
        addFile();
        return QByteArray(reinterpret_cast<const char *>(m_sum.data()), qsizetype(m_sum.size())).toHex();
    }
    bool atEnd() const { return m_at >= m_lines.count(); }

private:
    /// False where the diff ends at this line.
    bool take(QByteArrayView line)
    {
        // Within a hunk, as most lines are: nothing below is true of them.
        const bool inHunk = m_length > 0 && !m_binary && m_before != -1 && (m_before != 0 || m_after != 0);
        if (inHunk && !line.isEmpty() && (line[0] == ' ' || line[0] == '+' || line[0] == '-')) {
            count(line[0]);
            add(line);
            return true;
        }
        QByteArrayView maybeId = line;
        const bool isCommitLine = begins(line, "commit ");
        const bool isFromLine = begins(line, "From ");
        if (isCommitLine)
            maybeId = line.sliced(7);
        else if (isFromLine)
            maybeId = line.sliced(5);
        else if (begins(line, "\\ ") && line.size() > 12)
            return true; // "\ No newline at end of file"
        if (isObjectId(maybeId))
            return false;
        if (m_length == 0 && !begins(line, "diff "))
            return true;
        if (m_before == -1) { // in the header of a file
            if (begins(line, "GIT binary patch") || begins(line, "Binary files")) {
                m_binary = true;
                m_before = 0;
                flush();
                m_hash.add(m_oldId);
                m_hash.add(m_newId);
                addFile();
                return true;
            }
            if (begins(line, "index ")) {
                takeIndexLine(line);
                return true;
            }
            if (begins(line, "--- "))
                m_before = m_after = 1;
            else if (line.isEmpty() || !isLetter(line[0]))
                return false;
        }
        if (m_binary) {
            if (begins(line, "diff ")) {
                m_binary = false;
                m_before = -1;
            }
            return true;
        }
        if (m_before == 0 && m_after == 0) { // between hunks
            if (begins(line, "@@ -")) {
                readCounts(line, m_before, m_after);
                return true;
            }
            if (!begins(line, "diff "))
                return false;
            addFile();
            m_before = m_after = -1;
        }
        if (!line.isEmpty())
            count(line[0]);
        add(line);
        return true;
    }

    void count(char kind)
    {
        m_before -= kind == '-' || kind == ' ' ? 1 : 0;
        m_after -= kind == '+' || kind == ' ' ? 1 : 0;
    }

    /// Adds a line, white space left out, to what the file's hash is taken of.
    void add(QByteArrayView line)
    {
        qsizetype at = 0;
        while (at < line.size()) {
            if (m_used == m_buffer.size())
                flush();
            const qsizetype size = qMin(line.size() - at, qsizetype(m_buffer.size() - m_used));
            char *const begin = m_buffer.data() + m_used;
            char *to = begin;
            for (const char c : line.sliced(at, size)) {
                *to = c;
                to += widths[static_cast<unsigned char>(c)];
            }
            m_used += std::size_t(to - begin);
            m_length += to - begin;
            at += size;
        }
    }

    void flush()
    {
        m_hash.add(QByteArrayView(m_buffer.data(), qsizetype(m_used)));
        m_used = 0;
    }

    void takeIndexLine(QByteArrayView line)
    {
        const QByteArray text = line.toByteArray();
        const qsizetype dots = text.indexOf("..");
        if (dots < 6)
            return;
        qsizetype end = text.indexOf(' ', dots);
        if (end < 0)
            end = text.size() - 1; // the line's end
        m_oldId = text.mid(6, dots - 6).left(64);
        m_newId = text.mid(dots + 2, end - dots - 2).left(64);
    }

    /// Adds the hash of what is pending to the sum, byte by byte with carry.
    void addFile()
    {
        flush();
        const Sha1::Digest hash = m_hash.take();
        unsigned carry = 0;
        for (size_t i = 0; i < m_sum.size(); ++i) {
            carry += unsigned(m_sum[i]) + hash[i];
            m_sum[i] = static_cast<unsigned char>(carry & 0xff);
            carry >>= 8;
        }
    }

    const TextLines &m_lines;
    const QByteArray m_tail;
    qsizetype m_at = 0;
    const bool m_hasNul;
    Sha1::Digest m_sum{};
    Sha1 m_hash;
    std::array<char, 4096> m_buffer; ///< what was added and not yet hashed
    std::size_t m_used = 0;
    qsizetype m_length = 0;
    int m_before = -1, m_after = -1;
    bool m_binary = false;
    QByteArray m_oldId, m_newId;
};

} // namespace

QByteArray patchId(const TextLines &lines, qsizetype from, const QByteArray &tail)
{
    if (from >= lines.count()) // most messages have no diff
        return {};
    IdReader reader(lines, from, tail);
    while (!reader.atEnd()) {
        const QByteArray id = reader.next();
        if (!id.isEmpty())
            return id;
    }
    return {};
}

} // namespace loredesk::patch
