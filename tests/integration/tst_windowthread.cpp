// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation and the versions of what is shown, in the real window.
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/comparisonpane.h"
#include "ui/messagetext.h"
#include "ui/patchtableview.h"
#include "ui/threadpage.h"
#include "ui/versionspage.h"

#include <QAction>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::frobList;
using tests::letter;
using tests::patchBody;
using tests::Program;

namespace {

/// Two versions of a patch, the second of which says more.
QByteArrayList twoVersions()
{
    const QByteArray ada = "Ada <ada@example.org>";
    return {letter("one@example.org", "[PATCH] frob: sort it", ada, 0, {}, patchBody("sorted")),
            letter("two@example.org", "[PATCH v2] frob: sort it", ada, 1, {}, patchBody("sorted well"))};
}

} // namespace

class WindowThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        mail::initialise();
        m_builder = std::make_unique<ArchiveBuilder>();
    }
    void theConversationIsReadFromTheArchive();
    void enterInTheConversationShowsTheMessageInTheTreeAsWell();
    void closingTheArchiveEmptiesTheConversation();
    void anotherVersionIsAClickAway();
    void aKeyShowsWhatChangedSinceTheVersionBefore();
    void theTableOfPatchesIsReadFromTheArchive();

private:
    QString settingsFile() { return m_builder->path(u"settings-%1.ini"_s.arg(++m_files)); }
    QString mbox(const QByteArrayList &mails)
    {
        return m_builder->mbox(u"list-%1.mbox"_s.arg(++m_files), mails);
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void WindowThreadTest::theConversationIsReadFromTheArchive()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(frobList())}));
    ui::MessageView *view = program.window.messageView();
    program.window.showMessage(program.controller->loaded()->catalog->find("frob-3@example.org"));
    view->setCurrentTab(ui::MessageView::Tab::Thread);
    const auto text = [&] { return view->threadPage()->text()->toPlainText(); };
    QTRY_VERIFY(text().contains("It was not sorted before."_L1) &&
                text().contains("It was not swept before."_L1));
    QVERIFY(text().contains("Reviewed-by: Bob"_L1));
    QVERIFY(!text().contains("It was not mended"_L1)); // of another conversation
}

void WindowThreadTest::enterInTheConversationShowsTheMessageInTheTreeAsWell()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(frobList())}));
    ui::MessageView *view = program.window.messageView();
    program.window.showMessage(program.controller->loaded()->catalog->find("frob-0@example.org"));
    QTRY_COMPARE(program.shownMessage(), "frob-0@example.org");
    view->setCurrentTab(ui::MessageView::Tab::Thread);
    QTRY_VERIFY(view->threadPage()->isComplete());
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    view->threadPage()->text()->setFocus();
    QTest::keyClick(view->threadPage()->text(), Qt::Key_J);
    QTest::keyClick(view->threadPage()->text(), Qt::Key_Return);
    QTRY_COMPARE(program.shownMessage(), "frob-1@example.org");
    QCOMPARE(view->currentTab(), ui::MessageView::Tab::Thread);
    QCOMPARE(program.window.requestedMessage(),
             program.controller->loaded()->catalog->find("frob-1@example.org"));
}

void WindowThreadTest::closingTheArchiveEmptiesTheConversation()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(frobList())}));
    ui::MessageView *view = program.window.messageView();
    view->setCurrentTab(ui::MessageView::Tab::Thread);
    QTRY_VERIFY(!view->threadPage()->text()->toPlainText().isEmpty());
    emit program.window.closeRequested();
    QVERIFY(view->threadPage()->text()->document().isEmpty());
    QVERIFY(view->threadPage()->isComplete() || view->threadPage()->readRow() < 0);
}

void WindowThreadTest::anotherVersionIsAClickAway()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(twoVersions())}));
    ui::MessageView *view = program.window.messageView();
    program.window.showMessage(program.controller->loaded()->catalog->find("two@example.org"));
    QTRY_COMPARE(program.shownMessage(), "two@example.org");
    view->setCurrentTab(ui::MessageView::Tab::Versions);
    QTreeView *table = view->versionsPage()->table();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QTRY_COMPARE(program.shownMessage(), "one@example.org");
    QCOMPARE(table->currentIndex().row(), 1);
}

void WindowThreadTest::aKeyShowsWhatChangedSinceTheVersionBefore()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(twoVersions())}));
    ui::MessageView *view = program.window.messageView();
    program.window.showMessage(program.controller->loaded()->catalog->find("two@example.org"));
    QTRY_COMPARE(program.shownMessage(), "two@example.org");
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view->currentTab(), ui::MessageView::Tab::Versions);
    const auto text = [&] { return view->versionsPage()->comparisonPane()->text()->toPlainText(); };
    QTRY_VERIFY(text().contains("-+sorted\n++sorted well"_L1));
    QVERIFY(text().contains("-It was not sorted before.\n+It was not sorted well before."_L1));
    QTest::keyClick(view->versionsPage()->comparisonPane()->text(), Qt::Key_N);
    QCOMPARE(view->versionsPage()->comparisonPane()->currentPatch(), 0);
    // The oldest version has none before it.
    program.window.showMessage(program.controller->loaded()->catalog->find("one@example.org"));
    QTRY_COMPARE(program.shownMessage(), "one@example.org");
    QVERIFY(!view->compareAction()->isEnabled());
}

void WindowThreadTest::theTableOfPatchesIsReadFromTheArchive()
{
    Program program(settingsFile());
    QVERIFY(program.open({mbox(twoVersions())}));
    ui::MessageView *view = program.window.messageView();
    program.window.showMessage(program.controller->loaded()->catalog->find("two@example.org"));
    QTRY_COMPARE(program.shownMessage(), "two@example.org");
    view->setCurrentTab(ui::MessageView::Tab::Versions);
    ui::PatchTableView *table = view->versionsPage()->patchTable();
    QTRY_COMPARE(table->model()->columnCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"1 \u2260"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QTRY_COMPARE(program.shownMessage(), "one@example.org");
}

QTEST_MAIN(WindowThreadTest)
#include "tst_windowthread.moc"
