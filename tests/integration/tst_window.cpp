// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on real archives, through the controller: what a user does, from end to end.
#include "app/controller.h"
#include "app/settings.h"
#include "models/items/roles.h"
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/barchartview.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/mainwindow.h"
#include "ui/messageview.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/seriesview.h"
#include "ui/statusstrip.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace loredesk;
using app::Controller;
using tests::ArchiveBuilder;
using tests::frobList;
using tests::letter;
using tests::patchBody;
using tests::Program;

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void theFirstStartOpensTheSample();
    void aLaterStartOpensWhatWasOpenLast();
    void aLaterStartWithoutAnythingSaysWhatToDo();
    void aDroppedMboxIsOpened();
    void severalDroppedFilesAreOneArchive();
    void aPublicInboxIsOpened();
    void openingShowsTreeMessageChartsAndFigures();
    void selectingReadsTheMessage();
    void onlyTheLastOfManySelectionsIsShown();
    void theRangeRulesTreeAndCharts();
    void aLineOfTheSeriesChartNarrowsTheTree();
    void chartsAreSavedWhole();
    void theDigestIsCopiedInBothFlavoursAndSavedWhole();
    void aDigestThatCannotBeSavedSaysWhyAndLeavesNothing();
    void cancellingALoadKeepsWhatWasShown();
    void cancellingTheFirstLoadGoesBackToTheEmptyState();
    void theNewestOpenWins();
    void refreshingSeesNewMailAndKeepsThePlace();
    void whatCannotBeOpenedIsSaidAndNothingIsLost_data();
    void whatCannotBeOpenedIsSaidAndNothingIsLost();
    void tryingAgainOpensWhatIsThereByThen();
    void closingTheArchiveEmptiesEveryPane();
    void theWindowComesBackAsItWasLeft();

private:
    QString settingsFile() { return m_builder->path(u"settings-%1.ini"_s.arg(++m_files)); }
    QString frob() { return m_builder->mbox(u"frob-%1.mbox"_s.arg(++m_files), frobList()); }
    QString numbered(int count)
    {
        return m_builder->mbox(u"numbered-%1.mbox"_s.arg(++m_files), ArchiveBuilder::sampleMessages(count));
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void WindowTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void WindowTest::theFirstStartOpensTheSample()
{
    Program program(settingsFile());
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->start({});
    QVERIFY(opened.wait(20000));
    QVERIFY(program.controller->series().rowCount() > 10);
    QVERIFY(program.controller->loaded()->catalog->problems().isEmpty());
    // It is ours, not something that the user opened.
    QVERIFY(program.settings.recentArchives().isEmpty());
}

void WindowTest::aLaterStartOpensWhatWasOpenLast()
{
    const QString file = settingsFile();
    const QString path = frob();
    {
        Program program(file);
        QVERIFY(program.open({path}));
    }
    Program program(file);
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->start({});
    QVERIFY(opened.wait(20000));
    QCOMPARE(program.controller->loaded()->paths, QStringList{path});
}

void WindowTest::aLaterStartWithoutAnythingSaysWhatToDo()
{
    Program program(settingsFile());
    program.settings.setHasRunBefore();
    program.controller->start({});
    QVERIFY(!program.window.statusStrip()->isShowingProgress());
    QVERIFY(!program.window.treePane()->isShowingContent());
}

void WindowTest::aDroppedMboxIsOpened()
{
    Program program(settingsFile());
    const QString path = frob();
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.drop({path});
    QVERIFY(program.window.statusStrip()->isShowingProgress());
    QVERIFY(opened.wait(20000));
    QVERIFY(!program.window.statusStrip()->isShowingProgress());
    QCOMPARE(program.controller->series().rowCount(), 2);
    QCOMPARE(program.settings.recentArchives(), QList<QStringList>{{path}});
}

void WindowTest::severalDroppedFilesAreOneArchive()
{
    Program program(settingsFile());
    QByteArrayList mails = frobList();
    const QString first = m_builder->mbox(u"half-1.mbox"_s, mails.mid(0, 2));
    const QString second = m_builder->mbox(u"half-2.mbox"_s, mails.mid(2));
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.drop({first, second});
    QVERIFY(opened.wait(20000));
    QCOMPARE(program.controller->loaded()->catalog->messages().size(), 5U);
    // The series lies in both.
    QCOMPARE(program.controller->series().rowCount(), 2);
}

void WindowTest::aPublicInboxIsOpened()
{
    Program program(settingsFile());
    QVERIFY(program.open({m_builder->v2(u"inbox"_s, {ArchiveBuilder::adding(frobList())})}));
    QCOMPARE(program.controller->series().rowCount(), 2);
    QVERIFY(program.waitForMessage());
}

void WindowTest::openingShowsTreeMessageChartsAndFigures()
{
    Program program(settingsFile());
    QSignalSpy counted(program.controller.get(), &Controller::statisticsShown);
    QSignalSpy shown(program.controller.get(), &Controller::messageShown);
    QVERIFY(program.open({frob()}));
    QVERIFY(!shown.isEmpty() || shown.wait(20000));
    // The newest stands first and is read at once.
    QCOMPARE(program.shownMessage(), "widget@example.org");
    QVERIFY(!counted.isEmpty() || counted.wait(20000));
    program.window.chartsPanel()->setTableShown(true);
    const auto *bars = program.window.chartsPanel()->findChild<QTableView *>();
    QVERIFY(bars && bars->model());
    // Ada's three postings and Bob's one.
    QCOMPARE(bars->model()->rowCount(), 2);
    QVERIFY(program.window.windowTitle().startsWith("frob-"_L1));
    QVERIFY(program.window.findChild<QLabel *>(u"statusSummary"_s)
                ->text()
                .startsWith(u"5 messages · 2 series"_s));
}

void WindowTest::selectingReadsTheMessage()
{
    Program program(settingsFile());
    QVERIFY(program.open({frob()}));
    QVERIFY(program.waitForMessage());
    const base::MessageIndex reply = program.controller->loaded()->catalog->find("frob-3@example.org");
    QVERIFY(program.window.seriesView()->showMessage(reply));
    QVERIFY(program.waitForMessage());
    QCOMPARE(program.shownMessage(), "frob-3@example.org");
    QVERIFY(program.window.messageView()->message()->raw.contains("Reviewed-by: Bob"));
}

void WindowTest::onlyTheLastOfManySelectionsIsShown()
{
    Program program(settingsFile());
    QVERIFY(program.open({numbered(40)}));
    QVERIFY(program.waitForMessage());
    QSignalSpy shown(program.controller.get(), &Controller::messageShown);
    const auto &catalog = *program.controller->loaded()->catalog;
    // No event loop between them: each one overtakes the one before.
    for (std::size_t row = 0; row < catalog.messages().size(); ++row)
        program.window.showMessage(base::MessageIndex(row));
    QVERIFY(shown.wait(20000));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(program.shownMessage(), catalog.messages().back().messageId);
}

void WindowTest::theRangeRulesTreeAndCharts()
{
    Program program(settingsFile());
    QSignalSpy counted(program.controller.get(), &Controller::statisticsShown);
    QVERIFY(program.open({frob()}));
    QVERIFY(!counted.isEmpty() || counted.wait(20000));
    // The whole minute of the widget's patch.
    const base::UnixSeconds minute = program.controller->loaded()->catalog->lastDate();
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {minute, minute + 59}});
    QCOMPARE(program.controller->series().rowCount(), 1);
    QVERIFY(counted.wait(20000));
    QVERIFY(program.window.findChild<QLabel *>(u"statusSummary"_s)->text().contains("(1)"_L1));
    QCOMPARE(program.settings.range(), program.window.rangeChooser()->choice());
}

