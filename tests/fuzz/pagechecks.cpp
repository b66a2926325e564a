// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/pagechecks.h"

#include "models/base/hostiletext.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::fuzz {

namespace {

QString written(const digest::Digest &digest, digest::Format format)
{
    const QByteArray bytes = digest::toBytes(digest, format);
    FUZZ_CHECK(bytes.isValidUtf8());
    const QString text = QString::fromUtf8(bytes);
    const bool steers =
        std::any_of(text.begin(), text.end(), [](QChar c) { return base::isSteeringCharacter(c.unicode()); });
    FUZZ_CHECK(!steers);
    return text;
}

/// Calls `function` with every text of a digest that came from mail.
template <class Function>
void eachText(digest::Digest &digest, Function function)
{
    for (auto *rows : {&digest.domains, &digest.contributors, &digest.bots}) {
        for (digest::TopRow &row : *rows)
            function(row.label);
    }
    for (digest::PatchListEntry &entry : digest.patchList) {
        function(entry.title);
        function(entry.author);
    }
    for (digest::MessageEntry &message : digest.messages) {
        function(message.title);
        function(message.subject);
        function(message.author);
        function(message.text);
    }
}

/// The name of an element that the writer makes, or empty.
QString elementOf(QStringView tag)
{
    static const QRegularExpression allowed(QRegularExpression::anchoredPattern(
        u"(html|head|style|title|body|header|h[1-3]|p|div|section|table|tr|td|ul|li|span|a|article|pre|code)"
        "( lang=\"en\")?( class=\"[a-z ]+\")?( id=\"m\\d+\")?( href=\"#m\\d+\")?( style=\"width:\\d+%\")?"_s));
    return allowed.match(tag).captured(1);
}

/// The tags of a page, counted; ends the program at one that mail could have made.
int countTags(const QString &page)
{
    int tags = 0;
    QStringList open;
    for (qsizetype at = page.indexOf(u"<body>"_s); at >= 0 && at < page.size(); ++at) {
        if (page[at] == u'&') {
            const QStringView rest = QStringView(page).sliced(at);
            const bool entity = rest.startsWith("&lt;"_L1) || rest.startsWith("&gt;"_L1) ||
                                rest.startsWith("&amp;"_L1) || rest.startsWith("&quot;"_L1) ||
                                rest.startsWith("&#39;"_L1);
            FUZZ_CHECK_TEXT(entity, rest.left(80).toString());
        }
        if (page[at] != u'<')
            continue;
        ++tags;
        const qsizetype close = page.indexOf(u'>', at);
        FUZZ_CHECK(close > at);
        const QStringView tag = QStringView(page).sliced(at + 1, close - at - 1);
        if (tag.startsWith(u'/')) {
            const QString expected = open.isEmpty() ? u"html"_s : open.takeLast();
            FUZZ_CHECK_TEXT(tag.sliced(1) == expected, tag.toString() + u" closes "_s + expected);
        } else {
            const QString element = elementOf(tag);
            FUZZ_CHECK_TEXT(!element.isEmpty(), tag.toString());
            open << element;
        }
        at = close;
    }
    FUZZ_CHECK_TEXT(open.isEmpty(), open.join(u' '));
    return tags;
}

/// Unescaped `<` outside of code spans, and a heading or table that the writer did not make.
void checkMarkdownLine(QStringView line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == u'\\') {
            ++at;
            continue;
        }
        if (line[at] == u'`') {
            qsizetype run = at;
            while (run < line.size() && line[run] == u'`')
                ++run;
            const QString fence(run - at, u'`');
            qsizetype close = line.indexOf(fence, run);
            while (close >= 0 && close + fence.size() < line.size() && line[close + fence.size()] == u'`') {
                while (close < line.size() && line[close] == u'`')
                    ++close;
                close = line.indexOf(fence, close);
            }
            FUZZ_CHECK_TEXT(close >= 0, line.toString());
            at = close + fence.size() - 1;
            continue;
        }
        FUZZ_CHECK_TEXT(line[at] != u'<' && line[at] != u'[' && line[at] != u']', line.toString());
        FUZZ_CHECK_TEXT(line.sliced(at, std::min<qsizetype>(3, line.size() - at)) != "://"_L1,
                        line.toString());
    }
}

} // namespace

void checkHtml(const digest::Digest &digest)
{
    const int tags = countTags(written(digest, digest::Format::Html));
    digest::Digest harmless = digest;
    // A middle dot is no letter, digit, blank or sign: what the writer sets apart stays set apart.
    eachText(harmless, [](QString &text) {
        std::replace_if(
            text.begin(), text.end(), [](QChar c) { return QStringView(u"<>&\"'").contains(c); }, u'\u00b7');
    });
    FUZZ_CHECK(countTags(written(harmless, digest::Format::Html)) == tags);
}

void checkMarkdown(const digest::Digest &digest)
{
    const QString page = written(digest, digest::Format::Markdown);
    QString fence; // of the block that is open
    int blocks = 0;
    int headings = 0;
    for (const QStringView line : QStringView(page).split(u'\n')) {
        if (!fence.isEmpty()) {
            if (line == fence)
                fence.clear();
            // A line of as many backticks would end it too (CommonMark 4.5).
            FUZZ_CHECK_TEXT(fence.isEmpty() || !line.trimmed().startsWith(fence), line.toString());
            continue;
        }
        if (line.startsWith("```"_L1)) {
            FUZZ_CHECK(line.endsWith("text"_L1));
            fence = line.chopped(4).toString();
            ++blocks;
            continue;
        }
        headings += line.startsWith("### New: "_L1) ? 1 : 0;
        checkMarkdownLine(line);
    }
    FUZZ_CHECK(fence.isEmpty());
    FUZZ_CHECK(std::size_t(blocks) == digest.messages.size());
    FUZZ_CHECK(std::size_t(headings) == digest.messages.size());
}

void checkPlainText(const digest::Digest &digest)
{
    const QString page = written(digest, digest::Format::Text);
    for (const digest::MessageEntry &message : digest.messages)
        FUZZ_CHECK_TEXT(page.contains(base::visibleText(message.text)), message.text);
}

void checkJson(const digest::Digest &digest)
{
    const QByteArray bytes = written(digest, digest::Format::Json).toUtf8();
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &error).object();
    FUZZ_CHECK_TEXT(error.error == QJsonParseError::NoError, error.errorString());
    const QJsonArray messages = object[u"messages"_s].toArray();
    FUZZ_CHECK(std::size_t(messages.size()) == digest.messages.size());
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const digest::MessageEntry &message = digest.messages[std::size_t(i)];
        const QJsonObject read = messages[i].toObject();
        FUZZ_CHECK_TEXT(read[u"text"_s].toString() == message.text, message.text);
        FUZZ_CHECK_TEXT(read[u"title"_s].toString() == message.title, message.title);
        FUZZ_CHECK_TEXT(read[u"author"_s].toString() == message.author, message.author);
    }
}

} // namespace loredesk::fuzz
