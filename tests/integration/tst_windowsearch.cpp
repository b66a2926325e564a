// SPDX-License-Identifier: GPL-3.0-or-later
// Searching, keeping and refreshing in the window as its user has it: jobs, models, widgets and all.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/filterbar.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;

class WindowSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void wordsOfAMessageNarrowTheTree();
    void answersComeWhileSomebodyTypes();
    void aPatchIsFoundByTheWordsOfItsAnswers();
    void conditionsAndPrefixesWorkAsOnTheCommandLine();
    void enterSearchesForWhatIsTypedAndNotForWhatIsOffered();
    void whereNothingIsFoundTheFocusStaysInTheField();
    void whatIsWrongWithAQueryIsSaidInPlace();
    void aQueryThatIsWrongSaysWhatIsShownMeanwhile();
    void theNoteIsThereOnlyForWhoWritesInTheField();
    void whatIsTypedWhileTheFirstArchiveIsReadIsLookedFor();
    void clearingTheFieldShowsEverythingAgain();
    void aSearchWithoutACacheReadsTheMessages();
    void newMailIsFoundAfterARefresh();
    void aRefreshKeepsTheSelectedMessage();
    void theSecondOpeningReadsNothing();
    void anArchiveThatGrowsIsReadWithoutBeingAsked();

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() { return m_kept->filePath(u"settings-%1.ini"_s.arg(++m_files)); }
    static QLineEdit *field(Program &program) { return program.window.filterBar()->field(); }

    /// Opens and waits until every word is indexed.
    static bool openIndexed(Program &program, const QString &path)
    {
        QSignalSpy kept(&program.controller->session(), &app::ArchiveSession::kept);
        return program.open({path}) && (!kept.isEmpty() || kept.wait(20000));
    }
    /// Puts the text in and waits for the answer.
    static bool search(Program &program, const QString &text)
    {
        QSignalSpy searched(&program.controller->session(), &app::ArchiveSession::searched);
        field(program)->setText(text);
        return searched.wait(20000);
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_list;
    int m_files = 0;
};

void WindowSearchTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void WindowSearchTest::init()
{
    m_kept = std::make_unique<QTemporaryDir>();
    m_list = m_builder->v2(u"list-%1"_s.arg(++m_files), {ArchiveBuilder::adding(frobList())});
}

