// SPDX-License-Identifier: GPL-3.0-or-later
// A release cycle in the whole program: exactly the messages between two revisions, whatever their dates say.
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/filterbar.h"
#include "ui/rangechooser.h"
#include "ui/revisiondialog.h"
#include "ui/timebrush.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::ArchiveStep;
using tests::Program;
using Controller = app::Controller;

namespace {

base::UnixSeconds noon(int day)
{
    return QDateTime(QDate(2025, 3, 1).addDays(day - 1), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
}

/// "[PATCH] widget DAY: mend it", dated that day of March 2025, arriving at noon of another one.
ArchiveStep mend(int day, int arrives)
{
    const QByteArray number = QByteArray::number(day);
    ArchiveStep step;
    step.message = "From: Ada <ada@example.org>\nTo: list@example.org\nSubject: [PATCH] widget " + number +
                   ": mend it\nDate: " +
                   QDateTime::fromSecsSinceEpoch(noon(day), Qt::UTC).toString(Qt::RFC2822Date).toLatin1() +
                   "\nMessage-ID: <day-" + number + "@example.org>\n\n" +
                   tests::patchBody("mended " + number);
    step.committed = noon(arrives);
    return step;
}

/// The days that the rows are dated, in ascending order.
QList<int> days(const QAbstractItemModel &rows)
{
    QList<int> list;
    for (int row = 0; row < rows.rowCount(); ++row)
        list << rows.index(row, 0).data(items::TitleRole).toString().section(u' ', 1, 1).chopped(1).toInt();
    std::sort(list.begin(), list.end());
    return list;
}

QStringList inAnyOrder(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines;
}

} // namespace

class WindowRevisionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void exactlyTheCycleIsShownCountedAndDigested();
    void aBrokenDragComesBackToTheCycleAndADragLeavesIt();
    void whatIsOpenTowardsNowGrowsWithTheArchive();
    void aRevisionThatVanishesIsSaidAndItsDatesStay();
    void theCycleIsThereAgainAfterARestart();
    void everyArchiveHasItsOwnCycle();

private:
    QString settingsFile() { return m_builder->path(u"settings-%1.ini"_s.arg(++m_files)); }
    /// v1 is behind day 2; then come day 4, one of day -20 that was long under way, day 2 once more and day
    /// 8: v2. Behind that one dated day 6, and day 9.
    QString archive();
    static QString epoch(const QString &path) { return path + "/git/0.git"_L1; }
    static bool opens(Program &program, const QString &path)
    {
        QSignalSpy timeline(program.controller.get(), &Controller::timelineShown);
        return program.open({path}) && (!timeline.isEmpty() || timeline.wait(20000));
    }
    /// Keys are for the window again: without a window manager nobody else gives it back what a dialog had.
    static bool activate(Program &program)
    {
        program.window.activateWindow();
        return QTest::qWaitForWindowActive(&program.window);
    }
    /// With the keys of the menu and the dialog.
    static bool chooses(Program &program, const QString &range);
    static bool isExact(Program &program, const QString &range)
    {
        const ui::RangeChooser *chooser = program.window.rangeChooser();
        return QTest::qWaitFor(
            [&] { return chooser->choice().revisions == range && chooser->messages() != nullptr; }, 20000);
    }
    static QString digestOfCommandLine(const QString &path, const QString &range);
    static QString copiedDigest(Program &program);

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void WindowRevisionsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

QString WindowRevisionsTest::archive()
{
    const QString path = m_builder->v2(
        u"cycle-%1"_s.arg(++m_files),
        {{mend(1, 1), mend(2, 2), mend(4, 4), mend(-20, 5), mend(2, 6), mend(8, 8), mend(6, 9), mend(9, 9)}});
    m_builder->tag(epoch(path), u"v1"_s, u"HEAD~6"_s);
    m_builder->tag(epoch(path), u"v2"_s, u"HEAD~2"_s);
    return path;
}

bool WindowRevisionsTest::chooses(Program &program, const QString &range)
{
    if (!activate(program))
        return false;
    QTest::keyClick(&program.window, Qt::Key_8, Qt::AltModifier);
    auto *dialog = program.window.findChild<ui::RevisionDialog *>();
    if (!dialog)
        return false;
    auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
    field->selectAll();
    QTest::keyClicks(field, range);
    QTest::keyClick(field, Qt::Key_Return);
    return isExact(program, range);
}

QString WindowRevisionsTest::digestOfCommandLine(const QString &path, const QString &range)
{
    QProcess process;
    process.start(QStringLiteral(LOREDESK_BINARY), {u"digest"_s, path, range});
    if (!process.waitForFinished(30000) || process.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString WindowRevisionsTest::copiedDigest(Program &program)
{
    QSignalSpy copied(program.controller.get(), &Controller::digestCopied);
    QApplication::clipboard()->clear();
    if (!activate(program))
        return {};
    QTest::keyClick(&program.window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    return copied.wait(20000) ? QApplication::clipboard()->mimeData()->text() : QString();
}

void WindowRevisionsTest::exactlyTheCycleIsShownCountedAndDigested()
{
    const QString path = archive();
    Program program(settingsFile());
    QAbstractItemModelTester tester(&program.controller->series());
    QVERIFY(opens(program, path));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_8, Qt::AltModifier);
    auto *dialog = program.window.findChild<ui::RevisionDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
    // The newest cycle stands there already.
    QVERIFY(QTest::qWaitFor([field] { return field->text() == "v1..v2"_L1; }, 20000));
    QCOMPARE(dialog->findChild<QComboBox *>(u"revisionFrom"_s)->currentText(), u"v1"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(isExact(program, u"v1..v2"_s));

    // Neither day 6, which lies in it by its date alone, nor without what was long under way or came once
    // more.
    QCOMPARE(days(program.controller->series()), (QList<int>{-20, 2, 4, 8}));
    const auto *summary = program.window.findChild<QLabel *>(u"statusSummary"_s);
    QVERIFY(QTest::qWaitFor([summary] { return summary->text().contains("(4)"_L1); }, 20000));
    QVERIFY(QTest::qWaitFor([&] { return program.controller->series().viewCounts().has_value(); }, 20000));
    QCOMPARE(program.controller->series().viewCounts()->at(std::size_t(items::ViewKind::All)), 4);

    // A search counts by the same messages.
    program.window.filterBar()->setText(u"s:widget "_s);
    QVERIFY2(QTest::qWaitFor([summary] { return summary->text().contains(u"· 4 of "_s); }, 20000),
             qPrintable(summary->text()));
    program.window.filterBar()->clear();
    QTRY_COMPARE(days(program.controller->series()), (QList<int>{-20, 2, 4, 8}));

    const QString expected = digestOfCommandLine(path, u"v1..v2"_s);
    QVERIFY2(expected.contains("widget -20: mend it"_L1) && expected.contains("widget 2: mend it"_L1),
             qPrintable(expected));
    QVERIFY(!expected.contains("widget 6: mend it"_L1));
    // The command line has the message that came twice where it came last, the window where it came first.
    QCOMPARE(inAnyOrder(copiedDigest(program)), inAnyOrder(expected));
    const auto *source = program.window.findChild<QPlainTextEdit *>(u"digestSource"_s);
    QVERIFY(QTest::qWaitFor(
        [source] {
            const QString text = source->toPlainText();
            return text.contains("widget -20"_L1) && text.contains("widget 4"_L1) &&
                   !text.contains("widget 6"_L1);
        },
        20000));
    QVERIFY(program.window.findChild<QLabel *>(u"digestShownRange"_s)->text().startsWith("v1..v2"_L1));
    QCOMPARE(program.settings.range().revisions, u"v1..v2"_s);

    // The same days as dates are something else.
    const catalog::DateSpan span = program.window.rangeChooser()->span();
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, span});
    QCOMPARE(days(program.controller->series()), (QList<int>{4, 6, 8}));
}

void WindowRevisionsTest::aBrokenDragComesBackToTheCycleAndADragLeavesIt()
{
    Program program(settingsFile());
    QVERIFY(opens(program, archive()));
    QVERIFY(chooses(program, u"v1..v2"_s));
    ui::TimeBrush *brush = program.window.timeBrush();
    const auto at = [brush](int day) {
        const QDate date = QDate(2025, 3, 1).addDays(day - 1);
        return QPoint(int((brush->scale().left(date) + brush->scale().right(date)) / 2), brush->height() / 2);
    };
    QCOMPARE(brush->span(), program.window.rangeChooser()->span());
    QTest::mousePress(brush, Qt::LeftButton, {}, at(-10));
    QTest::mouseMove(brush, at(-9));
    QTest::mouseMove(brush, at(1));
    QCOMPARE(days(program.controller->series()), QList<int>{1});
    QTest::keyClick(brush, Qt::Key_Escape);
    QVERIFY(isExact(program, u"v1..v2"_s));
    QCOMPARE(days(program.controller->series()), (QList<int>{-20, 2, 4, 8}));
    QTest::mouseRelease(brush, Qt::LeftButton, {}, at(1));

    QTest::mousePress(brush, Qt::LeftButton, {}, at(-10));
    QTest::mouseMove(brush, at(-9));
    QTest::mouseMove(brush, at(2));
    QTest::mouseRelease(brush, Qt::LeftButton, {}, at(2));
    QCOMPARE(program.window.rangeChooser()->choice().kind, ui::RangeKind::Custom);
    QVERIFY(!program.window.rangeChooser()->messages());
    QCOMPARE(days(program.controller->series()), (QList<int>{1, 2}));
}

void WindowRevisionsTest::whatIsOpenTowardsNowGrowsWithTheArchive()
{
    const QString path = archive();
    Program program(settingsFile());
    QVERIFY(opens(program, path));
    QVERIFY(chooses(program, u"v2.."_s));
    QCOMPARE(days(program.controller->series()), (QList<int>{6, 9}));
    // One that is dated long before, and so among the others.
    m_builder->append(epoch(path), {mend(-5, 10), mend(10, 10)});
    QVERIFY(activate(program));
    QTest::keyClick(&program.window, Qt::Key_F5);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return days(program.controller->series()) == QList<int>{-5, 6, 9, 10};
        },
        20000));
    QCOMPARE(copiedDigest(program), digestOfCommandLine(path, u"v2.."_s));
    // A tag that moves brings no message, and yet another range.
    m_builder->git(epoch(path), {u"tag"_s, u"-f"_s, u"v2"_s, u"HEAD~1"_s});
    QVERIFY(activate(program));
    QTest::keyClick(&program.window, Qt::Key_F5);
    QVERIFY(QTest::qWaitFor([&] { return days(program.controller->series()) == QList<int>{10}; }, 20000));
}

