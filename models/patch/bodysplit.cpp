// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/bodysplit.h"

#include "models/patch/diffstat.h"

namespace loredesk::patch {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

bool isEmptyLine(QByteArrayView line)
{
    return line.isEmpty() || (line.size() == 1 && line[0] == '\r');
}

/// The value behind "Name:" (caseless), or nothing.
std::optional<QByteArray> valueOf(QByteArrayView line, QByteArrayView name)
{
    if (line.size() <= name.size() || line[name.size()] != ':' ||
        qstrnicmp(line.data(), name.data(), size_t(name.size())) != 0)
        return std::nullopt;
    return line.sliced(name.size() + 1).toByteArray().trimmed();
}

/// "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001"
bool isFormatPatchLine(QByteArrayView line)
{
    if (!line.startsWith("From ") || line.size() < 46)
        return false;
    for (qsizetype i = 5; i < 45; ++i) {
        const char c = line[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return line.sliced(45).startsWith(" Mon Sep 17 00:00:00 2001");
}

/// Whether a From line names an address, so that prose ("From: what I saw …") is not taken for a header.
bool namesAddress(const QByteArray &value)
{
    const qsizetype open = value.indexOf('<');
    return value.contains('@') || (open >= 0 && value.indexOf('>', open) > open);
}

class Splitter
{
public:
    Splitter(const TextLines &lines, const QByteArray &charset, mail::Detail detail)
        : m_lines(lines)
    {
        m_split.diffs = parseDiffs(lines, 0, charset, detail);
    }

    BodySplit split()
    {
        readInBodyHeader();
        findParts();
        return std::move(m_split);
    }

private:
    /// RFC 5322 fields at the very top of the text, as git-send-email and mailing lists put them there. Empty
    /// lines may stand above; an empty line or anything else ends them.
    void readInBodyHeader()
    {
        const qsizetype count = m_lines.count();
        qsizetype at = 0;
        while (at < count && isEmptyLine(m_lines.at(at)))
            ++at;
        m_split.messageBegin = m_split.textBegin = at;
        bool any = false;
        while (at < count) {
            const QByteArrayView line = m_lines.at(at);
            if (isEmptyLine(line)) {
                if (any) {
                    ++at; // the header is over with its empty line, and the rest is text
                    break;
                }
                ++at;
                continue;
            }
            if (line.startsWith(">From ") && isFormatPatchLine(line.sliced(1))) {
                ++at;
                continue;
            }
            if (line.startsWith("[PATCH]") && (line.size() == 7 || isBlank(line[7]))) {
                m_split.subject = line.toByteArray().trimmed();
                any = true;
                ++at;
                continue;
            }
            const qsizetype end = endOfField(at);
            if (!takeField(m_lines.range(at, end)))
                break;
            any = true;
            at = end;
        }
        if (!any)
            return;
        while (at < count && isEmptyLine(m_lines.at(at)))
            ++at;
        m_split.messageBegin = at;
    }

    /// Behind the lines that are folded onto this one.
    qsizetype endOfField(qsizetype line) const
    {
        for (++line; line < m_lines.count(); ++line) {
            const QByteArrayView text = m_lines.at(line);
            if (isEmptyLine(text) || (text[0] != ' ' && text[0] != '\t'))
                break;
        }
        return line;
    }

    bool takeField(QByteArrayView field)
    {
        if (!m_split.from) {
            if (std::optional<QByteArray> value = valueOf(field, "From"); value && namesAddress(*value)) {
                m_split.from = value;
                return true;
            }
        }
        if (!m_split.subject) {
            if (std::optional<QByteArray> value = valueOf(field, "Subject")) {
                m_split.subject = value;
                return true;
            }
        }
        if (!m_split.date) {
            if (std::optional<QByteArray> value = valueOf(field, "Date")) {
                m_split.date = value;
                return true;
            }
        }
        return false;
    }

    enum class Break { None, Diff, Separator };

    Break breakAt(qsizetype line) const
    {
        const char letter = m_lines.first(line);
        if (letter != '-' && letter != 'd' && letter != 'I')
            return Break::None;
        const QByteArrayView text = m_lines.at(line);
        if (begins(text, "diff -") || begins(text, "Index: "))
            return Break::Diff;
        if (!begins(text, "---"))
            return Break::None;
        if (text.size() > 4 && text[3] == ' ' && !isBlank(text[4]))
            return Break::Diff;
        for (qsizetype i = 3; i < text.size(); ++i) {
            if (!isBlank(text[i]))
                return Break::None;
        }
        return Break::Separator;
    }

    void findParts()
    {
        const qsizetype count = m_lines.count();
        // git reads the in-body header first: what stands in it begins no diff.
        while (!m_split.diffs.isEmpty() && m_split.diffs.constFirst().begin < m_split.messageBegin)
            m_split.diffs.removeFirst();
        const bool hasDiff = !m_split.diffs.isEmpty();
        const qsizetype firstDiff = hasDiff ? m_split.diffs.constFirst().begin : count;
        const qsizetype lastStat = lastSummary(m_split.messageBegin, firstDiff);

        qsizetype breakLine = count;
        Break kind = Break::None;
        m_split.patchBegin = count;
        for (qsizetype line = m_split.messageBegin; line < count && kind == Break::None; ++line) {
            // "--- " above "+++ b/file" is the head of a diff, though it looks like a separator.
            const Break found = line == firstDiff ? Break::Diff : breakAt(line);
            if (found != Break::None && m_split.patchBegin == count)
                m_split.patchBegin = line;
            // Three hyphens are a separator only where something follows that needs one (a ruler in a
            // discussion is none), and so is a line such as "--- Original message ---".
            if (found == Break::None || (firstDiff == count && lastStat < line))
                continue;
            breakLine = line;
            kind = found;
        }
        m_split.messageEnd = breakLine;
        m_split.notesBegin = kind == Break::Separator ? breakLine + 1 : breakLine;
        m_split.diffBegin = hasDiff ? qMax(firstDiff, breakLine) : count;
        findSignature(hasDiff ? m_split.diffs.constLast().end : m_split.messageBegin, hasDiff);
        m_split.diffEnd = hasDiff ? m_split.signatureBegin : m_split.diffBegin;
        if (!hasDiff)
            m_split.diffBegin = m_split.diffEnd = m_split.signatureBegin;
        // What introduces a diff belongs to it: "Index: file" and its ruler.
        findDiffStat();
        if (m_split.messageEnd > m_split.signatureBegin)
            m_split.messageEnd = m_split.signatureBegin;
    }

    /// Line of the last diffstat summary in the range, or -1.
    qsizetype lastSummary(qsizetype from, qsizetype to) const
    {
        for (qsizetype line = to - 1; line >= from; --line) {
            const char letter = m_lines.first(line);
            const bool mayBe = letter == ' ' || (letter >= '0' && letter <= '9');
            if (mayBe && isDiffStatSummary(m_lines.at(line)))
                return line;
        }
        return -1;
    }

    void findSignature(qsizetype from, bool first)
    {
        m_split.signatureBegin = m_lines.count();
        for (qsizetype line = from; line < m_lines.count(); ++line) {
            if (m_lines.first(line) != '-')
                continue;
            const QByteArrayView text = m_lines.at(line);
            if (text != "-- " && text != "-- \r")
                continue;
            m_split.signatureBegin = line;
            if (first)
                return;
        }
    }

    /// The lines of the diffstat nearest to the diff (or to the end): above its summary, as far as they go.
    void findDiffStat()
    {
        const qsizetype limit = qMin(m_split.diffBegin, m_split.signatureBegin);
        const qsizetype summary = lastSummary(m_split.messageBegin, limit);
        m_split.statBegin = m_split.statEnd = m_split.notesEnd = qMax(m_split.notesBegin, limit);
        if (m_split.notesBegin > limit)
            m_split.notesEnd = m_split.statBegin = m_split.statEnd = m_split.notesBegin;
        if (summary < 0)
            return;
        qsizetype begin = summary;
        while (begin > m_split.messageBegin && isDiffStatLine(m_lines.at(begin - 1)))
            --begin;
        m_split.statBegin = begin;
        m_split.statEnd = summary + 1;
        if (begin >= m_split.notesBegin)
            m_split.notesEnd = begin;
    }

    const TextLines &m_lines;
    BodySplit m_split;
};

} // namespace

void BodySplit::withoutInBodyHeader()
{
    from = subject = date = std::nullopt;
    messageBegin = textBegin;
}

BodySplit splitBody(const TextLines &lines, const QByteArray &charset, mail::Detail detail)
{
    return Splitter(lines, charset, detail).split();
}

} // namespace loredesk::patch
