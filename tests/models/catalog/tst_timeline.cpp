// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/headbuilder.h"

#include "models/catalog/timeline.h" // after it: moc stumbles over <concepts> otherwise

#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using catalog::ActivityStep;
using catalog::DaySpan;
using catalog::Timeline;

namespace {

/// A catalog with a message at each of these times ("2025-03-01T12:00:00Z").
catalog::CatalogPtr catalogOf(const QStringList &times)
{
    std::vector<series::MessageHead> heads =
        tests::headsFrom(QStringList(times.size(), u"other"_s).join(u'\n'));
    for (qsizetype i = 0; i < times.size(); ++i)
        heads[std::size_t(i)].date =
            times[i].isEmpty() ? 0 : QDateTime::fromString(times[i], Qt::ISODate).toSecsSinceEpoch();
    return catalog::Catalog::build({}, heads, {});
}

Timeline timelineOf(const QStringList &times, const QTimeZone &zone = QTimeZone::utc())
{
    return Timeline::of(*catalogOf(times), zone);
}

DaySpan days(const QString &first, const QString &last)
{
    return {QDate::fromString(first, Qt::ISODate), QDate::fromString(last, Qt::ISODate)};
}

QString print(const DaySpan &span)
{
    return span.first.toString(Qt::ISODate) + ".."_L1 + span.last.toString(Qt::ISODate);
}

QString print(const std::vector<Timeline::Bar> &bars)
{
    QStringList texts;
    for (const Timeline::Bar &bar : bars)
        texts << print(bar.days) + u' ' + QString::number(bar.messages);
    return texts.join("; "_L1);
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void anArchiveWithoutDatesHasNoDays()
    {
        QVERIFY(timelineOf({}).isEmpty());
        QVERIFY(timelineOf({QString()}).isEmpty());
        QCOMPARE(timelineOf({}).messages(days(u"1990-01-01"_s, u"2030-01-01"_s)), 0);
    }

    void everyDayHasABarAlsoThoseWithoutMessages()
    {
        const Timeline timeline = timelineOf(
            {u"2025-03-03T23:59:59Z"_s, u"2025-03-01T00:00:00Z"_s, u"2025-03-01T23:59:59Z"_s, QString()});
        QCOMPARE(print(timeline.days()), u"2025-03-01..2025-03-03"_s);
        QCOMPARE(print(timeline.bars(timeline.days(), ActivityStep::Day)),
                 u"2025-03-01..2025-03-01 2; 2025-03-02..2025-03-02 0; 2025-03-03..2025-03-03 1"_s);
    }

    void weeksBeginOnMondayAndMonthsOnTheFirst()
    {
        const Timeline timeline = timelineOf({u"2025-04-30T12:00:00Z"_s, u"2025-05-04T12:00:00Z"_s,
                                              u"2025-05-05T12:00:00Z"_s, u"2025-05-31T12:00:00Z"_s});
        QCOMPARE(print(timeline.bars(days(u"2025-04-30"_s, u"2025-05-05"_s), ActivityStep::Week)),
                 u"2025-04-28..2025-05-04 2; 2025-05-05..2025-05-11 1"_s);
        QCOMPARE(print(timeline.bars(timeline.days(), ActivityStep::Month)),
                 u"2025-04-01..2025-04-30 1; 2025-05-01..2025-05-31 3"_s);
    }

    void aDayIsADayOfTheZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        if (!berlin.isValid())
            QSKIP("this machine knows no time zones");
        // The clock goes forward on 30 March 2025: that day has 23 hours.
        const Timeline timeline = timelineOf({u"2025-03-29T22:59:59Z"_s, u"2025-03-29T23:00:00Z"_s,
                                              u"2025-03-30T21:59:59Z"_s, u"2025-03-30T22:00:00Z"_s},
                                             berlin);
        QCOMPARE(print(timeline.bars(timeline.days(), ActivityStep::Day)),
                 u"2025-03-29..2025-03-29 1; 2025-03-30..2025-03-30 2; 2025-03-31..2025-03-31 1"_s);
        const catalog::DateSpan span = timeline.span(days(u"2025-03-30"_s, u"2025-03-30"_s));
        QCOMPARE(*span.until - *span.since + 1, 23 * 3600);
    }

    void copiesOfAMessageCountOnce()
    {
        std::vector<series::MessageHead> heads = tests::headsFrom(u"other\nother"_s);
        heads[1].messageId = heads[0].messageId;
        heads[1].subject = heads[0].subject;
        heads[0].contentHash = heads[1].contentHash = {1};
        const auto catalog = catalog::Catalog::build({}, heads, {});
        const Timeline timeline = Timeline::of(*catalog, QTimeZone::utc());
        QCOMPARE(timeline.messages(timeline.days()), int(catalog::rowsIn(*catalog, {}).size()));
        QCOMPARE(timeline.messages(timeline.days()), 1);
    }

    void messagesOfDaysBeyondTheEndsAreNone()
    {
        const Timeline timeline = timelineOf({u"2025-03-01T12:00:00Z"_s, u"2025-03-03T12:00:00Z"_s});
        QCOMPARE(timeline.messages(days(u"2020-01-01"_s, u"2025-03-01"_s)), 1);
        QCOMPARE(timeline.messages(days(u"2025-03-02"_s, u"2030-03-01"_s)), 1);
        QCOMPARE(timeline.messages(days(u"2026-01-01"_s, u"2026-01-02"_s)), 0);
    }

    void theDaysOfASpanAndBack()
    {
        const Timeline timeline = timelineOf({u"2025-03-01T12:00:00Z"_s, u"2025-03-09T12:00:00Z"_s});
        const DaySpan some = days(u"2025-03-02"_s, u"2025-03-05"_s);
        QCOMPARE(timeline.daysOf(timeline.span(some)), std::optional(some));
        // Open ends are those of the archive; so is what lies beyond them.
        const base::UnixSeconds third =
            timeline.span(days(u"2025-03-03"_s, u"2025-03-03"_s)).since.value_or(0);
        QCOMPARE(print(*timeline.daysOf({third, std::nullopt})), u"2025-03-03..2025-03-09"_s);
        QCOMPARE(print(*timeline.daysOf({std::nullopt, third})), u"2025-03-01..2025-03-03"_s);
        QCOMPARE(print(*timeline.daysOf({0, third})), u"2025-03-01..2025-03-03"_s);
        QVERIFY(!timeline.daysOf({}));
        QVERIFY(!timeline.daysOf({1000, 2000}));
    }

    void movedByMonthsWholeMonthsStayWhole()
    {
        QCOMPARE(print(catalog::moved(days(u"2025-01-01"_s, u"2025-01-31"_s), 1, ActivityStep::Month)),
                 u"2025-02-01..2025-02-28"_s);
        QCOMPARE(print(catalog::moved(days(u"2025-03-01"_s, u"2025-04-30"_s), -1, ActivityStep::Month)),
                 u"2025-02-01..2025-03-31"_s);
        QCOMPARE(print(catalog::moved(days(u"2025-01-30"_s, u"2025-02-02"_s), 1, ActivityStep::Month)),
                 u"2025-02-28..2025-03-03"_s);
    }

    void movedByDaysAndWeeksItKeepsItsLength()
    {
        QCOMPARE(print(catalog::moved(days(u"2025-02-27"_s, u"2025-02-28"_s), 2, ActivityStep::Day)),
                 u"2025-03-01..2025-03-02"_s);
        QCOMPARE(print(catalog::moved(days(u"2025-03-01"_s, u"2025-03-02"_s), -1, ActivityStep::Week)),
                 u"2025-02-22..2025-02-23"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
