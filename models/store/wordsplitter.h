// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <cstdint>

namespace loredesk::store {

/// Bytes of a word that count; longer ones are cut (what is longer was made by a program).
constexpr qsizetype LongestWord = 64;

/// One character of a text as words have it.
struct Folded
{
    enum class Kind : std::uint8_t {
        Separator,
        Letter,
        Mark,     ///< an accent of its own: belongs to the word and leaves no trace in it
        Ideograph ///< a word by itself
    };
    char32_t character = 0; ///< lower case, without diacritics
    Kind kind = Kind::Separator;
};

/// What is not ASCII, by Unicode's data.
Folded foldedCharacter(char32_t character);

/// The next character of UTF-8 from `at` on; moves `at` behind it. U+FFFD, and one byte on, where it is
/// broken.
char32_t nextCharacter(const char *&at, const char *end);

namespace detail {

/// 0 for what separates, 1 for what is not ASCII, else the byte in lower case.
extern const std::array<unsigned char, 256> asciiFold;

/// Appends UTF-8 to a buffer of LongestWord bytes; what does not fit whole is left out, and all after it.
void appendCharacter(char *buffer, qsizetype &size, bool &full, char32_t character);

} // namespace detail

/// Calls `take(QByteArrayView word, qsizetype begin, qsizetype end)` for every word of a UTF-8 text: a run of
/// letters, digits and '_', in lower case and without diacritics. An ideograph is a word by itself.
/// `begin` and `end` are offsets into the text; the word is only valid during the call. `take` returns false
/// to stop. The one definition of a word: the index, queries, plain scans and marks all go through here.
template <class Take>
void splitWords(QByteArrayView utf8, Take &&take)
{
    const char *const begin = utf8.data();
    const char *const end = begin + utf8.size();
    const char *at = begin;
    char buffer[LongestWord];
    while (at < end) {
        unsigned char folded = detail::asciiFold[static_cast<unsigned char>(*at)];
        if (folded == 0) {
            ++at;
            continue;
        }
        const char *const start = at;
        const char *stop = at;
        qsizetype size = 0;
        bool full = false;
        for (;;) {
            // The fast path: letters of ASCII.
            while (folded > 1) {
                if (size < LongestWord && !full)
                    buffer[size++] = static_cast<char>(folded);
                stop = ++at;
                folded = at < end ? detail::asciiFold[static_cast<unsigned char>(*at)] : 0;
            }
            if (folded == 0)
                break;
            const char *next = at;
            const Folded character = foldedCharacter(nextCharacter(next, end));
            if (character.kind == Folded::Kind::Separator) {
                at = next;
                break;
            }
            if (character.kind == Folded::Kind::Ideograph) {
                if (stop > start)
                    break; // ends the word before it, and is read again
                detail::appendCharacter(buffer, size, full, character.character);
                stop = at = next;
                break;
            }
            if (character.kind == Folded::Kind::Letter)
                detail::appendCharacter(buffer, size, full, character.character);
            stop = at = next;
            folded = at < end ? detail::asciiFold[static_cast<unsigned char>(*at)] : 0;
        }
        if (size > 0 && !take(QByteArrayView(buffer, size), start - begin, stop - begin))
            return;
    }
}

/// The words of a text, in order.
QList<QByteArray> wordsOf(QByteArrayView utf8);

} // namespace loredesk::store
