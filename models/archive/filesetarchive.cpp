// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/filesetarchive.h"

#include "models/archive/bytesource.h"
#include "models/archive/filestate.h"
#include "models/archive/mailsniffer.h"
#include "models/archive/mboxarchive.h"
#include "models/archive/mboxsplitter.h"
#include "models/archive/places.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

namespace {

/// Enough for any header that is one.
constexpr qsizetype SniffedSize = 64 * 1024;

/// "1748000000" of "1748000000.M1P2.host:2,S": when the delivery happened; 0 where the name does not tell.
base::UnixSeconds deliveryTime(const QString &fileName)
{
    qsizetype digits = 0;
    while (digits < fileName.size() && fileName[digits] >= u'0' && fileName[digits] <= u'9')
        ++digits;
    constexpr base::UnixSeconds earliest = 315532800; // 1980: shorter numbers are something else
    const base::UnixSeconds seconds = QStringView(fileName).left(digits).toLongLong();
    return seconds > earliest ? seconds : 0;
}

/// Name of a maildir file without the flags that mail programs change.
QString withoutFlags(const QString &fileName)
{
    return fileName.left(fileName.indexOf(u':'));
}

/// Numbers in names count as numbers: 0002 before 0010, v2 before v10.
bool naturallyLess(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            qsizetype iEnd = i;
            qsizetype jEnd = j;
            while (iEnd < a.size() && a[iEnd].isDigit())
                ++iEnd;
            while (jEnd < b.size() && b[jEnd].isDigit())
                ++jEnd;
            while (i < iEnd && a[i] == u'0')
                ++i;
            while (j < jEnd && b[j] == u'0')
                ++j;
            if (iEnd - i != jEnd - j)
                return iEnd - i < jEnd - j;
            const int order = QStringView(a).sliced(i, iEnd - i).compare(QStringView(b).sliced(j, jEnd - j));
            if (order != 0)
                return order < 0;
            i = iEnd;
            j = jEnd;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b;
}

QByteArray keyOf(const base::ObjectBytes &identity)
{
    return QByteArray(reinterpret_cast<const char *>(identity.data()), qsizetype(identity.size()));
}

QStringList filesIn(const QString &directory)
{
    QStringList paths;
    // Editors leave "name~" and "name.swp" behind; hidden files are not listed. A link may lead to a device
    // or a pipe, which would never end.
    for (const QFileInfo &file : QDir(directory).entryInfoList(QDir::Files, QDir::Unsorted)) {
        if (file.isFile() && !file.fileName().endsWith(u'~'))
            paths << file.filePath();
    }
    return paths;
}

QStringList maildirFiles(const QString &path)
{
    QStringList paths = filesIn(path + "/cur"_L1) + filesIn(path + "/new"_L1);
    std::sort(paths.begin(), paths.end(), [](const QString &a, const QString &b) {
        const QString aName = QFileInfo(a).fileName();
        const QString bName = QFileInfo(b).fileName();
        const base::UnixSeconds aTime = deliveryTime(aName);
        const base::UnixSeconds bTime = deliveryTime(bName);
        return aTime != bTime ? aTime < bTime : naturallyLess(aName, bName);
    });
    return paths;
}

class FileSetReader final : public Reader
{
public:
    explicit FileSetReader(const FileSetArchive &archive)
        : m_archive(archive)
    {
    }

    base::Result<QByteArray> read(const base::Position &position) override
    {
        const QString path = m_archive.filePath(position);
        if (path.isEmpty())
            return base::Error{base::ErrorCode::Unreadable, u"The message's file is gone"_s,
                               m_archive.place(position), u"open the archive again"_s};
        base::NoProgress progress;
        if (position.offset < 0) {
            const base::Result<std::shared_ptr<const ByteSource>> source = openFile(path, progress);
            if (!source)
                return source.error();
            return limited(withoutFromLine((*source)->bytes())).toByteArray();
        }
        // Several messages in one file: the next one is likely to be asked for next.
        if (path != m_path) {
            const base::Result<std::shared_ptr<const ByteSource>> source = openFile(path, progress);
            if (!source)
                return source.error();
            m_path = path;
            m_source = *source;
            m_dialect = detectDialect(m_source->bytes());
        }
        const QByteArrayView bytes = m_source->bytes();
        if (position.length < 0 || position.offset > bytes.size() - position.length)
            return base::Error{base::ErrorCode::Corrupt, u"There is no message at this place any more"_s,
                               m_archive.place(position), u"the file changed: open it again"_s};
        return messageOfRecord(limited(bytes.sliced(qsizetype(position.offset), qsizetype(position.length))),
                               m_dialect);
    }

private:
    static base::Result<std::shared_ptr<const ByteSource>> openFile(const QString &path,
                                                                    base::ProgressSink &progress)
    {
        return ByteSource::open(path, progress);
    }

    const FileSetArchive &m_archive;
    QString m_path;
    std::shared_ptr<const ByteSource> m_source;
    MboxDialect m_dialect = MboxDialect::Mboxo;
};

} // namespace

bool holdsMessageFiles(const QString &directory)
{
    const QStringList files = filesIn(directory);
    return std::any_of(files.begin(), files.end(), [](const QString &file) {
        const base::Result<QByteArray> head = ByteSource::head(file, SniffedSize);
        return head && looksLikeMail(*head);
    });
}

FileSetArchive::FileSetArchive(ArchiveKind kind, QString path)
    : m_kind(kind)
    , m_path(std::move(path))
{
}

