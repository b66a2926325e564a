// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patchid.h"

#include <QCryptographicHash>

#include <array>

namespace loredesk::patch {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// git reads lines as C strings.
QByteArrayView upToNul(QByteArrayView line)
{
    const void *nul = std::memchr(line.data(), 0, size_t(line.size()));
    return nul ? line.first(static_cast<const char *>(nul) - line.data()) : line;
}

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

/// One diff after another; git gives an id for each run of files that nothing interrupts.
class IdReader
{
public:
    IdReader(const TextLines &lines, qsizetype from, const QByteArray &tail)
        : m_lines(lines)
        , m_tail(tail)
        , m_at(from)
    {
    }

    /// The next id; sets atEnd.
    QByteArray next()
    {
        m_sum.fill(0);
        m_pending.clear();
        m_length = 0;
        m_before = -1;
        m_after = -1;
        m_binary = false;
        m_oldId.clear();
        m_newId.clear();
        bool goesOn = true;
        while (goesOn && m_at < m_lines.count())
            goesOn = take(upToNul(m_lines.whole(m_at++)));
        if (goesOn && m_length > 0 && !m_tail.isEmpty()) {
            const TextLines tail(m_tail);
            for (qsizetype i = 0; goesOn && i < tail.count(); ++i)
                goesOn = take(upToNul(tail.whole(i)));
        }
        addFile();
        if (m_length == 0)
            return {};
        return QByteArray(reinterpret_cast<const char *>(m_sum.data()), qsizetype(m_sum.size())).toHex();
    }
    bool atEnd() const { return m_at >= m_lines.count(); }

private:
    /// False where the diff ends at this line.
    bool take(QByteArrayView line)
    {
        QByteArrayView maybeId = line;
        const bool isCommitLine = line.startsWith("commit ");
        const bool isFromLine = line.startsWith("From ");
        if (isCommitLine)
            maybeId = line.sliced(7);
        else if (isFromLine)
            maybeId = line.sliced(5);
        else if (line.startsWith("\\ ") && line.size() > 12)
            return true; // "\ No newline at end of file"
        if (isObjectId(maybeId))
            return false;
        if (m_length == 0 && !line.startsWith("diff "))
            return true;
        if (m_before == -1) { // in the header of a file
            if (line.startsWith("GIT binary patch") || line.startsWith("Binary files")) {
                m_binary = true;
                m_before = 0;
                m_pending += m_oldId;
                m_pending += m_newId;
                addFile();
                return true;
            }
            if (line.startsWith("index ")) {
                takeIndexLine(line);
                return true;
            }
            if (line.startsWith("--- "))
                m_before = m_after = 1;
            else if (line.isEmpty() || !isLetter(line[0]))
                return false;
        }
        if (m_binary) {
            if (line.startsWith("diff ")) {
                m_binary = false;
                m_before = -1;
            }
            return true;
        }
        if (m_before == 0 && m_after == 0) { // between hunks
            if (line.startsWith("@@ -")) {
                readCounts(line, m_before, m_after);
                return true;
            }
            if (!line.startsWith("diff "))
                return false;
            addFile();
            m_before = m_after = -1;
        }
        if (!line.isEmpty()) {
            if (line[0] == '-' || line[0] == ' ')
                --m_before;
            if (line[0] == '+' || line[0] == ' ')
                --m_after;
        }
        const qsizetype size = m_pending.size();
        m_pending.resize(size + line.size());
        char *to = m_pending.data() + size;
        for (const char c : line) {
            *to = c;
            to += isBlank(c) ? 0 : 1;
        }
        m_pending.truncate(to - m_pending.constData());
        m_length += m_pending.size() - size;
        return true;
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
        const QByteArray hash = QCryptographicHash::hash(m_pending, QCryptographicHash::Sha1);
        unsigned carry = 0;
        for (size_t i = 0; i < m_sum.size(); ++i) {
            carry += unsigned(m_sum[i]) + static_cast<unsigned char>(hash[qsizetype(i)]);
            m_sum[i] = static_cast<unsigned char>(carry & 0xff);
            carry >>= 8;
        }
        m_pending.clear();
    }

    const TextLines &m_lines;
    const QByteArray m_tail;
    qsizetype m_at = 0;
    std::array<unsigned char, 20> m_sum{};
    QByteArray m_pending;
    qsizetype m_length = 0;
    int m_before = -1, m_after = -1;
    bool m_binary = false;
    QByteArray m_oldId, m_newId;
};

} // namespace

QByteArray patchId(const TextLines &lines, qsizetype from, const QByteArray &tail)
{
    IdReader reader(lines, from, tail);
    while (!reader.atEnd()) {
        const QByteArray id = reader.next();
        if (!id.isEmpty())
            return id;
    }
    return {};
}

} // namespace loredesk::patch
