// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "models/catalog/seriesstatistics.h" // after it: moc stumbles over <concepts> otherwise

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using catalog::SeriesState;
using tests::catalogFrom;

namespace {

constexpr base::UnixSeconds Minute = 60;
constexpr base::UnixSeconds Hour = 60 * Minute;
constexpr base::UnixSeconds Day = 24 * Hour;

QString ids(const catalog::Catalog &catalog, const std::vector<base::MessageIndex> &heads)
{
    QStringList list;
    for (const base::MessageIndex head : heads)
        list << QString::fromUtf8(catalog.message(head).messageId).section(u'@', 0, 0);
    return list.join(u' ');
}

/// "3600..14400 1.0 2.p; …": bins that hold something.
QString print(const catalog::Catalog &catalog, const std::vector<catalog::LatencyBin> &bins)
{
    QStringList list;
    for (const catalog::LatencyBin &bin : bins) {
        if (!bin.heads.empty())
            list << u"%1..%2 %3"_s.arg(bin.from).arg(bin.to).arg(ids(catalog, bin.heads));
    }
    return list.join(u"; "_s);
}

catalog::SeriesStates statesOf(const catalog::Catalog &catalog, const catalog::DateSpan &span)
{
    return catalog::seriesStates(catalog::StatisticsIndex(catalog), span);
}

catalog::Latency latencyOf(const catalog::Catalog &catalog, const catalog::DateSpan &span)
{
    return catalog::latency(catalog::StatisticsIndex(catalog), span);
}

/// Single patches that were sent a day apart and answered after so many seconds; negative: not at all. The
/// last message of the archive comes 100 days after the first.
catalog::CatalogPtr answeredAfter(const QList<base::UnixSeconds> &waits)
{
    QString text;
    for (const base::UnixSeconds wait : waits)
        text += wait < 0 ? u"p\n"_s : u"p(re@bob)\n"_s;
    std::vector<series::MessageHead> heads = tests::headsFrom(text + u"other"_s);
    std::size_t head = 0;
    for (const base::UnixSeconds wait : waits) {
        if (wait >= 0)
            heads[head + 1].date = heads[head].date + wait;
        head += wait < 0 ? 1 : 2;
    }
    heads.back().date = heads.front().date + 100 * Day;
    return catalog::Catalog::build({}, heads, {});
}

} // namespace

