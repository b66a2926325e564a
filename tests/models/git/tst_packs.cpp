// SPDX-License-Identifier: GPL-3.0-or-later
// Packs as git writes them, in all their forms. LOREDESK_WHOLE_ARCHIVES=1 reads every object of the large
// archive instead of a sample.
#include "models/git/packreader.h"
#include "models/git/repository.h"
#include "tests/models/git/packfiles.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/shared.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::git;
using tests::ArchiveBuilder;
using tests::noise;
using tests::objectsIn;
using tests::onlyFile;

namespace {

struct Expected
{
    QByteArray type;
    QByteArray bytes;
};
using Objects = QMap<QByteArray, Expected>;

QByteArray nameOf(ObjectType type)
{
    switch (type) {
    case ObjectType::Commit:
        return "commit";
    case ObjectType::Tree:
        return "tree";
    case ObjectType::Blob:
        return "blob";
    case ObjectType::Tag:
        return "tag";
    case ObjectType::Other:
        break;
    }
    return "other";
}

/// Every object by its hexadecimal id, as git gives it.
Objects objectsOf(const ArchiveBuilder &builder, const QString &path)
{
    Objects objects;
    const QByteArray all = builder.git(path, {u"cat-file"_s, u"--batch-all-objects"_s, u"--batch"_s});
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype end = all.indexOf('\n', at);
        const QByteArrayList head = all.mid(at, end - at).split(' ');
        const qsizetype size = head[2].toLongLong();
        objects[head[0]] = {head[1], all.mid(end + 1, size)};
        at = end + 1 + size + 1;
    }
    return objects;
}

/// A repository with something of everything: commits, nested trees that change a little at
/// a time, a text that grows, blobs that do not compress, one over the sizes of every buffer, one of no byte,
/// tags.
QString buildVariety(ArchiveBuilder &builder, const QString &name)
{
    const QString path = builder.bareEpoch(name, {});
    QByteArray stream;
    const auto file = [&](const QByteArray &fileName, const QByteArray &bytes) {
        stream += "M 100644 inline " + fileName + "\ndata " + QByteArray::number(bytes.size()) + '\n' +
                  bytes + '\n';
    };
    QByteArray text;
    for (int i = 0; i < 120; ++i) {
        stream += "commit refs/heads/master\ncommitter C <c@example.org> " +
                  QByteArray::number(1748000000 + i) + " +0000\ndata 6\nstep" +
                  QByteArray::number(10 + i % 90) + '\n';
        text.insert(text.size() / 2, "line " + QByteArray::number(i * 7919) + " of a text that grows\n");
        file("text", text);
        file("d/" + QByteArray::number(i % 60), "file " + QByteArray::number(i));
        if (i == 5)
            file("empty", {});
        if (i % 40 == 7)
            file("noise", noise(3000 + i, quint32(i)));
        if (i % 60 == 9)
            file("large", noise(700'000, 1) + text + QByteArray(500'000, 'x'));
    }
    builder.git(path, {u"-c"_s, u"fastimport.unpackLimit=1"_s, u"fast-import"_s, u"--quiet"_s}, stream);
    builder.git(path, {u"tag"_s, u"-a"_s, u"-m"_s, u"noted"_s, u"v1"_s, u"master~3"_s});
    return path;
}

/// How deep the longest chain of deltas is, by git's own account.
int longestChain(const ArchiveBuilder &builder, const QString &path)
{
    int longest = 0;
    QDirIterator packs(objectsIn(path) + "/pack"_L1, {u"*.idx"_s});
    while (packs.hasNext()) {
        for (const QByteArray &line :
             builder.git(path, {u"verify-pack"_s, u"-v"_s, packs.next()}).split('\n')) {
            if (line.startsWith("chain length = "))
                longest = std::max(longest, line.mid(15, line.indexOf(':') - 15).toInt());
        }
    }
    return longest;
}

