// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace loredesk::git {

/// A file opened for reading, closed with its owner. Not copyable, movable.
class OpenFile
{
public:
    OpenFile() = default;
    /// Opens `path`; a pipe or a device does not make it wait. Where that failed, descriptor() is negative.
    explicit OpenFile(const char *path);
    OpenFile(OpenFile &&other) noexcept;
    OpenFile &operator=(OpenFile &&other) noexcept;
    ~OpenFile();

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// The size in bytes, or nothing where it is no regular file.
std::optional<std::int64_t> regularFileSize(int descriptor);

/// Reads exactly `size` bytes from `offset` on. False where the file is shorter by now, or cannot be read.
/// Thread-safe: the descriptor's own position is not used.
bool readAt(int descriptor, std::uint64_t offset, char *buffer, std::size_t size);

} // namespace loredesk::git