void WindowTest::aLineOfTheSeriesChartNarrowsTheTree()
{
    Program program(settingsFile());
    QSignalSpy counted(program.controller.get(), &Controller::statisticsShown);
    QVERIFY(program.open({frob()}));
    QVERIFY(!counted.isEmpty() || counted.wait(20000));
    ui::ChartsPanel *panel = program.window.chartsPanel();
    panel->setChart(ui::ChartsPanel::Chart::Series);
    ui::BarChartView *chart = panel->seriesChart();
    const auto lineOf = [chart](const QString &name) {
        const auto &bars = chart->bars();
        const auto bar =
            std::find_if(bars.begin(), bars.end(), [&](const auto &at) { return at.name == name; });
        return bar == bars.end() ? -1 : int(bar - bars.begin());
    };
    QVERIFY(lineOf(u"Unanswered"_s) >= 0);
    QCOMPARE(chart->bars()[std::size_t(lineOf(u"Unanswered"_s))].value, 1.0);
    chart->ensureVisible(chart->lineRect(lineOf(u"Unanswered"_s)));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::NoModifier,
                      chart->lineRect(lineOf(u"Unanswered"_s)).center());
    QCOMPARE(program.controller->series().rowCount(), 1);
    QCOMPARE(program.controller->series().index(0, 0).data(items::TitleRole).toString(),
             u"widget: mend it"_s);
    QCOMPARE(program.window.filterBar()->chip(), u"Unanswered"_s);
    // A line that counts nothing in the new range leaves nothing, one that does follows it.
    const base::UnixSeconds first = program.controller->loaded()->catalog->firstDate();
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {first, first + 59}});
    QVERIFY(counted.wait(20000));
    QCOMPARE(program.controller->series().rowCount(), 0);
    program.window.rangeChooser()->setChoice({});
    QVERIFY(counted.wait(20000));
    QCOMPARE(program.controller->series().rowCount(), 1);
    program.window.filterBar()->clear();
    QCOMPARE(program.controller->series().rowCount(), 2);
    QVERIFY(chart->selectedKeys().isEmpty());
}

