// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patch/patch.h"

#include "models/mail/charset.h"
#include "models/mail/maildate.h"
#include "models/patch/bodysplit.h"
#include "models/patch/diffstat.h"
#include "models/patch/links.h"
#include "models/patch/patchid.h"
#include "models/patch/sender.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace loredesk::patch {

namespace {

/// One newline at the end, and none above the first line.
QString tidied(QString text)
{
    qsizetype begin = 0;
    while (begin < text.size() && text[begin] == u'\n')
        ++begin;
    qsizetype end = text.size();
    while (end > begin && text[end - 1].isSpace())
        --end;
    if (begin == end)
        return {};
    return text.mid(begin, end - begin) + u'\n';
}

/// Whether every byte below 0x80 is that character of ASCII, and stands for nothing else.
bool isAsciiItself(const QByteArray &charset)
{
    return charset == "us-ascii" || charset == "utf-8" || charset == "iso-8859-1" ||
           charset == "windows-1252";
}

/// Puts a Patch together from the split of its text.
class PatchBuilder
{
public:
    PatchBuilder(const mail::Message &message, Detail detail)
        : m_message(message)
        , m_detail(detail)
        , m_charset(message.patchCharset)
        , m_lines(withLineFeeds(message.patchText))
        , m_split(splitBody(m_lines, m_charset, detail))
        , m_asciiIsItself(isAsciiItself(m_charset))
    {
    }

    Patch build()
    {
        m_patch.prefix = parseSubject(m_message.subject);
        m_patch.hasPatchText = m_split.patchBegin < m_lines.count();
        // "From: somebody" above a quotation introduces it: only a patch names its author there.
        if (m_patch.prefix.reply && !m_patch.hasPatchText)
            m_split.withoutInBodyHeader();
        readPeople();
        if (m_detail == Detail::Full)
            readTexts();
        else if (!m_patch.prefix.reply)
            m_patch.trailers = parseTrailers(tidied(decoded(m_split.messageBegin, m_split.messageEnd)));
        readFiles();
        readFields();
        readLinks();
        readFollowUp();
        return std::move(m_patch);
    }

private:
    QString decoded(qsizetype from, qsizetype to) const
    {
        return from < to ? mail::decodeBytes(m_lines.range(from, to), m_charset).text : QString();
    }

    /// A field of the in-body header as UTF-8, so that what reads header fields reads it in its charset.
    QByteArray inUtf8(const QByteArray &value) const
    {
        return value.contains("=?") ? value : mail::decodeBytes(value, m_charset).text.toUtf8();
    }

    /// The line holds one person: git takes all of it but the address for the name, whatever follows a comma
    /// included ("A U Thor <author@example.org> Sent: Friday, April 25").
    static mail::Mailbox inBodyMailbox(const QByteArray &value)
    {
        mail::Mailbox person = mail::parseMailboxes(value).value(0);
        const qsizetype close = value.indexOf('>');
        const qsizetype comma = close < 0 ? -1 : value.indexOf(',', close);
        if (comma > 0 && value.indexOf('@', close) < 0 && !person.name.isEmpty())
            person.name += mail::decodeHeader(value.mid(comma)).simplified();
        return person;
    }

    void readPeople()
    {
        m_patch.submitter = submitterOf(m_message);
        m_patch.author = m_patch.submitter;
        if (m_split.from) {
            const mail::Mailbox author = inBodyMailbox(inUtf8(*m_split.from));
            if (!author.address.isEmpty()) {
                m_patch.author = author;
                m_patch.authorInBody = true;
            }
        }
        if (m_detail == Detail::Head)
            return;
        m_patch.subjectAfterInBody = m_message.subject;
        m_patch.authorDate = m_message.date;
        m_patch.authorDateOffset = m_message.dateOffset;
        if (m_split.subject)
            m_patch.subjectAfterInBody = mail::decodeHeader(inUtf8(*m_split.subject));
        if (m_split.date) {
            if (const auto date = mail::parseMailDate(*m_split.date)) {
                m_patch.authorDate = date->seconds;
                m_patch.authorDateOffset = date->offset;
            }
        }
    }

