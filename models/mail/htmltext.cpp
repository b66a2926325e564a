// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/htmltext.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

constexpr int DeepestQuote = 8;
constexpr std::size_t MostNested = 64; ///< lists and links, of which more are not told apart
constexpr qsizetype LongestReference = 32;
/// A ">" within quotes is looked past so far, and so often; then it ends the tag. Otherwise tags that are
/// never closed would be read again and again.
constexpr qsizetype LongestQuoted = 4096;
constexpr int MostUnclosed = 64;

const QHash<QStringView, char16_t> &namedCharacters()
{
    static const QHash<QStringView, char16_t> names = {
        {u"amp", u'&'},         {u"lt", u'<'},          {u"gt", u'>'},          {u"quot", u'"'},
        {u"apos", u'\''},       {u"nbsp", u' '},        {u"copy", u'\u00a9'},   {u"reg", u'\u00ae'},
        {u"trade", u'\u2122'},  {u"hellip", u'\u2026'}, {u"mdash", u'\u2014'},  {u"ndash", u'\u2013'},
        {u"lsquo", u'\u2018'},  {u"rsquo", u'\u2019'},  {u"sbquo", u'\u201a'},  {u"ldquo", u'\u201c'},
        {u"rdquo", u'\u201d'},  {u"bdquo", u'\u201e'},  {u"laquo", u'\u00ab'},  {u"raquo", u'\u00bb'},
        {u"bull", u'\u2022'},   {u"middot", u'\u00b7'}, {u"euro", u'\u20ac'},   {u"pound", u'\u00a3'},
        {u"yen", u'\u00a5'},    {u"cent", u'\u00a2'},   {u"sect", u'\u00a7'},   {u"para", u'\u00b6'},
        {u"deg", u'\u00b0'},    {u"plusmn", u'\u00b1'}, {u"times", u'\u00d7'},  {u"divide", u'\u00f7'},
        {u"micro", u'\u00b5'},  {u"frac12", u'\u00bd'}, {u"sup2", u'\u00b2'},   {u"larr", u'\u2190'},
        {u"rarr", u'\u2192'},   {u"uarr", u'\u2191'},   {u"darr", u'\u2193'},   {u"harr", u'\u2194'},
        {u"ne", u'\u2260'},     {u"le", u'\u2264'},     {u"ge", u'\u2265'},     {u"infin", u'\u221e'},
        {u"szlig", u'\u00df'},  {u"auml", u'\u00e4'},   {u"ouml", u'\u00f6'},   {u"uuml", u'\u00fc'},
        {u"Auml", u'\u00c4'},   {u"Ouml", u'\u00d6'},   {u"Uuml", u'\u00dc'},   {u"aacute", u'\u00e1'},
        {u"eacute", u'\u00e9'}, {u"iacute", u'\u00ed'}, {u"oacute", u'\u00f3'}, {u"uacute", u'\u00fa'},
        {u"agrave", u'\u00e0'}, {u"egrave", u'\u00e8'}, {u"acirc", u'\u00e2'},  {u"ecirc", u'\u00ea'},
        {u"ccedil", u'\u00e7'}, {u"ntilde", u'\u00f1'}, {u"aring", u'\u00e5'},  {u"oslash", u'\u00f8'},
        {u"aelig", u'\u00e6'},  {u"zwnj", u'\u200c'},   {u"zwj", u'\u200d'},    {u"lrm", u'\u200e'},
        {u"rlm", u'\u200f'},    {u"shy", u'\u00ad'},
    };
    return names;
}

/// What numbers 128 to 159 stand for: pages that say so mean Windows' letters.
constexpr std::array<char16_t, 32> WindowsLetters = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

