// SPDX-License-Identifier: GPL-3.0-or-later
// Back to where a link was followed, and forward again.
#include "tests/ui/windowfixture.h"
#include "ui/messagehistory.h"
#include "ui/messageview.h"
#include "ui/seriesview.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using ui::MessageHistory;

class MessageHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void backLeadsToWhereTheJumpBegan();
    void anotherWayForgetsWhatLayAhead();
    void stepsBetweenJumpsAreNoPlaces();
    void whoWentOnByTheTreeIsLedBackToWhereTheJumpLed();
    void onlySoManyPlacesAreRemembered();
    void inTheWindowTheKeysLeadBackAndForward();
    void anotherArchiveBeginsAnew();
};

void MessageHistoryTest::backLeadsToWhereTheJumpBegan()
{
    MessageHistory history(nullptr);
    const QSignalSpy requested(&history, &MessageHistory::requested);
    QVERIFY(!history.backAction()->isEnabled());
    history.jump("a", "b");
    history.jump("b", "c");
    QVERIFY(!history.forwardAction()->isEnabled());
    history.backAction()->trigger();
    history.backAction()->trigger();
    QVERIFY(!history.backAction()->isEnabled());
    history.forwardAction()->trigger();
    QCOMPARE(requested.size(), 3);
    QCOMPARE(requested[0][0].toByteArray(), "b");
    QCOMPARE(requested[1][0].toByteArray(), "a");
    QCOMPARE(requested[2][0].toByteArray(), "b");
    // What has no name cannot be come back to.
    history.jump("b", {});
    history.jump({}, "d");
    QVERIFY(history.forwardAction()->isEnabled());
}

void MessageHistoryTest::anotherWayForgetsWhatLayAhead()
{
    MessageHistory history(nullptr);
    history.jump("a", "b");
    history.backAction()->trigger();
    history.jump("a", "c");
    QVERIFY(!history.forwardAction()->isEnabled());
    const QSignalSpy requested(&history, &MessageHistory::requested);
    history.backAction()->trigger();
    QCOMPARE(requested[0][0].toByteArray(), "a");
    history.clear();
    QVERIFY(!history.backAction()->isEnabled() && !history.forwardAction()->isEnabled());
}

void MessageHistoryTest::stepsBetweenJumpsAreNoPlaces()
{
    MessageHistory history(nullptr);
    history.jump("a", "b");
    history.jump("z", "c"); // after some steps from b on
    const QSignalSpy requested(&history, &MessageHistory::requested);
    for (int i = 0; i < 3; ++i)
        history.backAction()->trigger();
    QCOMPARE(requested.size(), 3);
    QCOMPARE(requested[0][0].toByteArray(), "z");
    QCOMPARE(requested[1][0].toByteArray(), "b");
    QCOMPARE(requested[2][0].toByteArray(), "a");
}

void MessageHistoryTest::whoWentOnByTheTreeIsLedBackToWhereTheJumpLed()
{
    WindowDesk desk(u"\"tidy the frob\" @ada 0 1(re@bob) 2\n\"mend the gadget\" @ada p\n"_s);
    const auto messageOf = [&](const QByteArray &id) {
        return desk.tree.catalog()->find(id + "@example.org");
    };
    desk.window.showMessage(messageOf("1.0"));
    emit desk.window.messageView()->messageIdActivated("1.1.1@example.org");
    desk.window.showMessage(messageOf("2.p")); // by the tree
    QAction *back = desk.find<QAction>(u"historyBackAction"_s);
    back->trigger();
    QVERIFY(desk.window.requestedMessage() == messageOf("1.1.1"));
    back->trigger();
    QVERIFY(desk.window.requestedMessage() == messageOf("1.0"));
    QVERIFY(!back->isEnabled());
    // Also where nothing lies before it.
    desk.window.showMessage(messageOf("2.p"));
    QVERIFY(back->isEnabled());
    back->trigger();
    QVERIFY(desk.window.requestedMessage() == messageOf("1.0"));
    QVERIFY(desk.find<QAction>(u"historyForwardAction"_s)->isEnabled());
}

void MessageHistoryTest::onlySoManyPlacesAreRemembered()
{
    MessageHistory history(nullptr);
    for (int i = 0; i < 2 * MessageHistory::Most; ++i)
        history.jump(QByteArray::number(i), QByteArray::number(i + 1));
    const QSignalSpy requested(&history, &MessageHistory::requested);
    while (history.backAction()->isEnabled())
        history.backAction()->trigger();
    QCOMPARE(requested.size(), MessageHistory::Most - 1);
}

void MessageHistoryTest::inTheWindowTheKeysLeadBackAndForward()
{
    WindowDesk desk(u"\"tidy the frob\" @ada 0 1(re@bob) 2\n\"mend the gadget\" @ada p\n"_s);
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    ui::SeriesView *view = desk.window.seriesView();
    const auto messageOf = [&](const QByteArray &id) {
        return desk.tree.catalog()->find(id + "@example.org");
    };
    desk.window.showMessage(messageOf("2.p"));
    emit desk.window.messageView()->messageIdActivated("1.1.1@example.org");
    QVERIFY(desk.window.requestedMessage() == messageOf("1.1.1"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(desk.window.requestedMessage() == messageOf("2.p"));
    QCOMPARE(desk.titleOf(view->currentIndex()), u"mend the gadget"_s);
    QTest::keyClick(view, Qt::Key_Right, Qt::AltModifier);
    QVERIFY(desk.window.requestedMessage() == messageOf("1.1.1"));
    QVERIFY(view->hasFocus());
}

void MessageHistoryTest::anotherArchiveBeginsAnew()
{
    WindowDesk desk(u"\"tidy the frob\" @ada 0 1(re@bob) 2\n\"mend the gadget\" @ada p\n"_s);
    desk.window.showMessage(desk.tree.catalog()->find("2.p@example.org"));
    emit desk.window.messageView()->messageIdActivated("1.1@example.org");
    QVERIFY(desk.find<QAction>(u"historyBackAction"_s)->isEnabled());
    desk.show(catalogFrom(u"\"other\" p\n"_s));
    QVERIFY(!desk.find<QAction>(u"historyBackAction"_s)->isEnabled());
}

QTEST_MAIN(MessageHistoryTest)
#include "tst_messagehistory.moc"
