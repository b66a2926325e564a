// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/git/packstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <mutex>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace loredesk::git {

namespace {

constexpr std::uint64_t PackHeaderSize = 12;
constexpr std::uint64_t PackTrailerSize = 20;

/// The paths that objects/info/alternates lists. Lines in quotes are left to libgit2, and `isWhole` becomes
/// false.
QStringList alternatesOf(const QString &objects, bool &isWhole)
{
    constexpr qint64 mostBytes = 1 << 20;
    QStringList paths;
    QFile file(objects + "/info/alternates"_L1);
    if (!QFileInfo::exists(file.fileName()))
        return paths;
    if (!QFileInfo(file.fileName()).isFile() || !file.open(QIODevice::ReadOnly)) {
        isWhole = false;
        return paths;
    }
    const QByteArray lines = file.read(mostBytes);
    isWhole = isWhole && file.atEnd();
    for (QByteArrayView rest = lines; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith('"') || line.contains('\0')) {
            isWhole = false;
            continue;
        }
        paths << QDir(objects).absoluteFilePath(QFile::decodeName(line.toByteArray()));
    }
    return paths;
}

/// The directory and those that it borrows from, each once.
QStringList objectDirectories(const QString &objects, bool &isWhole)
{
    QStringList directories{QFileInfo(objects).canonicalFilePath()};
    for (qsizetype i = 0; i < directories.size(); ++i) {
        for (const QString &alternate : alternatesOf(directories[i], isWhole)) {
            const QString path = QFileInfo(alternate).canonicalFilePath();
            if (path.isEmpty() || directories.contains(path))
                continue;
            if (directories.size() < PackStore::MostDirectories)
                directories << path;
            else
                isWhole = false;
        }
    }
    directories.removeAll(QString());
    return directories;
}

/// What changes when a pack comes or goes: the times of the directories and of the lists of alternates.
QByteArray stateOf(const QStringList &directories)
{
    QByteArray state;
    for (const QString &directory : directories) {
        for (const QString &name : {u"/pack"_s, u"/info/alternates"_s}) {
            struct stat status = {};
            ::stat(QFile::encodeName(directory + name).constData(), &status);
            for (const std::int64_t value :
                 {std::int64_t(status.st_dev), std::int64_t(status.st_ino), std::int64_t(status.st_size),
                  std::int64_t(status.st_mode), std::int64_t(status.st_mtim.tv_sec),
                  std::int64_t(status.st_mtim.tv_nsec), std::int64_t(status.st_ctim.tv_sec),
                  std::int64_t(status.st_ctim.tv_nsec)})
                state.append(reinterpret_cast<const char *>(&value), sizeof value);
        }
        state += QFile::encodeName(directory) + '\0';
    }
    return state;
}

/// `isWhole` becomes false where one of them is not understood.
std::vector<PackFile> openPacks(const QStringList &directories, bool &isWhole)
{
    struct Candidate
    {
        QString indexPath;
        qint64 size = 0;
    };
    std::vector<Candidate> candidates;
    for (const QString &directory : directories) {
        const QFileInfoList files =
            QDir(directory + "/pack"_L1).entryInfoList({u"*.idx"_s}, QDir::Files | QDir::Hidden, QDir::Name);
        for (const QFileInfo &file : files)
            candidates.push_back({file.filePath(), file.size()});
    }
    // What most objects are in is asked first.
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.size > b.size; });
    std::vector<PackFile> packs;
    for (const Candidate &candidate : candidates) {
        std::optional<PackFile> pack;
        if (packs.size() < std::size_t(PackStore::MostPacks))
            pack = PackFile::open(candidate.indexPath);
        if (pack)
            packs.push_back(*std::move(pack));
        else
            isWhole = false;
    }
    return packs;
}

} // namespace

PackFile::PackFile(PackIndex index, OpenFile file, std::uint64_t end)
    : m_index(std::move(index))
    , m_file(std::move(file))
    , m_end(end)
{
}