/// Compares what our reader gives with what git gives: by our reader alone, which has to know every object.
void compareAll(const Objects &objects, const QString &repository)
{
    PackReader reader(PackStore::open(objectsIn(repository)));
    for (const bool viewing : {true, false}) {
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            const std::optional<PackPlace> place = reader.store().locate(*parseHexId(object.key()));
            QVERIFY2(place, object.key().constData());
            TypedBytes read;
            if (viewing) {
                const auto view = reader.view(*place);
                QVERIFY2(view, object.key().constData());
                read = {view->type, view->bytes.toByteArray()};
            } else {
                const auto whole = reader.read(*place);
                QVERIFY2(whole, object.key().constData());
                read = *whole;
            }
            QCOMPARE(nameOf(read.type), object->type);
            QVERIFY2(read.bytes == object->bytes, object.key().constData());
        }
    }
}

} // namespace

class TestPacks : public QObject
{
    Q_OBJECT

private slots:
    void everyFormOfPackGivesWhatGitGives_data()
    {
        QTest::addColumn<QStringList>("repack");
        QTest::addColumn<int>("chain");
        QTest::newRow("no deltas") << QStringList{u"repack"_s, u"-adfq"_s, u"--window=0"_s} << 0;
        QTest::newRow("offset deltas, deep")
            << QStringList{u"repack"_s, u"-adfq"_s, u"--depth=50"_s, u"--window=30"_s} << 20;
        QTest::newRow("id deltas, deep") << QStringList{u"-c"_s,         u"repack.useDeltaBaseOffset=false"_s,
                                                        u"repack"_s,     u"-adfq"_s,
                                                        u"--depth=50"_s, u"--window=30"_s}
                                         << 20;
        QTest::newRow("stored, not compressed")
            << QStringList{u"-c"_s,    u"core.compression=0"_s, u"-c"_s, u"pack.compression=0"_s, u"repack"_s,
                           u"-adFq"_s, u"--window=0"_s}
            << 0;
        QTest::newRow("several packs") << QStringList{u"repack"_s, u"-adfq"_s, u"--max-pack-size=1m"_s} << 1;
    }

    void everyFormOfPackGivesWhatGitGives()
    {
        QFETCH(QStringList, repack);
        QFETCH(int, chain);
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        const Objects objects = objectsOf(builder, path);
        builder.git(path, repack);
        QVERIFY(longestChain(builder, path) >= chain);
        compareAll(objects, path);
    }

