// SPDX-License-Identifier: GPL-3.0-or-later
// What is dropped on the window.
#include "tests/ui/windowfixture.h"
#include "ui/draggedfiles.h"

#include <QApplication>
#include <QDropEvent>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::WindowDesk;

class DropsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Q_INIT_RESOURCE(loredesk); }

    void droppedFilesAreOpenedTogetherAndTheDropIsShown();
    void whatIsDraggedOutOfTheProgramIsNotOpened();
    void droppedTextIsLeftAlone();
    void noFieldSwallowsADrop();
};

void DropsTest::droppedFilesAreOpenedTogetherAndTheDropIsShown()
{
    WindowDesk desk;
    QSignalSpy opened(&desk.window, &ui::MainWindow::openRequested);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/a/one.mbox"_s), QUrl::fromLocalFile(u"/b c/two"_s),
                  QUrl(u"https://example.org/three"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&desk.window, &enter);
    QVERIFY(enter.isAccepted());
    auto *overlay = desk.find<QWidget>(u"dropOverlay"_s);
    QVERIFY(overlay->isVisible());
    QCOMPARE(overlay->size(), desk.window.size());
    QDropEvent drop({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&desk.window, &drop);
    QVERIFY(!overlay->isVisible());
    // Never a move: nothing of the user's may go away.
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.last().first().toStringList(), (QStringList{u"/a/one.mbox"_s, u"/b c/two"_s}));
}

void DropsTest::whatIsDraggedOutOfTheProgramIsNotOpened()
{
    WindowDesk desk;
    QSignalSpy opened(&desk.window, &ui::MainWindow::openRequested);
    const ui::DraggedFiles data({u"/tmp/v1-tidy-the-frob.mbox"_s});
    QCOMPARE(data.urls(), QList<QUrl>{QUrl::fromLocalFile(u"/tmp/v1-tidy-the-frob.mbox"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&desk.window, &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!desk.find<QWidget>(u"dropOverlay"_s)->isVisible());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    drop.ignore();
    QApplication::sendEvent(&desk.window, &drop);
    QVERIFY(!drop.isAccepted());
    QVERIFY(opened.isEmpty());
}

void DropsTest::droppedTextIsLeftAlone()
{
    WindowDesk desk;
    QMimeData data;
    data.setText(u"some text"_s);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&desk.window, &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!desk.find<QWidget>(u"dropOverlay"_s)->isVisible());
}

void DropsTest::noFieldSwallowsADrop()
{
    WindowDesk desk;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/a/one.mbox"_s)});
    data.setText(u"file:///a/one.mbox"_s);
    const QList<QWidget *> widgets = desk.window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->acceptDrops() || widget->window() != &desk.window)
            continue;
        QDragEnterEvent enter({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        // Straight to the widget: QApplication would go on to its parent.
        QCoreApplication::sendEvent(widget, &enter);
        QVERIFY2(
            !enter.isAccepted() || desk.find<QWidget>(u"dropOverlay"_s)->isVisible(),
            qPrintable(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())));
    }
}

QTEST_MAIN(DropsTest)
#include "tst_windowdrops.moc"
