// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/bytesource.h"

#include "models/archive/places.h"

#include <QDir>

#include <zlib.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

constexpr qsizetype ChunkSize = 256 * 1024;
constexpr qsizetype KeptInMemory = 64 * 1024 * 1024;
/// Mail shrinks to a fifth or a tenth. What grows two hundredfold, past what a memory takes without notice,
/// or beyond any list's size, was made to fill somebody's disk.
constexpr std::int64_t LargestRatio = 200;
constexpr std::int64_t LargestUnpacked = std::int64_t(16) * 1024 * 1024 * 1024;

base::Error unreadable(const QFile &file)
{
    return {base::ErrorCode::Unreadable, u"The file cannot be read: %1"_s.arg(file.errorString()),
            placeOf(file.fileName()), u"check its permissions"_s};
}

/// Undoes gzip chunk by chunk, one member after the other.
class Inflater
{
public:
    enum class State { MoreInput, Done, Broken };

    explicit Inflater(QFile &file)
        : m_file(file)
        , m_input(ChunkSize, Qt::Uninitialized)
    {
        constexpr int gzipFormat = 16 + MAX_WBITS;
        m_ready = inflateInit2(&m_stream, gzipFormat) == Z_OK;
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Fills `output` from the start and says how many bytes it put there; none: state() says why.
    qsizetype fill(QByteArray &output)
    {
        if (!m_ready)
            m_state = State::Broken;
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = uInt(output.size());
        while (m_state == State::MoreInput && m_stream.avail_out > 0) {
            if (m_stream.avail_in == 0 && !readMore()) {
                m_state = m_betweenMembers ? State::Done : State::Broken;
                break;
            }
            if (m_betweenMembers && !startMember())
                break;
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            if (result == Z_STREAM_END)
                m_betweenMembers = true;
            else if (result != Z_OK && result != Z_BUF_ERROR)
                m_state = State::Broken;
        }
        return output.size() - qsizetype(m_stream.avail_out);
    }

    State state() const { return m_state; }
    std::int64_t consumed() const { return m_consumed - std::int64_t(m_stream.avail_in); }

private:
    bool readMore()
    {
        const qint64 got = m_file.read(m_input.data(), m_input.size());
        if (got <= 0)
            return false;
        m_consumed += got;
        m_stream.next_in = reinterpret_cast<Bytef *>(m_input.data());
        m_stream.avail_in = uInt(got);
        return true;
    }

    /// Another member may follow (`cat a.gz b.gz`); zero padding and whatever else ends the data, as for gzip
    /// itself.
    bool startMember()
    {
        constexpr Bytef magic = 0x1f;
        if (*m_stream.next_in != magic || inflateReset(&m_stream) != Z_OK) {
            m_state = State::Done;
            return false;
        }
        m_betweenMembers = false;
        return true;
    }

    QFile &m_file;
    QByteArray m_input;
    z_stream m_stream{};
    std::int64_t m_consumed = 0;
    State m_state = State::MoreInput;
    bool m_ready = false;
    bool m_betweenMembers = false;
};

} // namespace

bool startsLikeGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1f\x8b\x08");
}

base::Result<QByteArray> ByteSource::head(const QString &path, qsizetype size)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    constexpr qint64 magicSize = 3;
    if (startsLikeGzip(file.peek(magicSize))) {
        Inflater inflater(file);
        QByteArray bytes(size, Qt::Uninitialized);
        bytes.truncate(inflater.fill(bytes));
        return bytes;
    }
    const QByteArray bytes = file.read(size);
    if (bytes.isEmpty() && file.error() != QFileDevice::NoError)
        return unreadable(file);
    return bytes;
}

base::Result<std::shared_ptr<const ByteSource>> ByteSource::open(const QString &path,
                                                                 base::ProgressSink &progress)
{
    const std::shared_ptr<ByteSource> source(new ByteSource);
    source->m_file.setFileName(path);
    if (!source->m_file.open(QIODevice::ReadOnly))
        return unreadable(source->m_file);
    constexpr qint64 magicSize = 3;
    if (startsLikeGzip(source->m_file.peek(magicSize))) {
        source->m_gzip = true;
        const base::Result<void> unpacked = source->unpack(progress);
        source->m_file.close();
        if (!unpacked)
            return unpacked.error();
        return std::shared_ptr<const ByteSource>(source);
    }
    const qint64 size = source->m_file.size();
    if (const uchar *mapped = size > 0 ? source->m_file.map(0, size) : nullptr) {
        source->m_bytes = QByteArrayView(mapped, qsizetype(size));
    } else {
        source->m_memory = source->m_file.readAll();
        if (source->m_file.error() != QFileDevice::NoError)
            return unreadable(source->m_file);
        source->m_bytes = source->m_memory;
    }
    return std::shared_ptr<const ByteSource>(source);
}

base::Result<void> ByteSource::unpack(base::ProgressSink &progress)
{
    const QString path = m_file.fileName();
    const base::Error noRoom{base::ErrorCode::Unwritable, u"There is no room to unpack the file"_s,
                             placeOf(path), u"make room in %1, or set TMPDIR"_s.arg(QDir::tempPath())};
    Inflater inflater(m_file);
    QByteArray chunk(ChunkSize, Qt::Uninitialized);
    std::int64_t total = 0;
    while (const qsizetype got = inflater.fill(chunk)) {
        if (progress.cancelled())
            return cancelledError();
        total += got;
        if (!m_unpacked && total > KeptInMemory) {
            m_unpacked = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/loredesk-XXXXXX"_L1);
            if (!m_unpacked->open() || m_unpacked->write(m_memory) != m_memory.size())
                return noRoom;
            m_memory = QByteArray();
        }
        if (!m_unpacked)
            m_memory.append(chunk.constData(), got);
        else if (m_unpacked->write(chunk.constData(), got) != got)
            return noRoom;
        const bool isBomb = total > KeptInMemory && total > LargestRatio * inflater.consumed();
        if (isBomb || total > LargestUnpacked) {
            m_problems << base::Problem{u"The gzip data unpack to more than a mail archive can hold"_s,
                                        placeOf(path, inflater.consumed()),
                                        u"reading stopped after %1 MiB"_s.arg(total >> 20)};
            break;
        }
        progress.progress(u"unpacking"_s, inflater.consumed(), m_file.size());
    }
    if (inflater.state() == Inflater::State::Broken)
        m_problems << base::Problem{u"The gzip data end early or are broken"_s,
                                    placeOf(path, inflater.consumed()),
                                    u"what came before was read; fetch the file again"_s};
    if (!m_unpacked) {
        m_memory.squeeze();
        m_bytes = m_memory;
        return {};
    }
    const uchar *mapped = m_unpacked->flush() ? m_unpacked->map(0, total) : nullptr;
    if (!mapped)
        return noRoom;
    m_bytes = QByteArrayView(mapped, qsizetype(total));
    return {};
}

} // namespace loredesk::archive
