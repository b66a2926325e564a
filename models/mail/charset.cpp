// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail/charset.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cerrno>

#include <iconv.h>

namespace loredesk::mail {

namespace {

/// Windows-1252 from 0x80 to 0x9f. Five have no meaning.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

QString fromWindows1252(QByteArrayView bytes, int *errors)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() < 0x80 || c.unicode() > 0x9f)
            continue;
        c = QChar(windows1252[c.unicode() - 0x80]);
        if (c == QChar::ReplacementCharacter)
            ++*errors;
    }
    return text;
}

bool isAscii(QByteArrayView bytes)
{
    constexpr quint64 high = 0x8080808080808080ULL;
    const char *p = bytes.data();
    const char *const end = p + bytes.size();
    for (; end - p >= 32; p += 32) {
        std::array<quint64, 4> words;
        memcpy(words.data(), p, 32);
        if ((words[0] | words[1] | words[2] | words[3]) & high)
            return false;
    }
    for (; p < end; ++p) {
        if (*p & 0x80)
            return false;
    }
    return true;
}

/// An iconv descriptor to UTF-16, kept for the life of its thread: opening one takes a lock and reads tables.
class Converters
{
public:
    Converters() = default;
    Converters(const Converters &) = delete;
    Converters &operator=(const Converters &) = delete;
    ~Converters()
    {
        for (iconv_t handle : std::as_const(m_handles)) {
            if (handle != none())
                iconv_close(handle);
        }
    }
    static iconv_t none() { return reinterpret_cast<iconv_t>(-1); } // NOLINT: POSIX says so
    iconv_t find(const QByteArray &charset)
    {
        const auto it = m_handles.constFind(charset);
        if (it != m_handles.cend())
            return *it;
        // Names come from mail: only the shape of one is let through, and not endlessly many.
        if (charset.isEmpty() || charset.size() > 40 || m_handles.size() > 200)
            return none();
        for (const char c : charset) {
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' ||
                  c == '.'))
                return none();
        }
        const iconv_t handle = iconv_open("UTF-16LE", charset.constData());
        m_handles.insert(charset, handle);
        return handle;
    }

private:
    QHash<QByteArray, iconv_t> m_handles;
};

/// Converts all of it, with U+FFFD for each byte that has no meaning. Nothing where the charset is unknown.
bool convert(QByteArrayView bytes, const QByteArray &charset, DecodedText &out)
{
    thread_local Converters converters;
    const iconv_t handle = converters.find(charset);
    if (handle == Converters::none())
        return false;
    iconv(handle, nullptr, nullptr, nullptr, nullptr);
    out.text.clear();
    out.errors = 0;
    char *in = const_cast<char *>(bytes.data()); // iconv never writes there
    size_t inLeft = size_t(bytes.size());
    std::array<char16_t, 4096> buffer;
    while (true) {
        char *to = reinterpret_cast<char *>(buffer.data());
        size_t toLeft = buffer.size() * sizeof(char16_t);
        const bool flushing = inLeft == 0;
        const size_t result = flushing ? iconv(handle, nullptr, nullptr, &to, &toLeft)
                                       : iconv(handle, &in, &inLeft, &to, &toLeft);
        const int error = result == size_t(-1) ? errno : 0;
        const auto units = qsizetype(buffer.size() - toLeft / sizeof(char16_t));
        out.text.append(reinterpret_cast<const QChar *>(buffer.data()), units);
        if (error == EILSEQ || error == EINVAL) {
            if (inLeft == 0)
                break;
            out.text += QChar::ReplacementCharacter;
            ++out.errors;
            ++in;
            --inLeft;
        } else if (error != 0 && error != E2BIG) {
            break;
        } else if (flushing && error == 0) {
            break;
        }
    }
    return true;
}

/// One maximal run of a broken sequence is one U+FFFD (Unicode, section 3.9), which is what other readers
/// show.
QString fromUtf8(QByteArrayView bytes, int *errors)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        *errors = int(qMax<qsizetype>(1, text.count(QChar(QChar::ReplacementCharacter))));
    return text;
}

QByteArray normalised(const QByteArray &charset)
{
    QByteArray name = charset.trimmed().toLower();
    while (!name.isEmpty() && (name.front() == '"' || name.front() == '\'' || name.front() == ' '))
        name.remove(0, 1);
    while (!name.isEmpty() &&
           (name.back() == '"' || name.back() == '\'' || name.back() == ' ' || name.back() == ';'))
        name.chop(1);
    if (const qsizetype star = name.indexOf('*'); star > 0) // RFC 2231: charset*language
        name.truncate(star);
    return name;
}

struct Alias
{
    const char *declared;
    const char *iconvName;
    const char *wider; ///< what senders really mean where the declared one has errors
};

// What mail programs write against what iconv calls it. Microsoft programs declare the standard and send
// their own superset of it.
constexpr std::array<Alias, 13> aliases = {{
    {"gb2312", "gb2312", "gb18030"},
    {"gbk", "gbk", "gb18030"},
    {"x-gbk", "gbk", "gb18030"},
    {"cp936", "gbk", "gb18030"},
    {"windows-936", "gbk", "gb18030"},
    {"ks_c_5601-1987", "cp949", nullptr},
    {"euc-kr", "euc-kr", "cp949"},
    {"windows-874", "cp874", nullptr},
    {"shift_jis", "shift_jis", "cp932"},
    {"x-sjis", "shift_jis", "cp932"},
    {"big5", "big5", "big5-hkscs"},
    {"unicode-1-1-utf-7", "utf-7", nullptr},
    {"iso-8859-8-i", "iso-8859-8", nullptr},
}};