    void readTexts()
    {
        m_patch.commitMessage = tidied(decoded(m_split.messageBegin, m_split.messageEnd));
        m_patch.notes = tidied(decoded(m_split.notesBegin, m_split.notesEnd));
        for (qsizetype line = m_split.statBegin; line < m_split.statEnd; ++line)
            addDiffStatLine(m_patch.diffStat, decoded(line, line + 1).remove(u'\n'));
        m_patch.signature =
            tidied(decoded(qMin(m_split.signatureBegin + 1, m_lines.count()), m_lines.count()));
        m_patch.trailers = parseTrailers(m_patch.commitMessage);
        m_patch.text = decoded(0, m_lines.count());
    }

    void readFiles()
    {
        m_patch.hasDiff = !m_split.diffs.isEmpty();
        m_patch.patchId = patchId(m_lines, m_split.patchBegin, m_message.patchTail);
        for (const DiffRange &range : std::as_const(m_split.diffs)) {
            m_patch.insertions += quint32(range.file.added);
            m_patch.deletions += quint32(range.file.removed);
        }
        if (m_detail == Detail::Head)
            return;
        for (DiffRange &range : m_split.diffs) {
            range.file.firstLine = range.begin - m_split.diffBegin;
            for (qsizetype i = 0; i < range.hunks.size(); ++i)
                range.file.hunks[i].firstLine = range.hunks[i].begin - m_split.diffBegin;
            fillHunks(range);
            if (range.brokenAt >= 0)
                range.file.brokenBy = range.brokenAt < m_lines.count()
                                          ? decoded(range.brokenAt, range.brokenAt + 1).trimmed()
                                          : QString();
            m_patch.files.append(std::move(range.file));
        }
        m_patch.diff = decoded(m_split.diffBegin, m_split.diffEnd);
    }

    void fillHunks(DiffRange &range) const
    {
        for (qsizetype i = 0; i < range.hunks.size(); ++i) {
            Hunk &hunk = range.file.hunks[i];
            const DiffRange::HunkRange &where = range.hunks[i];
            hunk.lines.reserve(where.end - where.begin - 1);
            for (qsizetype line = where.begin; line < where.end; ++line) {
                QString text = decoded(line, line + 1);
                while (text.endsWith(u'\n') || text.endsWith(u'\r'))
                    text.chop(1);
                if (line > where.begin) {
                    hunk.lines.append(text.isEmpty() ? u" "_s : text); // a context line that lost its blank
                    continue;
                }
                const qsizetype close = text.indexOf("@@"_L1, 2);
                hunk.section = close < 0 ? QString() : text.mid(close + 2).trimmed();
            }
        }
    }

    /// Fields that tools write into covers and below the diff, each a line of its own.
    void readFields()
    {
        qsizetype line = m_split.messageBegin;
        qsizetype diff = 0;
        while (line < m_lines.count()) {
            if (diff < m_split.diffs.size() && line == m_split.diffs[diff].begin) {
                line = qMax(m_split.diffs[diff].end, line + 1);
                ++diff;
                continue;
            }
            readField(m_lines.at(line));
            ++line;
        }
    }

    /// All but a few lines are told by their first letter to be none.
    static bool mayBeField(QByteArrayView line)
    {
        if (line.size() < 10)
            return false;
        const auto letter = static_cast<char>(line[0] | 0x20);
        return letter == 'c' || letter == 'b' || letter == 'p' || letter == 'd' || letter == 's';
    }

    void readField(QByteArrayView line)
    {
        if (!mayBeField(line))
            return;
        const qsizetype colon = line.first(qMin<qsizetype>(line.size(), 25)).indexOf(':');
        if (colon < 8)
            return;
        const QByteArray key = line.first(colon).toByteArray().toLower();
        const QByteArray value = line.sliced(colon + 1).toByteArray().trimmed();
        if (value.isEmpty())
            return;
        if (key == "change-id") {
            if (m_patch.changeId.isEmpty())
                m_patch.changeId = value;
        } else if (key == "base-commit") {
            if (m_patch.baseCommit.isEmpty())
                m_patch.baseCommit = value.left(value.indexOf(' ') < 0 ? value.size() : value.indexOf(' '));
        } else if (key == "prerequisite-patch-id" || key == "prerequisite-message-id" ||
                   key == "prerequisite-change-id" || key == "base-tree") {
            m_patch.prerequisites.append(key + ": " + value);
        } else if (key == "depends-on" || key == "based-on") {
            m_patch.dependsOn += namedMessageIds(QString::fromUtf8(value));
        } else if (key == "supersedes") {
            m_patch.supersedes += namedMessageIds(QString::fromUtf8(value));
        } else if (key == "superseded-by") {
            m_patch.supersededBy += namedMessageIds(QString::fromUtf8(value));
        }
    }

