// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bytestream.h"

#include <algorithm>

namespace loredesk::store {

namespace {

/// 64 bits over bytes, eight at a step: memory is read faster than a cyclic redundancy check could.
std::uint64_t checksum(QByteArrayView bytes)
{
    constexpr std::uint64_t first = 0x9e3779b97f4a7c15, second = 0xc2b2ae3d27d4eb4f;
    std::uint64_t sum = first ^ std::uint64_t(bytes.size());
    const char *at = bytes.data();
    std::size_t left = std::size_t(bytes.size());
    std::uint64_t word = 0;
    const auto step = [&] {
        sum = (sum ^ word) * second;
        sum ^= sum >> 29;
    };
    for (; left >= 8; at += 8, left -= 8) {
        std::memcpy(&word, at, 8);
        step();
    }
    if (left > 0) {
        word = 0;
        std::memcpy(&word, at, left);
        step();
    }
    return sum;
}

} // namespace

QByteArray sealed(QByteArray bytes)
{
    const std::uint64_t sum = checksum(bytes);
    bytes.append(reinterpret_cast<const char *>(&sum), qsizetype(sizeof sum));
    return bytes;
}

std::optional<QByteArrayView> unsealed(QByteArrayView bytes)
{
    std::uint64_t sum = 0;
    if (bytes.size() < qsizetype(sizeof sum))
        return {};
    const QByteArrayView inner = bytes.chopped(qsizetype(sizeof sum));
    std::memcpy(&sum, inner.data() + inner.size(), sizeof sum);
    if (sum != checksum(inner))
        return {};
    return inner;
}

void ByteWriter::text(const QString &text)
{
    const bool latin1 =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
    number(std::uint64_t(text.size()) << 1 | (latin1 ? 0 : 1));
    if (latin1)
        m_bytes.append(text.toLatin1());
    else
        raw(text.constData(), std::size_t(text.size()) * sizeof(QChar));
}

QString ByteReader::text()
{
    const std::uint64_t header = number();
    const std::uint64_t size = header >> 1;
    const std::uint64_t width = header & 1 ? sizeof(QChar) : 1;
    if (size > left() / width) {
        fail();
        return {};
    }
    if (width == 1) {
        const QString text = QString::fromLatin1(m_at, qsizetype(size));
        m_at += size;
        return text;
    }
    QString text(qsizetype(size), Qt::Uninitialized);
    raw(text.data(), std::size_t(size) * sizeof(QChar));
    return text;
}

template <>
void TableWriter<QString>::write(ByteWriter &to) const
{
    to.number(m_values.size());
    for (const QString &value : m_values)
        to.text(value);
}

template <>
void TableWriter<QByteArray>::write(ByteWriter &to) const
{
    to.number(m_values.size());
    for (const QByteArray &value : m_values)
        to.bytes(value);
}

template <>
TableReader<QString>::TableReader(ByteReader &from)
{
    m_values.resize(from.count() + 1);
    for (std::size_t i = 1; i < m_values.size(); ++i)
        m_values[i] = from.text();
}

template <>
TableReader<QByteArray>::TableReader(ByteReader &from)
{
    m_values.resize(from.count() + 1);
    for (std::size_t i = 1; i < m_values.size(); ++i)
        m_values[i] = from.bytes().toByteArray();
}

} // namespace loredesk::store
