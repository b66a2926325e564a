// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using tests::printSeries;

class TestPatchSeries : public QObject
{
    Q_OBJECT

private slots:
    void seriesAreReadAndPrinted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("series");

        QTest::newRow("cover and patches") << u"0 1 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("answers") << u"0(re) 1(re(re) bot) 2"_s << u"0(re) 1(re(re) bot) 2 /2"_s;
        QTest::newRow("without a cover") << u"1 2 3"_s << u"1 2 3 /3"_s;
        QTest::newRow("a missing patch") << u"v2 0 1(re re) 2 - /3"_s << u"v2 0 1(re re) 2 - /3"_s;
        QTest::newRow("only the last") << u"3 /3"_s << u"- - 3 /3"_s;
        QTest::newRow("a single patch") << u"p(re)"_s << u"1(re) /1"_s;
        QTest::newRow("out of order") << u"0 3 1 2"_s << u"0 1 2 3 /3"_s;
        QTest::newRow("more than announced") << u"0 1 2 3 /2"_s << u"0 1 2 3 /2"_s;
        QTest::newRow("a pull request") << u"gitpull(re)"_s << u"p(re) /0"_s;
        QTest::newRow("numbered pull requests") << u"pull 0 1 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("a question") << u"other(re re)"_s << QString();
        QTest::newRow("below a cover that was never seen") << u"ghost 1 2"_s << u"1 2 /2"_s;
        QTest::newRow("a cover without a number") << u"naked 1 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("a single patch with a cover of its own") << u"naked p"_s << u"0 1 /1"_s;
        QTest::newRow("a plain patch below 0/1") << u"0 p /1"_s << u"0 1 /1"_s;
        QTest::newRow("unthreaded") << u"loose 0 1 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("unthreaded without a cover") << u"loose 2 1"_s << u"1 2 /2"_s;
        QTest::newRow("unthreaded, hours apart")
            << u"\"a\" loose 1 /2\n\"a\" +2h loose 2"_s << u"1 - /2\n- 2 /2"_s;
        QTest::newRow("unthreaded, of two people")
            << u"loose 1 /2\n+1m @bob loose 2"_s << u"1 - /2\n- 2 /2"_s;
        QTest::newRow("the same patch thrice, unthreaded")
            << u"loose v2 1 1 1 /4"_s << u"v2 1 - - - /4\nv2 1 - - - /4\nv2 1 - - - /4"_s;
        QTest::newRow("one slot sent again in the thread") << u"0 1 2 2 3"_s << u"0 1 2*2 3 /3"_s;
        QTest::newRow("a whole set sent again below the first")
            << u"1 2\n>1 +10m 1 2"_s << u"1 2 /2\n1 2 /2"_s;
        QTest::newRow("a version below the one before")
            << u"0 1 2\n>1 v2 0 1 2"_s << u"0 1 2 /2\nv2 0 1 2 /2"_s;
        QTest::newRow("a version below a patch of the one before")
            << u"0 1 2\n>1.2 v2 0 1 2"_s << u"0 1 2 /2\nv2 0 1 2 /2"_s;
        QTest::newRow("versions never share slots") << u"1 /2\n>1 v2 2"_s << u"1 - /2\nv2 - 2 /2"_s;
        QTest::newRow("two totals never share slots")
            << u"\"a\" 0 1 /2\n\"a\" >1.1 2 /3"_s << u"0 1 - /2\n- 2 - /3"_s;
        QTest::newRow("two authors share slots below one cover") << u"0 1 - /2\n>1 @bob 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("two authors do not without one") << u"1 - /2\n>1 @bob 2"_s << u"1 - /2\n- 2 /2"_s;
        QTest::newRow("somebody's own patch in the thread") << u"0 1 2\n>1.1 @bob p"_s << u"0 1 2 /2\n1 /1"_s;
        QTest::newRow("a cover whose Message-ID was replaced on the way")
            << u"0 /2\n+1m ghost 1 2"_s << u"0 1 2 /2"_s;
        QTest::newRow("parts of two series below ghosts")
            << u"ghost 1 /2\n+1m ghost 2"_s << u"1 - /2\n- 2 /2"_s;
        QTest::newRow("unthreaded, for two trees")
            << u"loose tag:6.1.y 1 /2\n+1m loose tag:6.6.y 2"_s << u"1 - /2\n- 2 /2"_s;
        QTest::newRow("one more below a single patch") << u"p\n>1 2 /1"_s << u"1 2 /1"_s;
        QTest::newRow("a cover that names another version") << u"0 /2\n>1 +1m v2 1 2"_s << u"v2 0 1 2 /2"_s;
        QTest::newRow("a version without a cover below a cover that is alone, a day later")
            << u"0 /2\n>1 v2 1 2"_s << u"0 - - /2\nv2 1 2 /2"_s;
        QTest::newRow("the cover follows its patches") << u"1 2\n>1 +1h 0 /2"_s << u"0 1 2 /2"_s;
    }

    void seriesAreReadAndPrinted()
    {
        QFETCH(QString, text);
        QFETCH(QString, series);
        QCOMPARE(printSeries(*catalogFrom(text)), series);
    }

    void patchesWithoutAVersionHaveThatOfTheirCover()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"v3 0 1 2"_s);
        for (std::size_t row : {1u, 2u}) {
            heads[row].prefix.version = 1;
            heads[row].prefix.versionInferred = true;
        }
        QCOMPARE(printSeries(*catalog::Catalog::build({}, heads, {})), u"v3 0 1 2 /2"_s);
    }

    void aCounterThatClaimsThousandsMakesNoThousands()
    {
        const auto catalog = catalogFrom(u"loose 7 /9999"_s);
        QCOMPARE(catalog->series().front().patches.size(), 1);
        QCOMPARE(catalog->series().front().total, 9999);
        QVERIFY(!catalog->series().front().complete);
        QCOMPARE(catalog->series().front().present(), 1);
    }

    void everyMessageKnowsItsSeries()
    {
        const auto catalog = catalogFrom(u"0 1(re) 2 2\nother"_s);
        const base::SeriesIndex first(0);
        QCOMPARE(catalog->seriesOf(catalog->find("1.0@example.org")), first);
        QCOMPARE(catalog->seriesOf(catalog->find("<1.1@example.org>")), first);
        QCOMPARE(catalog->seriesOf(catalog->find("1.2~2@example.org")), first);
        QVERIFY(!catalog->seriesOf(catalog->find("1.1.1@example.org")).isValid());
        QVERIFY(!catalog->seriesOf(catalog->find("2.other@example.org")).isValid());
        QVERIFY(!catalog->find("nobody@example.org").isValid());
    }

    void whatASeriesSaysOfItself()
    {
        const auto catalog =
            catalogFrom(u"\"tidy the frob\" @ada 0 1@bob 2\n\"fix it\" @carol 1@dave(re) 2 rfc resend"_s);
        const series::PatchSeries &covered = catalog->series().at(0), &bare = catalog->series().at(1);
        QVERIFY(covered.haveCover && covered.complete && !covered.nakedCover);
        QCOMPARE(covered.title, u"tidy the frob"_s);
        QCOMPARE(covered.author.name, u"Ada"_s);
        QVERIFY(!bare.haveCover && bare.complete && bare.rfc && bare.resend);
        QCOMPARE(bare.title, u"fix it, part 1"_s);
        QCOMPARE(bare.author.name, u"Dave"_s);
        QCOMPARE(bare.submitter.name, u"Carol"_s);
        QCOMPARE(catalog->message(bare.head()).messageId, "2.1@example.org");
        QCOMPARE(bare.lastDate - bare.date, 120);
    }

    void aFloodOfOneCounterStaysCheap()
    {
        std::vector<series::MessageHead> heads;
        for (int i = 0; i < 20000; ++i) {
            heads.push_back(tests::headsFrom(u"loose 1 /4"_s).front());
            heads.back().messageId = QByteArray::number(i);
            heads.back().contentHash = tests::contentHashOf(QByteArray::number(i));
        }
        QCOMPARE(catalog::Catalog::build({}, heads, {})->series().size(), 20000);
    }
};

QTEST_APPLESS_MAIN(TestPatchSeries)
#include "tst_patchseries.moc"
