// SPDX-License-Identifier: GPL-3.0-or-later
// Series, their versions, trailers from replies, and bots, rule by rule; tst_threads has the rules of
// threads.
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using tests::printCollected;
using tests::printLineages;
using tests::printSeries;

namespace {

QString grouped(const QString &text)
{
    return printSeries(*catalogFrom(text));
}
QString lineages(const QString &text)
{
    return printLineages(*catalogFrom(text));
}
QString collected(const QString &text)
{
    return printCollected(*catalogFrom(text));
}

} // namespace

class TestSeriesRules : public QObject
{
    Q_OBJECT

private slots:
    // Series
    void aThreadGroupsBySenderVersionTotalAndFreeSlot()
    {
        QCOMPARE(grouped(u"0 1 2"_s), u"0 1 2 /2"_s);
        QCOMPARE(grouped(u"0 1 2\n>1 v2 0 1 2"_s), u"0 1 2 /2\nv2 0 1 2 /2"_s);
        QCOMPARE(grouped(u"1 - /2\n>1 @bob 2"_s), u"1 - /2\n- 2 /2"_s);
        QCOMPARE(grouped(u"\"a\" 0 1 /2\n\"a\" >1.1 2 /3"_s), u"0 1 - /2\n- 2 - /3"_s);
    }

    void resendsOfOneSlotStayVisible() { QCOMPARE(grouped(u"0 1 2 2"_s), u"0 1 2*2 /2"_s); }

    void authorsShareSlotsBelowOneCoverOnly() { QCOMPARE(grouped(u"0 1 - /2\n>1 @bob 2"_s), u"0 1 2 /2"_s); }

    void unthreadedPatchesMeetWithinThirtyMinutes()
    {
        QCOMPARE(grouped(u"\"a\" loose 1 /2\n\"a\" +29m loose 2"_s), u"1 2 /2"_s);
        QCOMPARE(grouped(u"\"a\" loose 1 /2\n\"a\" +2h loose 2"_s), u"1 - /2\n- 2 /2"_s);
        QCOMPARE(grouped(u"loose 1 /2\n+1m @bob loose 2"_s), u"1 - /2\n- 2 /2"_s);
    }

    void theCoverIsZeroOfNOrANakedRoot()
    {
        QCOMPARE(grouped(u"0 1"_s), u"0 1 /1"_s);
        QVERIFY(catalogFrom(u"naked 1 2"_s)->series().front().nakedCover);
        QCOMPARE(grouped(u"@bob other\n>1 1 2"_s), u"1 2 /2"_s); // somebody else's question is no cover
    }

    void aNakedCoversTitleGivesNoVersion() { QCOMPARE(grouped(u"\"frob v2\" naked 1"_s), u"0 1 /1"_s); }

    void completeIsEverySlotAndOrderIsByNumber()
    {
        QVERIFY(catalogFrom(u"0 2 1"_s)->series().front().complete);
        QVERIFY(!catalogFrom(u"0 2 /2"_s)->series().front().complete);
        QCOMPARE(grouped(u"0 3 1 2"_s), u"0 1 2 3 /3"_s);
        QCOMPARE(grouped(u"0 2 /2"_s), u"0 - 2 /2"_s);
    }

    void aPartialRerollIsFilledWhereEveryPatchAnswersItsOwnSlot()
    {
        QCOMPARE(grouped(u"0 1 2\n>1.2 v2 2"_s), u"0 1 2 /2\nv2 1' 2 /2"_s);
        QCOMPARE(grouped(u"0 1 2\n>1.1 v2 2"_s), u"0 1 2 /2\nv2 - 2 /2"_s);
        QCOMPARE(grouped(u"0 1 2\n>1 v2 2"_s), u"0 1 2 /2\nv2 - 2 /2"_s);
        QVERIFY(catalogFrom(u"0 1 2\n>1.2 v2 2"_s)->series().back().complete);
    }

