// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/readat.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loredesk::git {

OpenFile::OpenFile(const char *path)
    : m_descriptor(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
{
}

OpenFile::OpenFile(OpenFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

OpenFile &OpenFile::operator=(OpenFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OpenFile::~OpenFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::optional<std::int64_t> regularFileSize(int descriptor)
{
    struct stat status;
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    return status.st_size;
}

bool readAt(int descriptor, std::uint64_t offset, char *buffer, std::size_t size)
{
    while (size > 0) {
        const ssize_t done = ::pread(descriptor, buffer, size, off_t(offset));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        buffer += done;
        offset += std::uint64_t(done);
        size -= std::size_t(done);
    }
    return true;
}

} // namespace loredesk::git
