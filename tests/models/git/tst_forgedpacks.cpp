// SPDX-License-Identifier: GPL-3.0-or-later
// Packs as git would not write them: forged ones, which tell the truth or lie.
#include "models/git/packreader.h"
#include "models/git/repository.h"
#include "tests/models/git/packfiles.h"
#include "tests/models/git/packforge.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::git;
using tests::noise;
using tests::objectsIn;
using tests::onlyFile;
using tests::PackForge;

namespace {

/// Reads an object of what was forged, by our reader alone.
std::optional<TypedBytes> readForged(const PackForge &forge, int number = 1)
{
    const QTemporaryDir directory;
    forge.write(directory.path());
    PackReader reader(PackStore::open(directory.path()));
    const std::optional<PackPlace> place = reader.store().locate(PackForge::id(number));
    if (!place)
        return {};
    const auto view = reader.view(*place);
    const auto read = reader.read(*place);
    if (view.has_value() != read.has_value())
        qFatal("view and read are not of one mind");
    return read;
}

const QByteArray Text = "From: a@example.org\nSubject: a base\n\nThe base of a delta.\n";

/// A delta for Text that copies all of it and appends `appended`.
QByteArray appending(const QByteArray &appended)
{
    QByteArray bytes = PackForge::deltaSize(quint64(Text.size())) +
                       PackForge::deltaSize(quint64(Text.size() + appended.size())) + "\x90" +
                       char(Text.size());
    if (!appended.isEmpty())
        bytes += char(appended.size()) + appended;
    return bytes;
}

struct Lie
{
    const char *name;
    std::function<void(PackForge &)> tell; ///< adds object 1 behind object 2, which is Text
};

/// The delta that makes `size` bytes with `commands`, for a base of `baseSize`.
QByteArray delta(quint64 baseSize, quint64 size, const QByteArray &commands)
{
    return PackForge::deltaSize(baseSize) + PackForge::deltaSize(size) + commands;
}

std::vector<Lie> lies()
{
    const auto sized = [](quint64 size) {
        return [size](PackForge &forge) {
            forge.addRaw(1, PackForge::header(PackForge::Blob, size) + PackForge::deflated(Text));
        };
    };
    const auto bytes = [](const QByteArray &raw) {
        return [raw](PackForge &forge) { forge.addRaw(1, raw); };
    };
    const auto table = [](quint64 offset) {
        return [offset](PackForge &forge) { forge.setOffset(1, offset); };
    };
    const auto deltified = [](const QByteArray &bytes) {
        return [bytes](PackForge &forge) { forge.addOffsetDelta(1, 12, bytes); };
    };
    const quint64 size = quint64(Text.size());
    const QByteArray blob = PackForge::header(PackForge::Blob, size);
    const QByteArray stream = PackForge::deflated(Text);
    QByteArray otherChecksum = stream;
    otherChecksum.back() = char(otherChecksum.back() ^ 1);
    QByteArray gzip = stream;
    gzip[0] = '\x1f';
    return {
        {"no header", bytes({})},
        {"a size without an end", bytes(QByteArray(20, '\xbf'))},
        {"a size of more than 64 bits", bytes("\xbf" + QByteArray(9, '\xff') + '\x7f' + stream)},
        {"a size and no stream", bytes(blob)},
        {"a larger size", sized(size + 1)},
        {"a smaller size", sized(size - 1)},
        {"no size", sized(0)},
        {"a size of a tebibyte", sized(quint64(1) << 40)},
        {"a size of 2^59 bytes", sized(quint64(1) << 59)},
        {"type 0", bytes(PackForge::header(0, size) + stream)},
        {"type 5", bytes(PackForge::header(5, size) + stream)},
        {"half a stream", bytes(blob + stream.left(stream.size() / 2))},
        {"no zlib stream", bytes(blob + gzip)},
        {"noise for a stream", bytes(blob + "\x78\x9c" + noise(200, 7))},
        {"another checksum", bytes(blob + otherChecksum)},
        {"an offset in the pack's header", table(4)},
        {"an offset in the middle of an object", table(20)},
        {"an offset in the pack's checksum",
         [](PackForge &forge) { forge.setOffset(1, quint64(forge.end())); }},
        {"an offset beyond the end", table(1'000'000)},
        {"an offset beyond 2 GiB", table(quint64(1) << 40)},
        {"an offset of 2^63", table(quint64(1) << 63)},
        {"a delta for what is before the pack",
         [](PackForge &forge) { forge.addOffsetDelta(1, 11, appending("x")); }},
        {"a delta for itself",
         [](PackForge &forge) { forge.addOffsetDelta(1, forge.end(), appending("x")); }},
        {"a delta for what comes later",
         [](PackForge &forge) { forge.addOffsetDelta(1, forge.end() + 5, appending("x")); }},
        {"a distance without an end",
         bytes(PackForge::header(PackForge::OffsetDelta, 5) + QByteArray(30, '\xff'))},
        {"a delta for the middle of an object",
         [](PackForge &forge) { forge.addOffsetDelta(1, 20, appending("x")); }},
        {"a delta by id for nothing", [](PackForge &forge) { forge.addIdDelta(1, 99, appending("x")); }},
        {"half an id", bytes(PackForge::header(PackForge::IdDelta, 5) + "12345")},
        {"a delta by id for itself", [](PackForge &forge) { forge.addIdDelta(1, 1, appending("x")); }},
        {"two deltas for each other",
         [](PackForge &forge) {
             forge.addIdDelta(1, 3, appending("x"));
             forge.addIdDelta(3, 1, appending("x"));
         }},
        {"a delta without a byte", deltified({})},
        {"a delta of half a size", deltified("\xff")},
        {"a delta of a size without an end", deltified(QByteArray(12, '\xff'))},
        {"a delta for a larger base", deltified(delta(size + 1, 1, QByteArray("\1x")))},
        {"a delta for a smaller base", deltified(delta(size - 1, 1, QByteArray("\1x")))},
        {"a delta that makes less", deltified(delta(size, 2, "\1x"))},
        {"a delta that makes more", deltified(delta(size, 1, "\2xy"))},
        {"a delta that copies more", deltified(delta(size, 1, "\x90\x02"))},
        {"a delta that makes a tebibyte", deltified(delta(size, quint64(1) << 40, "\1x"))},
        {"a delta that adds what it has not", deltified(delta(size, 9, "\x09xy"))},
        {"a delta that copies from beyond the base",
         deltified(delta(size, 2, "\x91" + QByteArray(1, char(size - 1)) + "\2"))},
        {"a delta that copies from far beyond", deltified(delta(size, 1, "\x9f\xff\xff\xff\xff\1"))},
        {"a delta that copies half an offset", deltified(delta(size, 1, "\x9f\1"))},
        {"a delta that copies half a length", deltified(delta(size, 1, "\xf0\1"))},
        {"a delta that copies 64 KiB", deltified(delta(size, 0x10000, "\x80"))},
        {"a delta with the reserved command", deltified(delta(size, 1, QByteArray("\0\1x", 3)))},
    };
}

} // namespace