/// "&#123;", "&#x7b;" from behind the "#"; a number that is no character is U+FFFD. Nothing where it is none.
QString numbered(QStringView digits)
{
    bool ok = false;
    const bool isHex = digits.startsWith(u'x') || digits.startsWith(u'X');
    const uint value = isHex ? digits.mid(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
    const bool isNumber = digits.size() > (isHex ? 1 : 0) &&
                          std::all_of(digits.begin() + (isHex ? 1 : 0), digits.end(), [isHex](QChar c) {
                              return (c >= u'0' && c <= u'9') ||
                                     (isHex && ((c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F')));
                          });
    if (!isNumber)
        return {};
    if (!ok || value == 0 || value > 0x10ffff || QChar::isSurrogate(char32_t(value)))
        return QString(QChar::ReplacementCharacter);
    if (value >= 128 && value < 160)
        return QString(QChar(WindowsLetters[value - 128]));
    if (value == 160)
        return u" "_s;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(&value), 1);
}

/// The character that begins at "&", and how long its name is; 0: it is an ampersand.
qsizetype reference(QStringView text, qsizetype at, QString *out)
{
    qsizetype end = at + 1;
    const qsizetype most = std::min(text.size(), at + LongestReference);
    while (end < most && (text[end] == u'#' || text[end].isLetterOrNumber()))
        ++end;
    const QStringView name = text.sliced(at + 1, end - at - 1);
    const bool isClosed = end < text.size() && text[end] == u';';
    if (name.startsWith(u'#'))
        *out = numbered(name.mid(1));
    else if (isClosed)
        *out = namedCharacters().contains(name) ? QString(QChar(namedCharacters().value(name))) : QString();
    else
        return 0;
    return out->isEmpty() ? 0 : end - at + (isClosed ? 1 : 0);
}

QString withCharacters(QStringView text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        QString character;
        const qsizetype length = text[at] == u'&' ? reference(text, at, &character) : 0;
        if (length > 0)
            result += character;
        else
            result += text[at];
        at += std::max<qsizetype>(length, 1);
    }
    return result;
}

/// A tag without its brackets: "a href=..." or "/a".
struct Tag
{
    QString name; ///< in small letters
    bool isEnd = false;
    QStringView attributes;

    QString attribute(QStringView wanted) const
    {
        for (qsizetype at = 0; at < attributes.size();) {
            while (at < attributes.size() && (isBlank(attributes[at]) || attributes[at] == u'/'))
                ++at;
            const qsizetype begin = at;
            while (at < attributes.size() && !isBlank(attributes[at]) && attributes[at] != u'=')
                ++at;
            const QStringView name = attributes.sliced(begin, at - begin);
            while (at < attributes.size() && isBlank(attributes[at]))
                ++at;
            QStringView value;
            if (at < attributes.size() && attributes[at] == u'=') {
                ++at;
                while (at < attributes.size() && isBlank(attributes[at]))
                    ++at;
                const bool isQuoted =
                    at < attributes.size() && (attributes[at] == u'"' || attributes[at] == u'\'');
                const QChar quote = isQuoted ? attributes[at++] : QChar();
                const qsizetype from = at;
                while (at < attributes.size() &&
                       (isQuoted ? attributes[at] != quote : !isBlank(attributes[at])))
                    ++at;
                value = attributes.sliced(from, at - from);
                at += isQuoted && at < attributes.size();
            } else if (name.isEmpty()) {
                ++at;
            }
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                return withCharacters(value).simplified();
        }
        return {};
    }
};

enum class Role : quint8 {
    None,
    Line,
    Paragraph,
    Quote,
    Pre,
    Item,
    List,
    Cell,
    Rule,
    Break,
    Picture,
    Link,
    Skipped
};

Role roleOf(const QString &name)
{
    static const QHash<QString, Role> roles = {
        {u"div"_s, Role::Line},        {u"tr"_s, Role::Line},          {u"section"_s, Role::Line},
        {u"article"_s, Role::Line},    {u"header"_s, Role::Line},      {u"footer"_s, Role::Line},
        {u"body"_s, Role::Line},       {u"dt"_s, Role::Line},          {u"dd"_s, Role::Line},
        {u"option"_s, Role::Line},     {u"p"_s, Role::Paragraph},      {u"h1"_s, Role::Paragraph},
        {u"h2"_s, Role::Paragraph},    {u"h3"_s, Role::Paragraph},     {u"h4"_s, Role::Paragraph},
        {u"h5"_s, Role::Paragraph},    {u"h6"_s, Role::Paragraph},     {u"table"_s, Role::Paragraph},
        {u"dl"_s, Role::Paragraph},    {u"blockquote"_s, Role::Quote}, {u"pre"_s, Role::Pre},
        {u"li"_s, Role::Item},         {u"ul"_s, Role::List},          {u"ol"_s, Role::List},
        {u"td"_s, Role::Cell},         {u"th"_s, Role::Cell},          {u"hr"_s, Role::Rule},
        {u"br"_s, Role::Break},        {u"img"_s, Role::Picture},      {u"a"_s, Role::Link},
        {u"script"_s, Role::Skipped},  {u"style"_s, Role::Skipped},    {u"title"_s, Role::Skipped},
        {u"template"_s, Role::Skipped}};
    return roles.value(name, Role::None);
}

/// "https://example.org/" is what "example.org" says.
QString plainAddress(QString address)
{
    for (const QLatin1StringView scheme : {"https://"_L1, "http://"_L1, "mailto:"_L1}) {
        if (address.startsWith(scheme, Qt::CaseInsensitive)) {
            address.remove(0, scheme.size());
            break;
        }
    }
    while (address.endsWith(u'/'))
        address.chop(1);
    return address.toLower();
}

class Converter
{
public:
    explicit Converter(const QString &html)
        : m_html(html)
    {
        m_out.reserve(html.size() / 2);
    }

    QString convert()
    {
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            QString character;
            if (c == u'<' && takeMarkup())
                continue;
            if (const qsizetype length = c == u'&' ? reference(m_html, m_at, &character) : 0; length > 0) {
                for (const QChar one : std::as_const(character))
                    put(one, one != u' '); // a blank that was written as a character is one
                m_at += length;
                continue;
            }
            put(c, false);
            ++m_at;
        }
        QString result = std::move(m_out);
        while (result.endsWith(u'\n') || result.endsWith(u' '))
            result.chop(1);
        if (!result.isEmpty())
            result += u'\n';
        return result;
    }

private:
    /// False where the "<" is a character like any other.
    bool takeMarkup()
    {
        const QStringView rest = QStringView(m_html).sliced(m_at);
        if (rest.startsWith("<!--"_L1)) {
            const qsizetype end = m_html.indexOf("-->"_L1, m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return true;
        }
        const qsizetype name = m_at + (rest.startsWith("</"_L1) ? 2 : 1);
        const bool isDeclaration = rest.startsWith("<!"_L1) || rest.startsWith("<?"_L1);
        if (!isDeclaration && (name >= m_html.size() || !isAsciiLetter(m_html[name])))
            return false;
        const qsizetype end = tagEnd();
        if (end < 0)
            return false;
        if (!isDeclaration)
            takeTag(tagAt(name, end), end + 1);
        else
            m_at = end + 1;
        return true;
    }

    /// Of the ">" that closes the tag at m_at; -1: nothing does.
    qsizetype tagEnd()
    {
        if (m_nextClose < m_at)
            m_nextClose = m_html.indexOf(u'>', m_at);
        if (m_nextClose < 0) {
            m_nextClose = m_html.size(); // and no need to look again
            return -1;
        }
        if (m_nextClose >= m_html.size())
            return -1;
        if (m_unclosed >= MostUnclosed)
            return m_nextClose;
        QChar quote;
        const qsizetype most = std::min(m_html.size(), m_at + LongestQuoted);
        for (qsizetype at = m_at; at < most; ++at) {
            const QChar c = m_html[at];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'>')
                return at;
            else if ((c == u'"' || c == u'\'') && at > 0 &&
                     (m_html[at - 1] == u'=' || isBlank(m_html[at - 1])))
                quote = c;
        }
        ++m_unclosed;
        return m_nextClose;
    }

    Tag tagAt(qsizetype name, qsizetype end) const
    {
        Tag tag;
        tag.isEnd = m_html[name - 1] == u'/';
        qsizetype at = name;
        while (at < end && !isBlank(m_html[at]) && m_html[at] != u'/')
            ++at;
        if (at - name < 16) // no name that means anything is longer
            tag.name = m_html.mid(name, at - name).toLower();
        tag.attributes = QStringView(m_html).sliced(at, end - at);
        return tag;
    }

    void takeTag(const Tag &tag, qsizetype next)
    {
        m_at = next;
        switch (roleOf(tag.name)) {
        case Role::None:
            if (tag.name == "head"_L1 && !tag.isEnd)
                skipTo(u"</head"_s, false);
            break;
        case Role::Skipped:
            if (!tag.isEnd)
                skipTo(u"</"_s + tag.name, true);
            break;
        case Role::Line:
            breakLine(1);
            m_isInRow = false;
            break;
        case Role::Paragraph:
            breakLine(2);
            break;
        case Role::Quote:
            breakLine(2);
            m_quotes = std::clamp(m_quotes + (tag.isEnd ? -1 : 1), 0, int(MostNested));
            break;
        case Role::Pre:
            breakLine(2);
            m_pre = std::clamp(m_pre + (tag.isEnd ? -1 : 1), 0, int(MostNested));
            if (!tag.isEnd && m_at < m_html.size() && m_html[m_at] == u'\n')
                ++m_at; // the first one only begins it
            break;
        case Role::List:
            breakLine(m_lists > (tag.isEnd ? 1 : 0) ? 1 : 2);
            m_lists = std::clamp(m_lists + (tag.isEnd ? -1 : 1), 0, int(MostNested));
            break;
        case Role::Item:
            breakLine(1);
            if (!tag.isEnd) {
                putText(QString(2 * std::clamp(m_lists - 1, 0, DeepestQuote), u' ') + u"- "_s);
                m_isBlankWanted = false;
            }
            break;
        case Role::Cell:
            if (!tag.isEnd && std::exchange(m_isInRow, true) && !m_isLineEmpty)
                putText(u"  "_s);
            break;
        case Role::Rule:
            breakLine(2);
            putText(QString(20, u'_'));
            breakLine(2);
            break;
        case Role::Break:
            ++m_breaks;
            m_isBlankWanted = false;
            break;
        case Role::Picture:
            if (const QString words = tag.attribute(u"alt"); !words.isEmpty())
                putText(u"[image: "_s + words + u']');
            break;
        case Role::Link:
            tag.isEnd ? endLink() : beginLink(tag);
            break;
        }
    }

    void beginLink(const Tag &tag)
    {
        endLink(); // they do not nest
        m_href = tag.attribute(u"href");
        m_linkFrom = m_out.size();
    }

    void endLink()
    {
        const QString address = std::exchange(m_href, {});
        if (address.isEmpty() || address.startsWith(u'#'))
            return;
        const QString said =
            QStringView(m_out).sliced(std::min(m_linkFrom, m_out.size())).trimmed().toString();
        if (plainAddress(said) != plainAddress(address))
            putText((said.isEmpty() ? u"<"_s : u" <"_s) + address + u'>');
    }

    /// Past the end tag; where there is none, to the end of all or nowhere.
    void skipTo(const QString &endTag, bool isAllWithout)
    {
        if (!isAllWithout && m_isHeadOpen)
            return;
        const qsizetype end = m_html.indexOf(endTag, m_at, Qt::CaseInsensitive);
        if (end < 0) {
            if (isAllWithout)
                m_at = m_html.size();
            m_isHeadOpen = m_isHeadOpen || !isAllWithout;
            return;
        }
        const qsizetype close = m_html.indexOf(u'>', end);
        m_at = close < 0 ? m_html.size() : close + 1;
    }

    /// At least so many line ends come before what follows; none at the very beginning.
    void breakLine(int ends)
    {
        m_isBlankWanted = false;
        if (m_out.isEmpty())
            return;
        m_breaks = std::max(m_breaks, ends);
    }

    void put(QChar c, bool isLiteral)
    {
        if (m_pre > 0 && !isLiteral) {
            if (c == u'\r')
                return;
            if (c == u'\n') {
                ++m_breaks;
                return;
            }
            return write(c);
        }
        if (isBlank(c) && !isLiteral) {
            m_isBlankWanted = m_isBlankWanted || !m_isLineEmpty;
            return;
        }
        write(c);
    }

    void putText(const QString &text)
    {
        for (const QChar c : text)
            write(c);
    }

    void write(QChar c)
    {
        if (m_breaks > 0) {
            const int ends = m_out.isEmpty() ? 0 : m_pre > 0 ? m_breaks : std::min(m_breaks, 2);
            for (int i = 0; i < ends; ++i) {
                m_out += u'\n';
                // A blank line within a quote is of the quote.
                if (i + 1 < ends && m_quotes > 0 && m_lastQuotes > 0)
                    m_out += QString(std::min({m_quotes, m_lastQuotes, DeepestQuote}), u'>');
            }
            m_breaks = 0;
            m_isLineEmpty = true;
            m_isBlankWanted = false;
        }
        if (m_isLineEmpty) {
            const int quotes = std::min(m_quotes, DeepestQuote);
            for (int i = 0; i < quotes; ++i)
                m_out += u"> "_s;
            m_lastQuotes = m_quotes;
            m_isLineEmpty = false;
        } else if (m_isBlankWanted) {
            m_out += u' ';
        }
        m_isBlankWanted = false;
        m_out += c;
    }

    const QString &m_html;
    qsizetype m_at = 0;
    qsizetype m_nextClose = -1; ///< the next ">" that was found
    int m_unclosed = 0;
    QString m_out;
    int m_breaks = 0; ///< line ends before what follows
    int m_quotes = 0;
    int m_lastQuotes = 0; ///< of the line that was written last
    int m_pre = 0;
    int m_lists = 0;
    bool m_isLineEmpty = true;
    bool m_isBlankWanted = false;
    bool m_isInRow = false;
    bool m_isHeadOpen = false; ///< nothing closes it: no need to look again
    QString m_href;
    qsizetype m_linkFrom = 0;
};

} // namespace

QString htmlText(const QString &html)
{
    return Converter(html).convert();
}

} // namespace loredesk::mail