void WindowTest::chartsAreSavedWhole()
{
    Program program(settingsFile());
    QSignalSpy counted(program.controller.get(), &Controller::statisticsShown);
    QVERIFY(program.open({frob()}));
    QVERIFY(!counted.isEmpty() || counted.wait(20000));
    QSignalSpy saved(program.controller.get(), &Controller::saved);
    const QString path = m_builder->path(u"contributors.csv"_s);
    program.window.chartsPanel()->contributorsChart()->saveTo(path);
    QVERIFY(saved.wait(20000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "Name,Postings,By bots\r\n"
                             "Ada <ada@example.org>,3,0\r\n"
                             "Bob <bob@example.com>,1,0\r\n"_ba);
}

void WindowTest::theDigestIsCopiedInBothFlavoursAndSavedWhole()
{
    Program program(settingsFile());
    QVERIFY(program.open({frob()}));
    ui::DigestPanel *panel = program.window.digestPanel();
    QSignalSpy built(program.controller.get(), &Controller::digestShown);
    panel->requestDigest();
    QVERIFY(built.wait(20000));
    QVERIFY(panel->hasDigest());
    QApplication::clipboard()->clear();
    panel->copy();
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->text().contains("tidy the frob"_L1));
    QVERIFY(copied->text().contains("widget: mend it"_L1));
    QVERIFY(copied->html().contains("<html"_L1) && copied->html().contains("tidy the frob"_L1));

    const QString target = m_builder->path(u"digest.txt"_s);
    QSignalSpy saved(program.controller.get(), &Controller::saved);
    panel->saveTo(target);
    QVERIFY(saved.wait(20000));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), copied->text());
}

