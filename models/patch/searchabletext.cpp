// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over every byte of an archive when its index is made: whatever is plain UTF-8 already (nearly all
// mail) stays bytes, and a diff is only taken apart where there may be one.
#include "models/patch/searchabletext.h"

#include "models/mail/charset.h"
#include "models/mail/headerscanner.h"
#include "models/mail/textparts.h"
#include "models/patch/diffparser.h"

#include <cstring>

namespace loredesk::patch {

namespace {

bool isPlain(QByteArrayView value)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        if ((value[i] & 0x80) || (value[i] == '=' && i + 1 < value.size() && value[i + 1] == '?'))
            return false;
    }
    return true;
}

void addLine(QByteArray &column, QByteArrayView line)
{
    if (!column.isEmpty())
        column += '\n';
    column += line;
}

/// Folds are left in plain values: to a search they are blanks like others.
void addHeader(QByteArray &column, QByteArrayView value)
{
    if (isPlain(value))
        addLine(column, value);
    else
        addLine(column, mail::decodeHeader(value).toUtf8());
}

void readHeader(const mail::FieldViews &fields, SearchableText &text)
{
    for (const mail::FieldView &field : fields) {
        if (field.name.isEmpty())
            continue;
        switch (field.name[0] | 0x20) {
        case 's':
            if (field.isNamed("subject"))
                addHeader(text[TextColumn::Subject], field.value);
            break;
        case 'f':
            if (field.isNamed("from"))
                addHeader(text[TextColumn::From], field.value);
            break;
        case 't':
            if (field.isNamed("to"))
                addHeader(text[TextColumn::To], field.value);
            break;
        case 'c':
            if (field.isNamed("cc"))
                addHeader(text[TextColumn::Cc], field.value);
            break;
        case 'l':
            if (field.isNamed("list-id"))
                addHeader(text[TextColumn::ListIds], field.value);
            break;
        default:
            break;
        }
    }
}

/// Markup away, roughly: what stands between angle brackets, and all of scripts and styles. Entities stay.
QByteArray withoutMarkup(const QByteArray &html)
{
    QByteArray text;
    text.reserve(html.size());
    qsizetype at = 0;
    while (at < html.size()) {
        const qsizetype open = html.indexOf('<', at);
        if (open < 0)
            break;
        text.append(html.constData() + at, open - at);
        text += ' ';
        qsizetype close = html.indexOf('>', open);
        for (const char *element : {"script", "style"}) {
            const qsizetype size = qsizetype(std::strlen(element));
            if (html.size() - open > size + 1 &&
                qstrnicmp(html.constData() + open + 1, element, size_t(size)) == 0) {
                const qsizetype end = html.indexOf(QByteArray("</") + element, open);
                close = end < 0 ? -1 : html.indexOf('>', end);
            }
        }
        if (close < 0)
            return text;
        at = close + 1;
    }
    text.append(html.constData() + at, html.size() - at);
    return text;
}

/// Sorts the lines of a text into columns.
class BodyReader
{
public:
    explicit BodyReader(SearchableText &text)
        : m_unquoted(text[TextColumn::Unquoted])
        , m_quoted(text[TextColumn::Quoted])
        , m_text(text)
    {
    }

    void read(const QByteArray &utf8)
    {
        addLine(m_unquoted, {});
        m_unquoted.reserve(m_unquoted.size() + utf8.size());
        m_mayBeDiff = false;
        const char *const end = utf8.constData() + utf8.size();
        const char *run = utf8.constData(); // begin of the unquoted lines that were not copied yet
        for (const char *line = run; line < end;) {
            const auto *newline = static_cast<const char *>(std::memchr(line, '\n', size_t(end - line)));
            const char *const next = newline ? newline + 1 : end;
            switch (*line) {
            case '>':
                m_unquoted.append(run, line - run);
                m_quoted.append(line, next - line);
                run = next;
                break;
            case 'G':
                if (QByteArrayView(line, next - line).startsWith("GIT binary patch")) {
                    m_unquoted.append(run, next - run);
                    run = line = behindBinaryData(next, end);
                    continue;
                }
                break;
            case 'd':
            case '-':
            case '@':
                m_mayBeDiff = m_mayBeDiff || mayBeDiff(QByteArrayView(line, next - line));
                break;
            default:
                break;
            }
            line = next;
        }
        m_unquoted.append(run, end - run);
        if (m_mayBeDiff)
            readDiffs(utf8);
    }

private:
    static bool mayBeDiff(QByteArrayView line)
    {
        return line.startsWith("diff --git ") || line.startsWith("--- ");
    }

