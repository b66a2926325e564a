// SPDX-License-Identifier: GPL-3.0-or-later
// The range of time in the whole program: brush, menu, tree, charts and digest.
#include "models/mail/message.h"
#include "models/store/userstore.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/digestpanel.h"
#include "ui/filterbar.h"
#include "ui/rangechooser.h"
#include "ui/revisiondialog.h"
#include "ui/seriesview.h"
#include "ui/statusstrip.h"
#include "ui/timebrush.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::Program;
using Controller = app::Controller;

namespace {

/// One patch a day from 1 March 2025 on, at noon: "[PATCH] widget 1: mend it".
QByteArray dailyPatch(int day)
{
    const QByteArray number = QByteArray::number(day);
    return "From: Ada <ada@example.org>\nTo: list@example.org\nSubject: [PATCH] widget " + number +
           ": mend it\nDate: " +
           QDateTime(QDate(2025, 3, 1).addDays(day - 1), QTime(12, 0), Qt::UTC)
               .toString(Qt::RFC2822Date)
               .toLatin1() +
           "\nMessage-ID: <day-" + number + "@example.org>\n\n" + tests::patchBody("mended " + number);
}

QByteArrayList dailyPatches(int days)
{
    QByteArrayList mails;
    for (int day = 1; day <= days; ++day)
        mails << dailyPatch(day);
    return mails;
}

base::UnixSeconds midnight(int day)
{
    return QDateTime(QDate(2025, 3, 1).addDays(day - 1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

class WindowRangeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theBrushTakesTreeChartsAndDigestAlong();
    void ofWhatIsFoundItIsSaidHowMuchIsOfTheRange();
    void theCopyIsOfRangeAndFilterFromAnywhere();
    void theCopyIsInTheFormatThatIsChosen();
    void whoHasBrushedARangeGoesThroughItWithTheReadersKeys();
    void twoRevisionsAreARange();
    void revisionsThatAreNotThereAreSaidInTheDialog();
    void sinceTheLastVisitIsWhatCameSince();
    void aRestoredRangeIsMarkedOnTheBrush();

private:
    QString settingsFile() { return m_builder->path(u"settings-%1.ini"_s.arg(++m_files)); }
    QString daily(int days) { return m_builder->mbox(u"daily-%1.mbox"_s.arg(++m_files), dailyPatches(days)); }
    static bool openWithDays(Program &program, const QString &path)
    {
        QSignalSpy days(program.controller.get(), &Controller::timelineShown);
        return program.open({path}) && (!days.isEmpty() || days.wait(20000));
    }
    /// Waits until the preview says this.
    static bool previews(Program &program, const QString &with, const QString &without)
    {
        const auto *source = program.window.findChild<QPlainTextEdit *>(u"digestSource"_s);
        return QTest::qWaitFor(
            [&] {
                const QString text = source->toPlainText();
                return text.contains(with) && !text.contains(without);
            },
            20000);
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void WindowRangeTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void WindowRangeTest::theBrushTakesTreeChartsAndDigestAlong()
{
    Program program(settingsFile());
    QVERIFY(openWithDays(program, daily(20)));
    ui::TimeBrush *brush = program.window.timeBrush();
    QCOMPARE(brush->bars().size(), 20U);
    QVERIFY(previews(program, u"widget 20"_s, u"nothing of that"_s)); // without being asked
    const auto at = [brush](int day) {
        const QDate date = QDate(2025, 3, 1).addDays(day - 1);
        return QPoint(int((brush->scale().left(date) + brush->scale().right(date)) / 2), brush->height() / 2);
    };
    QSignalSpy counted(program.controller.get(), &Controller::statisticsShown);
    QTest::mousePress(brush, Qt::LeftButton, {}, at(5));
    QTest::mouseMove(brush, at(6));
    QCOMPARE(program.controller->series().rowCount(), 2); // in the middle of the drag
    QTest::mouseMove(brush, at(8));
    QCOMPARE(program.controller->series().rowCount(), 4);
    QVERIFY(program.settings.range().kind == ui::RangeKind::Everything); // not meant yet
    QTest::mouseRelease(brush, Qt::LeftButton, {}, at(8));
    const ui::RangeChoice meant{ui::RangeKind::Custom, {midnight(5), midnight(9) - 1}};
    QCOMPARE(program.window.rangeChooser()->choice(), meant);
    QCOMPARE(program.settings.range(), meant);
    const auto *summary = program.window.findChild<QLabel *>(u"statusSummary"_s);
    QVERIFY(QTest::qWaitFor([summary] { return summary->text().contains("(4)"_L1); }, 20000));
    QVERIFY(previews(program, u"widget 8"_s, u"widget 9"_s));
    QCOMPARE(program.window.findChild<QLabel *>(u"digestShownRange"_s)->text(), u"5 – 8 Mar 2025"_s);
    QVERIFY(program.window.findChild<QPlainTextEdit *>(u"digestSource"_s)
                ->toPlainText()
                .contains("2025-03-05"_L1));
    // A step to as many days before.
    QTest::mouseClick(program.window.rangeChooser()->findChild<QWidget *>(u"rangeBack"_s), Qt::LeftButton);
    QCOMPARE(brush->span(), (catalog::DateSpan{midnight(1), midnight(5) - 1}));
    QVERIFY(previews(program, u"widget 4"_s, u"widget 5"_s));
}

void WindowRangeTest::ofWhatIsFoundItIsSaidHowMuchIsOfTheRange()
{
    Program program(settingsFile());
    QVERIFY(openWithDays(program, daily(20)));
    const auto *summary = program.window.findChild<QLabel *>(u"statusSummary"_s);
    const auto says = [summary](const QString &text) {
        return QTest::qWaitFor([&] { return summary->text().contains(text); }, 20000);
    };
    program.window.filterBar()->setText(u"s:widget "_s);
    QVERIFY(says(u"20 messages found"_s));
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {midnight(5), midnight(9) - 1}});
    QVERIFY(says(u"(4)"_s));
    QVERIFY(says(u"4 of 20 found messages in the range"_s));
    program.window.filterBar()->setText(u"b:\"mended 12\" "_s);
    QVERIFY(says(u"0 of 1 found message in the range"_s));
    program.window.rangeChooser()->setChoice({});
    QVERIFY(says(u"1 message found"_s));
}

void WindowRangeTest::theCopyIsOfRangeAndFilterFromAnywhere()
{
    Program program(settingsFile());
    QVERIFY(openWithDays(program, daily(9)));
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {midnight(2), midnight(6) - 1}});
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QSignalSpy copied(program.controller.get(), &Controller::digestCopied);
    QApplication::clipboard()->clear();
    // From the message, with the digest out of sight.
    program.window.messageView()->setFocus();
    program.window.findChild<QAction *>(u"digestDockAction"_s)->trigger();
    QTest::keyClick(&program.window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(copied.wait(20000));
    QString text = QApplication::clipboard()->mimeData()->text();
    QVERIFY(text.contains("widget 2: mend it"_L1) && text.contains("widget 5: mend it"_L1));
    QVERIFY(!text.contains("widget 1: mend it"_L1) && !text.contains("widget 6: mend it"_L1));
    QVERIFY(QApplication::clipboard()->mimeData()->html().contains("widget 2: mend it"_L1));
    const QString notice = program.window.statusStrip()->currentMessage();
    QVERIFY2(notice.contains(u"2 – 5 Mar 2025: 4 messages"_s), qPrintable(notice));

    QSignalSpy searched(&program.controller->session(), &app::ArchiveSession::searched);
    program.window.filterBar()->setText(u"s:\"widget 3\""_s);
    QVERIFY(searched.wait(20000));
    QCOMPARE(program.controller->series().rowCount(), 1);
    QTest::keyClick(&program.window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(copied.wait(20000));
    text = QApplication::clipboard()->mimeData()->text();
    QVERIFY(text.contains("widget 3: mend it"_L1) && !text.contains("widget 2: mend it"_L1));
    QVERIFY(text.contains("filtered"_L1));
}

void WindowRangeTest::theCopyIsInTheFormatThatIsChosen()
{
    Program program(settingsFile());
    QVERIFY(openWithDays(program, daily(3)));
    QSignalSpy copied(program.controller.get(), &Controller::digestCopied);
    auto *format = program.window.findChild<QComboBox *>(u"digestFormat"_s);
    const auto copy = [&](digest::Format wanted) {
        format->setCurrentIndex(format->findData(int(wanted)));
        QApplication::clipboard()->clear();
        program.window.findChild<QAction *>(u"copyDigestAction"_s)->trigger();
        return copied.wait(20000) ? QApplication::clipboard()->mimeData() : nullptr;
    };
    const QMimeData *data = copy(digest::Format::Markdown);
    QVERIFY(data && data->text().startsWith("# "_L1) && data->hasHtml());
    QVERIFY(program.window.statusStrip()->currentMessage().contains(u"Markdown"_s));
    data = copy(digest::Format::Json);
    QVERIFY(data && data->text().startsWith(u'{') && !data->hasHtml());
    // Of a page the text is text.
    data = copy(digest::Format::Html);
    QVERIFY(data && data->text().startsWith("From "_L1) && data->html().startsWith("<!"_L1));
}

void WindowRangeTest::whoHasBrushedARangeGoesThroughItWithTheReadersKeys()
{
    Program program(settingsFile());
    QVERIFY(openWithDays(program, daily(9)));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    program.window.seriesView()->selectFirst();
    const QModelIndex first = program.window.seriesView()->currentIndex();
    program.window.timeBrush()->setFocus();
    QTest::keyClick(program.window.timeBrush(), Qt::Key_J);
    QVERIFY(program.window.seriesView()->currentIndex().row() == first.row() + 1);
    QTest::keyClick(program.window.timeBrush(), Qt::Key_K);
    QCOMPARE(program.window.seriesView()->currentIndex().row(), first.row());
}

void WindowRangeTest::twoRevisionsAreARange()
{
    QList<tests::ArchiveStep> steps = ArchiveBuilder::adding(dailyPatches(9));
    for (int day = 1; day <= steps.size(); ++day)
        steps[day - 1].committed = midnight(day) + 13 * 60 * 60;
    const QString path = m_builder->v2(u"cycle"_s, {steps});
    const QString epoch = path + "/git/0.git"_L1;
    const QStringList commits = m_builder->commits(epoch);
    m_builder->tag(epoch, u"v1"_s, commits[2]);
    Program program(settingsFile());
    QVERIFY(openWithDays(program, path));
    program.window.findChild<QAction *>(u"revisionRangeAction"_s)->trigger();
    auto *dialog = program.window.findChild<ui::RevisionDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
    QTest::keyClicks(field, u"v1.."_s + commits[5].left(12));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor(
        [&] { return program.window.rangeChooser()->choice().kind == ui::RangeKind::Revisions; }, 20000));
    // The three behind the tag, up to the commit.
    QCOMPARE(program.controller->series().rowCount(), 3);
    QCOMPARE(program.window.timeBrush()->valueText(), u"4 – 6 Mar 2025, 3 messages"_s);
    QCOMPARE(program.settings.range().revisions, u"v1.."_s + commits[5].left(12));
}

void WindowRangeTest::revisionsThatAreNotThereAreSaidInTheDialog()
{
    const QString path = m_builder->v2(u"short"_s, {ArchiveBuilder::adding(dailyPatches(3))});
    Program program(settingsFile());
    QVERIFY(openWithDays(program, path));
    program.window.findChild<QAction *>(u"revisionRangeAction"_s)->trigger();
    auto *dialog = program.window.findChild<ui::RevisionDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
    auto *show = dialog->findChild<QPushButton *>();
    QTest::keyClicks(field, u"HEAD"_s); // no range
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    QVERIFY(show && std::any_of(buttons.begin(), buttons.end(),
                                [](QPushButton *button) { return !button->isEnabled(); }));
    QTest::keyClicks(field, u"..nowhere"_s);
    QTest::keyClick(field, Qt::Key_Return);
    const auto *message = dialog->findChild<QLabel *>(u"revisionMessage"_s);
    QVERIFY(QTest::qWaitFor([message] { return message->text().contains("nowhere"_L1); }, 20000));
    QVERIFY(dialog->isVisible());
    QVERIFY(!field->isReadOnly());
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
}

void WindowRangeTest::sinceTheLastVisitIsWhatCameSince()
{
    const QTemporaryDir home;
    const app::Places places{{}, home.filePath(u"user.sqlite"_s)};
    const QString path = daily(9);
    {
        auto store = store::UserStore::open(places.userStore);
        QVERIFY(store);
        QVERIFY(store->setSeenUntil(path, midnight(7) - 1));
    }
    Program program(settingsFile(), places);
    auto *action = program.window.findChild<QAction *>(u"rangeAction-visit"_s);
    QVERIFY(!action->isEnabled()); // nobody knows yet
    QVERIFY(openWithDays(program, path));
    QVERIFY(QTest::qWaitFor([action] { return action->isEnabled(); }, 20000));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_6, Qt::AltModifier);
    QCOMPARE(program.controller->series().rowCount(), 3);
    QCOMPARE(program.window.timeBrush()->valueText(), u"7 – 9 Mar 2025, 3 messages"_s);
}

void WindowRangeTest::aRestoredRangeIsMarkedOnTheBrush()
{
    const QString file = settingsFile();
    const QString path = daily(9);
    {
        app::Settings settings(file);
        settings.setOpenArchives({{path}}, {path});
        settings.setRange({ui::RangeKind::Custom, {midnight(3), midnight(5) - 1}});
    }
    Program program(file);
    QVERIFY(openWithDays(program, path));
    QCOMPARE(program.window.timeBrush()->valueText(), u"3 – 4 Mar 2025, 2 messages"_s);
    program.window.findChild<QAction *>(u"rangeAction-everything"_s)->trigger();
    QVERIFY(!program.window.timeBrush()->selection());
}

QTEST_MAIN(WindowRangeTest)
#include "tst_windowrange.moc"
