// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/bytesource.h"
#include "tests/support/archivebuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using archive::ByteSource;
using tests::ArchiveBuilder;

namespace {

base::Result<std::shared_ptr<const ByteSource>> openSource(const QString &path)
{
    base::NoProgress progress;
    return ByteSource::open(path, progress);
}

/// Bytes that hardly shrink: nothing here may look like a bomb by accident.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24);
    }
    return bytes;
}

} // namespace

class TestByteSource : public QObject
{
    Q_OBJECT

private slots:
    void plainAndGzipGiveTheSame()
    {
        ArchiveBuilder builder;
        const QByteArray bytes = noise(700000);
        const auto plain = openSource(builder.file(u"plain"_s, bytes));
        const auto packed = openSource(builder.file(u"packed"_s, ArchiveBuilder::gzipped(bytes)));
        QVERIFY(plain.ok() && packed.ok());
        QVERIFY((*plain)->bytes() == bytes);
        QVERIFY((*packed)->bytes() == bytes);
        QVERIFY(!(*plain)->isGzip());
        QVERIFY((*packed)->isGzip());
        QVERIFY((*packed)->problems().isEmpty());
    }

    void membersFollowEachOther()
    {
        ArchiveBuilder builder;
        const auto source =
            openSource(builder.file(u"two"_s, ArchiveBuilder::gzipped("one ") +
                                                  ArchiveBuilder::gzipped("two") + QByteArray(512, '\0')));
        QVERIFY(source.ok());
        QCOMPARE((*source)->bytes().toByteArray(), "one two");
        QVERIFY((*source)->problems().isEmpty());
    }

    void whatIsLargeGoesThroughATemporaryFile()
    {
        ArchiveBuilder builder;
        const QByteArray block = noise(1 << 20);
        QByteArray bytes;
        for (int i = 0; i < 70; ++i)
            bytes += block;
        const auto source = openSource(builder.file(u"large"_s, ArchiveBuilder::gzipped(bytes)));
        QVERIFY(source.ok());
        QVERIFY((*source)->bytes() == bytes);
    }

    void aBombIsStopped()
    {
        ArchiveBuilder builder;
        // 512 MiB of nothing in half a megabyte.
        const QByteArray member = ArchiveBuilder::gzipped(QByteArray(64 << 20, '\0'));
        QByteArray bomb;
        for (int i = 0; i < 8; ++i)
            bomb += member;
        const auto source = openSource(builder.file(u"bomb.gz"_s, bomb));
        QVERIFY(source.ok());
        QCOMPARE((*source)->problems().size(), 1);
        QVERIFY((*source)->bytes().size() < (qsizetype(80) << 20));
    }

    void brokenGzipIsAProblemAndKeepsTheStart()
    {
        ArchiveBuilder builder;
        const QByteArray bytes = noise(600000);
        QByteArray packed = ArchiveBuilder::gzipped(bytes);
        for (qsizetype i = packed.size() / 2; i < packed.size() / 2 + 64; ++i)
            packed[i] = char(~packed[i]);
        const auto source = openSource(builder.file(u"broken"_s, packed));
        QVERIFY(source.ok());
        QCOMPARE((*source)->problems().size(), 1);
        QVERIFY((*source)->bytes().size() > 1000);
        QVERIFY((*source)->bytes().first(1000) == QByteArrayView(bytes).first(1000));
    }

    void headIsUnpackedToo()
    {
        ArchiveBuilder builder;
        const auto plain = ByteSource::head(builder.file(u"plain"_s, "abcdef"), 4);
        const auto packed = ByteSource::head(builder.file(u"packed"_s, ArchiveBuilder::gzipped("abcdef")), 4);
        const auto whole = ByteSource::head(builder.file(u"whole"_s, "ab"), 4);
        QCOMPARE(*plain, "abcd");
        QCOMPARE(*packed, "abcd");
        QCOMPARE(*whole, "ab");
    }

    void cancelStopsUnpacking()
    {
        class Cancelled final : public base::ProgressSink
        {
        public:
            void progress(const QString &, std::int64_t, std::int64_t) override {}
            bool cancelled() const override { return true; }
        };
        ArchiveBuilder builder;
        Cancelled cancelled;
        const auto source =
            ByteSource::open(builder.file(u"a"_s, ArchiveBuilder::gzipped(noise(600000))), cancelled);
        QVERIFY(!source);
        QCOMPARE(source.error().code, base::ErrorCode::Cancelled);
    }

    void absentFileIsUnreadable()
    {
        ArchiveBuilder builder;
        const auto source = openSource(builder.path(u"nothing"_s));
        QVERIFY(!source);
        QCOMPARE(source.error().code, base::ErrorCode::Unreadable);
        QCOMPARE(source.error().place.path, builder.path(u"nothing"_s));
    }
};

QTEST_APPLESS_MAIN(TestByteSource)
#include "tst_bytesource.moc"
