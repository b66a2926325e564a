// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/archivestore.h"

#include "models/store/bytestream.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <atomic>
#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;

namespace loredesk::store {

namespace {

constexpr std::int32_t ApplicationId = 0x4c524453; // "LRDS"
/// Of the tables; RowFormat counts what is in them.
constexpr std::int32_t TableFormat = 3;
constexpr std::size_t RowsPerBlock = 8192;
constexpr std::size_t LeastRow = 16; ///< bytes of the smallest row
/// Refreshes append small blocks; so many of them are joined into one.
constexpr std::int64_t MostSmallBlocks = 16;

std::int32_t userVersion()
{
    return TableFormat * 1000 + RowFormat;
}

constexpr auto Schema = R"(
    CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE row_blocks(block INTEGER PRIMARY KEY, count INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE TABLE assembly(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
)";

base::Result<void> setMeta(Database &database, QByteArrayView key, QByteArrayView value)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)");
    if (!statement)
        return statement.error();
    return statement->bindText(1, key).bindBlob(2, value).run();
}

base::Result<QByteArray> meta(const Database &database, QByteArrayView key)
{
    auto statement = database.prepare("SELECT value FROM meta WHERE key = ?");
    if (!statement)
        return statement.error();
    const auto found = statement->bindText(1, key).step();
    if (!found)
        return found.error();
    return *found ? statement->blob(0).toByteArray() : QByteArray();
}

base::Error damaged(const QString &file)
{
    return {base::ErrorCode::Corrupt, u"The cache is damaged"_s, {file, -1, {}, -1, {}},
            u"it is made anew from the archive"_s};
}

struct Block
{
    std::int64_t number = 0;
    std::size_t count = 0;
    QByteArray data;
};

base::Result<std::vector<Block>> readBlocks(const Database &database)
{
    auto statement = database.prepare("SELECT block, count, data FROM row_blocks ORDER BY block");
    if (!statement)
        return statement.error();
    std::vector<Block> blocks;
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            return blocks;
        blocks.push_back(
            {statement->number(0), std::size_t(statement->number(1)), statement->blob(2).toByteArray()});
    }
}

/// Blocks stand by themselves, so that several threads can decode them.
bool decodeBlocks(std::vector<Block> &blocks, int threads, std::vector<series::MessageHead> &heads)
{
    std::vector<std::size_t> starts;
    std::size_t total = 0;
    for (const Block &block : blocks) {
        if (block.count > std::size_t(block.data.size()) / LeastRow) // damaged: not worth gigabytes
            return false;
        starts.push_back(total);
        total += block.count;
    }
    // Room for what comes with a refresh: to move all rows for it would take longer than to read it.
    // Untouched, it takes no memory.
    heads.reserve(total + std::max<std::size_t>(total / 32, 1024));
    heads.resize(total);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> good{true};
    const auto work = [&] {
        for (std::size_t i = next++; i < blocks.size(); i = next++) {
            const auto data = unsealed(blocks[i].data);
            if (!data || !decodeRows(*data, std::span(heads).subspan(starts[i], blocks[i].count)))
                good = false;
            blocks[i].data = {};
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(std::size_t(std::max(threads, 1)), blocks.size()); ++i)
            others.emplace_back(work);
        work();
    }
    return good;
}

