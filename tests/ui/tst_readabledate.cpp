// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readabledate.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using loredesk::ui::fullDate;
using loredesk::ui::readableDate;
using loredesk::ui::readableSpan;

class ReadableDateTest : public QObject
{
    Q_OBJECT

private slots:
    void aDateIsWrittenAsItIsSeenFromNow_data();
    void aDateIsWrittenAsItIsSeenFromNow();
    void theDayIsThatOfTheReadersZone();
    void noDateIsNothing();
    void theFullDateNamesTheReadersTimeAndUtc();
    void theFullDateNamesTheOtherDayWhereUtcHasOne();
    void aSpanIsWrittenWithoutRepeatingItself_data();
    void aSpanIsWrittenWithoutRepeatingItself();
};

namespace {

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODate).toSecsSinceEpoch();
}

QDateTime now()
{
    return QDateTime(QDate(2025, 5, 20), QTime(15, 30), QTimeZone::utc());
}

} // namespace

void ReadableDateTest::aDateIsWrittenAsItIsSeenFromNow_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a minute ago") << u"2025-05-20T15:29:00"_s << u"today 15:29"_s;
    QTest::newRow("the first second of today") << u"2025-05-20T00:00:00"_s << u"today 00:00"_s;
    QTest::newRow("the last second of yesterday") << u"2025-05-19T23:59:59"_s << u"yesterday"_s;
    QTest::newRow("two days ago") << u"2025-05-18T15:30:00"_s << u"18 May"_s;
    QTest::newRow("new year's day") << u"2025-01-01T00:00:00"_s << u"1 Jan"_s;
    QTest::newRow("the last second of last year") << u"2024-12-31T23:59:59"_s << u"31 Dec 2024"_s;
    QTest::newRow("years ago") << u"2023-05-20T15:30:00"_s << u"20 May 2023"_s;
    QTest::newRow("later today, a wrong clock") << u"2025-05-20T23:00:00"_s << u"today 23:00"_s;
    QTest::newRow("tomorrow, a wrong clock") << u"2025-05-21T00:00:00"_s << u"21 May"_s;
    QTest::newRow("next year, a wrong clock") << u"2026-01-02T00:00:00"_s << u"2 Jan 2026"_s;
}

void ReadableDateTest::aDateIsWrittenAsItIsSeenFromNow()
{
    QFETCH(QString, date);
    QFETCH(QString, expected);
    QCOMPARE(readableDate(utc(date), now()), expected);
}

void ReadableDateTest::theDayIsThatOfTheReadersZone()
{
    const QDateTime evening(QDate(2025, 5, 20), QTime(1, 0), QTimeZone(5 * 3600));
    // 19 May in UTC, and already today for somebody five hours east.
    QCOMPARE(readableDate(utc(u"2025-05-19T19:30:00"_s), evening), u"today 00:30"_s);
    QCOMPARE(readableDate(utc(u"2025-05-19T18:30:00"_s), evening), u"yesterday"_s);
}

void ReadableDateTest::noDateIsNothing()
{
    QCOMPARE(readableDate(0, now()), QString());
    QCOMPARE(fullDate(0, now()), QString());
}

void ReadableDateTest::theFullDateNamesTheReadersTimeAndUtc()
{
    QCOMPARE(fullDate(utc(u"2025-05-20T18:26:35"_s), now()), u"Tuesday, 20 May 2025 18:26:35 UTC"_s);
    QCOMPARE(fullDate(utc(u"2025-05-20T18:26:35"_s), now().toTimeZone(QTimeZone(2 * 3600))),
             u"Tuesday, 20 May 2025 20:26:35 (18:26:35 UTC)"_s);
}

void ReadableDateTest::theFullDateNamesTheOtherDayWhereUtcHasOne()
{
    QCOMPARE(fullDate(utc(u"2025-05-20T23:26:35"_s), now().toTimeZone(QTimeZone(2 * 3600))),
             u"Wednesday, 21 May 2025 01:26:35 (20 May 23:26:35 UTC)"_s);
}

void ReadableDateTest::aSpanIsWrittenWithoutRepeatingItself_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unbounded") << QString() << QString() << u"everything"_s;
    QTest::newRow("one day") << u"2025-05-20T00:00:00"_s << u"2025-05-20T23:59:59"_s << u"20 May 2025"_s;
    QTest::newRow("one month") << u"2025-05-20T00:00:00"_s << u"2025-05-27T23:59:59"_s
                               << u"20 – 27 May 2025"_s;
    QTest::newRow("one year") << u"2025-04-30T00:00:00"_s << u"2025-05-02T23:59:59"_s
                              << u"30 Apr – 2 May 2025"_s;
    QTest::newRow("two years") << u"2024-12-30T00:00:00"_s << u"2025-01-02T23:59:59"_s
                               << u"30 Dec 2024 – 2 Jan 2025"_s;
    QTest::newRow("the same month of two years")
        << u"2024-05-30T00:00:00"_s << u"2025-05-02T23:59:59"_s << u"30 May 2024 – 2 May 2025"_s;
    QTest::newRow("open end") << u"2025-05-20T00:00:00"_s << QString() << u"since 20 May 2025"_s;
    QTest::newRow("open start") << QString() << u"2025-05-20T00:00:00"_s << u"until 20 May 2025"_s;
}

void ReadableDateTest::aSpanIsWrittenWithoutRepeatingItself()
{
    QFETCH(QString, since);
    QFETCH(QString, until);
    QFETCH(QString, expected);
    loredesk::catalog::DateSpan span;
    if (!since.isEmpty())
        span.since = utc(since);
    if (!until.isEmpty())
        span.until = utc(until);
    QCOMPARE(readableSpan(span, now()), expected);
}

QTEST_APPLESS_MAIN(ReadableDateTest)
#include "tst_readabledate.moc"