void WindowSearchTest::wordsOfAMessageNarrowTheTree()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QCOMPARE(program.controller->series().rowCount(), 2);
    QVERIFY(search(program, u"mended "_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    QVERIFY(search(program, u"swept "_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
    QVERIFY(search(program, u"nowhere "_s));
    QCOMPARE(program.sortedTitles(), QStringList());
}

void WindowSearchTest::answersComeWhileSomebodyTypes()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QTest::keyClicks(field(program), u"wid"_s);
    QTRY_COMPARE(program.sortedTitles(),
                 QStringList{u"widget: mend it"_s}); // of a word that is not whole yet
    QTest::keyClicks(field(program), u" sorted"_s);
    QTRY_COMPARE(program.sortedTitles(), QStringList());
}

void WindowSearchTest::aPatchIsFoundByTheWordsOfItsAnswers()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QVERIFY(search(program, u"q:sorted f:bob "_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
}

void WindowSearchTest::conditionsAndPrefixesWorkAsOnTheCommandLine()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QVERIFY(search(program, u"is:cover"_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
    QVERIFY(search(program, u"dfn:frob.c -s:frob "_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    QVERIFY(search(program, u"s:widget OR s:sweep "_s));
    QCOMPARE(program.sortedTitles().size(), 2);
}

void WindowSearchTest::enterSearchesForWhatIsTypedAndNotForWhatIsOffered()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    auto *searchField = program.window.filterBar()->field();
    const auto type = [searchField](const QString &text) {
        searchField->setFocus();
        searchField->clear();
        QTest::keyClicks(searchField, text);
        return QApplication::activePopupWidget() != nullptr;
    };
    QTest::keyClicks(searchField, u"frob is:cover"_s);
    QTest::keyClick(searchField, Qt::Key_Return);
    QVERIFY(type(u"frob"_s));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(searchField->text(), u"frob"_s);
    // What is chosen is taken; the first step leads to the first row.
    QVERIFY(type(u"fro"_s));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(searchField->text(), u"frob"_s); // the newest
    // One goes on writing there, and what was typed so far is no search of its own.
    QVERIFY(searchField->hasFocus());
    QVERIFY(!program.settings.recentSearches().contains(u"fro"_s));
    QVERIFY(type(u"fro"_s));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(searchField->text(), u"frob is:cover"_s);
}

void WindowSearchTest::whereNothingIsFoundTheFocusStaysInTheField()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    program.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    auto *field = program.window.filterBar()->field();
    auto *tree = program.window.seriesView();
    field->setFocus();
    field->setText(u"nosuchword"_s);
    QTRY_VERIFY(!tree->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->hasFocus());
    // What is found later does not take it from who writes.
    field->setText(u"frob "_s);
    QTRY_VERIFY(tree->isVisible());
    QVERIFY(field->hasFocus());
    // Nor after one wanted to go to the tree that was not there.
    field->setText(u"nosuchword"_s);
    QTRY_VERIFY(!tree->isVisible());
    program.window.findChild<QAction *>(u"focusTreeAction"_s)->trigger();
    QVERIFY(!field->hasFocus());
    field->setFocus();
    field->setText(u"frob "_s);
    QTRY_VERIFY(tree->isVisible());
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(tree->hasFocus());
}

void WindowSearchTest::whatIsWrongWithAQueryIsSaidInPlace()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    auto *searchField = program.window.filterBar()->field();
    searchField->setFocus();
    QTest::keyClicks(searchField, u"frob (is:nonsense"_s);
    QTRY_VERIFY(searchField->hasProblem());
    const auto *note = program.window.findChild<QLabel *>(u"searchNote"_s);
    QVERIFY(note);
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(u"is:"_s), qPrintable(note->text()));
    searchField->clear();
    QVERIFY(!searchField->hasProblem());
    QVERIFY(!note->isVisible());
}

void WindowSearchTest::aQueryThatIsWrongSaysWhatIsShownMeanwhile()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    auto *searchField = program.window.filterBar()->field();
    searchField->setFocus();
    const auto note = [&program] { return program.window.findChild<QLabel *>(u"searchNote"_s); };
    searchField->setText(u"xyz:foo"_s);
    QTRY_VERIFY(searchField->hasProblem());
    QVERIFY2(note()->text().contains("is everything"_L1), qPrintable(note()->text()));
    searchField->clear();
    QVERIFY(search(program, u"mended "_s));
    searchField->setText(u"mended AND (foo"_s);
    QTRY_VERIFY(searchField->hasProblem());
    QVERIFY2(note()->text().contains(u"“mended”"_s), qPrintable(note()->text()));
    QCOMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    // Who looks into another archive and comes back finds the same.
    const QString other = m_builder->v2(u"other"_s, {ArchiveBuilder::adding(frobList())});
    QVERIFY(program.open({other}));
    QVERIFY(searchField->text().isEmpty());
    program.controller->open({m_list});
    QCOMPARE(searchField->text(), u"mended AND (foo"_s);
    searchField->setFocus();
    QTRY_VERIFY(note()->isVisible());
    QVERIFY2(note()->text().contains(u"“mended”"_s), qPrintable(note()->text()));
}

void WindowSearchTest::theNoteIsThereOnlyForWhoWritesInTheField()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    auto *searchField = program.window.filterBar()->field();
    searchField->setText(u"xyz:foo"_s); // as after a restart
    QTRY_VERIFY(searchField->hasProblem());
    const auto *note = program.window.findChild<QLabel *>(u"searchNote"_s);
    QVERIFY(!note || !note->isVisible());
    searchField->setFocus();
    note = program.window.findChild<QLabel *>(u"searchNote"_s);
    QVERIFY(note && note->isVisible());
    program.window.seriesView()->setFocus();
    QVERIFY(!note->isVisible());
    searchField->setFocus();
    QVERIFY(note->isVisible());
    QTest::keyClick(searchField, Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    QCOMPARE(searchField->text(), u"xyz:foo"_s);
    program.window.seriesView()->setFocus();
    searchField->setFocus();
    QVERIFY(note->isVisible());
    QTest::keyClick(searchField, Qt::Key_Escape);
    QTest::keyClick(searchField, Qt::Key_Escape);
    QCOMPARE(searchField->text(), QString());
}

void WindowSearchTest::whatIsTypedWhileTheFirstArchiveIsReadIsLookedFor()
{
    Program program(settingsFile(), places());
    auto *searchField = program.window.filterBar()->field();
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QSignalSpy opened(program.controller.get(), &Program::Controller::opened);
    program.controller->open({m_list});
    QVERIFY(opened.isEmpty());
    program.window.filterBar()->focusField();
    QVERIFY(searchField->hasFocus());
    QTest::keyClicks(searchField, u"s:widget"_s);
    searchField->setCursorPosition(2);
    QVERIFY(opened.wait(20000));
    QCOMPARE(searchField->text(), u"s:widget"_s);
    QVERIFY(searchField->hasFocus());
    QCOMPARE(searchField->cursorPosition(), 2);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
}

void WindowSearchTest::clearingTheFieldShowsEverythingAgain()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QVERIFY(search(program, u"mended "_s));
    QCOMPARE(program.sortedTitles().size(), 1);
    field(program)->clear();
    QTRY_COMPARE(program.sortedTitles().size(), 2);
}

