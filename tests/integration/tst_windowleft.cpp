// SPDX-License-Identifier: GPL-3.0-or-later
// How an archive was left comes back at the next start.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/messageview.h"
#include "ui/rangechooser.h"
#include "ui/seriesview.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;

class WindowLeftTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void howAnArchiveWasLeftComesBackAtTheNextStart();
    void whatWasLeftInASearchComesBackInIt();
    void whatWasReadComesBackThoughItsRowIsHidden();
    void anArchiveThatWasNeverOpenBeginsWithAllOfIt();
    void closingTheLastOneEndsItsRange();

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() const { return m_kept->filePath(u"settings.ini"_s); }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_frob;
    QString m_numbered;
};

void WindowLeftTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
}

void WindowLeftTest::init()
{
    m_builder = std::make_unique<ArchiveBuilder>();
    m_kept = std::make_unique<QTemporaryDir>();
    m_frob = m_builder->v2(u"frob"_s, {ArchiveBuilder::adding(frobList())});
    m_numbered = m_builder->mbox(u"numbered"_s, ArchiveBuilder::sampleMessages(40));
}

void WindowLeftTest::howAnArchiveWasLeftComesBackAtTheNextStart()
{
    const ui::RangeChoice range{ui::RangeKind::Days90, {}};
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        program.window.seriesView()->expand(program.controller->series().index(1, 0));
        QVERIFY(program.window.seriesView()->showMessage(
            program.controller->loaded()->catalog->find("frob-2@example.org")));
        program.window.rangeChooser()->setChoice(range);
        program.window.chartsPanel()->setChart(ui::ChartsPanel::Chart::Domains);
        program.window.messageView()->setCurrentTab(ui::MessageView::Tab::Diff);
        program.window.close();
    }
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.startAgain());
    QCOMPARE(program.currentRow(), "frob-2@example.org");
    QVERIFY(program.window.seriesView()->isExpanded(program.controller->series().index(1, 0)));
    QCOMPARE(program.window.rangeChooser()->choice(), range);
    QCOMPARE(program.window.chartsPanel()->chart(), ui::ChartsPanel::Chart::Domains);
    QCOMPARE(program.window.messageView()->currentTab(), ui::MessageView::Tab::Diff);
}

void WindowLeftTest::whatWasLeftInASearchComesBackInIt()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        program.window.filterBar()->setText(u"sorted OR swept"_s);
        QTRY_COMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
        QVERIFY(program.window.seriesView()->showMessage(
            program.controller->loaded()->catalog->find("frob-1@example.org")));
        program.window.close();
    }
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.startAgain());
    QCOMPARE(program.window.filterBar()->text(), u"sorted OR swept"_s);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
    QCOMPARE(program.currentRow(), "frob-1@example.org");
}

void WindowLeftTest::whatWasReadComesBackThoughItsRowIsHidden()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        QVERIFY(program.window.seriesView()->showMessage(
            program.controller->loaded()->catalog->find("frob-2@example.org")));
        QTRY_COMPARE(program.shownMessage(), "frob-2@example.org");
        program.window.filterBar()->setText(u"s:widget"_s);
        QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
        QCOMPARE(program.shownMessage(), "frob-2@example.org");
        program.window.close();
    }
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.startAgain());
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    QTRY_COMPARE(program.shownMessage(), "frob-2@example.org");
    // And its row is the current one once it is there again.
    program.window.filterBar()->setText({});
    QTRY_COMPARE(program.currentRow(), "frob-2@example.org");
}

void WindowLeftTest::anArchiveThatWasNeverOpenBeginsWithAllOfIt()
{
    const ui::RangeChoice none{ui::RangeKind::Custom, {0, 60}};
    {
        Program program(settingsFile(), places());
        QVERIFY(program.open({m_frob}));
        program.window.rangeChooser()->setChoice(none);
        QCOMPARE(program.settings.range(), none);
        QVERIFY(program.open({m_numbered}));
        QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
        QCOMPARE(program.settings.range(), ui::RangeChoice());
        QVERIFY(program.controller->series().rowCount() > 0);
        program.controller->open({m_frob});
        QCOMPARE(program.window.rangeChooser()->choice(), none);
        QCOMPARE(program.settings.range(), none);
    }
    // Nor is it what another one was left with in the last session.
    const QString third = m_builder->mbox(u"third"_s, ArchiveBuilder::sampleMessages(20));
    Program program(settingsFile(), places());
    QVERIFY(program.open({third}));
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
    QVERIFY(program.open({m_frob}));
    QCOMPARE(program.window.rangeChooser()->choice(), none);
}

void WindowLeftTest::closingTheLastOneEndsItsRange()
{
    Program program(settingsFile(), places());
    QVERIFY(program.open({m_frob}));
    const ui::RangeChoice range{ui::RangeKind::Days7, {}};
    program.window.rangeChooser()->setChoice(range);
    // It is left twice, so that how it was left is written down by the time it is closed.
    QSignalSpy written(program.controller->archives().at(0), &app::OpenArchive::leftWritten);
    QVERIFY(program.open({m_numbered}));
    QVERIFY(!written.isEmpty() || written.wait(20000));
    emit program.window.closeRequested();
    QCOMPARE(program.controller->loaded()->paths, QStringList{m_frob});
    QCOMPARE(program.window.rangeChooser()->choice(), range);
    emit program.window.closeRequested();
    QCOMPARE(program.window.rangeChooser()->choice(), ui::RangeChoice());
    // It is the archive's, and comes back with it.
    QVERIFY(program.open({m_frob}));
    QCOMPARE(program.window.rangeChooser()->choice(), range);
}

QTEST_MAIN(WindowLeftTest)
#include "tst_windowleft.moc"
