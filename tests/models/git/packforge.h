// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/git/objectid.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QtEndian>

namespace loredesk::tests {

/// Writes packs byte by byte, so that they can lie. Objects have made-up ids: reading does not hash.
class PackForge
{
public:
    enum Type : unsigned { Commit = 1, Tree = 2, Blob = 3, Tag = 4, OffsetDelta = 6, IdDelta = 7 };

    /// The id of the object called `number`.
    static git::ObjectId id(int number)
    {
        return {std::uint8_t(number * 37), std::uint8_t(number >> 8), std::uint8_t(number)};
    }
    static QByteArray rawId(int number)
    {
        const git::ObjectId bytes = id(number);
        return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
    }

    /// zlib's form of `bytes`.
    static QByteArray deflated(const QByteArray &bytes) { return qCompress(bytes).mid(4); }
    /// Seven bits a byte, the lowest first, as deltas have them.
    static QByteArray deltaSize(std::uint64_t size)
    {
        QByteArray bytes;
        for (; size > 0x7f; size >>= 7)
            bytes += char(size | 0x80);
        return bytes + char(size);
    }
    static QByteArray header(unsigned type, std::uint64_t size)
    {
        QByteArray bytes(1, char(type << 4 | (size & 0x0f) | (size > 0x0f ? 0x80 : 0)));
        for (size >>= 4; size > 0; size >>= 7)
            bytes += char((size & 0x7f) | (size > 0x7f ? 0x80 : 0));
        return bytes;
    }
    /// The distance back to the base of an offset delta.
    static QByteArray distance(std::uint64_t value)
    {
        QByteArray bytes(1, char(value & 0x7f));
        while (value >>= 7)
            bytes.prepend(char(0x80 | (--value & 0x7f)));
        return bytes;
    }

    /// Where the next object comes.
    qint64 end() const { return 12 + m_objects.size(); }

    /// Puts an object behind the others, whatever it says of itself, and gives its offset.
    qint64 addRaw(int number, const QByteArray &bytes)
    {
        const qint64 offset = end();
        m_objects += bytes;
        m_offsets[rawId(number)] = quint64(offset);
        return offset;
    }
    qint64 add(int number, unsigned type, const QByteArray &bytes)
    {
        return addRaw(number, header(type, quint64(bytes.size())) + deflated(bytes));
    }
    /// `base`: its offset.
    qint64 addOffsetDelta(int number, qint64 base, const QByteArray &delta)
    {
        return addRaw(number, header(OffsetDelta, quint64(delta.size())) + distance(quint64(end() - base)) +
                                  deflated(delta));
    }
    qint64 addIdDelta(int number, int base, const QByteArray &delta)
    {
        return addRaw(number, header(IdDelta, quint64(delta.size())) + rawId(base) + deflated(delta));
    }
    /// Makes the table say that an object is at `offset`.
    void setOffset(int number, quint64 offset) { m_offsets[rawId(number)] = offset; }

    QByteArray pack() const
    {
        QByteArray bytes = "PACK" + bigEndian(quint32(2)) + bigEndian(quint32(m_offsets.size())) + m_objects;
        return bytes + hash(bytes);
    }

    /// The table for `pack`. Offsets from 2 GiB on go into its second table.
    QByteArray index(const QByteArray &pack) const
    {
        QByteArray bytes("\377tOc\0\0\0\2", 8);
        for (int first = 0; first < 256; ++first) {
            quint32 count = 0;
            for (auto at = m_offsets.keyBegin(); at != m_offsets.keyEnd(); ++at)
                count += std::uint8_t(at->front()) <= first ? 1 : 0;
            bytes += bigEndian(count);
        }
        for (auto at = m_offsets.keyBegin(); at != m_offsets.keyEnd(); ++at)
            bytes += *at;
        bytes += QByteArray(4 * m_offsets.size(), '\0'); // checksums
        QByteArray large;
        for (const quint64 offset : m_offsets) {
            if (offset >> 31) {
                bytes += bigEndian(quint32(large.size() / 8) | 1U << 31);
                large += bigEndian(offset);
            } else {
                bytes += bigEndian(quint32(offset));
            }
        }
        bytes += large + pack.right(20);
        return bytes + hash(bytes);
    }

    /// Writes both into `objects`/pack.
    void write(const QString &objects) const { write(objects, pack()); }
    void write(const QString &objects, const QByteArray &pack) const { write(objects, pack, index(pack)); }
    static void write(const QString &objects, const QByteArray &pack, const QByteArray &index)
    {
        const QString stem =
            objects + QLatin1String("/pack/pack-") + QString::fromLatin1(pack.right(20).toHex());
        QDir().mkpath(objects + QLatin1String("/pack"));
        for (const auto &[name, bytes] : {std::pair(stem + QLatin1String(".pack"), pack),
                                          std::pair(stem + QLatin1String(".idx"), index)}) {
            QFile file(name);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("fixture: cannot write %s", qPrintable(name));
        }
    }

private:
    template <class T>
    static QByteArray bigEndian(T value)
    {
        QByteArray bytes(sizeof value, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    }
    static QByteArray hash(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    }

    QByteArray m_objects;
    QMap<QByteArray, quint64> m_offsets;
};

} // namespace loredesk::tests
