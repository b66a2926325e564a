// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <memory>

namespace loredesk::git {

class PackFile;

/// Pieces of packs in memory. Reading on from a piece makes the next one larger, so that a walk along the
/// pack takes few calls and one object here and there reads little more than itself; several pieces, as a
/// history goes along the commits and the trees by turns. Not thread-safe.
class PackWindows
{
public:
    /// At least `need` bytes of the pack from `offset` on, or as many as there are before its end; often
    /// more. Empty where they cannot be read. Valid until the next call.
    QByteArrayView view(const PackFile &pack, std::uint64_t offset, std::size_t need);

private:
    static constexpr std::size_t Smallest = std::size_t(4) << 10;
    static constexpr std::size_t Largest = std::size_t(256) << 10;

    struct Window
    {
        const PackFile *pack = nullptr;
        std::uint64_t start = 0;
        std::size_t size = 0;
        std::size_t ahead = 0; ///< bytes to read at a time
        std::uint64_t used = 0;
        std::size_t capacity = 0;
        std::unique_ptr<char[]> bytes;
    };

    Window &windowFor(const PackFile &pack, std::uint64_t offset);
    static bool fill(Window &window, const PackFile &pack, std::uint64_t offset, std::size_t size);

    std::array<Window, 4> m_windows;
    std::uint64_t m_clock = 0;
};

} // namespace loredesk::git