    /// Behind "literal 123" or "delta 123" and the lines up to the empty one, twice (there and back).
    static const char *behindBinaryData(const char *line, const char *end)
    {
        bool data = false;
        while (line < end) {
            const auto *newline = static_cast<const char *>(std::memchr(line, '\n', size_t(end - line)));
            const char *const next = newline ? newline + 1 : end;
            const QByteArrayView text(line, next - line);
            const bool head = text.startsWith("literal ") || text.startsWith("delta ");
            if (text.size() <= 1 || text == "\r\n")
                data = false;
            else if (head)
                data = true;
            else if (!data || !isBinaryLine(text))
                return line;
            line = next;
        }
        return end;
    }

    /// A letter for its length and base85 (git-apply(1)): no blank in it, and at most 52 bytes of payload.
    static bool isBinaryLine(QByteArrayView line)
    {
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        return line.size() >= 6 && line.size() <= 66 && !line.contains(' ') &&
               ((line[0] >= 'A' && line[0] <= 'Z') || (line[0] >= 'a' && line[0] <= 'z'));
    }

    void readDiffs(const QByteArray &utf8)
    {
        QByteArray &names = m_text[TextColumn::FileNames];
        QByteArray &sections = m_text[TextColumn::HunkHeaders];
        const TextLines lines(withLineFeeds(utf8));
        for (const DiffRange &diff : parseDiffs(lines, 0, QByteArrayLiteral("utf-8"))) {
            if (!diff.file.newPath.isEmpty())
                addLine(names, diff.file.newPath.toUtf8());
            if (!diff.file.oldPath.isEmpty() && diff.file.oldPath != diff.file.newPath)
                addLine(names, diff.file.oldPath.toUtf8());
            for (const DiffRange::HunkRange &hunk : diff.hunks) {
                const QByteArrayView line = lines.at(hunk.begin);
                const qsizetype close = line.indexOf("@@", 2);
                if (close >= 0 && close + 3 < line.size())
                    addLine(sections, line.sliced(close + 3).toByteArray());
            }
        }
    }

    QByteArray &m_unquoted;
    QByteArray &m_quoted;
    SearchableText &m_text;
    bool m_mayBeDiff = false;
};

bool isForPeople(const mail::PartInfo &info)
{
    return info.type != "application/pgp-signature";
}

} // namespace

SearchableText searchableText(const QByteArray &raw)
{
    SearchableText text;
    mail::Message message;
    const mail::ScannedHeader header = mail::scanHeader(raw);
    readHeader(header.fields, text);
    const mail::TextParts texts =
        mail::readTextParts(header.fields, QByteArrayView(raw).sliced(header.bodyOffset), message);
    bool plain = false;
    for (const mail::TextPart &part : texts.parts) {
        const mail::PartInfo &info = message.parts.at(part.info);
        plain = plain || (isForPeople(info) && info.type != "text/html");
    }
    BodyReader reader(text);
    for (const mail::TextPart &part : texts.parts) {
        const mail::PartInfo &info = message.parts.at(part.info);
        const bool html = info.type == "text/html";
        if (!isForPeople(info) || (html && plain))
            continue;
        const QByteArray utf8 = mail::decodedAsUtf8(part.bytes, info.charset);
        reader.read(html ? withoutMarkup(utf8) : utf8);
    }
    return text;
}

} // namespace loredesk::patch