    void offsetsBeyondTheFirstTableAreRead()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        const Objects objects = objectsOf(builder, path);
        builder.git(path, {u"repack"_s, u"-adfq"_s});
        const QString pack = onlyFile(objectsIn(path), u"*.pack"_s);
        QFile::remove(onlyFile(objectsIn(path), u"*.idx"_s));
        builder.git(path, {u"index-pack"_s, u"--index-version=2,0x1000"_s, pack});
        compareAll(objects, path);
    }

    void tablesOfTheFirstVersionAreLeftToLibgit2()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        const Objects objects = objectsOf(builder, path);
        builder.git(path, {u"-c"_s, u"pack.indexVersion=1"_s, u"repack"_s, u"-adfq"_s});
        QVERIFY(PackStore::open(objectsIn(path))->packs().empty());
        const auto repository = Repository::open(path);
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            const ObjectId id = *parseHexId(object.key());
            QVERIFY(repository->contains(id));
            QCOMPARE(repository->storageOrder(id), Repository::UnknownPlace);
            QCOMPARE(repository->read(id)->bytes().toByteArray(), object->bytes);
        }
    }

    void repositoriesReadPackedAndLooseObjects()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        builder.git(path, {u"repack"_s, u"-adfq"_s});
        builder.append(path, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(3)));
        const Objects objects = objectsOf(builder, path);
        const auto repository = Repository::open(path);
        int loose = 0;
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            const ObjectId id = *parseHexId(object.key());
            loose += repository->storageOrder(id) == Repository::UnknownPlace;
            QVERIFY(repository->contains(id));
            const auto read = repository->read(id);
            QCOMPARE(nameOf(read->type()), object->type);
            QVERIFY2(read->bytes() == object->bytes, object.key().constData());
            QCOMPARE(repository->viewTree(id).ok(), object->type == "tree");
            QCOMPARE(repository->readCommit(id).ok(), object->type == "commit");
            if (object->type == "tree")
                QVERIFY(*repository->viewTree(id) == object->bytes);
        }
        QCOMPARE(loose, 9);
    }

    void storageOrderIsThatOfThePack()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        builder.git(path, {u"repack"_s, u"-adfq"_s});
        const QByteArray shown = builder.git(
            path, {u"verify-pack"_s, u"-v"_s, onlyFile(objectsIn(path), u"*.idx"_s)}); // in the pack's order
        const auto repository = Repository::open(path);
        std::uint64_t last = 0;
        int count = 0;
        for (const QByteArray &line : shown.split('\n')) {
            const std::optional<ObjectId> id = parseHexId(line.left(40));
            if (!id)
                continue;
            ++count;
            const std::uint64_t order = repository->storageOrder(*id);
            QVERIFY(order > last && order != Repository::UnknownPlace);
            last = order;
        }
        QVERIFY(count > 300);
        QCOMPARE(repository->storageOrder(ObjectId{1, 2, 3}), Repository::UnknownPlace);
    }

    void objectsAreBorrowedFromOtherRepositories()
    {
        ArchiveBuilder builder;
        const QString first = buildVariety(builder, u"first.git"_s);
        const QString second =
            builder.bareEpoch(u"second.git"_s, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(20)));
        Objects objects = objectsOf(builder, first);
        objects.insert(objectsOf(builder, second));
        for (const QString &path : {first, second})
            builder.git(path, {u"repack"_s, u"-adfq"_s});
        const QString all = builder.bareEpoch(u"all.git"_s, {});
        const auto borrow = [](const QString &path, const QByteArray &lines) {
            QDir(objectsIn(path)).mkpath(u"info"_s);
            QFile file(objectsIn(path) + "/info/alternates"_L1);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(lines);
        };
        // One from the other by either kind of path, and in a circle.
        borrow(all, "# epochs\n\n../../first.git/objects\n/no/such/directory\n");
        borrow(first, QFile::encodeName(objectsIn(second)) + '\n');
        borrow(second, "../../all.git/objects\n../../second.git/objects");
        compareAll(objects, all);
        QCOMPARE(PackStore::open(objectsIn(all))->packs().size(), std::size_t(2));
    }

    void storesAreSharedUntilSomethingChanges()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        const Objects objects = objectsOf(builder, path);
        builder.git(path, {u"repack"_s, u"-adfq"_s, u"--window=0"_s});
        const auto store = PackStore::open(objectsIn(path));
        QCOMPARE(PackStore::open(path + "/refs/../objects"_L1).get(), store.get());
        PackReader reader(store);
        builder.git(path, {u"repack"_s, u"-adfq"_s, u"--window=50"_s});
        QVERIFY(PackStore::open(objectsIn(path)).get() != store.get());
        compareAll(objects, path);
        // The old pack is gone from the directory, and can be read on.
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            const auto read = reader.read(*store->locate(*parseHexId(object.key())));
            QVERIFY(read && read->bytes == object->bytes);
        }
    }

    void packsThatComeLaterAreFound()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        builder.git(path, {u"repack"_s, u"-adfq"_s});
        const auto repository = Repository::open(path);
        builder.append(path, ArchiveBuilder::adding(ArchiveBuilder::sampleMessages(3)));
        builder.git(path, {u"repack"_s, u"-adfq"_s});
        const ObjectId tip = *parseHexId(builder.revision(path, u"HEAD"_s).toLatin1());
        QVERIFY(repository->readCommit(tip).ok());
        QCOMPARE(repository->storageOrder(tip), Repository::UnknownPlace);
        QVERIFY(Repository::open(path)->storageOrder(tip) != Repository::UnknownPlace);
    }

    void packsThatAreCutWhileTheyAreReadGiveNothing()
    {
        ArchiveBuilder builder;
        const QString path = buildVariety(builder, u"v.git"_s);
        builder.git(path, {u"repack"_s, u"-adfq"_s, u"--window=0"_s});
        const QString pack = onlyFile(objectsIn(path), u"*.pack"_s);
        const Objects objects = objectsOf(builder, path);
        PackReader reader(PackStore::open(objectsIn(path)));
        QFile file(pack);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.resize(file.size() / 2));
        int lost = 0;
        for (auto object = objects.begin(); object != objects.end(); ++object) {
            const auto read = reader.read(*reader.store().locate(*parseHexId(object.key())));
            lost += !read;
            QVERIFY(!read || read->bytes == object->bytes);
        }
        QVERIFY(lost > 0 && lost < objects.size());
        // Opened now, it does not pass for a pack.
        QVERIFY(!PackFile::open(onlyFile(objectsIn(path), u"*.idx"_s)));
    }

    void basesAreKeptUpToABound()
    {
        BaseCache cache;
        const auto number = [](std::uint64_t i) { return PackPlace{std::uint32_t(i % 3), 12 + i}; };
        constexpr std::uint64_t count = 400;
        const TypedBytes first{ObjectType::Blob, QByteArray(100'000, 'a')};
        QVERIFY(!cache.find(number(0)));
        for (std::uint64_t i = 0; i < count; ++i) {
            cache.insert(number(i), {ObjectType::Blob, QByteArray(100'000, char('a' + i % 26))});
            // The one that is used all the time stays.
            QVERIFY(cache.find(number(0)) && cache.find(number(0))->bytes == first.bytes);
        }
        std::uint64_t kept = 0;
        for (std::uint64_t i = 1; i < count; ++i) {
            const TypedBytes *const object = cache.find(number(i));
            QVERIFY(!object || object->bytes.front() == char('a' + i % 26));
            QVERIFY(object || kept == 0); // the last ones
            kept += object != nullptr;
        }
        QVERIFY(kept > 100 && kept < 200);
        cache.insert(number(1000), {ObjectType::Blob, QByteArray(50'000'000, 'x')});
        QVERIFY(!cache.find(number(1000)));
        QVERIFY(cache.find(number(0)));
    }

    void realArchivesHashToTheirIds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("one epoch") << u"archives/linux-hyperv/git/0.git"_s;
        QTest::newRow("the last of two") << u"archives/hyperv-2025q2/git/1.git"_s;
    }

    void realArchivesHashToTheirIds()
    {
        QFETCH(QString, name);
        const QString path = tests::sharedPath(name);
        if (path.isEmpty())
            QSKIP("the shared archives are not here");
        PackReader reader(PackStore::open(objectsIn(path)));
        QVERIFY(!reader.store().packs().empty());
        const std::uint32_t step = qEnvironmentVariableIntValue("LOREDESK_WHOLE_ARCHIVES") > 0 ? 1 : 23;
        for (std::uint32_t pack = 0; pack < reader.store().packs().size(); ++pack) {
            const PackIndex &index = reader.store().packs()[pack].index();
            for (std::uint32_t i = 0; i < index.count(); i += step) {
                const ObjectId id = index.idAt(i);
                const auto object = reader.read({pack, *index.offsetAt(i)});
                QVERIFY2(object, qPrintable(base::hexId(id)));
                QCryptographicHash hash(QCryptographicHash::Sha1);
                hash.addData(nameOf(object->type) + ' ' + QByteArray::number(object->bytes.size()) + '\0');
                hash.addData(object->bytes);
                QVERIFY2(rawId(hash.result().constData()) == id, qPrintable(base::hexId(id)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPacks)
#include "tst_packs.moc"
