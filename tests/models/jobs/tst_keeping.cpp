// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/archivebuilder.h" // after Qt: moc stumbles over <concepts> otherwise
#include "tests/support/storedarchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::StoredArchive;

namespace {

/// Files of this process cannot grow beyond a size, as on a full disk, as long as this lives.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = bytes;
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList filesOf(const StoredArchive &archive)
{
    return QDir(archive.storeDirectory()).entryList(QDir::Files);
}

} // namespace

/// A store is a convenience: whatever is wrong with it, the archive opens.
class TestKeeping : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_builder = std::make_unique<ArchiveBuilder>();
        m_path = m_builder->v2(u"list"_s, {ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(8))});
    }

    void theFileIsPrivateToTheUser()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        for (const QString &file : filesOf(archive))
            QCOMPARE(QFileInfo(archive.storeDirectory() + u'/' + file).permissions() &
                         (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
    }

    void differentArchivesHaveDifferentFiles()
    {
        const QStringList one{u"/lists/kvm"_s}, other{u"/other/kvm"_s}, both{u"/lists/kvm"_s, u"/other/kvm"_s};
        const auto file = [](const QStringList &paths) {
            return store::ArchiveStore::fileFor(u"/cache"_s, paths);
        };
        QVERIFY(file(one).startsWith(u"/cache/kvm-"_s));
        QVERIFY(file(one) != file(other));
        QVERIFY(file(one) != file(both));
        QCOMPARE(file({u"/lists/a/../b c"_s}).count(u'/'), 2);
    }

    void aFileThatIsNoDatabaseIsMadeAnew()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        const QString file = archive.storeFile();
        for (const QString &leftover : filesOf(archive))
            QVERIFY(QFile::remove(archive.storeDirectory() + u'/' + leftover));
        m_builder->file(u"garbage"_s, QByteArray(20000, 'x'));
        QVERIFY(QFile::copy(m_builder->path(u"garbage"_s), file));
        QCOMPARE(archive.open(), QString());
        QVERIFY(!archive.loaded()->storeTrouble.text.isEmpty()); // said
        QCOMPARE(archive.kept(), jobs::Kept::Written);
        QCOMPARE(archive.open(), QString());
        QVERIFY(archive.loaded()->storeTrouble.text.isEmpty()); // once
        QCOMPARE(archive.read(), 0);
    }

    void aDamagedFileIsMadeAnew()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        const QString file = archive.storeFile();
        const qint64 size = QFileInfo(file).size();
        QVERIFY(size > 8192);
        // Every page but the first, one after the other: whichever table it belongs to.
        for (qint64 offset = 4096; offset < size; offset += 4096) {
            QCOMPARE(archive.open(), QString());
            overwrite(file, offset, QByteArray(4096, char(0xa5)));
            const QString difference = archive.open();
            QVERIFY2(difference.isEmpty() || difference.contains(u"database"_s) || difference.contains(u"damaged"_s),
                     qPrintable(difference));
            if (!difference.isEmpty())
                QVERIFY(store::ArchiveStore::reset(file));
        }
        QCOMPARE(archive.open(), QString());
    }

    void aShortenedFileIsMadeAnew()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        const QString file = archive.storeFile();
        QVERIFY(QFile::resize(file, 5000));
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.read(), 0);
    }

    void aFileOfAnotherFormatIsMadeAnewWithoutAWord()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        {
            auto database = store::Database::open(archive.storeFile());
            QVERIFY(database);
            QVERIFY(database->setUserVersion(1));
        }
        QCOMPARE(archive.open(), QString());
        QVERIFY(archive.loaded()->storeTrouble.text.isEmpty());
        QCOMPARE(archive.read(), 8);
        QCOMPARE(archive.kept(), jobs::Kept::Written);
    }

    void otherBotsMakeOtherRows()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        jobs::LoadRequest request;
        request.paths = QStringList{m_path};
        request.storeDirectory = archive.storeDirectory();
        request.bots = series::BotList(QStringList{u"ci@example.org"_s});
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        QVERIFY(loaded);
        QCOMPARE((*loaded)->read, 8);
    }

    void aDirectoryThatCannotBeWrittenIsDoneWithout()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        StoredArchive archive(m_path);
        QVERIFY(QFile::setPermissions(archive.storeDirectory(), QFile::ReadOwner | QFile::ExeOwner));
        const jobs::LoadedArchivePtr loaded = archive.load();
        QCOMPARE(loaded->catalog->messages().size(), 8);
        QVERIFY(!jobs::keep(*loaded));
        QVERIFY(QFile::setPermissions(archive.storeDirectory(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void aPathThatCannotBeMadeIsDoneWithout()
    {
        jobs::LoadRequest request;
        request.paths = QStringList{m_path};
        request.storeDirectory = m_builder->file(u"in-the-way"_s, "a file") + "/below"_L1;
        base::NoProgress progress;
        const auto loaded = jobs::load(request, progress);
        QVERIFY(loaded);
        QCOMPARE((*loaded)->catalog->messages().size(), 8);
        const auto kept = jobs::keep(**loaded);
        QVERIFY(!kept);
        QVERIFY(!kept.error().text.isEmpty());
    }

    void aFullDiskLeavesWhatWasThere()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        m_builder->append(m_path + "/git/0.git"_L1,
                          ArchiveBuilder::adding({ArchiveBuilder::sampleMessage(50, QByteArray(100000, 'a'))}));
        const jobs::LoadedArchivePtr loaded = archive.load();
        QCOMPARE(loaded->read, 1);
        {
            const FullDisk full(0);
            const auto kept = jobs::keep(*loaded);
            QVERIFY(!kept);
        }
        const jobs::LoadedArchivePtr again = archive.load();
        QVERIFY(again->storeTrouble.text.isEmpty());
        QCOMPARE(again->read, 1); // the store is as it was
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.kept(), jobs::Kept::Written);
    }

    void theSlowerOfTwoProcessesIsOvertaken()
    {
        StoredArchive archive(m_path);
        const jobs::LoadedArchivePtr slow = archive.load();
        m_builder->append(m_path + "/git/0.git"_L1, ArchiveBuilder::adding({ArchiveBuilder::sampleMessage(60)}));
        QCOMPARE(archive.open(), QString());
        const auto kept = jobs::keep(*slow);
        QVERIFY(kept);
        QCOMPARE(kept->kept, jobs::Kept::Overtaken);
        QCOMPARE(archive.open(), QString());
        QCOMPARE(archive.messageIds().size(), 9);
    }

    void aPurgeByAnotherProcessEndsTheIndexing()
    {
        StoredArchive archive(m_path);
        QCOMPARE(archive.open(), QString());
        m_builder->append(m_path + "/git/0.git"_L1, ArchiveBuilder::adding({ArchiveBuilder::sampleMessage(60)}));
        const jobs::LoadedArchivePtr slow = archive.load();
        const auto kept = jobs::keep(*slow);
        QVERIFY(kept);
        m_builder->append(m_path + "/git/0.git"_L1,
                          {{tests::ArchiveStep::Kind::Remove, ArchiveBuilder::sampleMessage(60)}});
        const jobs::LoadedArchivePtr quick = archive.load();
        QVERIFY(jobs::keep(*quick));
        base::NoProgress progress;
        const auto indexed = jobs::indexText(*slow, *kept, 2, progress);
        QVERIFY(indexed);
        QVERIFY(indexed->overtaken);
        QCOMPARE(archive.open(), QString());
        QVERIFY(!archive.storedBytes().contains("message 60"));
    }

private:
    std::unique_ptr<ArchiveBuilder> m_builder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
