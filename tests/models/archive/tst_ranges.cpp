// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/archive/listing.h"
#include "tests/support/archivebuilder.h"

using namespace Qt::StringLiterals;
using namespace loredesk;
using archive::RevisionRange;
using tests::ArchiveBuilder;
using tests::ArchiveStep;
using tests::Opened;

namespace {

QList<ArchiveStep> adding(int first, int last)
{
    QList<ArchiveStep> steps;
    for (int i = first; i <= last; ++i)
        steps << ArchiveStep{ArchiveStep::Kind::Add, ArchiveBuilder::sampleMessage(i), 0};
    return steps;
}

} // namespace

class TestRanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_inbox = m_builder.v2(u"inbox"_s, {adding(1, 3), adding(4, 4), adding(5, 6)});
        const QStringList epochs{m_inbox + "/git/0.git"_L1, m_inbox + "/git/1.git"_L1,
                                 m_inbox + "/git/2.git"_L1};
        m_builder.tag(epochs[0], u"one"_s, u"HEAD~2"_s);
        m_builder.tag(epochs[0], u"two"_s, u"HEAD~1"_s);
        m_builder.tag(epochs[1], u"four"_s, u"HEAD"_s);
        m_builder.tag(epochs[2], u"five"_s, u"HEAD~1"_s);
        m_builder.tag(epochs[2], u"six"_s, u"HEAD"_s);
        m_builder.tag(epochs[0], u"shared"_s, u"HEAD~2"_s);
        m_builder.tag(epochs[2], u"shared"_s, u"HEAD~1"_s);
    }

    void textIsReadAsARange_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("both") << u"a..b"_s << true << u"a"_s << u"b"_s;
        QTest::newRow("from") << u"a.."_s << true << u"a"_s << QString();
        QTest::newRow("to") << u"..b"_s << true << QString() << u"b"_s;
        QTest::newRow("one") << u"HEAD~5"_s << true << QString() << u"HEAD~5"_s;
        QTest::newRow("blanks") << u" a .. b "_s << true << u"a"_s << u"b"_s;
        QTest::newRow("a dot in a name") << u"v1.0..v1.1"_s << true << u"v1.0"_s << u"v1.1"_s;
        QTest::newRow("three dots") << u"a...b"_s << false << QString() << QString();
        QTest::newRow("nothing") << u""_s << false << QString() << QString();
        QTest::newRow("only dots") << u".."_s << false << QString() << QString();
    }

    void textIsReadAsARange()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::optional<RevisionRange> range = RevisionRange::parse(text);
        QCOMPARE(range.has_value(), valid);
        if (valid)
            QCOMPARE(*range, (RevisionRange{from, to}));
    }

    void rangesReachAcrossEpochs_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QByteArray>("numbers");
        QTest::newRow("in the first epoch") << u"one..two"_s << QByteArray("2");
        QTest::newRow("into the next") << u"two..four"_s << QByteArray("3 4");
        QTest::newRow("over one between") << u"two..six"_s << QByteArray("3 4 5 6");
        QTest::newRow("from there on") << u"five.."_s << QByteArray("6");
        QTest::newRow("from an early one on") << u"two.."_s << QByteArray("3 4 5 6");
        QTest::newRow("up to there") << u"..four"_s << QByteArray("1 2 3 4");
        QTest::newRow("one revision") << u"two"_s << QByteArray("1 2");
        QTest::newRow("last ones of the newest epoch") << u"HEAD~1..HEAD"_s << QByteArray("6");
        QTest::newRow("HEAD goes on into earlier epochs") << u"HEAD~4.."_s << QByteArray("3 4 5 6");
        QTest::newRow("to the very first") << u"HEAD~5.."_s << QByteArray("2 3 4 5 6");
        QTest::newRow("relative to a tag, into the epoch before") << u"five~3..five"_s << QByteArray("3 4 5");
        QTest::newRow("branch") << u"master~1..master"_s << QByteArray("6");
        QTest::newRow("nothing between") << u"four..four"_s << QByteArray();
        QTest::newRow("the wrong way round, one epoch") << u"two..one"_s << QByteArray();
        QTest::newRow("the wrong way round") << u"six..two"_s << QByteArray();
        QTest::newRow("both know it: the newest does") << u"shared.."_s << QByteArray("6");
        QTest::newRow("both know it: from is not after to") << u"shared..four"_s << QByteArray("2 3 4");
    }

    void rangesReachAcrossEpochs()
    {
        QFETCH(QString, range);
        QFETCH(QByteArray, numbers);
        const std::optional<RevisionRange> parsed = RevisionRange::parse(range);
        QVERIFY(parsed);
        const Opened opened(m_inbox, *parsed);
        QCOMPARE(opened.numbers(), numbers);
        QCOMPARE(opened.problems(), QString());
    }

    void shortIdsAndTagsThatLookLikeIds()
    {
        ArchiveBuilder builder;
        const QString path = builder.bareEpoch(u"one.git"_s, adding(1, 5));
        const QStringList commits = builder.commits(path);
        builder.tag(path, u"280157597"_s, commits[3]);
        QCOMPARE(Opened(path, {commits[1].left(10), u"280157597"_s}).numbers(), "3 4");
    }

    void anUnknownRevisionIsNamed_data()
    {
        QTest::addColumn<RevisionRange>("range");
        QTest::addColumn<QString>("named");
        QTest::newRow("to") << RevisionRange{u"HEAD~1"_s, u"nonesuch"_s} << u"nonesuch"_s;
        QTest::newRow("from") << RevisionRange{u"nonesuch"_s, u"HEAD"_s} << u"nonesuch"_s;
        QTest::newRow("too far back") << RevisionRange{u"HEAD~99"_s, {}} << u"HEAD~99"_s;
        QTest::newRow("nonsense") << RevisionRange{u"^{/"_s, {}} << u"^{/"_s;
    }

    void anUnknownRevisionIsNamed()
    {
        QFETCH(RevisionRange, range);
        QFETCH(QString, named);
        ArchiveBuilder builder;
        for (const QString &path :
             {builder.v2(u"inbox"_s, {adding(1, 2), adding(3, 4)}), builder.v1(u"v1.git"_s, adding(1, 3))}) {
            const auto opened = archive::open(path);
            QVERIFY(opened.ok());
            base::NoProgress progress;
            const auto listing = (*opened)->list(range, progress);
            QVERIFY(!listing);
            QCOMPARE(listing.error().code, base::ErrorCode::NoSuchRevision);
            QVERIFY2(listing.error().text.contains(named), qPrintable(listing.error().text));
            QVERIFY(!listing.error().hint.isEmpty());
        }
    }

    void deletionsInARangeTakeWhatTheRangeHolds()
    {
        ArchiveBuilder builder;
        QList<ArchiveStep> steps = adding(1, 4);
        steps << ArchiveStep{ArchiveStep::Kind::Remove, ArchiveBuilder::sampleMessage(4), 0}
              << ArchiveStep{ArchiveStep::Kind::Remove, ArchiveBuilder::sampleMessage(1), 0} << adding(5, 5);
        const QString path = builder.bareEpoch(u"one.git"_s, steps);
        // Message 1 came before the range: its deletion says nothing about the range, and is nothing wrong.
        const Opened opened(path, {u"HEAD~5"_s, u"HEAD"_s});
        QCOMPARE(opened.numbers(), "3 5");
        QCOMPARE(opened.problems(), QString());
    }

    void v1RangesHoldWhatArrivedInThem()
    {
        ArchiveBuilder builder;
        QList<ArchiveStep> steps = adding(1, 4);
        steps << ArchiveStep{ArchiveStep::Kind::Add, ArchiveBuilder::sampleMessage(1, "Edited.\n"), 0}
              << ArchiveStep{ArchiveStep::Kind::Remove, ArchiveBuilder::sampleMessage(3), 0} << adding(5, 5);
        const QString path = builder.v1(u"v1.git"_s, steps);
        QCOMPARE(Opened(path, {u"HEAD~5"_s, {}}).numbers(), "4 5");
        QCOMPARE(Opened(path, {u"HEAD~5"_s, u"HEAD~3"_s}).numbers(), "3 4");
        QCOMPARE(Opened(path, {{}, u"HEAD~5"_s}).numbers(), "1 2");
    }

    void archivesWithoutRevisionsRefuseARange()
    {
        ArchiveBuilder builder;
        const auto messages = ArchiveBuilder::sampleMessages(2);
        for (const QString &path :
             {builder.mbox(u"a.mbox"_s, messages), builder.maildir(u"maildir"_s, messages),
              builder.folder(u"folder"_s, messages)}) {
            const auto opened = archive::open(path);
            QVERIFY(opened.ok());
            QVERIFY(!(*opened)->hasRevisions());
            base::NoProgress progress;
            const auto listing = (*opened)->list({u"a"_s, u"b"_s}, progress);
            QVERIFY(!listing);
            QCOMPARE(listing.error().code, base::ErrorCode::BadInput);
        }
    }

    void aRangeOverSeveralAppliesWhereItsRevisionsAre()
    {
        ArchiveBuilder builder;
        const QString a = builder.bareEpoch(u"a.git"_s, adding(1, 3));
        const QString b = builder.bareEpoch(u"b.git"_s, adding(4, 6));
        const QString c = builder.mbox(u"c.mbox"_s, ArchiveBuilder::sampleMessages(1));
        builder.tag(b, u"only-b"_s, u"HEAD~1"_s);
        QCOMPARE(Opened(QStringList{a, b, c}, {u"only-b"_s, {}}).numbers(), "6");
        const auto opened = archive::open(QStringList{a, b, c});
        base::NoProgress progress;
        const auto listing = (*opened)->list({u"nowhere"_s, {}}, progress);
        QVERIFY(!listing);
        QCOMPARE(listing.error().code, base::ErrorCode::NoSuchRevision);
    }

private:
    ArchiveBuilder m_builder;
    QString m_inbox; ///< three epochs of messages 1 2 3, 4, 5 6
};

QTEST_GUILESS_MAIN(TestRanges)
#include "tst_ranges.moc"
