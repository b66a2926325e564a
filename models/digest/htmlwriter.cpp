// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"
#include "models/digest/htmlstyle.h"
#include "models/digest/wording.h"
#include "models/digest/writers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::digest {

namespace {

/// Text for an element or a quoted attribute; nothing that came from mail reaches the page any other way.
QString escaped(const QString &text)
{
    return base::visibleLine(text).toHtmlEscaped();
}

QString element(QLatin1StringView tag, QLatin1StringView cssClass, const QString &content)
{
    return u'<' + tag + " class=\""_L1 + cssClass + "\">"_L1 + content + "</"_L1 + tag + u'>';
}

/// " path | 12 ++++----": where its signs start, or -1.
qsizetype diffStatSigns(QStringView line)
{
    if (!line.startsWith(u' '))
        return -1;
    const qsizetype bar = line.lastIndexOf(" | "_L1);
    if (bar < 0)
        return -1;
    qsizetype at = bar + 3;
    while (at < line.size() && (line[at] == u' ' || line[at].isDigit()))
        ++at;
    if (at == line.size())
        return -1;
    for (const QChar c : line.sliced(at)) {
        if (c != u'+' && c != u'-')
            return -1;
    }
    return at;
}

/// "Reviewed-by: A U Thor <author@example.org>"
bool isPersonTrailer(QStringView line)
{
    const qsizetype colon = line.indexOf("-by: "_L1);
    if (colon <= 0 || !line[0].isLetter())
        return false;
    return std::all_of(line.begin(), line.begin() + colon, [](QChar c) { return c.isLetter() || c == u'-'; });
}

/// The text of a message: trailers and the signs of a diffstat told apart.
QString messageText(const QString &text)
{
    const QString visible = base::visibleText(text);
    QString out;
    for (const QStringView line : QStringView(visible).split(u'\n')) {
        if (const qsizetype signs = diffStatSigns(line); signs >= 0) {
            const QStringView marks = line.sliced(signs);
            const qsizetype firstMinus = marks.indexOf(u'-');
            const qsizetype minus = firstMinus < 0 ? marks.size() : firstMinus;
            out += line.first(signs).toString().toHtmlEscaped();
            out += element("span"_L1, "add"_L1, marks.first(minus).toString());
            out += element("span"_L1, "del"_L1, marks.sliced(minus).toString());
        } else if (isPersonTrailer(line)) {
            out += element("span"_L1, "trailer"_L1, line.toString().toHtmlEscaped());
        } else {
            out += line.toString().toHtmlEscaped();
        }
        out += u'\n';
    }
    while (out.endsWith(u'\n'))
        out.chop(1);
    return out;
}

QString topTable(const QString &heading, const std::vector<TopRow> &rows)
{
    QString out = u"<section>\n<h2>"_s + heading.toHtmlEscaped() + u"</h2>\n"_s;
    if (rows.empty())
        return out + u"<p class=\"muted\">None.</p>\n</section>\n"_s;
    const int most = std::max_element(rows.begin(), rows.end(), [](const TopRow &a, const TopRow &b) {
                         return a.count < b.count;
                     })->count;
    out += u"<table class=\"top\">\n"_s;
    for (const TopRow &row : rows) {
        out += u"<tr><td class=\"count\">"_s + QString::number(row.count) + u"</td><td>"_s +
               escaped(row.label) + u"<div class=\"bar\" style=\"width:"_s +
               QString::number(most > 0 ? row.count * 100 / most : 0) + u"%\"></div></td></tr>\n"_s;
    }
    return out + u"</table>\n</section>\n"_s;
}

QString listEntry(const PatchListEntry &entry, int firstMessage)
{
    QString title = escaped(entry.title);
    if (firstMessage >= 0)
        title = "<a href=\"#m"_L1 + QString::number(firstMessage) + "\">"_L1 + title + "</a>"_L1;
    QString out =
        u"<li>"_s + element("span"_L1, "version"_L1, versionWord(entry)) + u' ' +
        element("span"_L1, entry.missing.isEmpty() ? "slots"_L1 : "slots lacking"_L1, countWord(entry)) +
        u' ' + element("span"_L1, "title"_L1, title) + u'\n';
    QString who = escaped(entry.author);
    if (const QString date = dateWords(entry.date); !date.isEmpty())
        who += ", "_L1 + date;
    out += element("div"_L1, "muted"_L1, who) + u'\n';

    QStringList state;
    for (const QString &words :
         {kindWords(entry), entry.pull ? QString() : reviewWords(entry), carriedWords(entry)}) {
        if (!words.isEmpty())
            state << words.toHtmlEscaped();
    }
    if (entry.newer > 0)
        state << "replaced by v"_L1 + QString::number(entry.newer);
    if (!state.isEmpty())
        out += element("div"_L1, "state"_L1, state.join(u" \u00b7 "_s)) + u'\n';
    if (const QString missing = missingWords(entry); !missing.isEmpty())
        out += element("div"_L1, "missing"_L1, missing.toHtmlEscaped()) + u'\n';
    for (const auto &[version, id] : entry.earlier) {
        out += element("div"_L1, "muted"_L1,
                       u'v' + QString::number(version) + ": <code>&lt;"_L1 + escaped(QString::fromUtf8(id)) +
                           "&gt;</code>"_L1) +
               u'\n';
    }
    return out + u"</li>\n"_s;
}

QString article(const Digest &digest, const MessageEntry &entry, int number)
{
    QString out = "<article id=\"m"_L1 + QString::number(number) + "\">\n<h3>"_L1 + escaped(entry.title) +
                  u"</h3>\n"_s + element("div"_L1, "subject"_L1, escaped(entry.subject)) + u'\n';
    QString who = escaped(entry.author);
    if (digest.request.layout == Layout::Full) {
        if (const QString date = dateWords(entry.date); !date.isEmpty())
            who += ", "_L1 + date;
        if (!entry.messageId.isEmpty())
            who += u" \u00b7 <code>&lt;"_s + escaped(QString::fromUtf8(entry.messageId)) + "&gt;</code>"_L1;
    }
    out += element("div"_L1, "muted"_L1, who) + u'\n';
    if (entry.incomplete && entry.entry >= 0)
        out += element("div"_L1, "missing"_L1,
                       missingWords(digest.patchList[std::size_t(entry.entry)]).toHtmlEscaped()) +
               u'\n';
    return out + u"<pre>"_s + messageText(entry.text) + u"</pre>\n</article>\n"_s;
}

} // namespace

