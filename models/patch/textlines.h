// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace loredesk::patch {

/// CRLF made LF; the number of lines stays.
inline QByteArray withLineFeeds(const QByteArray &bytes)
{
    if (!bytes.contains('\r'))
        return bytes;
    QByteArray out = bytes;
    return out.replace("\r\n", "\n");
}

/// Whether a line begins with a word. Every line of an archive is asked, so this is compiled in place.
template <std::size_t N>
bool begins(QByteArrayView line, const char (&word)[N])
{
    return line.size() >= qsizetype(N - 1) && std::memcmp(line.data(), word, N - 1) == 0;
}

/// A text with LF line ends, cut into lines by their offsets. At most 4 GiB of it; messages have far less.
/// Views stay valid as long as this lives.
class TextLines
{
public:
    explicit TextLines(const QByteArray &text)
        : m_text(text)
        , m_starts(std::exchange(spare(), {}))
    {
        m_starts.clear();
        m_starts.reserve(std::size_t(text.size()) / 32 + 8);
        const char *const begin = m_text.constData();
        const char *const end = begin + m_text.size();
        for (const char *p = begin; p < end;) {
            m_starts.push_back(std::uint32_t(p - begin));
            const auto *newline = static_cast<const char *>(std::memchr(p, '\n', size_t(end - p)));
            p = newline ? newline + 1 : end;
        }
        m_count = qsizetype(m_starts.size());
        m_starts.push_back(std::uint32_t(m_text.size()));
    }
    ~TextLines()
    {
        if (m_starts.capacity() <= 100'000)
            spare() = std::move(m_starts);
    }
    TextLines(const TextLines &) = delete;
    TextLines &operator=(const TextLines &) = delete;

    qsizetype count() const { return m_count; }
    /// The first character of a line; of an empty one its line feed.
    char first(qsizetype line) const { return m_text.constData()[m_starts[std::size_t(line)]]; }
    /// Without the line's end.
    QByteArrayView at(qsizetype line) const
    {
        const QByteArrayView text = whole(line);
        return text.back() == '\n' ? text.chopped(1) : text;
    }
    /// With the line's end.
    QByteArrayView whole(qsizetype line) const { return range(line, line + 1); }
    /// Offset of a line's first byte; `line` may be count().
    qsizetype start(qsizetype line) const { return m_starts[std::size_t(line)]; }
    QByteArrayView range(qsizetype from, qsizetype to) const
    {
        return QByteArrayView(m_text.constData() + start(from), start(to) - start(from));
    }
    const QByteArray &text() const { return m_text; }

private:
    /// The memory of the last text's lines: one after another is cut by a thread.
    static std::vector<std::uint32_t> &spare()
    {
        thread_local std::vector<std::uint32_t> starts;
        return starts;
    }

    QByteArray m_text;
    std::vector<std::uint32_t> m_starts; ///< one more than there are lines
    qsizetype m_count = 0;
};

} // namespace loredesk::patch
