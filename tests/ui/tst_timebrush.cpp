// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebrush.h"

#include "tests/support/headbuilder.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace loredesk;
using catalog::ActivityStep;
using catalog::DaySpan;
using ui::TimeBrush;

namespace {

QDate date(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

/// One message at noon of every `every`th day from `first`, so many of them.
catalog::Timeline timelineFrom(const QDate &first, int messages, int every = 1)
{
    std::vector<series::MessageHead> heads = tests::headsFrom(QStringList(messages, u"other"_s).join(u'\n'));
    for (int i = 0; i < messages; ++i)
        heads[std::size_t(i)].date =
            QDateTime(first.addDays(qint64(i) * every), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
    return catalog::Timeline::of(*catalog::Catalog::build({}, heads, {}), QTimeZone::utc());
}

/// The strip over March 2025, a message a day, 16 + 31 × 20 pixels wide.
struct Strip
{
    explicit Strip(const catalog::Timeline &timeline = timelineFrom(QDate(2025, 3, 1), 31), int width = 636)
    {
        brush.resize(width, brush.sizeHint().height());
        brush.show();
        brush.setTimeline(timeline);
        QObject::connect(&brush, &TimeBrush::spanChanged, &brush, [this](const catalog::DateSpan &span) {
            announced << (span == catalog::DateSpan() ? u"everything"_s
                                                      : print(*brush.timeline().daysOf(span)));
        });
    }

    static QString print(const DaySpan &days)
    {
        return days.first.toString(u"MM-dd"_s) + ".."_L1 + days.last.toString(u"MM-dd"_s);
    }
    QString marked() const
    {
        const std::optional<DaySpan> days = brush.selection();
        return days ? print(*days) : u"none"_s;
    }
    QPoint at(const QString &day, double share = 0.5) const
    {
        const QDate meant = date(u"2025-"_s + day);
        const double left = brush.scale().left(meant);
        return {int(left + (brush.scale().right(meant) - left) * share), brush.height() / 2};
    }
    void press(const QPoint &position, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&brush, Qt::LeftButton, modifiers, position);
    }
    void moveTo(const QPoint &position) { QTest::mouseMove(&brush, position); }
    void release(const QPoint &position) { QTest::mouseRelease(&brush, Qt::LeftButton, {}, position); }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        moveTo((from + to) / 2);
        moveTo(to);
        release(to);
    }
    void mark(const QString &first, const QString &last)
    {
        brush.setSpan(brush.timeline().span({date(u"2025-"_s + first), date(u"2025-"_s + last)}));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&brush, key, modifiers); }
    void wheel(const QPoint &position, int angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(position, brush.mapToGlobal(position), {}, {0, angle}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&brush, &event);
    }

    TimeBrush brush;
    QStringList announced;
};

} // namespace

class TestTimeBrush : public QObject
{
    Q_OBJECT

private slots:
    void whileARangeIsDraggedNoBarIsPickedOut();
    void theGripsStandInFrontOfTheBars();
    void theBarsOfAFewDaysStayBars();
    void aRangeOverAllThereIsIsEverything();
    void beneathAMarkOverAllThereIsANewRangeBegins();
    void ofMonthsTheKeysGoFromBarToBar();
    void aRangeOfDaysBecomesTheBarsThatItTouches();
    void initTestCase() { qRegisterMetaType<catalog::DateSpan>("loredesk::catalog::DateSpan"); }

