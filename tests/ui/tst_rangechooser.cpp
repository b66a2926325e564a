// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rangechooser.h"

#include "ui/rangedialog.h"
#include "ui/revisiondialog.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using ui::RangeChoice;
using ui::RangeChooser;
using ui::RangeKind;
using ui::RevisionDialog;

namespace {

catalog::MessageSet setOf(std::vector<bool> messages)
{
    return std::make_shared<const std::vector<bool>>(std::move(messages));
}

const base::Error Gone{base::ErrorCode::NoSuchRevision, u"There is no revision “v1”"_s, {}, u"look again"_s};

} // namespace

/// The range of revisions in the chooser: what it asks for, and what it makes of the answers.
class RangeChooserTest : public QObject
{
    Q_OBJECT

    struct Chooser
    {
        Chooser()
            : changed(&widget, &RangeChooser::rangeChanged)
            , wanted(&widget, &RangeChooser::revisionsWanted)
            , lost(&widget, &RangeChooser::revisionsLost)
        {
            widget.setHasRevisions(true);
            widget.show();
        }
        QToolButton *button() const { return widget.findChild<QToolButton *>(u"rangeButton"_s); }
        RevisionDialog *openDialog()
        {
            for (QAction *action : widget.menu()->actions()) {
                if (action->objectName() == "revisionRangeAction"_L1)
                    action->trigger();
            }
            return widget.findChild<RevisionDialog *>();
        }

        RangeChooser widget;
        QSignalSpy changed;
        QSignalSpy wanted;
        QSignalSpy lost;
        const RangeChoice cycle{RangeKind::Revisions, {100, 200}, u"v1..v2"_s};
    };

private slots:
    void initTestCase() { Q_INIT_RESOURCE(loredesk); }

