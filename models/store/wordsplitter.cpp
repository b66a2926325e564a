// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/wordsplitter.h"

#include <QChar>
#include <QString>

#include <vector>

namespace loredesk::store {

namespace {

/// Alphabets with case and accents end below this; what lies above is folded by asking.
constexpr char32_t TableSize = 0x2000;

bool isMark(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining ||
           category == QChar::Mark_Enclosing;
}

/// The letter below all accents.
char32_t withoutDiacritics(char32_t character)
{
    // Decompositions nest ("ǖ" is "ü" and a macron, "ü" is "u" and a diaeresis), a few levels at most.
    for (int level = 0; level < 8; ++level) {
        const QChar::Decomposition kind = QChar::decompositionTag(character);
        if (kind != QChar::Canonical)
            return character;
        const QList<uint> parts = QChar::decomposition(character).toUcs4();
        for (qsizetype i = 1; i < parts.size(); ++i) {
            if (!isMark(QChar::category(parts[i])))
                return character;
        }
        if (parts.isEmpty())
            return character;
        character = parts[0];
    }
    return character;
}

Folded askedFor(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    if (isMark(category))
        return {0, Folded::Kind::Mark};
    if (!QChar::isLetterOrNumber(character))
        return {};
    if (QChar::script(character) == QChar::Script_Han)
        return {character, Folded::Kind::Ideograph};
    // Hangul decomposes into the letters of a syllable, which are no accents.
    const bool hangul = QChar::script(character) == QChar::Script_Hangul;
    char32_t base = hangul ? character : withoutDiacritics(character);
    base = QChar::toCaseFolded(base);
    // Few letters have an accent only in lower case (U+0130 and kin).
    base = hangul ? base : withoutDiacritics(base);
    return {base, Folded::Kind::Letter};
}

std::vector<Folded> makeTable()
{
    std::vector<Folded> table(TableSize);
    for (char32_t character = 0; character < TableSize; ++character)
        table[character] = askedFor(character);
    return table;
}

constexpr std::array<unsigned char, 256> makeAsciiFold()
{
    std::array<unsigned char, 256> fold{};
    for (int c = 'a'; c <= 'z'; ++c)
        fold[std::size_t(c)] = static_cast<unsigned char>(c);
    for (int c = 'A'; c <= 'Z'; ++c)
        fold[std::size_t(c)] = static_cast<unsigned char>(c - 'A' + 'a');
    for (int c = '0'; c <= '9'; ++c)
        fold[std::size_t(c)] = static_cast<unsigned char>(c);
    fold['_'] = '_';
    for (std::size_t c = 0x80; c < 0x100; ++c)
        fold[c] = 1;
    return fold;
}

} // namespace

namespace detail {

constinit const std::array<unsigned char, 256> asciiFold = makeAsciiFold();

void appendCharacter(char *buffer, qsizetype &size, bool &full, char32_t character)
{
    char bytes[4];
    qsizetype count = 0;
    if (character < 0x80) {
        bytes[count++] = static_cast<char>(character);
    } else if (character < 0x800) {
        bytes[count++] = static_cast<char>(0xc0 | (character >> 6));
        bytes[count++] = static_cast<char>(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        bytes[count++] = static_cast<char>(0xe0 | (character >> 12));
        bytes[count++] = static_cast<char>(0x80 | ((character >> 6) & 0x3f));
        bytes[count++] = static_cast<char>(0x80 | (character & 0x3f));
    } else {
        bytes[count++] = static_cast<char>(0xf0 | (character >> 18));
        bytes[count++] = static_cast<char>(0x80 | ((character >> 12) & 0x3f));
        bytes[count++] = static_cast<char>(0x80 | ((character >> 6) & 0x3f));
        bytes[count++] = static_cast<char>(0x80 | (character & 0x3f));
    }
    if (full || size + count > LongestWord) {
        full = true;
        return;
    }
    for (qsizetype i = 0; i < count; ++i)
        buffer[size++] = bytes[i];
}

} // namespace detail

Folded foldedCharacter(char32_t character)
{
    static const std::vector<Folded> table = makeTable();
    return character < TableSize ? table[character] : askedFor(character);
}

char32_t nextCharacter(const char *&at, const char *end)
{
    const auto byte = [](const char *p) { return static_cast<unsigned char>(*p); };
    const unsigned char first = byte(at++);
    if (first < 0x80)
        return first;
    int more = 0;
    char32_t character = 0;
    char32_t least = 0;
    if (first >= 0xc2 && first <= 0xdf) {
        more = 1;
        character = first & 0x1f;
        least = 0x80;
    } else if (first >= 0xe0 && first <= 0xef) {
        more = 2;
        character = first & 0x0f;
        least = 0x800;
    } else if (first >= 0xf0 && first <= 0xf4) {
        more = 3;
        character = first & 0x07;
        least = 0x10000;
    } else {
        return 0xfffd;
    }
    const char *next = at;
    for (; more > 0; --more) {
        if (next == end || (byte(next) & 0xc0) != 0x80)
            return 0xfffd;
        character = character << 6 | (byte(next++) & 0x3f);
    }
    if (character < least || character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
        return 0xfffd;
    at = next;
    return character;
}

QList<QByteArray> wordsOf(QByteArrayView utf8)
{
    QList<QByteArray> words;
    splitWords(utf8, [&words](QByteArrayView word, qsizetype, qsizetype) {
        words.append(word.toByteArray());
        return true;
    });
    return words;
}

} // namespace loredesk::store
