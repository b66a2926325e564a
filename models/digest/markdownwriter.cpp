// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/digest/wording.h"
#include "models/digest/writers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

/// One line of text that no reader takes for markup (CommonMark 2.4, and GitHub's bare links): it always
/// follows words of ours, so that what is special only at a line's start needs no care.
QString plain(const QString &text)
{
    static const QString special = u"\\`*_{}[]<>#|~&!"_s;
    const QString line = base::visibleLine(text).simplified();
    QString out;
    out.reserve(line.size() + 8);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool link = c == u':' && line.mid(i + 1, 2) == "//"_L1;
        const bool site =
            c == u'.' && i >= 3 && line.mid(i - 3, 3).compare("www"_L1, Qt::CaseInsensitive) == 0;
        if (link || site || special.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

int longestRun(const QString &text, QChar of)
{
    int longest = 0;
    int run = 0;
    for (const QChar c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// Fenced by more backticks than it holds (CommonMark 6.1).
QString codeSpan(const QString &text)
{
    const QString line = base::visibleLine(text).simplified();
    if (line.isEmpty())
        return {};
    const QString fence(longestRun(line, u'`') + 1, u'`');
    const QString pad = line.startsWith(u'`') || line.endsWith(u'`') ? u" "_s : QString();
    return fence + pad + line + pad + fence;
}

QString codeBlock(const QString &text)
{
    const QString visible = base::visibleText(text);
    const QString fence(std::max(3, longestRun(visible, u'`') + 1), u'`');
    return fence + u"text\n"_s + visible +
           (visible.endsWith(u'\n') || visible.isEmpty() ? QString() : u"\n"_s) + fence + u'\n';
}

/// In a table a | ends the cell even within code, hence plain text with escapes.
QString table(const QString &heading, const QString &countColumn, const QString &labelColumn,
              const std::vector<TopRow> &rows)
{
    QString out = "## "_L1 + heading + u"\n\n"_s;
    if (rows.empty())
        return out + u"None.\n\n"_s;
    out += "| "_L1 + countColumn + " | "_L1 + labelColumn + u" |\n| ---: | :--- |\n"_s;
    for (const TopRow &row : rows)
        out += "| "_L1 + QString::number(row.count) + " | "_L1 + plain(row.label) + u" |\n"_s;
    return out + u'\n';
}

QString listEntry(const PatchListEntry &entry)
{
    QString out =
        "- **"_L1 + versionWord(entry) + u' ' + countWord(entry) + "** "_L1 + plain(entry.title) + u"\\\n"_s;
    QStringList lines;
    QString who = plain(entry.author);
    if (const QString date = dateWords(entry.date); !date.isEmpty())
        who += ", "_L1 + date;
    lines << "by "_L1 + who;
    QStringList state;
    for (const QString &words :
         {kindWords(entry), entry.pull ? QString() : reviewWords(entry), carriedWords(entry)}) {
        if (!words.isEmpty())
            state << words;
    }
    if (!state.isEmpty())
        lines << state.join("; "_L1);
    if (const QString missing = missingWords(entry); !missing.isEmpty())
        lines << "**"_L1 + missing + "**"_L1;
    if (entry.newer > 0)
        lines << "replaced by v"_L1 + QString::number(entry.newer);
    QStringList earlier;
    for (const auto &[version, id] : entry.earlier)
        earlier << u'v' + QString::number(version) + ": "_L1 + codeSpan(u'<' + QString::fromUtf8(id) + u'>');
    if (!earlier.isEmpty())
        lines << earlier.join(", "_L1);
    for (const QString &line : lines)
        out += "  "_L1 + line + u"\\\n"_s; // a hard break (CommonMark 6.7)
    out.chop(2);
    return out + u'\n';
}

} // namespace

QString toMarkdown(const Digest &digest)
{
    const bool full = digest.request.layout == Layout::Full;
    QString out = "# "_L1 + plain(updateHeading(digest)) + u"\n\n"_s;
    if (full)
        out += countsSentence(digest) + u"\n\n"_s;
    else
        out += plain(rangeHeading(digest)) + u"\n\n"_s;
    out += table(domainsHeading(digest), u"Patches"_s, u"Domain"_s, digest.domains);
    out += table(contributorsHeading(digest), u"Patches"_s, u"Contributor"_s, digest.contributors);
    if (!digest.bots.empty())
        out += table(u"Bots, counted apart (everything they sent)"_s, u"Messages"_s, u"Bot"_s, digest.bots);

    out += u"## Patch list in this time period\n\n"_s;
    for (const PatchListEntry &entry : digest.patchList)
        out += listEntry(entry);
    if (full && digest.patchList.empty())
        out += u"No patches in this time.\n"_s;
    if (full)
        out += u'\n';

    out += u"## Patch Commit Messages\n\n"_s;
    for (const MessageEntry &entry : digest.messages) {
        out += "### New: "_L1 + plain(entry.title) + u"\n\n"_s;
        QStringList lines{"Subject: "_L1 + plain(entry.subject), "Author: "_L1 + plain(entry.author)};
        if (full) {
            if (const QString date = dateWords(entry.date); !date.isEmpty())
                lines << "Date: "_L1 + date;
            if (!entry.messageId.isEmpty())
                lines << "Message-ID: "_L1 + codeSpan(u'<' + QString::fromUtf8(entry.messageId) + u'>');
            if (entry.incomplete && entry.entry >= 0)
                lines << "**"_L1 + missingWords(digest.patchList[std::size_t(entry.entry)]) + "**"_L1;
        }
        out += lines.join("\\\n"_L1) + u"\n\n"_s + codeBlock(entry.text) + u'\n';
    }
    return out;
}

} // namespace loredesk::digest