    void draggingSelectsAndTellsAtEveryStep()
    {
        Strip strip;
        QSignalSpy ended(&strip.brush, &TimeBrush::dragEnded);
        strip.press(strip.at(u"03-05"_s));
        QVERIFY(strip.brush.isDragging());
        strip.moveTo(strip.at(u"03-06"_s));
        strip.moveTo(strip.at(u"03-09"_s));
        QCOMPARE(ended.size(), 0);
        strip.moveTo(strip.at(u"03-08"_s));
        strip.release(strip.at(u"03-08"_s));
        QCOMPARE(strip.announced.join(u' '), u"03-05..03-06 03-05..03-09 03-05..03-08"_s);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!strip.brush.isDragging());
        QCOMPARE(strip.marked(), u"03-05..03-08"_s);
    }

    void draggedToTheLeftItSelectsTheSameDays()
    {
        Strip strip;
        strip.drag(strip.at(u"03-08"_s), strip.at(u"03-05"_s));
        QCOMPARE(strip.marked(), u"03-05..03-08"_s);
    }

    void draggedBeyondTheEndsItSelectsUpToThem()
    {
        Strip strip;
        strip.drag(strip.at(u"03-20"_s), {5000, -300});
        QCOMPARE(strip.marked(), u"03-20..03-31"_s);
    }

    void aClickSelectsOneBar()
    {
        Strip strip;
        QTest::mouseClick(&strip.brush, Qt::LeftButton, {}, strip.at(u"03-12"_s));
        QCOMPARE(strip.announced.join(u' '), u"03-12..03-12"_s);
    }

    void handlesRefineTheRange()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-20"_s);
        strip.drag(strip.at(u"03-10"_s, 0), strip.at(u"03-13"_s));
        QCOMPARE(strip.marked(), u"03-13..03-20"_s);
        strip.drag(strip.at(u"03-20"_s, 1), strip.at(u"03-24"_s));
        QCOMPARE(strip.marked(), u"03-13..03-24"_s);
        // Beyond the other end it goes on there.
        strip.drag(strip.at(u"03-24"_s, 1), strip.at(u"03-05"_s));
        QCOMPARE(strip.marked(), u"03-05..03-13"_s);
    }

    void draggingTheMarkMovesIt()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-14"_s);
        strip.drag(strip.at(u"03-12"_s), strip.at(u"03-17"_s));
        QCOMPARE(strip.marked(), u"03-15..03-19"_s);
        strip.drag(strip.at(u"03-17"_s), strip.at(u"03-31"_s));
        QCOMPARE(strip.marked(), u"03-27..03-31"_s); // as long as it was
    }

    void withShiftANewRangeBeginsWithinTheOld()
    {
        Strip strip;
        strip.mark(u"03-05"_s, u"03-25"_s);
        strip.drag(strip.at(u"03-10"_s), strip.at(u"03-12"_s), Qt::ShiftModifier);
        QCOMPARE(strip.marked(), u"03-10..03-12"_s);
    }

    void aDoubleClickClears()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-14"_s);
        QTest::mouseDClick(&strip.brush, Qt::LeftButton, {}, strip.at(u"03-12"_s));
        QCOMPARE(strip.marked(), u"none"_s);
        QCOMPARE(strip.announced.last(), u"everything"_s);
    }

    void escapeClearsAndThenIsForOthers()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-14"_s);
        strip.key(Qt::Key_Escape);
        QCOMPARE(strip.announced.join(u' '), u"everything"_s);
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        again.accept();
        QCoreApplication::sendEvent(&strip.brush, &again);
        QVERIFY(!again.isAccepted());
        QCOMPARE(strip.announced.size(), 1);
    }

    void escapeInADragGivesBackWhatWasMarked()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-14"_s);
        QSignalSpy ended(&strip.brush, &TimeBrush::dragEnded);
        strip.press(strip.at(u"03-12"_s));
        strip.moveTo(strip.at(u"03-22"_s));
        QCOMPARE(strip.marked(), u"03-20..03-24"_s);
        strip.key(Qt::Key_Escape);
        QCOMPARE(strip.marked(), u"03-10..03-14"_s);
        QCOMPARE(ended.size(), 1);
        strip.moveTo(strip.at(u"03-25"_s));
        strip.release(strip.at(u"03-25"_s));
        QCOMPARE(strip.marked(), u"03-10..03-14"_s);
        QCOMPARE(ended.size(), 1);
    }

    void otherButtonsDragNothing()
    {
        Strip strip;
        QTest::mousePress(&strip.brush, Qt::MiddleButton, {}, strip.at(u"03-05"_s));
        strip.moveTo(strip.at(u"03-09"_s));
        QTest::mouseRelease(&strip.brush, Qt::MiddleButton, {}, strip.at(u"03-09"_s));
        QVERIFY(strip.announced.isEmpty());
    }

    void arrowsMoveAndWithShiftResize()
    {
        Strip strip;
        strip.key(Qt::Key_Left); // nothing is marked: the newest bar
        QCOMPARE(strip.marked(), u"03-31..03-31"_s);
        strip.key(Qt::Key_Left);
        strip.key(Qt::Key_Left);
        QCOMPARE(strip.marked(), u"03-29..03-29"_s);
        strip.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(strip.marked(), u"03-29..03-30"_s);
        strip.key(Qt::Key_Left, Qt::ShiftModifier);
        strip.key(Qt::Key_Left, Qt::ShiftModifier); // never less than a bar
        QCOMPARE(strip.marked(), u"03-29..03-29"_s);
        strip.key(Qt::Key_Right, Qt::ShiftModifier);
        strip.key(Qt::Key_Right);
        strip.key(Qt::Key_Right); // not beyond the end
        QCOMPARE(strip.marked(), u"03-30..03-31"_s);
    }

    void homeAndEndGoToTheEndsOfTheArchive()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-12"_s);
        strip.key(Qt::Key_Home);
        QCOMPARE(strip.marked(), u"03-01..03-03"_s);
        strip.key(Qt::Key_End);
        QCOMPARE(strip.marked(), u"03-29..03-31"_s);
        strip.key(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(strip.marked(), u"none"_s); // from end to end it is everything
        strip.mark(u"03-10"_s, u"03-12"_s);
        strip.key(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(strip.marked(), u"03-10..03-31"_s);
    }

    void pagesMoveByTheLengthOfTheRange()
    {
        Strip strip;
        strip.mark(u"03-10"_s, u"03-12"_s);
        strip.key(Qt::Key_PageDown);
        QCOMPARE(strip.marked(), u"03-13..03-15"_s);
        strip.key(Qt::Key_PageUp);
        strip.key(Qt::Key_PageUp);
        QCOMPARE(strip.marked(), u"03-07..03-09"_s);
    }

    void theWheelZoomsAroundThePointer()
    {
        Strip strip;
        const QPoint pointer = strip.at(u"03-21"_s);
        for (int i = 0; i < 4; ++i) {
            strip.wheel(pointer, 120);
            QCOMPARE(strip.brush.scale().dayAt(pointer.x()), QDate(2025, 3, 21));
        }
        QVERIFY(!strip.brush.scale().isWhole());
        QVERIFY(strip.brush.bars().size() < 31);
        const QDate before = strip.brush.scale().view().first;
        strip.wheel(pointer, -120, Qt::ShiftModifier); // sideways: later
        QVERIFY(strip.brush.scale().view().first > before);
        for (int i = 0; i < 20; ++i)
            strip.wheel(pointer, -120);
        QVERIFY(strip.brush.scale().isWhole());
        QVERIFY(strip.announced.isEmpty()); // what is looked at is not what is meant
    }

    void theKeysZoomAndWhatIsMarkedComesIntoView()
    {
        Strip strip;
        strip.mark(u"03-05"_s, u"03-05"_s);
        for (int i = 0; i < 6; ++i)
            strip.key(Qt::Key_Plus);
        QVERIFY(strip.brush.scale().view().last < QDate(2025, 3, 31));
        strip.key(Qt::Key_End);
        QCOMPARE(strip.brush.scale().view().last, QDate(2025, 3, 31));
        for (int i = 0; i < 6; ++i)
            strip.key(Qt::Key_Minus);
        QVERIFY(strip.brush.scale().isWhole());
    }

    void barsAreDaysWhereTheyFitThenWeeksThenMonths()
    {
        Strip strip(timelineFrom(QDate(2015, 1, 1), 3650));
        QCOMPARE(strip.brush.scale().step(), ActivityStep::Month);
        QVERIFY(strip.brush.tip(QDate(2016, 2, 10)).startsWith("February 2016: 29 messages\n"_L1));
        QVERIFY(strip.brush.tip(QDate(2016, 2, 10)).contains("month"_L1));
        strip.brush.resize(3000, strip.brush.height());
        QCOMPARE(strip.brush.scale().step(), ActivityStep::Week);
        QVERIFY(strip.brush.tip(QDate(2016, 2, 10)).startsWith(u"8 – 14 Feb 2016: 7 messages\n"_s));
        strip.brush.resize(11000, strip.brush.height());
        QCOMPARE(strip.brush.scale().step(), ActivityStep::Day);
        QVERIFY(strip.brush.tip(QDate(2016, 2, 10)).startsWith("Wed 10 Feb 2016: 1 message\n"_L1));
    }

    void ofMonthsTheRangeIsWholeMonths()
    {
        Strip strip(timelineFrom(QDate(2015, 1, 1), 3650));
        const auto middleOf = [&](const QDate &day) {
            return QPoint(int(strip.brush.scale().left(day)), strip.brush.height() / 2);
        };
        strip.drag(middleOf({2016, 2, 15}), middleOf({2016, 4, 15}));
        QCOMPARE(strip.brush.selection(), std::optional(DaySpan{{2016, 2, 1}, {2016, 4, 30}}));
        strip.key(Qt::Key_Right);
        QCOMPARE(strip.brush.selection(), std::optional(DaySpan{{2016, 3, 1}, {2016, 5, 31}}));
        strip.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(strip.brush.selection(), std::optional(DaySpan{{2016, 3, 1}, {2016, 4, 30}}));
    }

    void openEndsAreMarkedToTheEndsOfTheArchive()
    {
        Strip strip;
        const base::UnixSeconds since =
            strip.brush.timeline().span({{2025, 3, 20}, {2025, 3, 20}}).since.value_or(0);
        strip.brush.setSpan({since, std::nullopt});
        QCOMPARE(strip.marked(), u"03-20..03-31"_s);
        QVERIFY(strip.announced.isEmpty());
        strip.brush.setSpan({1000, 2000});
        QCOMPARE(strip.marked(), u"none"_s);
        QVERIFY(strip.brush.valueText().contains("outside"_L1));
    }

    void everyStateSaysWhatItIs()
    {
        TimeBrush brush;
        brush.resize(600, brush.sizeHint().height());
        brush.show();
        const auto drawn = [&brush] { return brush.grab().toImage(); };
        QCOMPARE(brush.state(), TimeBrush::State::NoArchive);
        const QImage none = drawn();
        brush.showLoading();
        QCOMPARE(brush.state(), TimeBrush::State::Loading);
        const QImage loading = drawn();
        brush.setTimeline({});
        QCOMPARE(brush.state(), TimeBrush::State::Empty);
        const QImage empty = drawn();
        brush.setTimeline(timelineFrom(QDate(2025, 3, 1), 31));
        QCOMPARE(brush.state(), TimeBrush::State::Content);
        const QImage content = drawn();
        QVERIFY(none != loading && loading != empty && empty != content);
        // Nothing to drag, nothing to press, until there is something.
        brush.showNothing();
        QSignalSpy changed(&brush, &TimeBrush::spanChanged);
        QTest::mouseClick(&brush, Qt::LeftButton, {}, QPoint(300, 20));
        QTest::keyClick(&brush, Qt::Key_Left);
        QTest::keyClick(&brush, Qt::Key_Home);
        QVERIFY(changed.isEmpty());
    }

    void theMarkIsDrawnOverItsDays()
    {
        Strip strip;
        const QImage before = strip.brush.grab().toImage();
        strip.mark(u"03-10"_s, u"03-12"_s);
        const QImage after = strip.brush.grab().toImage();
        const auto differs = [&](const QString &day) {
            const QPoint at = strip.at(day) * after.devicePixelRatio();
            const QPoint top(at.x(), 1);
            return before.pixel(top) != after.pixel(top);
        };
        QVERIFY(differs(u"03-10"_s));
        QVERIFY(differs(u"03-12"_s));
        QVERIFY(!differs(u"03-08"_s));
        QVERIFY(!differs(u"03-14"_s));
    }

    void anArchiveThatGrewStaysInViewAsItWas()
    {
        Strip strip;
        for (int i = 0; i < 5; ++i)
            strip.wheel(strip.at(u"03-15"_s), 120);
        const DaySpan before = strip.brush.scale().view();
        strip.brush.setTimeline(timelineFrom(QDate(2025, 3, 1), 40));
        QCOMPARE(strip.brush.scale().view(), before);
        strip.brush.showLoading(); // another archive
        strip.brush.setTimeline(timelineFrom(QDate(2025, 3, 1), 40));
        QVERIFY(strip.brush.scale().isWhole());
    }

    void whoCannotSeeItHearsTheRange()
    {
        Strip strip;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&strip.brush);
        QVERIFY(access);
        QVERIFY(!access->text(QAccessible::Name).isEmpty());
        QCOMPARE(access->role(), QAccessible::Slider);
        QVERIFY(access->text(QAccessible::Value).contains("31 messages"_L1));
        strip.mark(u"03-10"_s, u"03-12"_s);
        QCOMPARE(access->text(QAccessible::Value), u"10 – 12 Mar 2025, 3 messages"_s);
        QVERIFY(access->actionInterface());
        access->actionInterface()->doAction(QAccessibleActionInterface::increaseAction());
        QCOMPARE(strip.marked(), u"03-11..03-13"_s);
    }
};

