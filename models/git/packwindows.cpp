// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/packwindows.h"

#include "models/git/packstore.h"
#include "models/git/readat.h"

#include <algorithm>
#include <cstring>

namespace loredesk::git {

QByteArrayView PackWindows::view(const PackFile &pack, std::uint64_t offset, std::size_t need)
{
    if (offset >= pack.end())
        return {};
    const std::uint64_t left = pack.end() - offset;
    need = std::size_t(std::min<std::uint64_t>(need, left));
    ++m_clock;
    Window &window = windowFor(pack, offset);
    window.used = m_clock;
    const bool begins = window.pack == &pack && offset >= window.start;
    if (!begins || offset - window.start > window.size || need > window.size - (offset - window.start)) {
        // Larger pieces pay where one object follows the other, and not where what is wanted lies here and
        // there.
        if (begins && offset - window.start > window.size)
            window.ahead = Smallest;
        else if (begins && offset > window.start)
            window.ahead = std::min(2 * window.ahead, Largest);
        const std::size_t size = std::max(need, window.ahead);
        if (!fill(window, pack, offset, std::size_t(std::min<std::uint64_t>(size, left))))
            return {};
    }
    const std::size_t skipped = std::size_t(offset - window.start);
    return {window.bytes.get() + skipped, qsizetype(window.size - skipped)};
}

PackWindows::Window &PackWindows::windowFor(const PackFile &pack, std::uint64_t offset)
{
    Window *oldest = &m_windows.front();
    for (Window &window : m_windows) {
        if (window.used < oldest->used)
            oldest = &window;
        if (window.pack != &pack || offset < window.start)
            continue;
        if (offset - window.start <= window.size + Largest)
            return window;
    }
    oldest->pack = nullptr;
    oldest->ahead = Smallest;
    return *oldest;
}

bool PackWindows::fill(Window &window, const PackFile &pack, std::uint64_t offset, std::size_t size)
{
    std::size_t kept = 0;
    const char *keptBytes = nullptr;
    if (window.pack == &pack && offset >= window.start && offset - window.start < window.size) {
        const std::size_t skipped = std::size_t(offset - window.start);
        kept = window.size - skipped;
        keptBytes = window.bytes.get() + skipped;
    }
    // One large object does not keep its bytes for good.
    if (size > window.capacity || (window.capacity > Largest && size <= Largest)) {
        const std::size_t capacity = std::max(size, Largest);
        std::unique_ptr<char[]> bytes(new char[capacity]);
        if (kept > 0)
            std::memcpy(bytes.get(), keptBytes, kept);
        window.bytes = std::move(bytes);
        window.capacity = capacity;
    } else if (kept > 0) {
        std::memmove(window.bytes.get(), keptBytes, kept);
    }
    window.pack = nullptr;
    window.size = 0;
    if (size > kept && !readAt(pack.descriptor(), offset + kept, window.bytes.get() + kept, size - kept))
        return false;
    window.pack = &pack;
    window.start = offset;
    window.size = std::max(size, kept);
    return true;
}

} // namespace loredesk::git
