// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hostiletext.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace loredesk::base {

bool isSteeringCharacter(char32_t c)
{
    if (c < 0x20)
        return c != U'\t' && c != U'\n';
    if (c < 0x7f)
        return false;
    return c <= 0x9f || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff9 && c <= 0xfffb);
}

namespace {

QString nameOf(char16_t c)
{
    static constexpr const char16_t *Names[] = {
        u"NUL", u"SOH", u"STX", u"ETX", u"EOT", u"ENQ", u"ACK", u"BEL", u"BS",  u"HT",  u"LF",
        u"VT",  u"FF",  u"CR",  u"SO",  u"SI",  u"DLE", u"DC1", u"DC2", u"DC3", u"DC4", u"NAK",
        u"SYN", u"ETB", u"CAN", u"EM",  u"SUB", u"ESC", u"FS",  u"GS",  u"RS",  u"US",
    };
    if (c < std::size(Names))
        return QString::fromUtf16(Names[c]);
    if (c == 0x7f)
        return u"DEL"_s;
    return u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
}

} // namespace

QString visibleMark(char16_t c)
{
    return u'\u2039' + nameOf(c) + u'\u203a';
}

QString visibleText(const QString &text)
{
    // All steering characters are in the BMP, so single UTF-16 units suffice; most mail has none at all.
    const auto steers = [](QChar c) { return isSteeringCharacter(c.unicode()); };
    if (std::none_of(text.begin(), text.end(), steers))
        return text;
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (steers(c))
            out += visibleMark(c.unicode());
        else
            out += c;
    }
    return out;
}

QString visibleLine(const QString &text)
{
    QString line = visibleText(text);
    std::replace_if(
        line.begin(), line.end(), [](QChar c) { return c == u'\t' || c == u'\n'; }, u' ');
    return line;
}

QString visibleSentence(const QString &text)
{
    const QString line = visibleLine(text);
    return line.left(1).toUpper() + line.mid(1);
}

QString shortened(const QString &text, qsizetype size)
{
    if (text.size() <= size)
        return text;
    QString out = text.left(size - 1);
    if (!out.isEmpty() && out.back().isHighSurrogate())
        out.chop(1);
    return out + u'\u2026';
}

} // namespace loredesk::base