    void revisionsThatAreNotKnownAreAskedForAndTheirDatesCountUntilThen()
    {
        Chooser chooser;
        chooser.widget.setChoice(chooser.cycle);
        QCOMPARE(chooser.wanted.size(), 1);
        QCOMPARE(chooser.wanted[0][0].toString(), u"v1..v2"_s);
        QCOMPARE(chooser.changed.size(), 1);
        QVERIFY(!chooser.widget.messages());
        QCOMPARE(chooser.widget.span(), (catalog::DateSpan{100, 200}));
        const catalog::MessageSet messages = setOf({true, false});
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, messages, 0);
        QCOMPARE(chooser.changed.size(), 2);
        QCOMPARE(chooser.widget.messages(), messages);
        QVERIFY(chooser.button()->toolTip().contains("exactly"_L1));
        // The same once more changes nothing.
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, setOf({true, false}), 0);
        QCOMPARE(chooser.changed.size(), 2);
        QCOMPARE(chooser.widget.messages(), messages);
        // Others do, even in the same days.
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, setOf({true, true}), 2);
        QCOMPARE(chooser.changed.size(), 3);
        QVERIFY(chooser.button()->toolTip().contains("2 messages of it are not in the list"_L1));
        QCOMPARE(chooser.wanted.size(), 1);
    }

    void anAnswerThatComesTooLateIsNone()
    {
        Chooser chooser;
        chooser.widget.setChoice(chooser.cycle);
        chooser.widget.setChoice({RangeKind::Custom, {50, 60}});
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, setOf({true}), 0);
        QCOMPARE(chooser.widget.choice().kind, RangeKind::Custom);
        QVERIFY(!chooser.widget.messages());
        chooser.widget.revisionsFailed(u"v1..v2"_s, Gone);
        QCOMPARE(chooser.lost.size(), 0);
        chooser.widget.setChoice({RangeKind::Revisions, {1, 2}, u"v2..v3"_s});
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, setOf({true}), 0);
        QCOMPARE(chooser.widget.choice().revisions, u"v2..v3"_s);
        QVERIFY(!chooser.widget.messages());
    }

    void anotherRangeLeavesTheRevisions()
    {
        Chooser chooser;
        chooser.widget.setChoice(chooser.cycle, setOf({true}));
        QCOMPARE(chooser.wanted.size(), 0);
        QVERIFY(chooser.widget.messages());
        chooser.widget.setChoice({RangeKind::Custom, {100, 200}}); // the same days, and yet all of them
        QVERIFY(!chooser.widget.messages());
        QCOMPARE(chooser.changed.size(), 2);
    }

    void revisionsThatAreGoneLeaveTheirDatesAndSaySo()
    {
        Chooser chooser;
        chooser.widget.setChoice(chooser.cycle, setOf({true}));
        chooser.widget.revisionsFailed(u"v1..v2"_s, Gone);
        QCOMPARE(chooser.lost.size(), 1);
        QVERIFY(!chooser.widget.messages());
        QCOMPARE(chooser.widget.choice(), chooser.cycle);
        QCOMPARE(chooser.changed.size(), 2);
        QCOMPARE(chooser.button()->text(), u"v1..v2, by dates"_s);
        QVERIFY(chooser.button()->toolTip().contains(u"no revision “v1”"_s));
        chooser.widget.revisionsFailed(u"v1..v2"_s, Gone);
        QCOMPARE(chooser.lost.size(), 1); // not again at every refresh
        chooser.widget.revisionsFound(u"v1..v2"_s, {100, 200}, setOf({true}), 0);
        QCOMPARE(chooser.button()->text(), u"v1..v2"_s);
    }

    void anotherCatalogTakesTheMessagesAlongWithoutAWord()
    {
        Chooser chooser;
        chooser.widget.setChoice(chooser.cycle, setOf({true}));
        const catalog::MessageSet there = setOf({false, true});
        chooser.widget.carryMessages(there);
        QCOMPARE(chooser.widget.messages(), there);
        chooser.widget.carryMessages({});
        QVERIFY(!chooser.widget.messages());
        QCOMPARE(chooser.changed.size(), 1);
    }

    void withoutTagsNothingOfThemIsSeen()
    {
        Chooser chooser;
        RevisionDialog *dialog = chooser.openDialog();
        QVERIFY(dialog);
        chooser.widget.setTags({});
        QVERIFY(!dialog->findChild<QWidget *>(u"revisionTags"_s)->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>(u"revisionRange"_s)->text().isEmpty());
        QVERIFY(dialog->findChild<QLabel *>(u"revisionMessage"_s)->text().contains("HEAD~100.."_L1));
    }

    void tagsAreChosenFromLists()
    {
        Chooser chooser;
        QSignalSpy tags(&chooser.widget, &RangeChooser::tagsAsked);
        QSignalSpy asked(&chooser.widget, &RangeChooser::revisionsAsked);
        RevisionDialog *dialog = chooser.openDialog();
        QCOMPARE(tags.size(), 1);
        chooser.widget.setTags({u"v3"_s, u"v2"_s, u"v1"_s});
        QVERIFY(dialog->findChild<QWidget *>(u"revisionTags"_s)->isVisible());
        const auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
        auto *from = dialog->findChild<QComboBox *>(u"revisionFrom"_s);
        auto *to = dialog->findChild<QComboBox *>(u"revisionTo"_s);
        QCOMPARE(field->text(), u"v2..v3"_s); // the newest cycle
        QCOMPARE(from->currentText(), u"v2"_s);
        // The explanation below is not squeezed for it.
        const auto *message = dialog->findChild<QLabel *>(u"revisionMessage"_s);
        dialog->layout()->activate();
        QVERIFY(message->height() >= message->heightForWidth(message->width()));
        QTest::keyClick(from, Qt::Key_Down);
        QCOMPARE(field->text(), u"v1..v3"_s);
        QTest::keyClick(to, Qt::Key_Down);
        QCOMPARE(field->text(), u"v1..v2"_s);
        QTest::keyClick(to, Qt::Key_Home); // now
        QCOMPARE(field->text(), u"v1.."_s);
        QTest::keyClick(to, Qt::Key_Down);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"v1..v3"_s);
        chooser.widget.revisionsFound(u"v1..v3"_s, {100, 200}, setOf({true}), 0);
        QCOMPARE(chooser.widget.choice().revisions, u"v1..v3"_s);
        QVERIFY(chooser.widget.messages());
    }

    void whatIsTypedStaysAndIsNotTakenForATag()
    {
        Chooser chooser;
        RevisionDialog *dialog = chooser.openDialog();
        auto *field = dialog->findChild<QLineEdit *>(u"revisionRange"_s);
        QTest::keyClicks(field, u"HEAD~5..v1"_s);
        chooser.widget.setTags({u"v2"_s, u"v1"_s});
        QCOMPARE(field->text(), u"HEAD~5..v1"_s);
        QCOMPARE(dialog->findChild<QComboBox *>(u"revisionFrom"_s)->currentIndex(), -1);
        auto *to = dialog->findChild<QComboBox *>(u"revisionTo"_s);
        QCOMPARE(to->currentText(), u"v1"_s);
        QTest::keyClick(to, Qt::Key_Up);
        QCOMPARE(field->text(), u"HEAD~5..v2"_s);
    }

    void anArchiveThatEndedHasALastDayAndNoToday()
    {
        Chooser chooser;
        const auto textOf = [&](const QString &name) {
            for (const QAction *action : chooser.widget.menu()->actions()) {
                if (action->objectName() == u"rangeAction-"_s + name)
                    return action->text();
            }
            return QString();
        };
        QCOMPARE(textOf(u"today"_s), u"Today"_s);
        chooser.widget.setArchiveDates(1743465600, 1751328000);
        QCOMPARE(textOf(u"today"_s), u"Last day"_s);
        QCOMPARE(textOf(u"yesterday"_s), u"Last 2 days"_s);
        QCOMPARE(textOf(u"7d"_s), u"Last 7 days"_s);
        chooser.widget.setChoice({RangeKind::Today, {}});
        QCOMPARE(chooser.button()->text(), u"Last day"_s);
        chooser.widget.setArchiveDates(1743465600, QDateTime::currentSecsSinceEpoch() + 86400);
        QCOMPARE(chooser.button()->text(), u"Today"_s);
    }

    void theDialogOfDaysHasRoomForItsTitleAndLabels()
    {
        ui::RangeDialog dialog({0, 86400});
        dialog.show();
        // A title that says the name of the program as well, between the buttons of the window.
        QVERIFY(dialog.width() >= dialog.fontMetrics().horizontalAdvance(dialog.windowTitle() +
                                                                         u" — Loredesk with its buttons"_s));
        int labels = 0;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            ++labels;
            QVERIFY(label->buddy());
            // With a letter underlined the text is painted in pieces, which kerning does not draw together.
            QFont pieces = label->font();
            pieces.setKerning(false);
            const QString text = label->text().remove(u'&');
            QVERIFY(label->width() >= QFontMetrics(pieces).horizontalAdvance(text));
        }
        QCOMPARE(labels, 2);
    }

    void aDayIsTypedOverAnother()
    {
        ui::RangeDialog dialog({1743465600 + 43200, 1751328000 + 43200}); // 1 April to 1 July 2025
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *from = dialog.findChild<QDateEdit *>(u"rangeFrom"_s);
        auto *to = dialog.findChild<QDateEdit *>(u"rangeTo"_s);
        from->setFocus();
        QTest::keyClick(from, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(from, u"2024-02-03"_s);
        to->setFocus();
        QCOMPARE(from->date(), QDate(2024, 2, 3));
        QCOMPARE(to->date(), QDate(2025, 7, 1));
        // On the way to the day that is meant the other end stays where it is.
        QTest::keyClick(to, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(to, u"2024-"_s);
        QCOMPARE(from->date(), QDate(2024, 2, 3));
        QTest::keyClicks(to, u"11-30"_s);
        QTest::keyClick(to, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.span(), (catalog::DateSpan{QDate(2024, 2, 3).startOfDay().toSecsSinceEpoch(),
                                                   QDate(2024, 12, 1).startOfDay().toSecsSinceEpoch() - 1}));
    }

    void daysTheOtherWayRoundAreTheSameRange()
    {
        ui::RangeDialog dialog({1743465600 + 43200, 1751328000 + 43200});
        dialog.findChild<QDateEdit *>(u"rangeFrom"_s)->setDate(QDate(2025, 6, 20));
        dialog.findChild<QDateEdit *>(u"rangeTo"_s)->setDate(QDate(2025, 6, 10));
        QCOMPARE(dialog.span(), (catalog::DateSpan{QDate(2025, 6, 10).startOfDay().toSecsSinceEpoch(),
                                                   QDate(2025, 6, 21).startOfDay().toSecsSinceEpoch() - 1}));
    }

    void whatIsTypedCountsThoughItsFieldWasNotLeft()
    {
        ui::RangeDialog dialog({1743465600 + 43200, 1751328000 + 43200});
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *from = dialog.findChild<QDateEdit *>(u"rangeFrom"_s);
        from->setFocus();
        QTest::keyClick(from, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(from, u"2024-02-03"_s);
        dialog.accept();
        QCOMPARE(dialog.span().since, QDate(2024, 2, 3).startOfDay().toSecsSinceEpoch());
    }
};

QTEST_MAIN(RangeChooserTest)
#include "tst_rangechooser.moc"
