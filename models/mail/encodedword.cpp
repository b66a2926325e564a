// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 2047 as mail has it: words inside quotes and inside other words, blanks inside words, characters cut in
// two between words, missing padding, charsets with a language behind a star.
#include "models/mail/charset.h"
#include "models/mail/headerscanner.h"
#include "models/mail/message.h"
#include "models/mail/transferencoding.h"

using namespace Qt::StringLiterals;

namespace loredesk::mail {

namespace {

struct Word
{
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = -1; ///< behind the closing "?="; -1 where it is no encoded word
};

/// RFC 2047 allows 75; programs that never fold write whole subjects.
constexpr qsizetype maximumWord = 8192;

Word parseWord(QByteArrayView text, qsizetype start)
{
    Word word;
    const qsizetype charsetEnd = text.indexOf('?', start + 2);
    if (charsetEnd <= start + 2 || charsetEnd - start > 60 || charsetEnd + 2 >= text.size() ||
        text[charsetEnd + 2] != '?')
        return word;
    const QByteArrayView charset = text.sliced(start + 2, charsetEnd - start - 2);
    if (charset.contains(' ') || charset.contains('\t'))
        return word;
    const char encoding = text[charsetEnd + 1];
    const QByteArrayView ahead = text.sliced(charsetEnd + 3);
    const qsizetype size = ahead.first(qMin(ahead.size(), maximumWord)).indexOf("?=");
    if (size < 0)
        return word;
    const qsizetype close = charsetEnd + 3 + size;
    const QByteArrayView encoded = text.sliced(charsetEnd + 3, close - charsetEnd - 3);
    if (encoding == 'q' || encoding == 'Q')
        word.bytes = decodeQuotedPrintable(encoded, true);
    else if (encoding == 'b' || encoding == 'B')
        word.bytes = decodeBase64(encoded);
    else
        return word;
    word.charset = charset.toByteArray().toLower();
    word.end = close + 2;
    return word;
}

bool onlyBlanks(QByteArrayView text)
{
    for (const char c : text) {
        if (c != ' ' && c != '\t')
            return false;
    }
    return true;
}

} // namespace

QString decodeHeader(QByteArrayView value)
{
    QByteArray buffer;
    const QByteArrayView text = unfolded(value, buffer).trimmed();
    if (!mayHoldEncodedWords(text))
        return decodeBytes(text, {}).text;
    QString out;
    Word pending; // bytes of adjacent words of one charset: a character may be cut in two between them
    const auto flush = [&out, &pending] {
        if (pending.end >= 0)
            out += decodeBytes(pending.bytes, pending.charset).text;
        pending = Word();
    };
    qsizetype plain = 0; // where the text that was not copied yet begins
    qsizetype at = 0;
    while ((at = text.indexOf("=?", at)) >= 0) {
        Word word = parseWord(text, at);
        if (word.end < 0) {
            at += 2;
            continue;
        }
        const QByteArrayView between = text.sliced(plain, at - plain);
        // Blanks between two words belong to neither (RFC 2047 section 6.2).
        const bool adjacent = pending.end >= 0 && onlyBlanks(between);
        if (!adjacent) {
            flush();
            out += decodeBytes(between, {}).text;
            pending = word;
        } else if (pending.charset == word.charset) {
            pending.bytes += word.bytes;
            pending.end = word.end;
        } else {
            flush();
            pending = word;
        }
        plain = at = word.end;
    }
    flush();
    out += decodeBytes(text.sliced(plain), {}).text;
    // A line end inside a word would break out of its line wherever the text is shown or written.
    for (QChar &c : out) {
        if (c == u'\n' || c == u'\r')
            c = u' ';
    }
    return out;
}

} // namespace loredesk::mail