class TestForgedPacks : public QObject
{
    Q_OBJECT

private slots:
    void forgedPacksThatTellTheTruthAreRead()
    {
        PackForge forge;
        const qint64 base = forge.add(2, PackForge::Tree, Text);
        forge.addIdDelta(3, 2, appending("one\n"));
        forge.addOffsetDelta(1, base, appending("two\n"));
        // As many deltas as a chain may have, then one on top.
        constexpr int longest = int(PackReader::LongestChain);
        forge.add(10, PackForge::Blob, Text);
        for (int i = 1; i <= longest + 1; ++i)
            forge.addIdDelta(10 + i, 10 + i - 1, appending({}));
        const auto bytes = [&](int number) {
            return readForged(forge, number).value_or(TypedBytes{ObjectType::Other, "nothing"}).bytes;
        };
        QCOMPARE(bytes(2), Text);
        QCOMPARE(bytes(3), Text + "one\n");
        QCOMPARE(bytes(1), Text + "two\n");
        QCOMPARE(readForged(forge)->type, ObjectType::Tree);
        QCOMPARE(bytes(10 + longest), Text);
        QVERIFY(!readForged(forge, 10 + longest + 1));
    }

    void packsThatLieGiveNothing_data()
    {
        QTest::addColumn<int>("lie");
        const std::vector<Lie> all = lies();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << int(i);
    }

    void packsThatLieGiveNothing()
    {
        QFETCH(int, lie);
        PackForge forge;
        forge.add(2, PackForge::Blob, Text);
        lies()[std::size_t(lie)].tell(forge);
        QVERIFY(!readForged(forge));
        QCOMPARE(readForged(forge, 2)->bytes, Text);

        // The same in a repository is an error that says which object it is.
        const QTemporaryDir directory;
        const QString path = directory.path();
        QVERIFY(QDir(path).mkpath(u"refs"_s));
        QFile head(path + "/HEAD"_L1);
        QVERIFY(head.open(QIODevice::WriteOnly) && head.write("ref: refs/heads/master\n") > 0);
        head.close();
        forge.write(objectsIn(path));
        const auto repository = Repository::open(path);
        QVERIFY(repository.ok());
        const auto read = repository->read(PackForge::id(1));
        QVERIFY(!read);
        QVERIFY(read.error().text.contains(base::hexId(PackForge::id(1)).left(12)));
    }

