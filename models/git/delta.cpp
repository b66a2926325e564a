// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/delta.h"

#include <cstdint>
#include <cstring>

namespace loredesk::git {

namespace {

/// Reads a delta from its beginning; everything is checked against its end.
class DeltaCursor
{
public:
    explicit DeltaCursor(QByteArrayView delta)
        : m_at(reinterpret_cast<const std::uint8_t *>(delta.data()))
        , m_end(m_at + delta.size())
    {
    }

    bool atEnd() const { return m_at == m_end; }
    std::size_t left() const { return std::size_t(m_end - m_at); }
    std::uint8_t take() { return *m_at++; }
    const std::uint8_t *take(std::size_t size) { return std::exchange(m_at, m_at + size); }

    /// Seven bits a byte, the lowest first.
    std::optional<std::uint64_t> takeSize()
    {
        std::uint64_t size = 0;
        for (int shift = 0; !atEnd() && shift < 63; shift += 7) {
            const std::uint8_t byte = take();
            size |= std::uint64_t(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return size;
        }
        return {};
    }

    /// The bytes that the lowest `count` bits of `flags` announce, the lowest first. False at the end.
    bool takeSparse(unsigned flags, int count, std::size_t &value)
    {
        value = 0;
        for (int i = 0; i < count; ++i) {
            if (!(flags & (1U << i)))
                continue;
            if (atEnd())
                return false;
            value |= std::size_t(take()) << (8 * i);
        }
        return true;
    }

private:
    const std::uint8_t *m_at;
    const std::uint8_t *m_end;
};

} // namespace

bool canMakeWhatItAnnounces(QByteArrayView delta)
{
    constexpr std::uint64_t mostCopied = 0xffffff;
    DeltaCursor cursor(delta);
    cursor.takeSize(); // the base's
    const std::optional<std::uint64_t> size = cursor.takeSize();
    return !size || *size / mostCopied <= std::uint64_t(delta.size());
}

std::optional<QByteArray> applyDelta(QByteArrayView base, QByteArrayView delta, qsizetype largest)
{
    DeltaCursor cursor(delta);
    const std::optional<std::uint64_t> baseSize = cursor.takeSize();
    const std::optional<std::uint64_t> size = cursor.takeSize();
    if (!baseSize || *baseSize != std::uint64_t(base.size()) || !size || *size > std::uint64_t(largest))
        return {};
    QByteArray result(qsizetype(*size), Qt::Uninitialized);
    char *out = result.data();
    std::size_t room = std::size_t(*size);
    while (!cursor.atEnd()) {
        const std::uint8_t command = cursor.take();
        const void *from = nullptr;
        std::size_t length = command;
        if (command & 0x80) {
            std::size_t offset = 0;
            if (!cursor.takeSparse(command, 4, offset) || !cursor.takeSparse(command >> 4 & 7, 3, length))
                return {};
            if (length == 0)
                length = 0x10000;
            if (length > room || offset > std::size_t(base.size()) ||
                length > std::size_t(base.size()) - offset)
                return {};
            from = base.data() + offset;
        } else {
            if (length == 0 || length > room || length > cursor.left())
                return {};
            from = cursor.take(length);
        }
        std::memcpy(out, from, length);
        out += length;
        room -= length;
    }
    if (room != 0)
        return {};
    return result;
}

} // namespace loredesk::git