QString FileSetArchive::name() const
{
    return m_kind == ArchiveKind::MessageFile ? nameOfFile(m_path) : QFileInfo(m_path).fileName();
}

std::vector<FileSetArchive::File> FileSetArchive::scan() const
{
    QStringList paths;
    if (m_kind == ArchiveKind::MessageFile) {
        paths << m_path;
    } else if (m_kind == ArchiveKind::Maildir) {
        paths = maildirFiles(m_path);
    } else {
        paths = filesIn(m_path);
        std::sort(paths.begin(), paths.end(), naturallyLess);
    }
    std::vector<File> files;
    files.reserve(std::size_t(paths.size()));
    const std::lock_guard lock(m_mutex);
    for (const QString &path : paths) {
        // A mail program may move it from new to cur, or change its flags: it is the same file.
        const QString name = QFileInfo(path).fileName();
        const QByteArray key =
            (m_kind == ArchiveKind::Maildir ? withoutFlags(name) : name).toUtf8() + '\n' + fileState(path);
        const base::ObjectBytes identity = identityOf(key);
        files.push_back({path, identity});
        m_paths.insert(keyOf(identity), path);
    }
    return files;
}

QString FileSetArchive::filePath(const base::Position &position) const
{
    const auto existing = [&] {
        const QString path = lastPath(position);
        return QFileInfo::exists(path) ? path : QString();
    };
    const QString path = existing();
    if (!path.isEmpty())
        return path;
    scan(); // a position from before this process, or a file that was moved
    return existing();
}

QString FileSetArchive::lastPath(const base::Position &position) const
{
    const std::lock_guard lock(m_mutex);
    return m_paths.value(keyOf(position.blob));
}

QByteArray FileSetArchive::stateOf(const std::vector<File> &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const File &file : files)
        hash.addData(keyOf(file.identity));
    return "files " + QByteArray::number(qint64(files.size())) + ' ' + hash.result().toHex();
}

base::Result<Changes> FileSetArchive::changesSince(const QByteArray &state, base::ProgressSink &progress) const
{
    Changes changes;
    if (state == stateOf(scan())) {
        changes.kind = Changes::Kind::None;
        changes.listing.state = state;
        return changes;
    }
    base::Result<Listing> listing = list({}, progress);
    if (!listing)
        return listing.error();
    changes.listing = *std::move(listing);
    return changes;
}

base::Result<Listing> FileSetArchive::list(const RevisionRange &range, base::ProgressSink &progress) const
{
    if (!range.isEverything())
        return noRevisionsError(m_path);
    Listing listing;
    QStringList others;
    const std::vector<File> files = scan();
    listing.state = stateOf(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress.cancelled())
            return cancelledError();
        progress.progress(u"listing messages"_s, std::int64_t(i), std::int64_t(files.size()));
        const QString &path = files[i].path;
        const QFileInfo info(path);
        Entry entry;
        entry.position.container = 0;
        entry.position.blob = files[i].identity;
        entry.arrival = m_kind == ArchiveKind::Maildir ? deliveryTime(info.fileName()) : 0;
        if (entry.arrival == 0)
            entry.arrival = info.lastModified().isValid() ? info.lastModified().toSecsSinceEpoch() : 0;
        const base::Result<QByteArray> head = ByteSource::head(path, SniffedSize);
        if (!head) {
            listing.problems << base::Problem{head.error().text, head.error().place, head.error().hint};
            continue;
        }
        if (head->isEmpty()) {
            listing.problems << base::Problem{u"The message file is empty"_s, placeOf(path), {}};
            continue;
        }
        // In a maildir a delivery program vouches for what is there.
        if (m_kind != ArchiveKind::Maildir && !looksLikeMail(*head)) {
            others << info.fileName();
            continue;
        }
        if (m_kind != ArchiveKind::MessageFolder || !parseFromLine(withoutEmptyLines(*head))) {
            listing.entries.push_back(entry);
            continue;
        }
        const base::Result<std::shared_ptr<const ByteSource>> source = ByteSource::open(path, progress);
        if (!source) {
            if (source.error().code == base::ErrorCode::Cancelled)
                return source.error();
            listing.problems << base::Problem{source.error().text, source.error().place, source.error().hint};
            continue;
        }
        listing.problems += (*source)->problems();
        MboxSplitter splitter((*source)->bytes(), detectDialect((*source)->bytes()));
        while (const std::optional<MboxRecord> record = splitter.next()) {
            entry.position.offset = record->offset;
            entry.position.length = record->length;
            listing.entries.push_back(entry);
            if (record->isCut && (*source)->problems().isEmpty())
                listing.problems << base::Problem{
                    u"The file ends in the middle of its last message"_s, placeOf(path, record->offset), {}};
        }
    }
    constexpr qsizetype named = 5;
    if (!others.isEmpty())
        listing.note = u"left out, as they are no mail: %1"_s.arg(
                           others.first(std::min(named, others.size())).join(", "_L1)) +
                       (others.size() > named ? u" and %1 more"_s.arg(others.size() - named) : QString());
    return listing;
}

std::unique_ptr<Reader> FileSetArchive::reader() const
{
    return std::make_unique<FileSetReader>(*this);
}

base::Place FileSetArchive::place(const base::Position &position) const
{
    const QString now = filePath(position);
    const QString path = now.isEmpty() ? lastPath(position) : now;
    return placeOf(path.isEmpty() ? m_path : path, position.offset);
}

} // namespace loredesk::archive
