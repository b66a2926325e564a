// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "models/catalog/statistics.h" // after it: moc stumbles over <concepts> otherwise

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::catalogFrom;

namespace {

constexpr base::UnixSeconds Day = 86400;

QString print(const std::vector<catalog::Count> &counts)
{
    QStringList bars;
    for (const catalog::Count &count : counts)
        bars << count.label + u' ' + QString::number(count.messages.size()) +
                    (count.bot ? u" bot"_s : QString());
    return bars.join("; "_L1);
}

QString print(const std::vector<catalog::ActivityBin> &bins)
{
    QStringList texts;
    for (const catalog::ActivityBin &bin : bins)
        texts << base::isoUtc(bin.start).left(10) +
                     u" %1+%2+%3"_s.arg(bin.patches).arg(bin.replies).arg(bin.bots);
    return texts.join("; "_L1);
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void contributorsAreCountedByAuthorNotBySender()
    {
        const auto catalog = catalogFrom(u"@ada 0 1@bob 2@bob(re@carol)\n@ada p\ngitpull\nother"_s);
        const auto counts = catalog::contributors(*catalog, catalog::rowsIn(*catalog, {}));
        QCOMPARE(print(counts), u"Ada <ada@example.org> 2; Bob <bob@example.org> 2"_s);
        QCOMPARE(counts[1].person.address, u"bob@example.org"_s);
        QCOMPARE(catalog->message(counts[1].messages.front()).messageId, "1.1@example.org");
    }

    void oneAddressIsOneContributorWhateverItsCase()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np\n@bob p"_s);
        heads[1].author = {u"A. Lovelace"_s, u"ADA@Example.org"_s};
        heads[2].bot = true;
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const auto rows = catalog::rowsIn(*catalog, {});
        QCOMPARE(print(catalog::contributors(*catalog, rows)),
                 u"Ada <ada@example.org> 2; Bob <bob@example.org> 1 bot"_s);
        QCOMPARE(print(catalog::domains(*catalog, rows)), u"example.org 2; example.org 1 bot"_s);
    }

    void rowsAreThoseWithinTheSpanBothEndsIncluded()
    {
        const auto catalog = catalogFrom(u"p\np\np"_s);
        const base::UnixSeconds middle = catalog->messages()[1].date;
        const std::vector<base::MessageIndex> only{base::MessageIndex(1)};
        QCOMPARE(catalog::rowsIn(*catalog, {middle, middle}), only);
        QCOMPARE(catalog::rowsIn(*catalog, {middle, {}}).size(), 2);
        QCOMPARE(catalog::rowsIn(*catalog, {{}, middle - 1}).size(), 1);
        QCOMPARE(catalog::rowsIn(*catalog, {}).size(), 3);
    }

    void aMessageThatCameTwiceCountsOnce()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
        heads.push_back(heads[0]);
        heads.push_back(heads[1]);
        heads.back().subject = u"[PATCH] something else"_s; // the same Message-ID, another message
        heads.back().contentHash = tests::contentHashOf("else");
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const std::vector<base::MessageIndex> expected{base::MessageIndex(0), base::MessageIndex(1),
                                                       base::MessageIndex(3)};
        QCOMPARE(catalog::rowsIn(*catalog, {}), expected);
    }

    void activityHasNoGaps()
    {
        const auto catalog = catalogFrom(u"0 1(re bot)\n+3d p"_s); // 2025-03-01 and -04
        catalog::ActivityStep step = catalog::ActivityStep::Month;
        const auto bins = catalog::activity(*catalog, catalog::rowsIn(*catalog, {}), 60, &step);
        QCOMPARE(step, catalog::ActivityStep::Day);
        QCOMPARE(print(bins), u"2025-03-01 2+1+1; 2025-03-02 0+0+0; 2025-03-03 0+0+0; 2025-03-04 1+0+0"_s);
        QCOMPARE(bins.front().total(), 4);
        QCOMPARE(bins.front().end, bins[1].start);
    }

    void weeksStartOnMondayAndMonthsOnTheFirst()
    {
        const auto catalog = catalogFrom(u"p\n+9d p\n+400d p"_s);
        std::vector<base::MessageIndex> two{base::MessageIndex(0), base::MessageIndex(1)};
        catalog::ActivityStep step = catalog::ActivityStep::Day;
        QCOMPARE(print(catalog::activity(*catalog, two, 5, &step)),
                 u"2025-02-24 1+0+0; 2025-03-03 0+0+0; 2025-03-10 1+0+0"_s);
        QCOMPARE(step, catalog::ActivityStep::Week);
        const auto months = catalog::activity(*catalog, catalog::rowsIn(*catalog, {}), 20, &step);
        QCOMPARE(step, catalog::ActivityStep::Month);
        QCOMPARE(base::isoUtc(months.front().start), u"2025-03-01T00:00:00Z"_s);
        QCOMPARE(months.front().patches, 2);
        QCOMPARE(months.front().end - months.front().start, 31 * Day);
    }

    void nothingGivesNoBars()
    {
        const auto catalog = catalogFrom(QString());
        QCOMPARE(catalog::activity(*catalog, {}, 10).size(), 0);
        QCOMPARE(catalog::contributors(*catalog, {}).size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