    bool mayHoldLinks(qsizetype from, qsizetype to) const
    {
        return from < to && m_lines.range(from, to).contains("://");
    }

    void readLinks()
    {
        if (m_patch.prefix.hasCounter() && m_patch.prefix.index == 0) {
            m_patch.links = linkedMessageIds(decoded(m_split.messageBegin, m_split.signatureBegin));
            return;
        }
        if (m_detail == Detail::Full)
            m_patch.links = linkedMessageIds(m_patch.notes);
        else if (!m_patch.prefix.reply &&
                 (!m_asciiIsItself || mayHoldLinks(m_split.notesBegin, m_split.notesEnd)))
            m_patch.links = linkedMessageIds(decoded(m_split.notesBegin, m_split.notesEnd));
    }

    void readFollowUp()
    {
        const bool answers = m_patch.prefix.reply || (!m_message.inReplyTo.isEmpty() && !m_patch.hasDiff);
        if (!answers)
            return;
        // What an attached patch says in its own commit message is no answer: only the letter counts.
        if (m_message.parts.size() > 1) {
            const TextLines letter(m_message.body.isEmpty() ? m_message.bodyUtf8 : m_message.body.toUtf8());
            m_patch.followUp =
                parseFollowUp(outside(parseDiffs(letter, 0, "utf-8"), letter, 0, "utf-8"), m_patch.submitter);
            return;
        }
        if (m_asciiIsItself && !mayOffer(m_split.diffs, m_split.messageBegin))
            return;
        m_patch.followUp = parseFollowUp(outside(m_split.diffs, m_lines, m_split.messageBegin, m_charset),
                                         m_patch.submitter);
    }

    /// Whether anything outside of the diffs looks like a trailer: for most replies the answer spares all
    /// decoding.
    bool mayOffer(const QList<DiffRange> &diffs, qsizetype from) const
    {
        for (const DiffRange &range : diffs) {
            if (from < range.begin && mayOfferTrailers(m_lines.range(from, range.begin)))
                return true;
            from = range.end;
        }
        return from < m_lines.count() && mayOfferTrailers(m_lines.range(from, m_lines.count()));
    }

    /// The lines that belong to no diff: what a quoted commit or a file holds is nobody's tag.
    static QString outside(const QList<DiffRange> &diffs, const TextLines &lines, qsizetype from,
                           const QByteArray &charset)
    {
        QString text;
        const auto add = [&](qsizetype to) {
            if (from < to)
                text += mail::decodeBytes(lines.range(from, to), charset).text;
        };
        for (const DiffRange &range : diffs) {
            add(range.begin);
            from = range.end;
        }
        add(lines.count());
        return text;
    }

    const mail::Message &m_message;
    const Detail m_detail;
    const QByteArray m_charset;
    const TextLines m_lines;
    BodySplit m_split;
    const bool m_asciiIsItself; ///< what is looked for in ASCII can be looked for before decoding
    Patch m_patch;
};

} // namespace

Patch parsePatch(const mail::Message &message, Detail detail)
{
    return PatchBuilder(message, detail).build();
}

ReadMessage readMessage(const QByteArray &raw, Detail detail)
{
    ReadMessage read;
    read.raw = raw;
    read.message = mail::parseMessage(raw, mail::Reading::Fast, detail);
    read.patch = parsePatch(read.message, detail);
    return read;
}

QList<base::Problem> diffProblems(const Patch &patch)
{
    constexpr qsizetype LongestLine = 60;
    QList<base::Problem> problems;
    if (patch.prefix.reply)
        return problems;
    for (const FileDiff &file : patch.files) {
        if (!file.brokenBy)
            continue;
        const QString hint = u"mailers wrap lines and replace blanks; ask for it again"_s;
        problems << (file.brokenBy->isEmpty()
                         ? base::Problem{u"The diff of %1 is damaged: it ends early"_s.arg(file.path()),
                                         {},
                                         hint}
                         : base::Problem{u"The diff of %1 is damaged: it breaks off at “%2”"_s.arg(
                                             file.path(), file.brokenBy->left(LongestLine)),
                                         {},
                                         hint});
    }
    return problems;
}

} // namespace loredesk::patch
