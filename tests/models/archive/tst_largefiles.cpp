// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of sizes that were made to exhaust a reader: a message is given up to a limit, and how much is
// missing.
#include <QFile>
#include <QTest>

#include "models/archive/archive.h"
#include "models/base/limits.h"
#include "tests/support/archivebuilder.h"

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;

namespace {

constexpr qint64 Large = 200'000'000;
const QByteArray header =
    "From: Ada <ada@example.org>\nSubject: large\nMessage-ID: <large@example.org>\n\nbegins\n";

/// A file that takes no room on the disk: NULs behind `begin`, up to `size` bytes, then `end`.
QString hollowFile(const QString &path, const QByteArray &begin, qint64 size, const QByteArray &end)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(begin) == begin.size() &&
                         file.seek(size) && file.write(end) == end.size();
    return written ? path : QString();
}

struct Opened
{
    std::unique_ptr<archive::Archive> archive;
    archive::Listing listing;
};

Opened open(const QStringList &paths)
{
    Opened opened;
    auto archive = archive::open(paths);
    if (!archive)
        return opened;
    opened.archive = *std::move(archive);
    base::NoProgress progress;
    if (auto listing = opened.archive->list({}, progress))
        opened.listing = *std::move(listing);
    return opened;
}

} // namespace

class TestLargeFiles : public QObject
{
    Q_OBJECT

private slots:
    void aMessageOf200MegabytesIsGivenUpToTheLimit_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
             {"mbox", "mbox among several", "message file", "maildir", "patch in a folder"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void aMessageOf200MegabytesIsGivenUpToTheLimit()
    {
        QFETCH(QString, kind);
        ArchiveBuilder builder;
        const QByteArray small = ArchiveBuilder::sampleMessage(1);
        const QByteArray separator = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
        QStringList paths;
        if (kind.startsWith("mbox"_L1)) {
            paths << hollowFile(builder.path(u"large.mbox"_s), separator + header, Large,
                                "\n\n" + separator + small);
            if (kind == "mbox among several"_L1)
                paths.prepend(builder.mbox(u"other"_s, {ArchiveBuilder::sampleMessage(2)}));
        } else if (kind == "message file"_L1) {
            paths << hollowFile(builder.path(u"large.eml"_s), header, Large, "\n");
        } else if (kind == "maildir"_L1) {
            paths << builder.maildir(u"maildir"_s, {small});
            hollowFile(paths[0] + "/cur/1.large:2,"_L1, header, Large, "\n");
        } else {
            paths << builder.folder(u"folder"_s, {small});
            hollowFile(paths[0] + "/0002-large.patch"_L1,
                       "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n" + header,
                       Large, "\n");
        }
        const Opened opened = open(paths);
        QVERIFY(opened.archive);
        const std::unique_ptr<archive::Reader> reader = opened.archive->reader();
        int large = 0;
        int others = 0;
        for (const archive::Entry &entry : opened.listing.entries) {
            const base::Result<QByteArray> message = reader->read(entry.position);
            QVERIFY(message.ok());
            if (!message->startsWith(header)) {
                QCOMPARE(reader->leftOut(), 0);
                ++others;
                continue;
            }
            ++large;
            QVERIFY(message->size() <= base::LargestMessage);
            QVERIFY(message->size() > base::LargestMessage - 100);
            QVERIFY(message->size() + reader->leftOut() > Large - 100);
            QVERIFY(message->size() + reader->leftOut() < Large + 100);
        }
        QCOMPARE(large, 1);
        QCOMPARE(others, kind == "message file"_L1 ? 0 : kind == "mbox among several"_L1 ? 2 : 1);
    }

    void aBlobBeyondTheLimitIsGivenUpToIt()
    {
        ArchiveBuilder builder;
        const QByteArray message = header + QByteArray(base::LargestMessage, '\0') + '\n';
        const Opened opened = open({builder.v2(u"inbox"_s, {ArchiveBuilder::adding({message})})});
        QVERIFY(opened.archive);
        QCOMPARE(opened.listing.entries.size(), std::size_t(1));
        const std::unique_ptr<archive::Reader> reader = opened.archive->reader();
        const base::Result<QByteArray> read = reader->read(opened.listing.entries[0].position);
        QVERIFY(read.ok());
        QCOMPARE(read->size(), base::LargestMessage);
        QCOMPARE(reader->leftOut(), header.size() + 1);
    }

    void theReportSaysHowMuchIsMissing()
    {
        QCOMPARE(archive::tooLargeProblem({u"/a.mbox"_s, -1, {}, 0, {}}, 1000).toString(),
                 u"/a.mbox, byte 0: the message has 67109864 bytes, more than are read "
                 "(67108864 were read, the 1000 behind them left out)"_s);
    }

    void anMboxThatGrowsAThousandfoldIsReadInPart()
    {
        ArchiveBuilder builder;
        const QByteArray mbox = "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + header;
        const Opened opened =
            open({builder.file(u"bomb.mbox.gz"_s, ArchiveBuilder::gzipped(mbox + QByteArray(Large, '\0')))});
        QVERIFY(opened.archive);
        QCOMPARE(opened.listing.entries.size(), std::size_t(1));
        QCOMPARE(opened.listing.problems.size(), 1);
        QCOMPARE(opened.listing.problems[0].text,
                 u"The gzip data unpack to more than a mail archive can hold"_s);
        const auto message = opened.archive->reader()->read(opened.listing.entries[0].position);
        QVERIFY(message.ok());
        QVERIFY(message->startsWith(header) && message->size() <= base::LargestMessage);
    }

    void oneLineWithoutEndIsNoMail()
    {
        ArchiveBuilder builder;
        const auto opened = archive::open(hollowFile(builder.path(u"line"_s), "no mail", Large, "at all"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, base::ErrorCode::NotAnArchive);
    }

    void separatorsByTheHundredThousandAreMessages()
    {
        ArchiveBuilder builder;
        const QByteArray record = "From mboxrd@z Thu Jan  1 00:00:00 1970\nSubject: x\n\n\n";
        const Opened opened = open({builder.file(u"many.mbox"_s, record.repeated(200'000))});
        QCOMPARE(opened.listing.entries.size(), std::size_t(200'000));
        QVERIFY(opened.listing.problems.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestLargeFiles)
#include "tst_largefiles.moc"
