// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechoice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using loredesk::catalog::DateSpan;
using loredesk::ui::RangeChoice;
using loredesk::ui::RangeKind;
using loredesk::ui::steppedSpan;

class RangeChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsUnbounded();
    void daysAreCountedBackInWholeDaysAndStayOpenTowardsNow_data();
    void daysAreCountedBackInWholeDaysAndStayOpenTowardsNow();
    void theCustomSpanIsTakenAsItIs();
    void sinceTheLastVisitIsToTheSecondAndOpen();
    void revisionsKeepTheirNameAndTheirTime();
    void everyChoiceSurvivesTheSettings_data();
    void everyChoiceSurvivesTheSettings();
    void whatCannotBeReadIsEverything_data();
    void whatCannotBeReadIsEverything();
    void aStepGoesToAsManyDaysBefore();
    void aStepOverTheChangeOfClocksStaysOnWholeDays();
    void anOpenSpanCannotBeStepped();
};

namespace {

qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODate).toSecsSinceEpoch();
}

QDateTime reference()
{
    return QDateTime(QDate(2025, 5, 20), QTime(15, 30), QTimeZone::utc());
}

} // namespace

void RangeChoiceTest::everythingIsUnbounded()
{
    QCOMPARE(RangeChoice().span(reference()), DateSpan());
    QVERIFY(RangeChoice().span(reference()).contains(0));
}

void RangeChoiceTest::daysAreCountedBackInWholeDaysAndStayOpenTowardsNow_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("first");
    QTest::newRow("today") << int(RangeKind::Today) << u"2025-05-20T00:00:00"_s;
    QTest::newRow("yesterday") << int(RangeKind::SinceYesterday) << u"2025-05-19T00:00:00"_s;
    QTest::newRow("7 days") << int(RangeKind::Days7) << u"2025-05-14T00:00:00"_s;
    QTest::newRow("30 days") << int(RangeKind::Days30) << u"2025-04-21T00:00:00"_s;
    QTest::newRow("90 days") << int(RangeKind::Days90) << u"2025-02-20T00:00:00"_s;
}

void RangeChoiceTest::daysAreCountedBackInWholeDaysAndStayOpenTowardsNow()
{
    QFETCH(int, kind);
    QFETCH(QString, first);
    const DateSpan span = RangeChoice{RangeKind(kind), {}}.span(reference());
    QCOMPARE(span.since.value_or(0), utc(first));
    QVERIFY(!span.until);
}

void RangeChoiceTest::theCustomSpanIsTakenAsItIs()
{
    const DateSpan span{100, 200};
    QCOMPARE((RangeChoice{RangeKind::Custom, span}.span(reference())), span);
}

void RangeChoiceTest::sinceTheLastVisitIsToTheSecondAndOpen()
{
    const RangeChoice choice{RangeKind::SinceVisit, {}};
    QCOMPARE(choice.span(reference(), 1000), (DateSpan{1001, std::nullopt}));
    QCOMPARE(choice.span(reference()), DateSpan()); // the first visit
}

void RangeChoiceTest::revisionsKeepTheirNameAndTheirTime()
{
    const RangeChoice choice{RangeKind::Revisions, {100, 200}, u"v1:x..v2"_s};
    QCOMPARE(choice.span(reference()), (DateSpan{100, 200}));
    QCOMPARE(choice.label(reference(), reference().date()), u"v1:x..v2"_s);
    QCOMPARE(RangeChoice::fromString(choice.toString()), choice);
    QCOMPARE(RangeChoice::fromString(u"revisions:100:200:"_s), RangeChoice());
    QCOMPARE(RangeChoice::fromString(u"revisions:100:200"_s), RangeChoice());
}

void RangeChoiceTest::everyChoiceSurvivesTheSettings_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("since");
    QTest::addColumn<bool>("until");
    for (const RangeKind kind :
         {RangeKind::Everything, RangeKind::SinceVisit, RangeKind::Today, RangeKind::SinceYesterday,
          RangeKind::Days7, RangeKind::Days30, RangeKind::Days90})
        QTest::addRow("kind %d", int(kind)) << int(kind) << false << false;
    QTest::newRow("from and to") << int(RangeKind::Custom) << true << true;
    QTest::newRow("from") << int(RangeKind::Custom) << true << false;
    QTest::newRow("to") << int(RangeKind::Custom) << false << true;
}

void RangeChoiceTest::everyChoiceSurvivesTheSettings()
{
    QFETCH(int, kind);
    QFETCH(bool, since);
    QFETCH(bool, until);
    RangeChoice choice{RangeKind(kind), {}};
    if (since)
        choice.custom.since = -86400;
    if (until)
        choice.custom.until = 1747766399;
    QCOMPARE(RangeChoice::fromString(choice.toString()), choice);
}

void RangeChoiceTest::whatCannotBeReadIsEverything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another word") << u"fortnight"_s;
    QTest::newRow("no numbers") << u"custom:a:b"_s;
    QTest::newRow("no bounds") << u"custom::"_s;
    QTest::newRow("too many parts") << u"custom:1:2:3"_s;
}

void RangeChoiceTest::whatCannotBeReadIsEverything()
{
    QFETCH(QString, text);
    QCOMPARE(RangeChoice::fromString(text), RangeChoice());
}

void RangeChoiceTest::aStepGoesToAsManyDaysBefore()
{
    const DateSpan week{utc(u"2025-05-14T00:00:00"_s), utc(u"2025-05-20T23:59:59"_s)};
    const DateSpan before = steppedSpan(week, -1, QTimeZone::utc());
    QCOMPARE(before, (DateSpan{utc(u"2025-05-07T00:00:00"_s), utc(u"2025-05-13T23:59:59"_s)}));
    QCOMPARE(steppedSpan(before, 1, QTimeZone::utc()), week);
}

void RangeChoiceTest::aStepOverTheChangeOfClocksStaysOnWholeDays()
{
    const QTimeZone zone("Europe/Berlin");
    if (!zone.isValid())
        QSKIP("this system has no time zone data");
    // Clocks went forward on 30 March 2025: that day has 23 hours.
    const DateSpan day{utc(u"2025-03-29T23:00:00"_s), utc(u"2025-03-30T21:59:59"_s)};
    QCOMPARE(steppedSpan(day, 1, zone),
             (DateSpan{utc(u"2025-03-30T22:00:00"_s), utc(u"2025-03-31T21:59:59"_s)}));
    QCOMPARE(steppedSpan(day, -1, zone),
             (DateSpan{utc(u"2025-03-28T23:00:00"_s), utc(u"2025-03-29T22:59:59"_s)}));
}

void RangeChoiceTest::anOpenSpanCannotBeStepped()
{
    const DateSpan open{100, std::nullopt};
    QCOMPARE(steppedSpan(open, -1, QTimeZone::utc()), open);
}

QTEST_APPLESS_MAIN(RangeChoiceTest)
#include "tst_rangechoice.moc"
