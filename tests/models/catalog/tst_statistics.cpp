// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "models/catalog/domainowners.h"
#include "models/catalog/statisticsindex.h" // after it: moc stumbles over <concepts> otherwise

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

    void domainsAreJoinedByTheirOwner_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("owner");
        QTest::newRow("a known domain") << u"intel.com"_s << u"Intel"_s;
        QTest::newRow("below a known one") << u"linux.ibm.com"_s << u"IBM"_s;
        QTest::newRow("several of one owner") << u"suse.cz"_s << u"SUSE"_s;
        QTest::newRow("no part of a label") << u"notintel.com"_s << u"notintel.com"_s;
        QTest::newRow("a known name in front") << u"intel.com.example.org"_s << u"example.org"_s;
        QTest::newRow("unknown") << u"mail.lists.example.org"_s << u"example.org"_s;
        QTest::newRow("below a country") << u"mail.example.co.uk"_s << u"example.co.uk"_s;
        QTest::newRow("a country alone") << u"mail.example.de"_s << u"example.de"_s;
        QTest::newRow("two labels below a country") << u"co.uk"_s << u"co.uk"_s;
        QTest::newRow("a provider's is the provider's") << u"gmail.com"_s << u"gmail.com"_s;
        QTest::newRow("an address literal") << u"[192.0.2.1]"_s << u"[192.0.2.1]"_s;
        QTest::newRow("one label") << u"localhost"_s << u"localhost"_s;
        QTest::newRow("dots alone") << u"..."_s << u"..."_s;
        QTest::newRow("none") << QString() << QString();
    }
    void domainsAreJoinedByTheirOwner()
    {
        QFETCH(QString, domain);
        QFETCH(QString, owner);
        QCOMPARE(catalog::ownerOfDomain(domain), owner);
    }

    void ownersCountWhatTheirDomainsCount()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np\np\np"_s);
        heads[0].author = {u"A"_s, u"a@linux.ibm.com"_s};
        heads[1].author = {u"B"_s, u"b@us.ibm.com"_s};
        heads[2].author = {u"C"_s, u"c@ibm.com"_s};
        heads[2].bot = true;
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const auto rows = catalog::rowsIn(*catalog, {});
        QCOMPARE(print(catalog::domains(*catalog, rows)),
                 u"example.org 1; ibm.com 1 bot; linux.ibm.com 1; us.ibm.com 1"_s);
        const auto owners = catalog::owners(*catalog, catalog::StatisticsIndex(*catalog), rows);
        QCOMPARE(print(owners), u"IBM 2; IBM 1 bot; example.org 1"_s);
    }

    void theNameOfABarIsTheOneItsFirstMessageHas()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"p\np"_s);
        heads[1].author = {u"Lovelace"_s, u"ADA@example.org"_s};
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const base::UnixSeconds second = heads[1].date;
        QCOMPARE(print(catalog::contributors(*catalog, catalog::rowsIn(*catalog, {second, {}}))),
                 u"Lovelace <ADA@example.org> 1"_s);
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
