// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rangearguments.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::app::cli;

class TestRangeArguments : public QObject
{
    Q_OBJECT

private slots:
    void readsRangesOfRevisions_data();
    void readsRangesOfRevisions();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void keepsADateAsItWasWritten();
    void namesARelativeDateByTheDayItStandsFor();
    void untilADayIncludesTheDay();
    void saysWhichOptionHoldsNoDate();
};

constexpr base::UnixSeconds Now = 1747765595; // 2025-05-20T18:26:35Z; tests run in UTC
constexpr base::UnixSeconds Midnight = 1747699200;
constexpr base::UnixSeconds Day = 24 * 60 * 60;

void TestRangeArguments::readsRangesOfRevisions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("both") << u"a6e8d792..280157597"_s << u"a6e8d792"_s << u"280157597"_s;
    QTest::newRow("open end") << u"v1.."_s << u"v1"_s << QString();
    QTest::newRow("open start") << u"..v2"_s << QString() << u"v2"_s;
    QTest::newRow("dots within") << u"v1.2..v1.3"_s << u"v1.2"_s << u"v1.3"_s;
}

void TestRangeArguments::readsRangesOfRevisions()
{
    QFETCH(const QString, text);
    const auto range = parseRange(text);
    QVERIFY(range);
    QTEST(range->from, "from");
    QTEST(range->to, "to");
}

void TestRangeArguments::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "a", "..", "a...b", "a..b..c", "2025-05-20"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRangeArguments::refusesWhatIsNoRange()
{
    QFETCH(const QString, text);
    const auto range = parseRange(text);
    QVERIFY(!range);
    QCOMPARE(range.error().code, base::ErrorCode::BadInput);
    QVERIFY(!range.error().hint.isEmpty());
}

void TestRangeArguments::keepsADateAsItWasWritten()
{
    const auto since = parseSince(u"2025-05-20"_s, Now);
    QVERIFY(since);
    QCOMPARE(since->seconds, Midnight);
    QCOMPARE(since->name, u"2025-05-20"_s);
    QCOMPARE(parseUntil(u"2025-05-20T18:26:35Z"_s, Now)->name, u"2025-05-20T18:26:35Z"_s);
    QCOMPARE(parseUntil(u"2025-05-20T18:26:35Z"_s, Now)->seconds, Now);
}

void TestRangeArguments::namesARelativeDateByTheDayItStandsFor()
{
    QCOMPARE(parseSince(u"yesterday"_s, Now)->name, u"2025-05-19"_s);
    QCOMPARE(parseSince(u"7.days.ago"_s, Now)->name, u"2025-05-13T18:26:35Z"_s);
}

void TestRangeArguments::untilADayIncludesTheDay()
{
    QCOMPARE(parseUntil(u"2025-05-20"_s, Now)->seconds, Midnight + Day - 1);
    QCOMPARE(parseUntil(u"today"_s, Now)->seconds, Midnight + Day - 1);
    QCOMPARE(parseUntil(u"yesterday"_s, Now)->seconds, Midnight - 1);
    QCOMPARE(parseUntil(u"1.day.ago"_s, Now)->seconds, Now - Day);
}

void TestRangeArguments::saysWhichOptionHoldsNoDate()
{
    QVERIFY(parseSince(u"soon"_s, Now).error().toString().contains("--since: 'soon'"_L1));
    QVERIFY(parseUntil(u"soon"_s, Now).error().toString().contains("--until: 'soon'"_L1));
}

QTEST_APPLESS_MAIN(TestRangeArguments)
#include "tst_rangearguments.moc"
