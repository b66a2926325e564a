// SPDX-License-Identifier: GPL-3.0-or-later
// What the user arranged outlives a program that ends badly. This program starts itself as the one that is
// killed.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/chartspanel.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"
#include "ui/sidelist.h"
#include "ui/sidepane.h"

#include <QFile>
#include <QProcess>
#include <QTabBar>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using app::Controller;

namespace {

app::Places placesIn(const QString &directory)
{
    return {directory + "/cache"_L1, directory + "/user.sqlite"_L1};
}

/// Opens two archives, arranges things by mouse and keys, says so once it is remembered, and never ends.
int runUntilKilled(const QString &directory, const QString &first, const QString &second)
{
    Program program(directory + "/settings.ini"_L1, placesIn(directory));
    if (!program.open({first}) || !program.open({second}))
        return 1;
    program.showSidePane();
    program.window.activateWindow();
    if (!QTest::qWaitForWindowActive(&program.window))
        return 2;
    ui::SeriesView *view = program.window.seriesView();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_J);
    QTest::keyClick(view, Qt::Key_Right); // opens the series
    QTest::keyClick(view, Qt::Key_J);
    QTest::keyClick(view, Qt::Key_J);
    program.window.resize(1010, 710);
    auto *tabs = program.window.findChild<QTabBar *>(u"chartTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QTest::keyClick(&program.window, Qt::Key_F9);
    QSignalSpy kept(program.controller.get(), &Controller::layoutKept);
    QSignalSpy written(program.controller->archives().find({second}), &app::OpenArchive::leftWritten);
    if (!kept.wait(20000) || (written.isEmpty() && !written.wait(20000)))
        return 3;
    std::puts("remembered");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class WindowCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { mail::initialise(); }

    void whatWasOpenAndWhereOneWasComesBackAfterAKill()
    {
        QTemporaryDir directory;
        ArchiveBuilder builder;
        const QString first = builder.mbox(u"numbered"_s, ArchiveBuilder::sampleMessages(40));
        const QString second = builder.v2(u"frob"_s, {ArchiveBuilder::adding(frobList())});
        QProcess killed;
        killed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        killed.start(QCoreApplication::applicationFilePath(),
                     {u"--until-killed"_s, directory.path(), first, second});
        QVERIFY(killed.waitForReadyRead(60000));
        QCOMPARE(killed.readLine().trimmed(), "remembered");
        killed.kill();
        QVERIFY(killed.waitForFinished(60000));
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);

        Program program(directory.filePath(u"settings.ini"_s), placesIn(directory.path()));
        QSignalSpy opened(program.controller.get(), &Controller::opened);
        program.controller->start({});
        QVERIFY(opened.wait(20000));
        QCOMPARE(program.controller->loaded()->paths, QStringList{second});
        QTRY_COMPARE(program.controller->archives().model().rowCount(), 2);
        const QModelIndex current = program.window.seriesView()->currentIndex();
        QCOMPARE(current.siblingAtColumn(0).data(items::MessageIdRole).toByteArray(), "frob-1@example.org");
        QVERIFY(program.window.seriesView()->isExpanded(current.parent()));
        QTRY_COMPARE(program.shownMessage(), "frob-1@example.org");
        QCOMPARE(program.window.size(), QSize(1010, 710));
        QCOMPARE(program.window.chartsPanel()->chart(), ui::ChartsPanel::Chart::Domains);
        QVERIFY(!program.window.sidePane()->isVisible());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(loredesk);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == "--until-killed"_L1) {
        mail::initialise();
        return runUntilKilled(arguments[2], arguments[3], arguments[4]);
    }
    WindowCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowcrash.moc"