void WindowTest::aDigestThatCannotBeSavedSaysWhyAndLeavesNothing()
{
    Program program(settingsFile());
    QVERIFY(program.open({frob()}));
    ui::DigestPanel *panel = program.window.digestPanel();
    QSignalSpy built(program.controller.get(), &Controller::digestShown);
    panel->requestDigest();
    QVERIFY(built.wait(20000));
    const QString target = m_builder->path(u"no such directory/digest.txt"_s);
    panel->saveTo(target);
    auto *banner = program.window.findChild<QWidget *>(u"banner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
    QVERIFY(!program.window.findChild<QLabel *>(u"bannerText"_s)->text().isEmpty());
    QVERIFY(!QFileInfo::exists(target));
    QVERIFY(panel->hasDigest());
}

void WindowTest::cancellingALoadKeepsWhatWasShown()
{
    Program program(settingsFile());
    const QString shownPath = frob();
    QVERIFY(program.open({shownPath}));
    QVERIFY(program.waitForMessage());
    const QByteArray reading = program.shownMessage();
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->open({numbered(300)});
    QVERIFY(program.window.statusStrip()->isShowingProgress());
    QTest::mouseClick(program.window.findChild<QToolButton *>(u"statusCancel"_s), Qt::LeftButton);
    QVERIFY(!program.window.statusStrip()->isShowingProgress());
    QCOMPARE(program.controller->series().rowCount(), 2);
    QCOMPARE(program.shownMessage(), reading);
    // Nothing of the cancelled load arrives later: the next one is the only one that does.
    QSignalSpy refreshed(program.controller.get(), &Controller::refreshed);
    program.controller->open({shownPath});
    QVERIFY(refreshed.wait(20000)); // it is open, so only what is new is read
    QCOMPARE(opened.size(), 1);
    QCOMPARE(program.controller->loaded()->paths, QStringList{shownPath});
}

void WindowTest::cancellingTheFirstLoadGoesBackToTheEmptyState()
{
    Program program(settingsFile());
    program.controller->open({numbered(300)});
    emit program.window.cancelRequested();
    QVERIFY(program.window.findChild<QWidget *>(u"welcomePage"_s)->isVisible());
    QVERIFY(program.settings.recentArchives().isEmpty());
}

void WindowTest::theNewestOpenWins()
{
    Program program(settingsFile());
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    const QString newest = frob();
    program.controller->open({numbered(300)});
    program.controller->open({newest});
    QVERIFY(opened.wait(20000));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(program.controller->loaded()->paths, QStringList{newest});
}

void WindowTest::refreshingSeesNewMailAndKeepsThePlace()
{
    Program program(settingsFile());
    const QString path = frob();
    QVERIFY(program.open({path}));
    QVERIFY(program.waitForMessage());
    const base::MessageIndex patch = program.controller->loaded()->catalog->find("frob-1@example.org");
    program.window.showMessage(patch);
    QVERIFY(program.waitForMessage());

    QByteArrayList mails = frobList();
    mails.prepend(letter("early@example.org", "[PATCH] gadget: start it", "Cy <cy@example.org>", 0, {},
                         patchBody("started")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(ArchiveBuilder::mboxBytes(mails, tests::MboxFlavour::Mboxrd));
    file.close();

    QSignalSpy refreshed(program.controller.get(), &Controller::refreshed);
    QSignalSpy shown(program.controller.get(), &Controller::messageShown);
    emit program.window.refreshRequested();
    QVERIFY(refreshed.wait(20000));
    QCOMPARE(program.controller->series().rowCount(), 3);
    // The reader is not disturbed: the message is the same, and is not read again.
    QVERIFY(shown.isEmpty());
    QCOMPARE(program.shownMessage(), "frob-1@example.org");
    const QModelIndex current = program.window.seriesView()->currentIndex();
    QCOMPARE(current.data(items::MessageIdRole).toByteArray(), "frob-1@example.org");
    QCOMPARE(program.window.statusStrip()->currentMessage(), u"1 new message"_s);
}

void WindowTest::whatCannotBeOpenedIsSaidAndNothingIsLost_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing there") << m_builder->path(u"nowhere"_s);
    QTest::newRow("an empty directory") << [this] {
        QDir(m_builder->directory()).mkpath(u"empty"_s);
        return m_builder->path(u"empty"_s);
    }();
    QTest::newRow("an empty file") << m_builder->file(u"empty.mbox"_s, {});
    QTest::newRow("no mail") << m_builder->file(u"picture.png"_s,
                                                QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0", 12));
}

void WindowTest::whatCannotBeOpenedIsSaidAndNothingIsLost()
{
    QFETCH(QString, path);
    Program program(settingsFile());
    const QString shownPath = frob();
    QVERIFY(program.open({shownPath}));
    QSignalSpy failed(program.controller.get(), &Controller::openFailed);
    program.controller->open({path});
    QVERIFY(failed.wait(20000));
    QVERIFY(program.window.findChild<QWidget *>(u"banner"_s)->isVisible());
    QVERIFY(!program.window.findChild<QLabel *>(u"bannerText"_s)->text().isEmpty());
    QVERIFY(program.window.findChild<QLabel *>(u"bannerDetail"_s)->text().contains(path));
    QCOMPARE(program.controller->loaded()->paths, QStringList{shownPath});
    QCOMPARE(program.controller->series().rowCount(), 2);
    QCOMPARE(program.settings.recentArchives(), QList<QStringList>{{shownPath}});
}

void WindowTest::tryingAgainOpensWhatIsThereByThen()
{
    Program program(settingsFile());
    const QString path = m_builder->path(u"later.mbox"_s);
    QSignalSpy failed(program.controller.get(), &Controller::openFailed);
    program.controller->open({path});
    QVERIFY(failed.wait(20000));
    m_builder->mbox(u"later.mbox"_s, frobList());
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    emit program.window.retryRequested();
    QVERIFY(opened.wait(20000));
    QVERIFY(!program.window.findChild<QWidget *>(u"banner"_s)->isVisible());
}

void WindowTest::closingTheArchiveEmptiesEveryPane()
{
    Program program(settingsFile());
    QVERIFY(program.open({frob()}));
    QVERIFY(program.waitForMessage());
    const auto *days = program.window.findChild<QLabel *>(u"digestShownRange"_s);
    QVERIFY(!days->text().isEmpty());
    const auto *counted = program.window.findChild<QLabel *>(u"chartRange"_s);
    QTRY_VERIFY(!counted->text().isEmpty());
    const auto *summary = program.window.findChild<QLabel *>(u"statusSummary"_s);
    QVERIFY(!summary->text().isEmpty());
    emit program.window.closeRequested();
    QCOMPARE(days->text(), QString());
    QCOMPARE(counted->text(), QString());
    QCOMPARE(summary->text(), QString());
    QCOMPARE(program.controller->series().rowCount(), 0);
    QVERIFY(!program.window.messageView()->message());
    QVERIFY(!program.window.treePane()->isShowingContent());
    QCOMPARE(program.window.windowTitle(), u"Loredesk"_s);
    QVERIFY(!program.controller->loaded());
}

void WindowTest::theWindowComesBackAsItWasLeft()
{
    const QString file = settingsFile();
    {
        Program program(file);
        program.window.resize(940, 640);
        program.window.seriesView()->setColumnHidden(items::SeriesTreeModel::Tested, true);
        program.window.close();
    }
    Program program(file);
    QCOMPARE(program.window.size(), QSize(940, 640));
    QVERIFY(program.window.seriesView()->isColumnHidden(items::SeriesTreeModel::Tested));
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