/// Charsets that mail declares for text that is mostly or all ASCII: which it then is, without asking iconv.
/// (Of all others some are not: Shift_JIS has a yen sign for the backslash.)
constexpr std::array<QByteArrayView, 11> widerThanAscii = {
    "iso-8859-2", "iso-8859-7", "iso-8859-9", "iso-8859-15", "windows-1250", "windows-1251",
    "gb2312",     "gbk",        "gb18030",    "big5",        "koi8-r"};

/// A declared charset, normalised, and those told apart that most mail is in.
struct Declared
{
    enum Kind {
        Unnamed,
        Unicode,
        Latin1,
        WiderAscii, ///< another in which bytes below 0x80 are ASCII, by themselves
        Other,
    } kind = Other;
    QByteArray name;
};

Declared declaredCharset(const QByteArray &charset)
{
    const auto is = [&charset](QByteArrayView name) {
        return charset.size() == name.size() &&
               qstrnicmp(charset.constData(), name.data(), size_t(name.size())) == 0;
    };
    if (charset.isEmpty())
        return {Declared::Unnamed, {}};
    if (is("utf-8")) // as good as all mail
        return {Declared::Unicode, QByteArrayLiteral("utf-8")};
    if (is("us-ascii"))
        return {Declared::Unnamed, QByteArrayLiteral("us-ascii")};
    const QByteArray name = normalised(charset);
    if (name == "utf-8" || name == "utf8")
        return {Declared::Unicode, name};
    if (name.isEmpty() || name == "us-ascii" || name == "ascii" || name == "7bit" || name == "8bit")
        return {Declared::Unnamed, name};
    if (name == "iso-8859-1" || name == "iso8859-1" || name == "latin1")
        return {Declared::Latin1, name};
    if (std::find(widerThanAscii.begin(), widerThanAscii.end(), name) != widerThanAscii.end())
        return {Declared::WiderAscii, name};
    return {Declared::Other, name};
}

} // namespace

QByteArray decodedAsUtf8(const QByteArray &bytes, const QByteArray &charset)
{
    const Declared declared = declaredCharset(charset);
    if (declared.kind == Declared::Unicode)
        return bytes;
    if (declared.kind == Declared::Unnamed ? isValidUtf8(bytes)
                                           : declared.kind != Declared::Other && isAscii(bytes))
        return bytes;
    return decodeBytes(bytes, charset).text.toUtf8();
}

bool isValidUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

QByteArray charsetOfUtf8(QByteArrayView bytes, const QByteArray &charset)
{
    const Declared declared = declaredCharset(charset);
    if (declared.kind == Declared::Other)
        return {};
    if (isAscii(bytes))
        return declared.kind == Declared::Unnamed ? QByteArrayLiteral("us-ascii") : declared.name;
    if (declared.kind == Declared::Latin1 || declared.kind == Declared::WiderAscii ||
        bytes.startsWith("\xef\xbb\xbf") || !isValidUtf8(bytes))
        return {};
    return QByteArrayLiteral("utf-8");
}

DecodedText decodeBytes(QByteArrayView bytes, const QByteArray &charset)
{
    DecodedText out;
    const auto [kind, name] = declaredCharset(charset);
    const bool unicode = kind == Declared::Unicode;
    const bool unnamed = kind == Declared::Unnamed;
    const bool latin = kind == Declared::Latin1;
    if (kind != Declared::Other && isAscii(bytes)) {
        out.text = QString::fromLatin1(bytes);
        out.charset = unnamed ? QByteArrayLiteral("us-ascii") : name;
        return out;
    }
    if (unicode) {
        out.text = fromUtf8(bytes, &out.errors);
        out.charset = QByteArrayLiteral("utf-8");
        return out;
    }
    if (latin) {
        out.text = QString::fromLatin1(bytes);
        out.charset = name;
        return out;
    }
    if (name == "windows-1252" || name == "cp1252") {
        out.text = fromWindows1252(bytes, &out.errors);
        out.charset = name;
        return out;
    }
    if (!unnamed) {
        QByteArray iconvName = name;
        const char *wider = nullptr;
        for (const Alias &alias : aliases) {
            if (name == alias.declared) {
                iconvName = alias.iconvName;
                wider = alias.wider;
            }
        }
        if (convert(bytes, iconvName, out)) {
            out.charset = name;
            DecodedText second;
            if (out.errors > 0 && wider && convert(bytes, wider, second) && second.errors <= out.errors) {
                second.charset = wider;
                return second;
            }
            return out;
        }
        out.knownCharset = false;
    }
    out.errors = 0;
    if (isValidUtf8(bytes)) {
        out.text = QString::fromUtf8(bytes);
        out.charset = QByteArrayLiteral("utf-8");
    } else {
        out.text = fromWindows1252(bytes, &out.errors);
        out.charset = QByteArrayLiteral("windows-1252");
    }
    return out;
}

} // namespace loredesk::mail