void WindowSearchTest::aSearchWithoutACacheReadsTheMessages()
{
    Program program(settingsFile());
    QVERIFY(program.open({m_list}));
    field(program)->setText(u"mended "_s);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
}

void WindowSearchTest::newMailIsFoundAfterARefresh()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QVERIFY(search(program, u"gizmo "_s));
    QCOMPARE(program.sortedTitles(), QStringList());
    m_builder->append(m_list + "/git/0.git"_L1,
                      ArchiveBuilder::adding({letter("gizmo@example.org", "[PATCH] gizmo: oil it",
                                                     "Ada <ada@example.org>", 9, {}, patchBody("oiled"))}));
    emit program.window.refreshRequested();
    QTRY_COMPARE_WITH_TIMEOUT(program.sortedTitles(), QStringList{u"gizmo: oil it"_s}, 20000);
    QCOMPARE(program.controller->loaded()->read, 1);
}

void WindowSearchTest::aRefreshKeepsTheSelectedMessage()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    program.window.showMessage(program.controller->loaded()->catalog->find("frob-2@example.org"));
    QVERIFY(program.waitForMessage());
    QCOMPARE(program.shownMessage(), QByteArray("frob-2@example.org"));
    m_builder->append(m_list + "/git/0.git"_L1,
                      ArchiveBuilder::adding({letter("gizmo@example.org", "[PATCH] gizmo: oil it",
                                                     "Ada <ada@example.org>", 9, {}, patchBody("oiled"))}));
    QSignalSpy refreshed(program.controller.get(), &Program::Controller::refreshed);
    emit program.window.refreshRequested();
    QVERIFY(!refreshed.isEmpty() || refreshed.wait(20000));
    QCOMPARE(program.controller->series().rowCount(), 3);
    QCOMPARE(program.shownMessage(), QByteArray("frob-2@example.org"));
}

void WindowSearchTest::theSecondOpeningReadsNothing()
{
    {
        Program program(settingsFile(), places());
        QVERIFY(openIndexed(program, m_list));
        QCOMPARE(program.controller->loaded()->read, 5);
    }
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QCOMPARE(program.controller->loaded()->read, 0);
    QVERIFY(search(program, u"swept "_s));
    QCOMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});
}

void WindowSearchTest::anArchiveThatGrowsIsReadWithoutBeingAsked()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QSignalSpy refreshed(program.controller.get(), &Program::Controller::refreshed);
    m_builder->append(m_list + "/git/0.git"_L1,
                      ArchiveBuilder::adding({letter("gizmo@example.org", "[PATCH] gizmo: oil it",
                                                     "Ada <ada@example.org>", 9, {}, patchBody("oiled"))}));
    QTRY_VERIFY_WITH_TIMEOUT(program.controller->series().rowCount() == 3, 30000);
    QVERIFY(!refreshed.isEmpty());
}

QTEST_MAIN(WindowSearchTest)
#include "tst_windowsearch.moc"
