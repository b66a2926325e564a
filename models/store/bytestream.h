// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/position.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

namespace loredesk::store {

/// Writes small numbers in few bytes: seven bits a byte, lowest first, as many varint formats do.
class ByteWriter
{
public:
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.append(char(value | 0x80));
            value >>= 7;
        }
        m_bytes.append(char(value));
    }
    void signedNumber(std::int64_t value)
    {
        number((std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63));
    }
    void byte(std::uint8_t value) { m_bytes.append(char(value)); }
    void raw(const void *data, std::size_t size)
    {
        m_bytes.append(static_cast<const char *>(data), qsizetype(size));
    }
    void bytes(QByteArrayView view)
    {
        number(std::uint64_t(view.size()));
        m_bytes.append(view);
    }
    /// Latin-1 where that is enough.
    void text(const QString &text);
    /// Whole vectors of numbers, as they lie in memory: the files are read by the machine that wrote them, and
    /// the byte order is part of their format's mark.
    template <class T>
    void array(const std::vector<T> &values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        number(values.size());
        raw(values.data(), values.size() * sizeof(T));
    }

    const QByteArray &result() const { return m_bytes; }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. Never beyond the end: damaged bytes set isBroken(), and everything read from then
/// on is zero or empty.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }

    bool isBroken() const { return m_broken; }
    bool atEnd() const { return m_at == m_end; }
    std::size_t left() const { return std::size_t(m_end - m_at); }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto next = std::uint8_t(*m_at++);
            value |= std::uint64_t(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        fail();
        return 0;
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return std::int64_t(value >> 1) ^ -std::int64_t(value & 1);
    }
    std::uint8_t byte()
    {
        if (m_at == m_end) {
            fail();
            return 0;
        }
        return std::uint8_t(*m_at++);
    }
    void raw(void *to, std::size_t size)
    {
        if (size == 0) // then there may be no address either
            return;
        if (left() < size) {
            fail();
            std::memset(to, 0, size);
            return;
        }
        std::memcpy(to, m_at, size);
        m_at += size;
    }
    /// Valid as long as the bytes that are read.
    QByteArrayView bytes()
    {
        const std::uint64_t size = number();
        if (left() < size) {
            fail();
            return {};
        }
        const QByteArrayView view(m_at, qsizetype(size));
        m_at += size;
        return view;
    }
    QString text();
    /// How many things follow that take at least a byte each.
    std::size_t count()
    {
        const std::uint64_t value = number();
        if (value > left()) {
            fail();
            return 0;
        }
        return std::size_t(value);
    }
    template <class T>
    std::vector<T> array()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::uint64_t size = number();
        if (size > left() / sizeof(T)) {
            fail();
            return {};
        }
        std::vector<T> values(static_cast<std::size_t>(size));
        raw(values.data(), values.size() * sizeof(T));
        return values;
    }
    void fail()
    {
        m_broken = true;
        m_at = m_end;
    }

private:
    const char *m_at;
    const char *m_end;
    bool m_broken = false;
};

/// The bytes with a checksum behind them. What a disk or a stray program changed is found by it: indices that point
/// somewhere else could lead a reader in circles.
QByteArray sealed(QByteArray bytes);
/// The bytes without their checksum; nothing where it does not fit.
std::optional<QByteArrayView> unsealed(QByteArrayView bytes);

/// Numbers for values that repeat: 0 is the empty one. `T` is QString or QByteArray.
template <class T>
class TableWriter
{
public:
    std::uint32_t operator()(const T &value)
    {
        if (value.isEmpty())
            return 0;
        std::uint32_t &number = m_numbers[value];
        if (number == 0) {
            m_values.push_back(value);
            number = std::uint32_t(m_values.size());
        }
        return number;
    }
    void write(ByteWriter &to) const;

private:
    QHash<T, std::uint32_t> m_numbers;
    std::vector<T> m_values;
};

/// The values behind the numbers, each once in memory.
template <class T>
class TableReader
{
public:
    explicit TableReader(ByteReader &from);
    const T &operator()(ByteReader &from) const
    {
        const std::uint64_t number = from.number();
        if (number >= m_values.size()) {
            from.fail();
            return m_values[0];
        }
        return m_values[std::size_t(number)];
    }

private:
    std::vector<T> m_values;
};

} // namespace loredesk::store
