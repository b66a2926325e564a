// SPDX-License-Identifier: GPL-3.0-or-later
// Archives that cannot be opened, beside others that can: where the user is, and what is closed.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/archivesection.h"
#include "ui/sidelist.h"
#include "ui/sidepane.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using app::Controller;

class WindowFailedArchivesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anArchiveThatIsGoneStaysInTheList();
    void whatCannotBeOpenedStaysCurrentWhereItWasClicked();
    void deleteClosesWhatCannotBeOpenedAndNothingElse();
    void theOnlyArchiveCanBeClosedThoughItCannotBeOpened();
    void aClickTriesWhatWasClickedAlone();
    void theEnterKeyTriesAgain();
    void whatFailsAgainStaysInTheList();
    void closingWhatIsShownLeavesTheUserWhereHeIs();
    void whatFailedIsSaidUntilTheUserGoesOn();
    void whatFailedIsSaidUntilAnotherIsOpened();
    void anErrorOfAnotherKindStaysWhereTheUserGoes();

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() const { return m_kept->filePath(u"settings.ini"_s); }
    static ui::SideList *list(Program &program) { return program.window.sidePane()->archives()->list(); }
    static void click(Program &program, int row)
    {
        const QPoint at = list(program)->visualRect(list(program)->model()->index(row, 0)).center();
        QTest::mouseClick(list(program)->viewport(), Qt::LeftButton, {}, at);
    }
    static QStringList shown(Program &program)
    {
        return program.controller->loaded() ? program.controller->loaded()->paths : QStringList();
    }
    static bool hasFailed(Program &program, int row)
    {
        return list(program)->model()->index(row, 0).data(items::FailedRole).toBool();
    }
    /// "frob" where it is shown as "*frob", and "[frob]" where the user is.
    static QString archives(Program &program)
    {
        QStringList rows;
        const QAbstractItemModel *model = list(program)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            const QString name =
                (index.data(items::CurrentRole).toBool() ? u"*"_s : QString()) + index.data().toString();
            rows << (list(program)->currentIndex() == index ? u"[%1]"_s.arg(name) : name);
        }
        return rows.join(u' ');
    }
    static QWidget *banner(Program &program) { return program.window.findChild<QWidget *>(u"banner"_s); }
    /// They were open in the last session, and the second is gone since.
    void leaveOpen(const QList<QStringList> &archives);
    /// Starts and waits until the first of them is shown and the one that is gone has failed.
    static bool start(Program &program, int failed);

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_frob;
    QString m_gone;
    QString m_other;
};

void WindowFailedArchivesTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
}

void WindowFailedArchivesTest::init()
{
    m_builder = std::make_unique<ArchiveBuilder>();
    m_kept = std::make_unique<QTemporaryDir>();
    m_frob = m_builder->v2(u"frob"_s, {ArchiveBuilder::adding(frobList())});
    m_gone = m_builder->mbox(u"gone"_s, ArchiveBuilder::sampleMessages(40));
    m_other = m_builder->mbox(u"other"_s, ArchiveBuilder::sampleMessages(20));
}

void WindowFailedArchivesTest::leaveOpen(const QList<QStringList> &archives)
{
    {
        Program program(settingsFile(), places());
        for (const QStringList &paths : archives)
            QVERIFY(program.open(paths));
        if (archives.size() > 1) {
            program.showSidePane();
            click(program, 0);
        }
    }
    QVERIFY(QFile::rename(m_gone, m_gone + ".away"_L1));
}

bool WindowFailedArchivesTest::start(Program &program, int failed)
{
    program.showSidePane();
    program.controller->start({});
    const auto isRead = [&] {
        const QAbstractItemModel *model = list(program)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(items::BusyRole).toBool())
                return false;
        }
        return hasFailed(program, failed);
    };
    return QTest::qWaitFor(isRead, 20000);
}

void WindowFailedArchivesTest::anArchiveThatIsGoneStaysInTheList()
{
    {
        Program program(settingsFile(), places());
        program.showSidePane();
        QVERIFY(program.open({m_frob}));
        QVERIFY(program.open({m_gone}));
    }
    QVERIFY(QFile::rename(m_gone, m_gone + ".away"_L1));
    Program program(settingsFile(), places());
    program.showSidePane();
    QSignalSpy failed(program.controller.get(), &Controller::openFailed);
    QSignalSpy opened(program.controller.get(), &Controller::opened);
    program.controller->start({});
    QVERIFY(failed.wait(20000));
    QVERIFY(hasFailed(program, 1));
    QVERIFY(banner(program)->isVisible());
    // What is there is shown instead, and what is not is said nevertheless: nobody went on.
    QVERIFY(!opened.isEmpty() || opened.wait(20000));
    QCOMPARE(shown(program), QStringList{m_frob});
    QVERIFY(banner(program)->isVisible());
    // Once the disk is there again, a click tries again.
    QVERIFY(QFile::rename(m_gone + ".away"_L1, m_gone));
    click(program, 1);
    QTRY_COMPARE(shown(program), QStringList{m_gone});
}