void TestTimeBrush::aRangeOverAllThereIsIsEverything()
{
    Strip strip;
    strip.drag(strip.at(u"03-02"_s), {-50, 10});
    strip.drag(strip.at(u"03-31"_s), {-50, 10});
    QCOMPARE(strip.announced.last(), u"everything"_s);
    QCOMPARE(strip.marked(), u"none"_s);
    strip.drag(strip.at(u"03-10"_s), strip.at(u"03-12"_s));
    QCOMPARE(strip.marked(), u"03-10..03-12"_s);
}

void TestTimeBrush::beneathAMarkOverAllThereIsANewRangeBegins()
{
    // As "Last 90 days" of an archive of a month.
    Strip strip;
    strip.brush.setSpan(strip.brush.timeline().span({{2025, 1, 1}, {2025, 3, 31}}));
    QCOMPARE(strip.marked(), u"03-01..03-31"_s);
    strip.drag(strip.at(u"03-10"_s), strip.at(u"03-12"_s));
    QCOMPARE(strip.marked(), u"03-10..03-12"_s);
    strip.mark(u"03-01"_s, u"03-31"_s);
    strip.key(Qt::Key_Left); // as from nothing
    QCOMPARE(strip.marked(), u"03-31..03-31"_s);
}

void TestTimeBrush::ofMonthsTheKeysGoFromBarToBar()
{
    // Begins on the last day of a month, ends on the first of one.
    const QDate first(2015, 4, 30);
    Strip strip(timelineFrom(first, int(first.daysTo({2025, 6, 1})) + 1));
    QCOMPARE(strip.brush.scale().step(), ActivityStep::Month);
    const auto days = [&strip] {
        const catalog::DateSpan &span = strip.brush.span();
        const catalog::Timeline &timeline = strip.brush.timeline();
        return timeline.dayOf(span.since.value_or(0)).toString(Qt::ISODate) + ".."_L1 +
               timeline.dayOf(span.until.value_or(0)).toString(Qt::ISODate);
    };
    strip.key(Qt::Key_Right);
    QCOMPARE(days(), u"2015-04-01..2015-04-30"_s);
    QCOMPARE(strip.brush.valueText(), u"1 – 30 Apr 2015, 1 message"_s);
    strip.key(Qt::Key_Left); // there is none before
    QCOMPARE(days(), u"2015-04-01..2015-04-30"_s);
    strip.key(Qt::Key_Right);
    QCOMPARE(days(), u"2015-05-01..2015-05-31"_s);
    strip.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(days(), u"2015-05-01..2015-06-30"_s);
    strip.key(Qt::Key_PageDown);
    QCOMPARE(days(), u"2015-07-01..2015-08-31"_s);
    strip.key(Qt::Key_End);
    QCOMPARE(days(), u"2025-05-01..2025-06-30"_s);
    strip.key(Qt::Key_Home);
    QCOMPARE(days(), u"2015-04-01..2015-05-31"_s);
}