base::Result<void> writeBlocks(Database &database, std::span<const series::MessageHead> heads, std::int64_t first)
{
    auto statement = database.prepare("INSERT INTO row_blocks(block, count, data) VALUES(?, ?, ?)");
    if (!statement)
        return statement.error();
    for (std::size_t begin = 0; begin < heads.size(); begin += RowsPerBlock) {
        const auto some = heads.subspan(begin, std::min(RowsPerBlock, heads.size() - begin));
        const QByteArray data = sealed(encodeRows(some));
        statement->bind(1, first++).bind(2, std::int64_t(some.size())).bindBlob(3, data);
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

/// Where the rows from `firstNew` on go: behind the blocks that are full or few. Everything that is written again is
/// deleted first.
base::Result<void> writeRows(Database &database, std::span<const series::MessageHead> heads, std::size_t firstNew)
{
    std::int64_t nextBlock = 0;
    std::size_t kept = 0;
    if (firstNew > 0) {
        auto blocks = database.prepare("SELECT block, count FROM row_blocks ORDER BY block");
        if (!blocks)
            return blocks.error();
        std::int64_t smallFrom = -1;
        std::size_t smallRow = 0;
        std::int64_t small = 0;
        for (;;) {
            const auto more = blocks->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            const auto count = std::size_t(blocks->number(1));
            if (count < RowsPerBlock / 2) {
                if (small++ == 0) {
                    smallFrom = blocks->number(0);
                    smallRow = kept;
                }
            } else {
                small = 0;
            }
            kept += count;
            nextBlock = blocks->number(0) + 1;
        }
        if (kept != firstNew) {
            nextBlock = 0;
            kept = 0;
        } else if (small >= MostSmallBlocks) {
            nextBlock = smallFrom;
            kept = smallRow;
        }
    }
    auto clear = database.prepare("DELETE FROM row_blocks WHERE block >= ?");
    if (!clear)
        return clear.error();
    const auto cleared = clear->bind(1, nextBlock).run();
    if (!cleared)
        return cleared;
    return writeBlocks(database, heads.subspan(kept), nextBlock);
}

/// `size` bytes in front say how many of the rest count. A value as long as the one it replaces is written
/// over it, and only the pages that differ, while another would have the old one's pages wiped first: so
/// there is room to grow.
QByteArray padded(const QByteArray &bytes, qsizetype capacity)
{
    const auto size = std::uint64_t(bytes.size());
    const qsizetype least = qsizetype(sizeof size) + bytes.size();
    if (capacity < least || capacity > least * 2)
        capacity = (least + least / 16 + 0xffff) & ~qsizetype(0xffff);
    QByteArray all(capacity, '\0');
    std::memcpy(all.data(), &size, sizeof size);
    std::memcpy(all.data() + sizeof size, bytes.constData(), std::size_t(bytes.size()));
    return all;
}

QByteArrayView unpadded(QByteArrayView bytes)
{
    std::uint64_t size = 0;
    if (bytes.size() < qsizetype(sizeof size))
        return {};
    std::memcpy(&size, bytes.data(), sizeof size);
    bytes = bytes.sliced(qsizetype(sizeof size));
    return size <= std::uint64_t(bytes.size()) ? bytes.first(qsizetype(size)) : QByteArrayView();
}

base::Result<void> writeAssembly(Database &database, const QByteArray &bytes)
{
    const auto length = database.number("SELECT ifnull(max(length(data)), 0) FROM assembly");
    if (!length)
        return length.error();
    auto statement = database.prepare("INSERT INTO assembly(id, data) VALUES(0, ?1)"
                                      " ON CONFLICT(id) DO UPDATE SET data = ?1");
    if (!statement)
        return statement.error();
    const QByteArray all = padded(bytes, qsizetype(*length));
    return statement->bindBlob(1, all).run();
}

} // namespace

QString ArchiveStore::fileFor(const QString &directory, const QStringList &archivePaths)
{
    static const QRegularExpression awkward(u"[^A-Za-z0-9._-]+"_s);
    QString name = archivePaths.isEmpty() ? QString() : QFileInfo(archivePaths.constFirst()).fileName();
    name = name.replace(awkward, u"-"_s).left(40);
    const QByteArray hash =
        QCryptographicHash::hash(archivePaths.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return directory + u'/' + (name.isEmpty() ? u"archive"_s : name) + u'-' + QString::fromLatin1(hash) +
           ".sqlite"_L1;
}

ArchiveStore::ArchiveStore(Database database)
    : m_database(std::move(database))
{
}

base::Result<bool> ArchiveStore::fits(const Database &database, const QByteArray &recipe)
{
    const auto id = database.applicationId();
    if (!id)
        return id.error();
    const auto version = database.userVersion();
    if (!version)
        return version.error();
    if (*id != ApplicationId || *version != userVersion())
        return false;
    const auto stored = meta(database, "recipe");
    if (!stored)
        return stored.error();
    return *stored == recipe;
}

base::Result<Database> ArchiveStore::openForReading(const QString &file)
{
    DatabaseOptions options;
    options.mode = OpenMode::ReadOnly;
    auto database = Database::open(file, options);
    if (database || database.error().code != base::ErrorCode::ReadOnly)
        return database;
    options.mode = OpenMode::ReadWrite;
    return Database::open(file, options);
}

base::Result<std::optional<ArchiveStore>> ArchiveStore::openReadOnly(const QString &file,
                                                                     const QByteArray &recipe)
{
    if (!QFileInfo::exists(file))
        return std::optional<ArchiveStore>();
    auto database = openForReading(file);
    if (!database)
        return database.error();
    const auto known = fits(*database, recipe);
    if (!known)
        return known.error();
    if (!*known)
        return std::optional<ArchiveStore>();
    return std::optional(ArchiveStore(*std::move(database)));
}

base::Result<ArchiveStore> ArchiveStore::open(const QString &file, const QByteArray &recipe)
{
    if (!QDir().mkpath(QFileInfo(file).path()))
        return base::Error{base::ErrorCode::Unwritable, u"The cache directory cannot be made"_s,
                           {QFileInfo(file).path(), -1, {}, -1, {}}, {}};
    for (int attempt = 0;; ++attempt) {
        auto database = Database::open(file);
        const bool isSpoilt = !database && (database.error().code == base::ErrorCode::NotADatabase ||
                                            database.error().code == base::ErrorCode::Corrupt);
        if (!database && (!isSpoilt || attempt > 0))
            return database.error();
        if (database) {
            const auto known = fits(*database, recipe);
            if (known && *known)
                return ArchiveStore(*std::move(database));
            const auto isEmpty = database->number("SELECT count(*) FROM sqlite_schema");
            const bool isNew = isEmpty && *isEmpty == 0;
            if (isNew || attempt > 0) {
                // Whoever comes first makes the tables; the other one finds them.
                const auto making = [&]() -> base::Result<void> {
                    auto transaction = Transaction::begin(*database);
                    if (!transaction)
                        return transaction.error();
                    const auto now = fits(*database, recipe);
                    if (now && *now)
                        return {};
                    for (const auto &step :
                         {database->execute(Schema), database->setApplicationId(ApplicationId),
                          database->setUserVersion(userVersion()), setMeta(*database, "recipe", recipe)}) {
                        if (!step)
                            return step;
                    }
                    return transaction->commit();
                };
                if (const auto made = making(); !made)
                    return made.error();
                return ArchiveStore(*std::move(database));
            }
        }
        database = base::Error{};
        if (const auto done = reset(file); !done)
            return done.error();
    }
}

base::Result<void> ArchiveStore::reset(const QString &file)
{
    // Two processes that find it spoilt must not delete each other's new one.
    QLockFile lock(file + ".lock"_L1);
    if (!lock.tryLock(5000))
        return base::Error{base::ErrorCode::Busy, u"Another process makes the cache anew"_s, {file, -1, {}, -1, {}}, {}};
    for (const QLatin1StringView suffix : {"-wal"_L1, "-shm"_L1, ""_L1}) {
        const QString path = file + suffix;
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return base::Error{base::ErrorCode::Unwritable, u"The spoilt cache cannot be deleted"_s,
                               {path, -1, {}, -1, {}}, u"delete it by hand"_s};
    }
    return {};
}

base::Result<std::uint64_t> ArchiveStore::generation() const
{
    const auto text = meta(m_database, "generation");
    if (!text)
        return text.error();
    return text->toULongLong();
}

base::Result<std::optional<Contents>> ArchiveStore::read(int threads) const
{
    Contents contents;
    std::vector<Block> blocks;
    QByteArray assembly;
    {
        auto begun = m_database.prepare("BEGIN");
        auto ended = m_database.prepare("COMMIT");
        if (!begun || !ended)
            return begun ? ended.error() : begun.error();
        if (const auto result = begun->run(); !result)
            return result.error();
        const auto readAll = [&]() -> base::Result<bool> {
            const auto now = generation();
            if (!now)
                return now.error();
            contents.generation = *now;
            if (contents.generation == 0)
                return false;
            const auto state = meta(m_database, "state");
            const auto note = meta(m_database, "note");
            const auto next = meta(m_database, "next_document");
            const auto problems = meta(m_database, "problems");
            for (const auto *value : {&state, &note, &next, &problems}) {
                if (!*value)
                    return value->error();
            }
            contents.state = *state;
            contents.note = QString::fromUtf8(*note);
            contents.nextDocument = next->toUInt();
            const auto intact = unsealed(*problems);
            auto decoded = intact ? decodeProblems(*intact) : std::nullopt;
            if (!decoded)
                return damaged(file());
            contents.problems = *std::move(decoded);
            auto read = readBlocks(m_database);
            if (!read)
                return read.error();
            blocks = *std::move(read);
            auto statement = m_database.prepare("SELECT data FROM assembly");
            if (!statement)
                return statement.error();
            const auto found = statement->step();
            if (!found)
                return found.error();
            if (*found)
                assembly = statement->blob(0).toByteArray();
            return true;
        };
        const auto any = readAll();
        const auto closed = ended->run();
        if (!any)
            return any.error();
        if (!closed)
            return closed.error();
        if (!*any)
            return std::optional<Contents>();
    }
    if (!decodeBlocks(blocks, threads, contents.heads))
        return damaged(file());
    const auto intact = unsealed(unpadded(assembly));
    contents.assembly = intact ? decodeAssembly(*intact, contents.heads) : std::nullopt;
    if (!contents.assembly)
        return damaged(file());
    return std::optional<Contents>(std::move(contents));
}

base::Result<WriteOutcome> ArchiveStore::write(const Revision &revision,
                                               const std::function<base::Result<void>(Database &)> &besides)
{
    // Made before others are kept waiting.
    const QByteArray assembly = sealed(encodeAssembly(revision.heads, revision.threads, revision.series));
    const QByteArray problems = sealed(encodeProblems(revision.problems));
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto now = generation();
    if (!now)
        return now.error();
    if (*now != revision.basedOn)
        return WriteOutcome::Overtaken;
    const std::uint64_t drawn = QRandomGenerator::system()->generate64() | 1;
    const auto steps = [&]() -> base::Result<void> {
        const std::pair<QByteArrayView, QByteArray> values[] = {
            {"generation", QByteArray::number(qulonglong(drawn))},
            {"state", revision.state},
            {"note", revision.note.toUtf8()},
            {"next_document", QByteArray::number(revision.nextDocument)},
            {"problems", problems},
        };
        for (const auto &[key, value] : values) {
            if (const auto set = setMeta(m_database, key, value); !set)
                return set;
        }
        if (const auto rows = writeRows(m_database, revision.heads, revision.firstNew); !rows)
            return rows;
        if (const auto set = writeAssembly(m_database, assembly); !set)
            return set;
        return besides ? besides(m_database) : base::Result<void>();
    };
    if (const auto done = steps(); !done)
        return done.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return WriteOutcome::Written;
}

base::Result<void> ArchiveStore::forgetDeleted()
{
    return m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace loredesk::store
