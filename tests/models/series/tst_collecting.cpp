// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;
using tests::printCollected;

class TestCollecting : public QObject
{
    Q_OBJECT

private slots:
    void trailersAreCollected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("collected");

        QTest::newRow("for the patch that is answered") << u"1(re@bob+R) 2"_s << u"1: R Bob | 2: "_s;
        QTest::newRow("at any depth") << u"p(re(re@bob+R+T))"_s << u"1: R Bob, T Bob"_s;
        QTest::newRow("for every patch, from the cover") << u"0(re@bob+A) 1 2"_s << u"1: A Bob | 2: A Bob"_s;
        QTest::newRow("in the order of mail") << u"0 1(re@bob+R)\n>1 other\n"_s << u"1: R Bob"_s;
        QTest::newRow("once") << u"0(re@bob+R) 1(re@bob+R re@bob+R)"_s << u"1: R Bob"_s;
        QTest::newRow("mismatches apart") << u"p(re@bob+R!carol)"_s << u"1: ?R Carol"_s;
        QTest::newRow("NACKs apart") << u"p(re@bob+N)"_s << u"1: !N Bob"_s;
        QTest::newRow("nothing from bots") << u"p(bot+T)"_s << u"1: "_s;
        QTest::newRow("to a later version where the patch is the same")
            << u"\"a\" 1=x(re@bob+R) 2=y(re@carol+R)\n\"a\" v2 1=x(re@dave+A) 2=z"_s
            << u"1: R Bob | 2: R Carol\n1: R Bob, A Dave | 2: "_s;
        QTest::newRow("over two versions")
            << u"\"a\" p=x(re@bob+R)\n\"a\" v2 p=x\n\"a\" v3 p=x"_s << u"1: R Bob\n1: R Bob\n1: R Bob"_s;
        QTest::newRow("below a later version only for that")
            << u"\"a\" p=x\n\"a\" v2 >1 p=y(re@bob+R)"_s << u"1: \n1: R Bob"_s;
    }

    void trailersAreCollected()
    {
        QFETCH(QString, text);
        QFETCH(QString, collected);
        QCOMPARE(printCollected(*catalogFrom(text)), collected);
    }

    void whoRepeatsWhatThePatchHasProvesItAndClaimsNothing()
    {
        std::vector<series::MessageHead> heads =
            tests::headsFrom(u"p(re@bob+R re@carol+R!bob re@dave+R!erin)"_s);
        heads[0].trailers.append(
            {u"reviewed-by"_s, u"bob <BOB@example.org>"_s, patch::Trailer::Kind::Person});
        heads[0].trailers.append(
            {u"Reviewed-by"_s, u"Erin <erin@example.org>"_s, patch::Trailer::Kind::Person});
        const auto catalog = catalog::Catalog::build({}, heads, {});
        QCOMPARE(printCollected(*catalog), u"1: R Bob"_s);
        QCOMPARE(catalog->series().front().patches.front().review.reviewed, 2);
    }

    void offersBeyondAThousandAreTooManyAndSaidToBe()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p(re)"_s);
        for (int i = 0; i < 1500; ++i) {
            series::MessageHead answer = heads[1];
            answer.messageId = "more" + QByteArray::number(i) + "@example.org";
            answer.contentHash = tests::contentHashOf(answer.messageId);
            answer.followUp.accepted = {
                {u"Acked-by"_s, u"R%1 <r%1@example.org>"_s.arg(i / 2), patch::Trailer::Kind::Person},
                {u"Tested-by"_s, u"R%1  <R%1@example.org>"_s.arg(i / 2), patch::Trailer::Kind::Person}};
            heads.push_back(answer);
        }
        const auto catalog = catalog::Catalog::build({}, heads, {});
        QCOMPARE(catalog->series().front().patches.front().collected.size(), patch::MostTrailers);
        QCOMPARE(catalog->problems().size(), 1);
        QCOMPARE(catalog->problems().first().place.messageId, QString::fromUtf8(heads[0].messageId));
    }

    void aMismatchIsSettledByThePersonItself()
    {
        QCOMPARE(printCollected(*catalogFrom(u"p(re@carol+R!bob re@bob+R)"_s)), u"1: R Bob"_s);
    }

    void linksToOneMessageAreOneLink()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p(re re)"_s);
        heads[1].followUp.accepted = {
            {u"Link"_s, u"https://lore.kernel.org/r/a-b@example.org"_s, patch::Trailer::Kind::Link}};
        heads[2].followUp.accepted = {
            {u"Link"_s, u"https://patch.msgid.link/a-b@example.org"_s, patch::Trailer::Kind::Link},
            {u"Link"_s, u"https://lore.kernel.org/r/other@example.org"_s, patch::Trailer::Kind::Link}};
        QCOMPARE(catalog::Catalog::build({}, heads, {})->series().front().patches.front().collected.size(),
                 2);
    }

    void aCollectedTrailerNamesTheMessageThatProvesIt()
    {
        const auto catalog = catalogFrom(u"p(re re@bob+R)"_s);
        QCOMPARE(
            catalog->message(catalog->series().front().patches.front().collected.front().source).messageId,
            "1.p.2@example.org");
    }

    void theReviewStateCountsPeople()
    {
        const auto catalog = catalogFrom(u"0(re@bob+A) 1(re@bob+R re@carol+R re@carol+T) 2(re@dave+N bot)"_s);
        const series::PatchSeries &series = catalog->series().front();
        const series::ReviewState &first = series.patches[0].review;
        QCOMPARE(first.acked, 1);
        QCOMPARE(first.reviewed, 2);
        QCOMPARE(first.tested, 1);
        QCOMPARE(first.replies, 3);
        QCOMPARE(series.patches[1].review.nacked, 1);
        QCOMPARE(series.review.acked, 2); // patches with an ack
        QCOMPARE(series.review.reviewed, 1);
        QCOMPARE(series.review.nacked, 1);
        QCOMPARE(series.review.replies, 6);
        QVERIFY(series.review.answered);
        QCOMPARE(catalog->message(series.review.firstAnswer).messageId, "1.0.1@example.org");
    }

    void neitherTheAuthorNorABotAnswers()
    {
        const auto catalog = catalogFrom(u"@ada p(re@ada bot)\n@ada p(re@ada(re@bob))"_s);
        QVERIFY(!catalog->series().at(0).review.answered);
        QCOMPARE(catalog->series().at(0).review.replies, 2);
        QVERIFY(catalog->series().at(1).review.answered);
    }

    void aPartialRerollIsFilledFromTheVersionBefore()
    {
        const auto catalog = catalogFrom(u"0 1(re@bob+R) 2 3\n>1.2 v2 2 /3"_s);
        QCOMPARE(tests::printSeries(*catalog), u"0 1(re) 2 3 /3\nv2 1' 2 3' /3"_s);
        QVERIFY(catalog->series().at(1).complete);
        QCOMPARE(printCollected(*catalog), u"1: R Bob | 2:  | 3: \n1: R Bob | 2:  | 3: "_s);
        QCOMPARE(catalog->message(catalog->series().at(1).head()).messageId, "2.2@example.org");
    }

    void aRerollThatAnswersAnotherPatchIsNotFilled()
    {
        QCOMPARE(tests::printSeries(*catalogFrom(u"0 1 2 3\n>1.1 v2 2 /3"_s)), u"0 1 2 3 /3\nv2 - 2 - /3"_s);
        QCOMPARE(tests::printSeries(*catalogFrom(u"\"a\" 0 1\n\"a\" >1 v2 0 /1"_s)), u"0 1 /1\nv2 0 - /1"_s);
        QCOMPARE(tests::printSeries(*catalogFrom(u"0 1 2\n>1.2 v2 ghost 2 /2"_s)), u"0 1 2 /2\nv2 - 2 /2"_s);
    }

    void aPartOfAVersionIsFilledToo()
    {
        QCOMPARE(tests::printSeries(*catalogFrom(u"v3 0 1 2\n>1.2 v3.1 2"_s)),
                 u"v3 0 1 2 /2\nv3.1 1' 2 /2"_s);
    }
};

QTEST_APPLESS_MAIN(TestCollecting)
#include "tst_collecting.moc"