QString toHtml(const Digest &digest)
{
    const bool full = digest.request.layout == Layout::Full;
    QString out = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  // Belt and braces: even markup that slipped through could load and run nothing.
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                  "'unsafe-inline'\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"_s +
                  escaped(updateHeading(digest)) + u"</title>\n<style>\n"_s + htmlStyle() +
                  u"</style>\n</head>\n<body>\n"_s;
    out += u"<header>\n<h1>"_s + escaped(digest.list) + u" mailing list update</h1>\n<p class=\"range\">"_s +
           escaped(rangeHeading(digest)) + u"</p>\n"_s;
    if (full)
        out += u"<p>"_s + countsSentence(digest).toHtmlEscaped() + u"</p>\n"_s;
    out += u"</header>\n<div class=\"columns\">\n"_s;
    out += topTable(contributorsHeading(digest), digest.contributors);
    out += topTable(domainsHeading(digest), digest.domains);
    if (!digest.bots.empty())
        out += topTable(u"Bots, counted apart (everything they sent)"_s, digest.bots);
    out += u"</div>\n"_s;

    if (full) {
        std::vector<int> first(digest.patchList.size(), -1);
        for (std::size_t i = digest.messages.size(); i-- > 0;) {
            const int entry = digest.messages[i].entry;
            if (entry >= 0 && std::size_t(entry) < first.size())
                first[std::size_t(entry)] = int(i) + 1;
        }
        out += u"<section>\n<h2>Patch list in this time period</h2>\n"_s;
        if (digest.patchList.empty())
            out += u"<p class=\"muted\">No patches in this time.</p>\n"_s;
        else
            out += u"<ul class=\"series\">\n"_s;
        for (std::size_t i = 0; i < digest.patchList.size(); ++i)
            out += listEntry(digest.patchList[i], first[i]);
        out += digest.patchList.empty() ? u"</section>\n"_s : u"</ul>\n</section>\n"_s;
    }

    out += u"<section>\n<h2>Patch Commit Messages</h2>\n"_s;
    for (std::size_t i = 0; i < digest.messages.size(); ++i)
        out += article(digest, digest.messages[i], int(i) + 1);
    return out + u"</section>\n</body>\n</html>\n"_s;
}

} // namespace loredesk::digest