    // Versions, strongest evidence first
    void versionsJoinByChangeId()
    {
        QCOMPARE(lineages(u"\"a\" change:x p\n\"b\" @bob v2 change:x p"_s), u"v2(change-id) v1"_s);
    }
    void versionsJoinByTitleAndAuthor()
    {
        QCOMPARE(lineages(u"\"A  frob.\" p\n\"a frob (v2)\" v2 p"_s), u"v2(title) v1"_s);
        QCOMPARE(lineages(u"\"a\" p\n\"a\" @bob v2 p"_s), u"v1\nv2"_s);
    }
    void versionsJoinByALinkToALowerVersionOfTheSameAuthor()
    {
        QCOMPARE(lineages(u"\"a\" p\n\"b\" v2 link:1 p"_s), u"v2(link) v1"_s);
        QCOMPARE(lineages(u"\"a\" p\n\"b\" @bob v2 link:1 p"_s), u"v1\nv2"_s);
        QCOMPARE(lineages(u"\"a\" v3 p\n\"b\" v2 link:1 p"_s), u"v3\nv2"_s);
    }
    void versionsJoinAlongAnswers()
    {
        QCOMPARE(lineages(u"\"a\" 0 1\n\"b\" v2 >1 0 1"_s), u"v2(in-reply-to) v1"_s);
    }
    void versionsJoinBySupersedes()
    {
        QCOMPARE(lineages(u"\"a\" p\n\"b\" @bob v2 supersedes:1 p"_s), u"v2(supersedes) v1"_s);
    }
    void versionsJoinByAnAnswerThatSaysSupersededBy()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"\"a\" p(re)\n\"b\" @bob v2 p"_s);
        heads[1].links = {"2.p@example.org"};
        const auto catalog = catalog::Catalog::build({}, std::move(heads), {});
        QCOMPARE(printLineages(*catalog), u"v2(supersedes) v1"_s);
    }
    void versionsJoinByHalfOfTheirPatches()
    {
        QCOMPARE(lineages(u"\"a\" 0 1=x 2=y\n\"b\" v2 0 1=x 2=z"_s), u"v2(overlap) v1"_s);
        QCOMPARE(lineages(u"\"a\" 0 1=p 2=q 3=r 4=s\n\"b\" v2 0 1=p 2=w 3=x 4=y"_s), u"v1\nv2"_s);
    }
    void aLinkBeatsAFingerprint()
    {
        QCOMPARE(lineages(u"\"a\" 0 1=k\n\"b\" 0 1=x 2=y\n\"c\" v2 link:1 0 1=x 2=y"_s),
                 u"v2(link) v1\nv1"_s);
    }
    void theNewestIsTheHighestNumberAndAnEqualOneAResend()
    {
        const auto catalog = catalogFrom(u"\"a\" v2 p=x\n\"a\" +1h p\n\"a\" resend v2 p=x"_s);
        QCOMPARE(catalog->lineages().size(), std::size_t(1));
        QCOMPARE(catalog->series(catalog->lineages().front().versions.front()).version, 2);
        QCOMPARE(catalog->lineages().front().versions.size(), std::size_t(3));
    }
    void aDottedVersionSortsBehindItsMajorAndBeforeTheNext()
    {
        const auto catalog =
            catalogFrom(u"\"a\" 0 1 2\n\"a\" v2 0 1 2\n\"a\" v3 0 1 2\n\"a\" >2.2 +1h v2.1 2"_s);
        QStringList numbers;
        for (const base::SeriesIndex index : catalog->lineages().front().versions)
            numbers << u"%1.%2"_s.arg(catalog->series(index).version).arg(catalog->series(index).subversion);
        QCOMPARE(numbers.join(u' '), u"3.0 2.1 2.0 1.0"_s);
    }

    // Trailers in replies
    void aTrailerGoesToThePatchOrFromTheCoverToAll()
    {
        QCOMPARE(collected(u"0(re@bob+A) 1(re@carol+R) 2"_s), u"1: A Bob, R Carol | 2: A Bob"_s);
    }
    void aTrailerFollowsAPatchOnlyWhereItsIdIsUnchanged()
    {
        QCOMPARE(collected(u"\"a\" 1=x(re@bob+R) 2=y(re@bob+R)\n\"a\" v2 1=x 2=z"_s),
                 u"1: R Bob | 2: R Bob\n1: R Bob | 2: "_s);
        QCOMPARE(collected(u"\"a\" p=x\n\"a\" v2 p=x(re@bob+R)"_s), u"1: \n1: R Bob"_s); // and never back
    }
    void aMismatchIsShownAndNotApplied() { QCOMPARE(collected(u"p(re@bob+R!carol)"_s), u"1: ?R Carol"_s); }
    void equalTrailersAreOne() { QCOMPARE(collected(u"p(re@bob+R re@bob+R)"_s), u"1: R Bob"_s); }
    void aNackIsASignal() { QCOMPARE(collected(u"p(re@bob+N)"_s), u"1: !N Bob"_s); }
    void theReviewStateNamesItsProof()
    {
        const auto catalog = catalogFrom(u"p(re@ada bot re@bob+R)"_s);
        const series::SeriesSlot &slot = catalog->series().front().patches.front();
        QCOMPARE(slot.review.reviewed, 1);
        QVERIFY(slot.review.answered);
        QCOMPARE(catalog->message(slot.review.firstAnswer).messageId, QByteArray("1.p.3@example.org"));
        QCOMPARE(slot.collected.front().source, slot.review.firstAnswer);
    }

    // Bots
    void aBotIsNoAnswer()
    {
        const auto catalog = catalogFrom(u"p(bot bot+T)"_s);
        QVERIFY(!catalog->series().front().review.answered);
        QCOMPARE(catalog->series().front().review.tested, 0);
    }
};

QTEST_GUILESS_MAIN(TestSeriesRules)
#include "tst_seriesrules.moc"
