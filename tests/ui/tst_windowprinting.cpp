// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of printing print, wherever one is.
#include "messagefixture.h"
#include "ui/digestpanel.h"
#include "ui/timebrush.h"
#include "windowfixture.h"

#include <QPrintPreviewDialog>
#include <QSignalSpy>
#include <QTreeView>

using namespace loredesk;
using namespace loredesk::tests;

class TestWindowPrinting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Q_INIT_RESOURCE(loredesk); }
    void theKeysPrintTheMessageButAmongNumbersTheDigest();
};

void TestWindowPrinting::theKeysPrintTheMessageButAmongNumbersTheDigest()
{
    WindowDesk desk(threeSeries());
    desk.window.findChild<ui::MessageView *>()->setMessage(lampPatch().send(), {});
    auto *digest = desk.window.findChild<ui::DigestPanel *>();
    digest->setDigest("a digest\n", "a digest\n", "<p>a digest</p>");

    const QSignalSpy messages(actionNamed(desk.window, u"messagePrintAction"_s), &QAction::triggered);
    const QSignalSpy digests(actionNamed(desk.window, u"printDigestAction"_s), &QAction::triggered);
    int previews = 0;
    const auto pressIn = [&](QWidget *place) {
        desk.window.activateWindow(); // which the preview before was
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        place->setFocus();
        QMetaObject::invokeMethod(
            this,
            [&previews] {
                if (auto *preview = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget())) {
                    ++previews;
                    preview->reject();
                }
            },
            Qt::QueuedConnection);
        QTest::keyClick(place, Qt::Key_P, Qt::ControlModifier);
    };
    QWidget *const reading[] = {desk.find<QTreeView>(u"seriesView"_s),
                                desk.find<ui::MessageText>(u"messageText"_s),
                                desk.window.findChild<ui::TimeBrush *>()};
    for (QWidget *place : reading) {
        QVERIFY(place);
        pressIn(place);
    }
    QCOMPARE(messages.count(), 3);
    QCOMPARE(digests.count(), 0);
    pressIn(digest->findChild<QWidget *>(u"digestSource"_s));
    QCOMPARE(messages.count(), 3);
    QCOMPARE(digests.count(), 1);
    QCOMPARE(previews, 4);
}

QTEST_MAIN(TestWindowPrinting)
#include "tst_windowprinting.moc"
