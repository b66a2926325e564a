// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messageparagraphs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

using Kind = MessageDocument::Kind;

namespace {

/// A paragraph whose widest line is narrower was not broken for want of room, but line by line on purpose.
constexpr int NarrowestParagraph = 50;
/// So many cells may be left at the end of a line where the next word would have fitted: people who break
/// lines by hand are not exact.
constexpr int SlackAtEnd = 6;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "-", "*", "1.", "2)", "a)", "(iv)".
bool isItemMark(QStringView word)
{
    if (word.size() == 1)
        return QStringView(u"-*+o\u2022\u2013\u2014\u25e6").contains(word[0]);
    if (word.size() < 2 || word.size() > 6)
        return false;
    const bool enclosed = word.front() == u'(' && word.back() == u')';
    if (!enclosed && word.back() != u'.' && word.back() != u')')
        return false;
    const QStringView inner = word.chopped(1).mid(enclosed ? 1 : 0);
    return isDigits(inner) || (inner.size() == 1 && inner[0].isLetter()) ||
           (enclosed && std::all_of(inner.begin(), inner.end(),
                                    [](QChar c) { return QStringView(u"ivx").contains(c.toLower()); }));
}

QStringView firstWord(QStringView text)
{
    const auto end = std::find_if(text.begin(), text.end(), isBlank);
    return text.left(end - text.begin());
}

/// The name of an object as git abbreviates it.
bool isObjectName(QStringView word)
{
    return word.size() >= 7 && std::all_of(word.begin(), word.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

/// "Signed-off-by:", "Link:", "lamp.c:17:", "virtio_net:": what begins a line on purpose.
bool isLabel(QStringView word)
{
    const qsizetype colon = word.indexOf(u':');
    return colon > 0 && !word.contains("://"_L1);
}

/// Letters between which a line may break without a blank, or that run the other way.
bool hasOtherBreaks(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u >= 0x2e80 || (u >= 0x590 && u < 0x900) || (u >= 0xe00 && u < 0x1000);
    });
}

bool isProse(QStringView text)
{
    if (text.isEmpty() || isBlank(text[0]) || QStringView(u"+-*=#|[]{}~@$%\\;!").contains(text[0]))
        return false;
    if (text.startsWith("//"_L1) || text.startsWith("/*"_L1))
        return false;
    // Two blanks within a sentence hold columns apart; behind its end they are a habit of typists.
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'\t' || (text[i] == u' ' && text[i - 1] == u' ' && i + 1 < text.size() &&
                                 !(i >= 2 && QStringView(u".?!:)\"'").contains(text[i - 2]))))
            return false;
    }
    const QChar last = text.trimmed().back();
    if (QStringView(u";{}\\|").contains(last))
        return false;
    const QStringView word = firstWord(text);
    const bool isAddress = word.size() == text.trimmed().size() && word.contains("://"_L1);
    if (isAddress || isItemMark(word) || isLabel(word) || isObjectName(word))
        return false;
    if (word == "diff"_L1 || word == "From"_L1 || word == "index"_L1)
        return false;
    return !hasOtherBreaks(text);
}

} // namespace

qsizetype quotePrefixLength(QStringView line)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'>')
            length = i + 1;
        else if (line[i] != u' ' || length == 0)
            break;
    }
    // One blank belongs to the marks; what comes behind it is an indent of the text.
    return length > 0 && length < line.size() && line[length] == u' ' ? length + 1 : length;
}

qsizetype hangingLength(QStringView line)
{
    qsizetype at = quotePrefixLength(line);
    while (at < line.size() && isBlank(line[at]))
        ++at;
    const QStringView word = firstWord(line.mid(at));
    if (!isItemMark(word))
        return at;
    const qsizetype behind = at + word.size();
    return behind + 1 < line.size() && line[behind] == u' ' ? behind + 1 : at;
}

std::vector<bool> continuedLines(const MessageDocument &document)
{
    const QList<MessageDocument::Line> &lines = document.lines();
    std::vector<bool> continued(size_t(lines.size()), false);
    const auto mayBeProse = [](Kind kind) {
        return kind == Kind::Text || kind == Kind::Notes || (kind >= Kind::Quote1 && kind <= Kind::Quote3);
    };
    for (qsizetype first = 0; first < lines.size();) {
        const Kind kind = lines[first].kind;
        if (!mayBeProse(kind)) {
            ++first;
            continue;
        }
        // A run of lines that might be one paragraph.
        const QStringView head = document.lineText(first);
        const QStringView prefix = head.left(quotePrefixLength(head));
        const auto contentOf = [&](qsizetype line) { return document.lineText(line).mid(prefix.size()); };
        qsizetype end = first;
        int widest = 0;
        while (end < lines.size() && lines[end].kind == kind && !lines[end].cut) {
            const QStringView text = document.lineText(end);
            if (text.left(quotePrefixLength(text)) != prefix || !isProse(contentOf(end)))
                break;
            widest = std::max(widest, cellCount(contentOf(end)));
            ++end;
        }
        if (widest >= NarrowestParagraph) {
            for (qsizetype line = first + 1; line < end; ++line) {
                const int needed = cellCount(contentOf(line - 1)) + 1 + cellCount(firstWord(contentOf(line)));
                continued[size_t(line)] = needed + SlackAtEnd > widest;
            }
        }
        first = std::max(end, first + 1);
    }
    return continued;
}

} // namespace loredesk::ui