void TestTimeBrush::aRangeOfDaysBecomesTheBarsThatItTouches()
{
    Strip strip(timelineFrom(QDate(2015, 1, 1), 3650));
    strip.brush.setSpan(strip.brush.timeline().span({{2016, 2, 10}, {2016, 3, 2}}));
    strip.key(Qt::Key_Right);
    QCOMPARE(strip.brush.selection(), std::optional(DaySpan{{2016, 3, 1}, {2016, 4, 30}}));
}

void TestTimeBrush::whileARangeIsDraggedNoBarIsPickedOut()
{
    Strip strip;
    strip.brush.clearFocus();
    const auto pickedOut = [&strip] {
        const QImage image = strip.brush.grab().toImage();
        const QRgb text = strip.brush.palette().color(QPalette::Text).rgb();
        // In the bars alone; the labels below them are text as well.
        for (int y = 0; y < image.height() / 2; ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == text)
                    return true;
            }
        }
        return false;
    };
    strip.moveTo(strip.at(u"03-10"_s));
    QVERIFY(pickedOut());
    strip.press(strip.at(u"03-10"_s));
    strip.moveTo(strip.at(u"03-12"_s));
    strip.moveTo(strip.at(u"03-20"_s));
    QVERIFY(!pickedOut());
    strip.release(strip.at(u"03-20"_s));
    QVERIFY(!pickedOut());
}

