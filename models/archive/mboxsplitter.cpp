// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mboxsplitter.h"

#include "models/archive/mailsniffer.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace loredesk::archive {

namespace {

std::string_view textOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

/// Length of the empty line that ends at `end`, or 0 where the line before `end` is not empty.
qsizetype emptyLineBefore(QByteArrayView bytes, qsizetype end)
{
    if (end < 1 || bytes[end - 1] != '\n')
        return 0;
    const qsizetype length = end >= 2 && bytes[end - 2] == '\r' ? 2 : 1;
    const qsizetype begin = end - length;
    return begin == 0 || bytes[begin - 1] == '\n' ? length : 0;
}

} // namespace

MboxSplitter::MboxSplitter(QByteArrayView bytes, MboxDialect dialect, qsizetype from)
    : m_bytes(bytes)
    , m_dialect(dialect)
    , m_next(findSeparator(from))
{
}

bool MboxSplitter::isSeparator(qsizetype at) const
{
    const std::optional<FromLine> line = parseFromLine(m_bytes.sliced(at));
    if (!line)
        return false;
    if (at == 0 || emptyLineBefore(m_bytes, at) > 0)
        return true;
    // Some programs leave the empty line out: then only a header behind it tells it from a quotation.
    const QByteArrayView rest = m_bytes.sliced(at + line->length);
    constexpr qsizetype enough = 4096;
    return emptyLine(rest) == 0 && looksLikeMail(rest.first(std::min(rest.size(), enough)));
}

qsizetype MboxSplitter::findSeparator(qsizetype from) const
{
    const std::string_view text = textOf(m_bytes);
    for (std::size_t at = text.find("From ", std::size_t(from)); at != std::string_view::npos;
         at = text.find("From ", at + 1)) {
        if ((at == 0 || text[at - 1] == '\n') && isSeparator(qsizetype(at)))
            return qsizetype(at);
    }
    return m_bytes.size();
}

/// Where Content-Length says that the message ends, if that is at a separator or at the end of the file; else
/// -1.
qsizetype MboxSplitter::measuredEnd(qsizetype headerBegin, bool &beyondEnd) const
{
    constexpr QByteArrayView field = "content-length:";
    std::int64_t length = -1;
    qsizetype at = headerBegin;
    while (at < m_bytes.size()) {
        const QByteArrayView rest = m_bytes.sliced(at);
        if (const qsizetype empty = emptyLine(rest)) {
            at += empty;
            break;
        }
        if (rest.size() > field.size() && rest.first(field.size()).compare(field, Qt::CaseInsensitive) == 0) {
            const char *begin = rest.data() + field.size();
            const char *end = rest.data() + rest.size();
            while (begin < end && (*begin == ' ' || *begin == '\t'))
                ++begin;
            if (std::from_chars(begin, end, length).ec != std::errc())
                length = -1;
        }
        const qsizetype lineEnd = rest.indexOf('\n');
        at = lineEnd < 0 ? m_bytes.size() : at + lineEnd + 1;
    }
    if (length < 0)
        return -1;
    if (length > m_bytes.size() - at) {
        beyondEnd = true;
        return -1;
    }
    const qsizetype end = at + qsizetype(length);
    const QByteArrayView rest = withoutEmptyLines(m_bytes.sliced(end));
    return rest.isEmpty() || parseFromLine(rest) ? end : -1;
}

std::optional<MboxRecord> MboxSplitter::next()
{
    if (m_next >= m_bytes.size())
        return {};
    const qsizetype begin = m_next;
    const std::optional<FromLine> line = parseFromLine(m_bytes.sliced(begin));
    const qsizetype header = begin + (line ? line->length : 0);
    MboxRecord record;
    record.offset = begin;
    record.date = line ? line->date : 0;
    bool beyondEnd = false;
    if (m_dialect == MboxDialect::Mboxcl2) {
        const qsizetype end = measuredEnd(header, beyondEnd);
        if (end >= 0) {
            record.isMeasured = true;
            record.length = end - begin;
            m_next = m_bytes.size() - withoutEmptyLines(m_bytes.sliced(end)).size();
            return record;
        }
    }
    m_next = findSeparator(header);
    // One empty line belongs to the mbox, whatever stands before it to the message.
    const qsizetype end = m_next - emptyLineBefore(m_bytes, m_next);
    record.length = std::max(end, header) - begin;
    if (m_next == m_bytes.size())
        record.isCut = beyondEnd || !m_bytes.endsWith('\n');
    return record;
}

QByteArray messageOfRecord(QByteArrayView record, MboxDialect dialect)
{
    const std::optional<FromLine> line = parseFromLine(record);
    QByteArrayView message = line ? record.sliced(line->length) : record;
    message = withoutFromLine(message);
    // git writes its patches unquoted, and reads them so.
    const bool isQuoted = !(line && line->isGit && dialect == MboxDialect::Mboxo);
    return isQuoted ? unquoted(message, dialect) : message.toByteArray();
}

} // namespace loredesk::archive