class TestSeriesStatistics : public QObject
{
    Q_OBJECT

private slots:
    void everySeriesHasOneAnswerToEveryQuestion()
    {
        const auto catalog = catalogFrom(uR"(
"frob" @ada 0 1(re@bob) 2
"frob" @ada v2 0 1 - 3 /3
"leak" @bob rfc p(bot re@bob)
"for 6.16" @carol gitpull
)"_s);
        const catalog::SeriesStates states = statesOf(*catalog, {});
        QCOMPARE(states.total, 4);
        QCOMPARE(states.bots, 0);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Patches)), u"1.0 2.0"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Rfc)), u"3.p"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Pull)), u"4.gitpull"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Superseded)), u"1.0"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Newest)), u"2.0 3.p 4.gitpull"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Complete)), u"1.0 3.p"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Incomplete)), u"2.0"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Answered)), u"1.0"_s);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Unanswered)), u"2.0 3.p"_s);
    }

    void seriesStandWhereTheirHeadWasSent()
    {
        const auto catalog = catalogFrom(u"0 1\np\np"_s);
        const base::UnixSeconds second = catalog->series()[1].date;
        QCOMPARE(ids(*catalog, statesOf(*catalog, {second, second}).of(SeriesState::Newest)), u"2.p"_s);
        QCOMPARE(statesOf(*catalog, {second, {}}).total, 2);
        QCOMPARE(latencyOf(*catalog, {{}, second}).total, 2);
        QCOMPARE(statesOf(*catalog, {1, 2}).total, 0);
    }

    void botsAreCountedApart()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
        heads[1].bot = true;
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const catalog::SeriesStates states = statesOf(*catalog, {});
        QCOMPARE(states.total, 1);
        QCOMPARE(states.bots, 1);
        QCOMPARE(ids(*catalog, states.of(SeriesState::Unanswered)), u"1.p"_s);
        QCOMPARE(latencyOf(*catalog, {}).total, 1);
    }

    void theFirstAnswerByAnotherPersonCounts()
    {
        // The author's own word comes first, then a bot's, then Bob's to the second patch.
        std::vector<series::MessageHead> heads =
            tests::headsFrom(u"@ada 0(re@ada bot) 1 2(re@bob re@carol)\nother"_s);
        const auto bob = std::find_if(heads.begin(), heads.end(), [](const series::MessageHead &head) {
            return head.from.address == "bob@example.org"_L1;
        });
        QVERIFY(bob != heads.end());
        bob->date = heads.front().date + 5 * Hour;
        std::next(bob)->date = heads.front().date + 6 * Hour;
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const catalog::Latency latency = latencyOf(*catalog, {});
        QCOMPARE(print(*catalog, latency.answered), u"14400..43200 1.0"_s);
        QCOMPARE(*latency.median, 5 * Hour);
    }

    void timesFallIntoStepsThatStartWhereTheLastEnds()
    {
        const auto catalog = answeredAfter({0, Hour - 1, Hour, Day, 28 * Day, 90 * Day});
        const catalog::Latency latency = latencyOf(*catalog, {});
        QCOMPARE(print(*catalog, latency.answered),
                 u"0..3600 1.p 2.p; 3600..14400 3.p; 86400..172800 4.p; 2419200..0 5.p 6.p"_s);
        for (const std::vector<catalog::LatencyBin> *bins : {&latency.answered, &latency.waiting}) {
            QCOMPARE(bins->front().from, 0);
            QCOMPARE(bins->back().to, 0);
            for (std::size_t i = 1; i < bins->size(); ++i)
                QCOMPARE(bins->at(i).from, bins->at(i - 1).to);
        }
    }

    void whatWaitsIsNeverTakenForAnAnswer()
    {
        const auto catalog = answeredAfter({Hour, -1, 2 * Hour, -1, 3 * Hour});
        const catalog::Latency latency = latencyOf(*catalog, {});
        QCOMPARE(latency.total, 5);
        QCOMPARE(latency.answeredTotal, 3);
        // All but those that have been waiting for 99 and 97 days.
        QCOMPARE(print(*catalog, latency.waiting), u"2419200..0 2.p 4.p"_s);
        QCOMPARE(*latency.medianOfAnswered, 2 * Hour);
        QCOMPARE(*latency.median, 3 * Hour);
    }

    void aMedianIsNotKnownBeforeHalfAreAnswered()
    {
        const auto few = answeredAfter({Hour, -1, -1});
        QVERIFY(!latencyOf(*few, {}).median);
        QCOMPARE(*latencyOf(*few, {}).medianOfAnswered, Hour);
        const auto half = answeredAfter({Hour, -1, 4 * Hour, -1});
        QCOMPARE(*latencyOf(*half, {}).median, 4 * Hour);
        const auto none = answeredAfter({-1});
        QVERIFY(!latencyOf(*none, {}).median);
        QVERIFY(!latencyOf(*none, {}).medianOfAnswered);
        QVERIFY(!latencyOf(*catalogFrom(QString()), {}).median);
    }

    void anAnswerAfterTheSpanCounts()
    {
        const auto catalog = answeredAfter({40 * Day, Hour});
        const base::UnixSeconds first = catalog->firstDate();
        const catalog::Latency latency = latencyOf(*catalog, {first, first});
        QCOMPARE(latency.total, 1);
        QCOMPARE(*latency.median, 40 * Day);
    }

    void aClockThatIsWrongMakesNoTimeBelowZero()
    {
        const auto catalog = answeredAfter({-0});
        std::vector<series::MessageHead> heads = catalog->messages();
        heads[1].date = heads[0].date - Day;
        const auto wrong = catalog::Catalog::build({}, heads, {});
        QCOMPARE(*latencyOf(*wrong, {}).median, 0);
    }

    void monthsHaveNoGapsAndTheirOwnMedians()
    {
        std::vector<series::MessageHead> heads =
            tests::headsFrom(u"p(re@bob)\np\np(re@bob)\n+70d p(re@bob)\nother"_s);
        heads[1].date = heads[0].date + 2 * Hour; // 1 March 2025
        heads[4].date = heads[3].date + 4 * Hour;
        heads[6].date = heads[5].date + 9 * Hour; // 12 May
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const catalog::Latency latency = latencyOf(*catalog, {});
        QStringList months;
        for (const catalog::LatencyMonth &month : latency.months)
            months << u"%1 %2/%3 %4"_s.arg(base::isoUtc(month.start).left(10))
                          .arg(month.answered)
                          .arg(month.heads.size())
                          .arg(month.median ? *month.median / Hour : -1);
        QCOMPARE(months.join(u"; "_s), u"2025-03-01 2/3 4; 2025-04-01 0/0 -1; 2025-05-01 1/1 9"_s);
    }
};

QTEST_APPLESS_MAIN(TestSeriesStatistics)
#include "tst_seriesstatistics.moc"
