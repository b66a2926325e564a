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

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() const { return m_kept->filePath(u"settings.ini"_s); }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_frob;
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

QTEST_MAIN(WindowLeftTest)
#include "tst_windowleft.moc"
