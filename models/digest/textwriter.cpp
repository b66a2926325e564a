// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/digest/wording.h"
#include "models/digest/writers.h"

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

using base::visibleLine;
using base::visibleText;

constexpr qsizetype Width = 76; ///< of the lines that are ours; what people wrote keeps its own
constexpr qsizetype Indent = 13;

/// `text` broken at blanks so that it fits Width; the first line follows `lead`, the others are indented. A
/// word that is too long (a Message-ID) stays whole.
QString wrapped(const QString &lead, const QString &text, qsizetype indent)
{
    QString out = lead;
    qsizetype column = lead.size();
    bool first = true;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!first && column + 1 + word.size() > Width) {
            out += u'\n' + QString(indent, u' ');
            column = indent;
            first = true;
        }
        if (!first) {
            out += u' ';
            ++column;
        }
        out += word;
        column += word.size();
        first = false;
    }
    return out + u'\n';
}

QString topList(const QString &heading, const std::vector<TopRow> &rows, QLatin1StringView gap)
{
    QString out = heading + u"\n\n"_s;
    for (const TopRow &row : rows)
        out += QString::number(row.count).rightJustified(7) + gap + visibleLine(row.label) + u'\n';
    return out + u'\n';
}

QString patchListEntry(const PatchListEntry &entry)
{
    const QString margin(Indent, u' ');
    QString lead = u' ' + versionWord(entry).leftJustified(5) + countWord(entry).leftJustified(6);
    lead = lead.leftJustified(Indent);
    QString out = wrapped(lead, visibleLine(entry.title), Indent);

    QString who = visibleLine(entry.author);
    if (const QString date = dateWords(entry.date); !date.isEmpty())
        who += ", "_L1 + date;
    out += wrapped(margin, who, Indent);

    QStringList state;
    for (const QString &words : {kindWords(entry), reviewWords(entry), carriedWords(entry)}) {
        if (!words.isEmpty())
            state << words;
    }
    if (!entry.pull && !state.isEmpty())
        out += wrapped(margin, state.join("; "_L1), Indent);
    if (const QString missing = missingWords(entry); !missing.isEmpty())
        out += wrapped(margin, missing, Indent);
    if (entry.newer > 0)
        out += margin + "replaced by v"_L1 + QString::number(entry.newer) + u'\n';
    for (const auto &[version, id] : entry.earlier)
        out += margin + u'v' + QString::number(version) + ": <"_L1 + visibleLine(QString::fromUtf8(id)) +
               u">\n"_s;
    return out;
}

QString message(const Digest &digest, const MessageEntry &entry)
{
    QString out = "New:  "_L1 + visibleLine(entry.title) + u'\n' + visibleLine(entry.subject) + u'\n' +
                  "Author: "_L1 + visibleLine(entry.author) + u'\n';
    if (digest.request.layout == Layout::Full) {
        if (const QString date = dateWords(entry.date); !date.isEmpty())
            out += "Date: "_L1 + date + u'\n';
        if (!entry.messageId.isEmpty())
            out += "Message-ID: <"_L1 + visibleLine(QString::fromUtf8(entry.messageId)) + u">\n"_s;
        if (entry.incomplete && entry.entry >= 0)
            out += wrapped(QString(), missingWords(digest.patchList[std::size_t(entry.entry)]), 0);
    }
    return out + u'\n' + visibleText(entry.text) + u'\n' + QString(70, u'-') + u"\n\n"_s;
}

} // namespace

QString toText(const Digest &digest)
{
    const bool full = digest.request.layout == Layout::Full;
    QString out = visibleLine(rangeHeading(digest)) + u'\n' + visibleLine(updateHeading(digest)) + u"\n\n"_s;
    if (full)
        out += wrapped(QString(), countsSentence(digest), 0) + u'\n';
    out += topList(domainsHeading(digest), digest.domains, " "_L1);
    out += topList(contributorsHeading(digest), digest.contributors, "  "_L1);
    if (!digest.bots.empty())
        out += topList(u"Bots, counted apart (everything they sent)"_s, digest.bots, "  "_L1);

    out += u"===== Patch list in this time period =====\n\n"_s;
    for (const PatchListEntry &entry : digest.patchList)
        out += patchListEntry(entry) + u'\n';
    if (full && digest.patchList.empty())
        out += u"No patches in this time.\n\n"_s;
    if (!full)
        out += u'\n';

    out += u"===== Patch Commit Messages ====\n\n"_s;
    for (const MessageEntry &entry : digest.messages)
        out += message(digest, entry);
    return out;
}

} // namespace loredesk::digest