void WindowRevisionsTest::aRevisionThatVanishesIsSaidAndItsDatesStay()
{
    const QString path = archive();
    Program program(settingsFile());
    QVERIFY(opens(program, path));
    QVERIFY(chooses(program, u"v1..v2"_s));
    m_builder->git(epoch(path), {u"tag"_s, u"-d"_s, u"v2"_s});
    m_builder->append(epoch(path), {mend(10, 10)});
    QVERIFY(activate(program));
    QTest::keyClick(&program.window, Qt::Key_F5);
    const auto *button = program.window.rangeChooser()->findChild<QToolButton *>(u"rangeButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->text() == "v1..v2, by dates"_L1; }, 20000));
    const auto *banner = program.window.findChild<QLabel *>(u"bannerText"_s);
    QVERIFY(banner && banner->isVisible());
    QVERIFY2(banner->text().contains("v2"_L1), qPrintable(banner->text()));
    QVERIFY(program.window.findChild<QLabel *>(u"bannerDetail"_s)->text().contains("instead"_L1));
    QCOMPARE(days(program.controller->series()),
             (QList<int>{4, 6, 8})); // their days, from the fourth to the eighth
}

void WindowRevisionsTest::theCycleIsThereAgainAfterARestart()
{
    const QString path = archive();
    const QString file = settingsFile();
    catalog::DateSpan span;
    {
        Program program(file);
        QVERIFY(opens(program, path));
        QVERIFY(chooses(program, u"v1..v2"_s));
        span = program.window.rangeChooser()->span();
    }
    Program program(file);
    QCOMPARE(program.window.rangeChooser()->choice().revisions, u"v1..v2"_s);
    QCOMPARE(program.window.rangeChooser()->span(), span); // at once
    QVERIFY(opens(program, path));
    QVERIFY(isExact(program, u"v1..v2"_s));
    QCOMPARE(days(program.controller->series()), (QList<int>{-20, 2, 4, 8}));
}

void WindowRevisionsTest::everyArchiveHasItsOwnCycle()
{
    const QString first = archive();
    const QString second = m_builder->v2(u"other"_s, {{mend(1, 1), mend(2, 2), mend(3, 3)}});
    m_builder->tag(epoch(second), u"v1"_s, u"HEAD~2"_s);
    m_builder->tag(epoch(second), u"v2"_s, u"HEAD"_s);
    Program program(settingsFile());
    QVERIFY(opens(program, first));
    QVERIFY(chooses(program, u"v1..v2"_s));
    QVERIFY(opens(program, second)); // was never open, and begins with everything
    QCOMPARE(days(program.controller->series()), (QList<int>{1, 2, 3}));
    QVERIFY(chooses(program, u"v1..v2"_s));
    QCOMPARE(days(program.controller->series()), (QList<int>{2, 3}));
    QVERIFY(chooses(program, u"..v1"_s));
    QCOMPARE(days(program.controller->series()), QList<int>{1});
    program.controller->open({first}); // it is open: that takes no time
    // What was known of it is known from the first moment.
    QVERIFY(program.window.rangeChooser()->messages());
    QCOMPARE(days(program.controller->series()), (QList<int>{-20, 2, 4, 8}));
    program.controller->open({second});
    QCOMPARE(days(program.controller->series()), QList<int>{1});
    // One without revisions has their days, and says that.
    const ui::RangeChoice cycle = program.window.rangeChooser()->choice();
    QVERIFY(program.open({m_builder->mbox(u"plain.mbox"_s, {mend(1, 1).message, mend(2, 2).message})}));
    QCOMPARE(days(program.controller->series()), (QList<int>{1, 2}));
    program.window.rangeChooser()->setChoice(cycle);
    const auto *button = program.window.rangeChooser()->findChild<QToolButton *>(u"rangeButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->text() == "..v1, by dates"_L1; }, 20000));
    QCOMPARE(days(program.controller->series()), QList<int>{1});
}

QTEST_MAIN(WindowRevisionsTest)
#include "tst_windowrevisions.moc"