void WindowFailedArchivesTest::whatCannotBeOpenedStaysCurrentWhereItWasClicked()
{
    leaveOpen({{m_frob}, {m_gone}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    QCOMPARE(archives(program), u"[*frob] gone"_s);
    click(program, 1);
    QTRY_VERIFY(hasFailed(program, 1));
    QCOMPARE(archives(program), u"*frob [gone]"_s);
    QCOMPARE(shown(program), QStringList{m_frob});
    // Another click tries again, though the user is there already.
    QVERIFY(QFile::rename(m_gone + ".away"_L1, m_gone));
    click(program, 1);
    QTRY_COMPARE(archives(program), u"frob [*gone]"_s);
    click(program, 0);
    QCOMPARE(archives(program), u"[*frob] gone"_s);
}

void WindowFailedArchivesTest::deleteClosesWhatCannotBeOpenedAndNothingElse()
{
    leaveOpen({{m_frob}, {m_gone}, {m_other}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    list(program)->setFocus();
    QTest::keyClick(list(program), Qt::Key_Down);
    QTRY_VERIFY(hasFailed(program, 1));
    QTest::keyClick(list(program), Qt::Key_Delete);
    QTRY_COMPARE(archives(program), u"[*frob] other"_s);
    QCOMPARE(shown(program), QStringList{m_frob});
}

void WindowFailedArchivesTest::theOnlyArchiveCanBeClosedThoughItCannotBeOpened()
{
    leaveOpen({{m_gone}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 0));
    QCOMPARE(shown(program), QStringList());
    click(program, 0);
    QTRY_VERIFY(hasFailed(program, 0));
    QCOMPARE(archives(program), u"[gone]"_s);
    auto *close = program.window.findChild<QAction *>(u"closeArchiveAction"_s);
    QVERIFY(close->isEnabled());
    close->trigger();
    QCOMPARE(archives(program), QString());
    QVERIFY(!close->isEnabled());
}

void WindowFailedArchivesTest::aClickTriesWhatWasClickedAlone()
{
    leaveOpen({{m_frob}, {m_gone}});
    QVERIFY(QFile::rename(m_frob, m_frob + ".away"_L1));
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    QVERIFY(hasFailed(program, 0));
    QVERIFY(!list(program)->hasFocus());
    click(program, 1);
    QVERIFY(list(program)->hasFocus());
    QVERIFY(hasFailed(program, 0)); // and is not being read again
    QTRY_VERIFY(hasFailed(program, 1));
    QCOMPARE(archives(program), u"frob [gone]"_s);
}

void WindowFailedArchivesTest::whatFailsAgainStaysInTheList()
{
    leaveOpen({{m_frob}, {m_gone}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    QSignalSpy failed(program.controller.get(), &Controller::openFailed);
    click(program, 1);
    QTRY_COMPARE(failed.count(), 1);
    emit program.window.retryRequested(); // by the banner
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(archives(program), u"*frob [gone]"_s);
    auto *refresh = program.window.findChild<QAction *>(u"refreshArchiveAction"_s);
    refresh->trigger();
    QTRY_COMPARE(failed.count(), 3);
    QCOMPARE(archives(program), u"*frob [gone]"_s);
    QVERIFY(QFile::rename(m_gone + ".away"_L1, m_gone));
    refresh->trigger();
    QTRY_COMPARE(archives(program), u"frob [*gone]"_s);
}

void WindowFailedArchivesTest::theEnterKeyTriesAgain()
{
    leaveOpen({{m_frob}, {m_gone}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    QVERIFY(QTest::qWaitForWindowActive(&program.window));
    list(program)->setFocus();
    QTest::keyClick(list(program), Qt::Key_Down);
    QTRY_VERIFY(hasFailed(program, 1));
    QVERIFY(QFile::rename(m_gone + ".away"_L1, m_gone));
    QTest::keyClick(list(program), Qt::Key_Return);
    QTRY_COMPARE(shown(program), QStringList{m_gone});
}

void WindowFailedArchivesTest::closingWhatIsShownLeavesTheUserWhereHeIs()
{
    leaveOpen({{m_frob}, {m_gone}, {m_other}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    click(program, 1);
    QTRY_VERIFY(hasFailed(program, 1));
    emit program.window.closeRequested();
    QTRY_COMPARE(archives(program), u"[gone] *other"_s);
    QCOMPARE(shown(program), QStringList{m_other});
}

void WindowFailedArchivesTest::whatFailedIsSaidUntilTheUserGoesOn()
{
    leaveOpen({{m_frob}, {m_gone}, {m_other}});
    Program program(settingsFile(), places());
    QVERIFY(start(program, 1));
    click(program, 1);
    QTRY_VERIFY(hasFailed(program, 1));
    QVERIFY(banner(program)->isVisible());
    // Back to what is shown all the time, which the list still says of the other.
    click(program, 0);
    QVERIFY(!banner(program)->isVisible());
    QVERIFY(hasFailed(program, 1));
    click(program, 1);
    QTRY_VERIFY(banner(program)->isVisible());
    click(program, 2);
    QVERIFY(!banner(program)->isVisible());
    click(program, 1);
    QTRY_VERIFY(banner(program)->isVisible());
    program.window.findChild<QAction *>(u"closeArchiveAction"_s)->trigger();
    QVERIFY(!banner(program)->isVisible());
}

void WindowFailedArchivesTest::whatFailedIsSaidUntilAnotherIsOpened()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    QSignalSpy failed(program.controller.get(), &Controller::openFailed);
    program.controller->open({m_builder->path(u"nowhere"_s)});
    QVERIFY(failed.wait(20000));
    QVERIFY(banner(program)->isVisible());
    QVERIFY(program.open({m_other}));
    QVERIFY(!banner(program)->isVisible());
}

void WindowFailedArchivesTest::anErrorOfAnotherKindStaysWhereTheUserGoes()
{
    Program program(settingsFile(), places());
    program.showSidePane();
    QVERIFY(program.open({m_frob}));
    program.window.showError({base::ErrorCode::NotFound, u"the file could not be written"_s, {}, {}});
    program.controller->open({m_frob});
    QVERIFY(banner(program)->isVisible());
}

QTEST_MAIN(WindowFailedArchivesTest)
#include "tst_windowfailedarchives.moc"
