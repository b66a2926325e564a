// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/mboxarchive.h"

#include "models/archive/filestate.h"
#include "models/archive/mailsniffer.h"
#include "models/archive/mboxsplitter.h"
#include "models/archive/places.h"
#include "models/base/limits.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

class MboxReader final : public Reader
{
public:
    explicit MboxReader(const MboxArchive &archive)
        : m_archive(archive)
    {
    }

    base::Result<QByteArray> read(const base::Position &position) override
    {
        base::NoProgress progress;
        const base::Result<MboxDialect> dialect = m_archive.dialect(progress);
        if (!dialect)
            return dialect.error();
        base::Result<QByteArray> record =
            m_archive.isGzip() ? unpackedRecord(position) : fileRecord(position);
        if (!record)
            return record;
        if (!parseFromLine(*record))
            return changed(position);
        return messageOfRecord(*record, *dialect);
    }

private:
    base::Error changed(const base::Position &position) const
    {
        return {base::ErrorCode::Corrupt, u"There is no message at this place any more"_s,
                m_archive.place(position), u"the file changed: open it again"_s};
    }

    base::Result<QByteArray> unpackedRecord(const base::Position &position)
    {
        base::NoProgress progress;
        const base::Result<std::shared_ptr<const ByteSource>> source = m_archive.source(progress);
        if (!source)
            return source.error();
        const QByteArrayView bytes = (*source)->bytes();
        if (position.offset < 0 || position.length < 0 || position.offset > bytes.size() - position.length)
            return changed(position);
        return limited(bytes.sliced(qsizetype(position.offset), qsizetype(position.length))).toByteArray();
    }

    /// Not from a mapping: a mail program that shortens the file meanwhile would end the process.
    base::Result<QByteArray> fileRecord(const base::Position &position)
    {
        if (!m_file.isOpen()) {
            m_file.setFileName(m_archive.path());
            if (!m_file.open(QIODevice::ReadOnly))
                return base::Error{base::ErrorCode::Unreadable,
                                   u"The file cannot be read: %1"_s.arg(m_file.errorString()),
                                   m_archive.place(position),
                                   {}};
        }
        if (position.offset < 0 || position.length < 0 || !m_file.seek(position.offset))
            return changed(position);
        const std::int64_t length = std::min<std::int64_t>(position.length, base::LargestMessage);
        setLeftOut(position.length - length);
        QByteArray bytes = m_file.read(length);
        if (bytes.size() != length)
            return changed(position);
        return bytes;
    }

    const MboxArchive &m_archive;
    QFile m_file;
};

} // namespace

QString nameOfFile(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    for (const QLatin1StringView suffix : {".gz"_L1, ".mbox"_L1, ".mbx"_L1, ".eml"_L1, ".patch"_L1}) {
        if (name.size() > suffix.size() && name.endsWith(suffix, Qt::CaseInsensitive))
            name.chop(suffix.size());
    }
    return name;
}

MboxArchive::MboxArchive(QString path, bool gzip)
    : m_path(std::move(path))
    , m_gzip(gzip)
{
}

QString MboxArchive::name() const
{
    return nameOfFile(m_path);
}

QString MboxArchive::summary() const
{
    return kindName(kind()) + (m_gzip ? ", gzip'd"_L1 : ""_L1);
}

base::Result<std::shared_ptr<const ByteSource>> MboxArchive::source(base::ProgressSink &progress) const
{
    if (!m_gzip)
        return ByteSource::open(m_path, progress);
    const std::lock_guard lock(m_mutex);
    if (!m_unpacked) {
        base::Result<std::shared_ptr<const ByteSource>> source = ByteSource::open(m_path, progress);
        if (!source)
            return source;
        m_unpacked = *std::move(source);
    }
    return m_unpacked;
}

base::Result<MboxDialect> MboxArchive::dialect(base::ProgressSink &progress) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_dialect)
            return *m_dialect;
    }
    const base::Result<std::shared_ptr<const ByteSource>> bytes = source(progress);
    if (!bytes)
        return bytes.error();
    const MboxDialect dialect = detectDialect((*bytes)->bytes());
    const std::lock_guard lock(m_mutex);
    m_dialect = dialect;
    return dialect;
}

/// What a listing was made of. Two of one generation differ by what was appended.
struct MboxArchive::State
{
    QByteArray file; ///< as fileState() has it
    qint64 size = 0; ///< bytes, unpacked
    QByteArray sampled;
    QByteArray dialect;
    QByteArray generation; ///< the file's state when it was listed from its start

