// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <cstring>

namespace loredesk::patch {

/// CRLF made LF; the number of lines stays.
inline QByteArray withLineFeeds(const QByteArray &bytes)
{
    if (!bytes.contains('\r'))
        return bytes;
    QByteArray out = bytes;
    return out.replace("\r\n", "\n");
}

/// A text with LF line ends, cut into lines by their offsets. Views stay valid as long as this lives.
class TextLines
{
public:
    explicit TextLines(const QByteArray &text)
        : m_text(text)
    {
        m_starts.reserve(text.size() / 32 + 8);
        const char *const begin = m_text.constData();
        const char *const end = begin + m_text.size();
        for (const char *p = begin; p < end;) {
            m_starts.append(p - begin);
            const auto *newline = static_cast<const char *>(std::memchr(p, '\n', size_t(end - p)));
            p = newline ? newline + 1 : end;
        }
        m_count = m_starts.size();
        m_starts.append(m_text.size());
    }

    qsizetype count() const { return m_count; }
    /// Without the line's end.
    QByteArrayView at(qsizetype line) const
    {
        const qsizetype begin = m_starts[line];
        qsizetype end = m_starts[line + 1];
        if (end > begin && m_text[end - 1] == '\n')
            --end;
        return QByteArrayView(m_text.constData() + begin, end - begin);
    }
    /// With the line's end.
    QByteArrayView whole(qsizetype line) const
    {
        return QByteArrayView(m_text.constData() + m_starts[line], m_starts[line + 1] - m_starts[line]);
    }
    /// Offset of a line's first byte; `line` may be count().
    qsizetype start(qsizetype line) const { return m_starts[line]; }
    QByteArrayView range(qsizetype from, qsizetype to) const
    {
        return QByteArrayView(m_text.constData() + m_starts[from], m_starts[to] - m_starts[from]);
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    QList<qsizetype> m_starts; ///< one more than there are lines
    qsizetype m_count = 0;
};

} // namespace loredesk::patch