void TestTimeBrush::theBarsOfAFewDaysStayBars()
{
    Strip strip(timelineFrom(QDate(2025, 3, 1), 2));
    const QImage image = strip.brush.grab().toImage();
    const QRgb ground = image.pixel(strip.at(u"03-01"_s, 0.05).x(), 10);
    // In the middle of their days, which stay as wide as they are.
    for (const QString &day : {u"03-01"_s, u"03-02"_s}) {
        QVERIFY(image.pixel(strip.at(day).x(), 10) != ground);
        QCOMPARE(image.pixel(strip.at(day, 0.2).x(), 10), ground);
        QCOMPARE(image.pixel(strip.at(day, 0.8).x(), 10), ground);
    }
}

void TestTimeBrush::theGripsStandInFrontOfTheBars()
{
    Strip strip;
    strip.mark(u"03-10"_s, u"03-20"_s);
    const QImage image = strip.brush.grab().toImage();
    const QRgb base = strip.brush.palette().color(QPalette::Base).rgb();
    // Every day has a bar of the whole height; within the left grip there is none.
    const int left = strip.at(u"03-10"_s, 0).x();
    int inGrip = 0;
    constexpr int middle = 17; // of the bars and the 3 px above them
    for (int y = middle - 4; y <= middle + 4; ++y)
        inGrip += image.pixel(left - 2, y) == base ? 1 : 0;
    QVERIFY(inGrip >= 4);
}

QTEST_MAIN(TestTimeBrush)
#include "tst_timebrush.moc"