    static State of(const QByteArray &file, const ByteSource &source, MboxDialect dialect)
    {
        return {file, source.bytes().size(), sampledHash(source.bytes()), dialectName(dialect).toLatin1(), file};
    }
    QByteArray toBytes() const
    {
        return QByteArrayList{"mbox", file, QByteArray::number(size), sampled, dialect, generation}.join('\n');
    }
    static std::optional<State> parse(const QByteArray &bytes)
    {
        const QByteArrayList lines = bytes.split('\n');
        if (lines.size() != 6 || lines[0] != "mbox")
            return {};
        return State{lines[1], lines[2].toLongLong(), lines[3], lines[4], lines[5]};
    }
};

base::Result<void> MboxArchive::listFrom(qsizetype from, MboxDialect dialect, const State &state,
                                         const ByteSource &source, Listing &listing,
                                         base::ProgressSink &progress) const
{
    const QByteArrayView bytes = source.bytes();
    listing.state = state.toBytes();
    listing.dialect = QString::fromLatin1(state.dialect);
    listing.problems = source.problems();
    const bool isKnownToBeCut = !listing.problems.isEmpty();
    const base::ObjectBytes generation = identityOf(state.generation);
    constexpr std::size_t askEvery = 256;
    MboxSplitter splitter(bytes, dialect, from);
    while (const std::optional<MboxRecord> record = splitter.next()) {
        Entry entry;
        entry.position.container = 0;
        entry.position.blob = generation;
        entry.position.offset = record->offset;
        entry.position.length = record->length;
        entry.arrival = record->date;
        listing.entries.push_back(entry);
        if (record->isCut && !isKnownToBeCut)
            listing.problems << base::Problem{u"The mbox ends in the middle of its last message"_s,
                                              placeOf(m_path, record->offset), u"fetch the file again"_s};
        if (listing.entries.size() % askEvery == 0) {
            if (progress.cancelled())
                return cancelledError();
            progress.progress(u"listing messages"_s, record->offset, bytes.size());
        }
    }
    return {};
}

base::Result<Listing> MboxArchive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    if (!range.isEverything())
        return noRevisionsError(m_path);
    const QByteArray file = fileState(m_path);
    const base::Result<std::shared_ptr<const ByteSource>> source = this->source(progress);
    if (!source)
        return source.error();
    const MboxDialect dialect = detectDialect((*source)->bytes());
    {
        const std::lock_guard lock(m_mutex);
        m_dialect = dialect;
    }
    Listing listing;
    const base::Result<void> listed =
        listFrom(0, dialect, State::of(file, **source, dialect), **source, listing, progress);
    if (!listed)
        return listed.error();
    return listing;
}

base::Result<Changes> MboxArchive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    Changes changes;
    const std::optional<State> before = State::parse(state);
    const QByteArray file = fileState(m_path);
    if (before && before->file == file) {
        changes.kind = Changes::Kind::None;
        changes.listing.state = state;
        changes.listing.dialect = QString::fromLatin1(before->dialect);
        return changes;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_unpacked.reset();
    }
    const base::Result<std::shared_ptr<const ByteSource>> source = this->source(progress);
    if (!source)
        return source.error();
    const QByteArrayView bytes = (*source)->bytes();
    const MboxDialect dialect = detectDialect(bytes);
    const bool hasGrown = before && !m_gzip && before->size > 0 && bytes.size() > before->size &&
                          before->dialect == dialectName(dialect).toLatin1() &&
                          parseFromLine(bytes.sliced(qsizetype(before->size))) &&
                          sampledHash(bytes.first(qsizetype(before->size))) == before->sampled;
    {
        const std::lock_guard lock(m_mutex);
        m_dialect = dialect;
    }
    State now = State::of(file, **source, dialect);
    changes.kind = hasGrown ? Changes::Kind::Extends : Changes::Kind::Replaces;
    if (hasGrown)
        now.generation = before->generation;
    const base::Result<void> listed =
        listFrom(hasGrown ? qsizetype(before->size) : 0, dialect, now, **source, changes.listing, progress);
    if (!listed)
        return listed.error();
    return changes;
}

std::unique_ptr<Reader> MboxArchive::reader() const
{
    return std::make_unique<MboxReader>(*this);
}

base::Place MboxArchive::place(const base::Position &position) const
{
    return placeOf(m_path, position.offset);
}

} // namespace loredesk::archive
