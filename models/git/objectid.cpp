// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/objectid.h"

namespace loredesk::git {

namespace {

constexpr std::uint8_t NoDigit = 0x80;

/// The value of each character as a hexadecimal digit. Two of them a byte are read for every commit.
constexpr std::array<std::uint8_t, 256> digits()
{
    std::array<std::uint8_t, 256> values{};
    values.fill(NoDigit);
    for (std::uint8_t i = 0; i < 10; ++i)
        values['0' + std::size_t(i)] = i;
    for (std::uint8_t i = 0; i < 6; ++i)
        values['a' + std::size_t(i)] = values['A' + std::size_t(i)] = std::uint8_t(10 + i);
    return values;
}

constexpr std::array<std::uint8_t, 256> Digits = digits();

} // namespace

std::optional<ObjectId> parseHexId(QByteArrayView hex)
{
    ObjectId id;
    if (hex.size() != qsizetype(2 * id.size()))
        return {};
    const auto *at = reinterpret_cast<const std::uint8_t *>(hex.data());
    std::uint8_t seen = 0;
    for (std::uint8_t &byte : id) {
        const std::uint8_t high = Digits[*at++];
        const std::uint8_t low = Digits[*at++];
        seen |= high | low;
        byte = std::uint8_t(high << 4 | low);
    }
    if (seen & NoDigit)
        return {};
    return id;
}

std::optional<IdRange> parseHexBeginning(QByteArrayView digits)
{
    constexpr qsizetype fewest = 4;
    constexpr qsizetype all = qsizetype(2 * sizeof(ObjectId));
    if (digits.size() < fewest || digits.size() >= all)
        return {};
    const auto padded = [digits](char with) {
        return parseHexId(digits.toByteArray() + QByteArray(all - digits.size(), with));
    };
    const std::optional<ObjectId> least = padded('0');
    const std::optional<ObjectId> greatest = padded('f');
    if (!least || !greatest)
        return {};
    return IdRange{*least, *greatest};
}

ObjectId rawId(const char *bytes)
{
    ObjectId id;
    std::memcpy(id.data(), bytes, id.size());
    return id;
}

} // namespace loredesk::git