    void tablesThatLieAreNotTaken_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("size"); ///< of the table then, relative to what it was
        QTest::newRow("another magic") << 0 << QByteArray("\377tOd") << 0;
        QTest::newRow("version 3") << 7 << QByteArray("\3") << 0;
        QTest::newRow("counts that fall") << 8 << QByteArray("\0\0\1\0", 4) << 0;
        QTest::newRow("more than the file holds") << 8 + 255 * 4 << QByteArray("\0\0\0\3", 4) << 0;
        QTest::newRow("far more than the file holds") << 8 + 255 * 4 << QByteArray("\xff\xff\xff\xff") << 0;
        QTest::newRow("fewer than the pack holds") << 8 + 255 * 4 << QByteArray("\0\0\0\1", 4) << 0;
        QTest::newRow("another pack's") << -40 << QByteArray("another") << 0;
        QTest::newRow("a byte too long") << 0 << QByteArray() << 1;
        QTest::newRow("more large offsets than objects") << 0 << QByteArray() << 24;
        QTest::newRow("a byte too short") << 0 << QByteArray() << -1;
        QTest::newRow("the beginning of a header") << 0 << QByteArray() << -1000;
        QTest::newRow("empty") << 0 << QByteArray() << -100'000;
    }

    void tablesThatLieAreNotTaken()
    {
        QFETCH(int, at);
        QFETCH(QByteArray, bytes);
        QFETCH(int, size);
        PackForge forge;
        forge.add(1, PackForge::Blob, Text);
        forge.add(2, PackForge::Blob, Text);
        const QByteArray pack = forge.pack();
        QByteArray index = forge.index(pack);
        index.replace(at < 0 ? index.size() + at : at, bytes.size(), bytes);
        // What comes or goes is in front of the checksums at the end.
        if (size > 0)
            index.insert(index.size() - 40, QByteArray(size, '\0'));
        else
            index.chop(std::min(qsizetype(-size), index.size()));
        const QTemporaryDir directory;
        PackForge::write(directory.path(), pack, index);
        QVERIFY(PackStore::open(directory.path())->packs().empty());
    }

    void packsThatAreNoneAreNotTaken()
    {
        PackForge forge;
        forge.add(1, PackForge::Blob, Text);
        const QByteArray good = forge.pack();
        const QByteArray index = forge.index(good);
        for (const QByteArray &bad :
             {QByteArray(), good.left(20), good.left(good.size() - 1), good.left(31),
              QByteArray(good).replace(0, 4, "PACX"), QByteArray(good).replace(7, 1, "\4"),
              QByteArray(good).replace(11, 1, "\2")}) {
            const QTemporaryDir directory;
            PackForge::write(directory.path(), good, index);
            QFile file(onlyFile(directory.path(), u"*.pack"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bad) == bad.size());
            file.close();
            QVERIFY(PackStore::open(directory.path())->packs().empty());
        }
        const QTemporaryDir directory;
        QVERIFY(PackStore::open(directory.path())->packs().empty());
        QVERIFY(PackStore::open(directory.filePath(u"nothing"_s))->packs().empty());
        PackForge::write(directory.path(), good, index);
        const QString path = onlyFile(directory.path(), u"*.pack"_s);
        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(PackStore::open(directory.path())->packs().empty());
    }

    void packsOfAnyBytesDoNoHarm()
    {
        // Valid packs with single bytes changed: whatever comes of it stays within bounds, which the
        // sanitizers watch, and ends.
        PackForge forge;
        const qint64 base = forge.add(2, PackForge::Blob, Text);
        forge.addOffsetDelta(3, base, appending("one\n"));
        forge.addIdDelta(
            1, 3, PackForge::deltaSize(quint64(Text.size() + 4)) + PackForge::deltaSize(4) + "\x90\x04");
        const QByteArray good = forge.pack();
        const QTemporaryDir directory;
        forge.write(directory.path(), good);
        QFile file(onlyFile(directory.path(), u"*.pack"_s));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        int given = 0;
        for (qsizetype at = 12; at < good.size() - 20; ++at) {
            for (const int change : {1, 0x80, 0x55}) {
                QVERIFY(file.seek(at) && file.putChar(char(good[at] ^ change)));
                PackReader reader(PackStore::open(directory.path()));
                QCOMPARE(reader.store().packs().size(), std::size_t(1));
                for (const int number : {1, 2, 3})
                    given += reader.read(*reader.store().locate(PackForge::id(number))).has_value();
            }
            QVERIFY(file.seek(at) && file.putChar(good[at]));
        }
        // Of the three objects, those before the change are still there.
        QVERIFY(given > 0);
        QVERIFY(given < 3 * 3 * int(good.size()));
    }
};

QTEST_GUILESS_MAIN(TestForgedPacks)
#include "tst_forgedpacks.moc"