std::optional<PackFile> PackFile::open(const QString &indexPath)
{
    const OpenFile indexFile(QFile::encodeName(indexPath).constData());
    OpenFile file(QFile::encodeName(indexPath.chopped(4) + ".pack"_L1).constData());
    const std::optional<std::int64_t> size = regularFileSize(file.descriptor());
    if (!size || std::uint64_t(*size) < PackHeaderSize + PackTrailerSize)
        return {};
    std::array<char, PackHeaderSize> header;
    PackIndex::Checksum checksum;
    const std::uint64_t end = std::uint64_t(*size) - PackTrailerSize;
    if (!readAt(file.descriptor(), 0, header.data(), header.size()) ||
        !readAt(file.descriptor(), end, checksum.data(), checksum.size()))
        return {};
    const auto version = qFromBigEndian<std::uint32_t>(header.data() + 4);
    if (std::memcmp(header.data(), "PACK", 4) != 0 || (version != 2 && version != 3))
        return {};
    std::optional<PackIndex> index = PackIndex::read(indexFile.descriptor());
    if (!index || index->packChecksum() != checksum ||
        index->count() != qFromBigEndian<std::uint32_t>(header.data() + 8))
        return {};
    return PackFile(*std::move(index), std::move(file), end);
}

std::shared_ptr<const PackStore> PackStore::open(const QString &objects)
{
    struct Known
    {
        std::weak_ptr<const PackStore> store;
        QByteArray state;
    };
    static std::mutex mutex;
    static QHash<QString, Known> stores;
    static std::array<std::shared_ptr<const PackStore>, KeptStores> latest;
    const auto keep = [](const std::shared_ptr<const PackStore> &store) {
        const auto at = std::find(latest.begin(), latest.end() - 1, store);
        *at = store;
        std::rotate(latest.begin(), at, at + 1);
    };

    bool isWhole = true;
    const QStringList directories = objectDirectories(objects, isWhole);
    // Taken before the packs are looked for: one that comes in between makes the next opening look again.
    const QByteArray state = stateOf(directories);
    const QString key = directories.value(0);
    const std::lock_guard lock(mutex);
    if (const auto known = stores.constFind(key); known != stores.constEnd() && known->state == state) {
        if (std::shared_ptr<const PackStore> store = known->store.lock()) {
            keep(store);
            return store;
        }
    }
    stores.removeIf([](const auto &known) { return known.value().store.expired(); });
    const auto store = std::make_shared<PackStore>();
    store->m_packs = openPacks(directories, isWhole);
    store->m_directories = directories;
    store->m_isWhole = isWhole;
    stores.insert(key, {store, state});
    keep(store);
    return store;
}

std::optional<PackPlace> PackStore::locate(const ObjectId &id, std::uint32_t first) const
{
    const std::size_t count = m_packs.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t pack = (first + i) % count;
        if (const std::optional<std::uint64_t> offset = m_packs[pack].index().find(id))
            return PackPlace{std::uint32_t(pack), *offset};
    }
    return {};
}

std::optional<ObjectId> PackStore::onlyOneIn(const IdRange &range) const
{
    if (!m_isWhole)
        return {};
    std::optional<ObjectId> found;
    for (const PackFile &pack : m_packs) {
        const PackIndex &index = pack.index();
        for (std::uint32_t at = index.firstNotBelow(range.least); at < index.count(); ++at) {
            const ObjectId id = index.idAt(at);
            if (!range.contains(id))
                break;
            if (found && *found != id)
                return {};
            found = id;
        }
    }
    // Those that begin with a byte lie in a directory of their own.
    const QString least = base::hexId(range.least);
    for (const QString &directory : m_directories) {
        const QString loose = directory + u'/' + least.left(2);
        const QStringList names = QDir(loose).entryList(QDir::Files | QDir::Hidden | QDir::System);
        for (const QString &name : names) {
            const std::optional<ObjectId> id = parseHexId((least.left(2) + name).toLatin1());
            if (id && range.contains(*id) && (!found || *found != *id))
                return {};
        }
    }
    return found;
}

} // namespace loredesk::git
