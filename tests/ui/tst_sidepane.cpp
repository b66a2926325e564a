// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidepane.h"

#include "models/items/viewlistmodel.h"
#include "ui/sidelist.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using items::ViewKind;
using items::ViewListModel;

class SidePaneTest : public QObject
{
    Q_OBJECT

    /// The pane with two saved searches, and nothing behind it.
    struct Pane
    {
        Pane()
            : chosen(&pane, &ui::SidePane::viewChosen)
        {
            model.setSaved({{u"Mine"_s, u"f:ada"_s}, {u"Theirs"_s, u"-f:ada"_s}});
            pane.setViews(&model);
            pane.resize(220, 400);
            pane.show();
            pane.activateWindow();
            if (!QTest::qWaitForWindowActive(&pane))
                qFatal("The pane does not become active");
            pane.viewList()->setFocus();
        }
        ui::SideList *list() { return pane.viewList(); }
        QPoint at(int row) { return list()->visualRect(model.index(row, 0)).center(); }
        QAction *action(const QString &name) { return pane.findChild<QAction *>(name); }
        void openMenu(int row)
        {
            QTest::mouseClick(list()->viewport(), Qt::RightButton, {}, at(row));
            QContextMenuEvent event(QContextMenuEvent::Mouse, at(row),
                                    list()->viewport()->mapToGlobal(at(row)));
            QCoreApplication::sendEvent(list()->viewport(), &event);
        }

        ViewListModel model;
        ui::SidePane pane;
        QSignalSpy chosen;
    };
    static constexpr int Mine = items::BuiltInViews;
    static constexpr int Theirs = Mine + 1;

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<ViewKind>("loredesk::items::ViewKind");
    }

    void aClickChoosesAView()
    {
        Pane pane;
        QCOMPARE(pane.pane.currentView(), ViewKind::All);
        QVERIFY(pane.chosen.isEmpty()); // it was not the user
        QTest::mouseClick(pane.list()->viewport(), Qt::LeftButton, {}, pane.at(int(ViewKind::Unanswered)));
        QCOMPARE(pane.chosen.size(), 1);
        QCOMPARE(pane.chosen.first().first().value<ViewKind>(), ViewKind::Unanswered);
        QTest::mouseClick(pane.list()->viewport(), Qt::LeftButton, {}, pane.at(Mine));
        QCOMPARE(pane.chosen.last(), (QVariantList{QVariant::fromValue(ViewKind::Saved), u"Mine"_s}));
        QCOMPARE(pane.pane.currentViewName(), u"Mine"_s);
    }

    void theArrowKeysChooseToo()
    {
        Pane pane;
        QTest::keyClick(pane.list(), Qt::Key_Down);
        QCOMPARE(pane.chosen.last().first().value<ViewKind>(), ViewKind::New);
        QTest::keyClick(pane.list(), Qt::Key_End);
        QCOMPARE(pane.chosen.last().last().toString(), u"Theirs"_s);
        pane.pane.chooseAll();
        QCOMPARE(pane.chosen.last().first().value<ViewKind>(), ViewKind::All);
    }

    void aMenuIsForItsRowAndDoesNotGoThere()
    {
        Pane pane;
        pane.openMenu(Theirs);
        QVERIFY(pane.pane.viewsMenu()->isVisible());
        QVERIFY(pane.chosen.isEmpty());
        QCOMPARE(pane.pane.currentView(), ViewKind::All);
        QVERIFY(pane.action(u"removeSearchAction"_s)->isEnabled());
        QVERIFY(pane.action(u"searchUpAction"_s)->isEnabled());
        QVERIFY(!pane.action(u"searchDownAction"_s)->isEnabled());
        QSignalSpy edited(&pane.pane, &ui::SidePane::editRequested);
        QTest::mouseClick(pane.pane.viewsMenu(), Qt::LeftButton, {},
                          pane.pane.viewsMenu()->actionGeometry(pane.action(u"editSearchAction"_s)).center());
        QCOMPARE(edited, (QList<QVariantList>{{u"-f:ada"_s}}));
        // Behind the menu the keys mean the row that is shown again.
        QTRY_VERIFY(!pane.list()->menuRow().isValid());
        pane.openMenu(0);
        QVERIFY(!pane.action(u"removeSearchAction"_s)->isEnabled());
        QVERIFY(!pane.action(u"renameSearchAction"_s)->isEnabled());
    }

    void aSearchIsSavedUnderTheNameThatIsGiven()
    {
        Pane pane;
        QSignalSpy saved(&pane.pane, &ui::SidePane::saveRequested);
        QVERIFY(!pane.action(u"saveSearchAction"_s)->isEnabled()); // there is nothing to save
        pane.pane.setSearch(u" s:kvm  is:unanswered "_s);
        pane.action(u"saveSearchAction"_s)->trigger();
        auto *dialog = pane.pane.findChild<QInputDialog *>(u"searchNameDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->textValue(), u"s:kvm is:unanswered"_s);
        auto *field = dialog->findChild<QLineEdit *>();
        field->selectAll();
        QTest::keyClicks(field, u"Theirs"_s);
        QCOMPARE(dialog->okButtonText(), u"Replace"_s);
        QTest::keyClicks(field, u" too"_s);
        QCOMPARE(dialog->okButtonText(), u"Save"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(saved, (QList<QVariantList>{{u"Theirs too"_s, u"s:kvm is:unanswered"_s}}));
    }

    void withoutAPlaceToKeepThemNothingIsSaved()
    {
        Pane pane;
        pane.pane.setSearch(u"s:kvm"_s);
        pane.pane.setSavingPossible(false);
        QVERIFY(!pane.action(u"saveSearchAction"_s)->isEnabled());
    }

    void f2RenamesASavedSearchInItsPlace()
    {
        Pane pane;
        QSignalSpy renamed(&pane.model, &ViewListModel::renameRequested);
        QTest::mouseClick(pane.list()->viewport(), Qt::LeftButton, {}, pane.at(Mine));
        QTest::keyClick(pane.list(), Qt::Key_F2);
        auto *editor = pane.list()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"Mine"_s);
        // There is room for a longer name than the old one.
        QCOMPARE(editor->geometry(), pane.list()->visualRect(pane.model.index(Mine, 0)));
        QTest::keyClicks(editor, u"Ada's"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renamed, (QList<QVariantList>{{u"Mine"_s, u"Ada's"_s}}));
    }

    void deletingAsksOnce()
    {
        Pane pane;
        QSignalSpy removed(&pane.pane, &ui::SidePane::removeRequested);
        QTest::mouseClick(pane.list()->viewport(), Qt::LeftButton, {}, pane.at(Mine));
        QTest::keyClick(pane.list(), Qt::Key_Delete);
        auto *question = pane.pane.findChild<QMessageBox *>(u"removeSearchQuestion"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(removed.isEmpty());
        QTest::keyClick(pane.list(), Qt::Key_Delete);
        for (auto *box : pane.pane.findChildren<QMessageBox *>(u"removeSearchQuestion"_s)) {
            if (box->isVisible())
                QTest::keyClick(box, Qt::Key_Return);
        }
        QCOMPARE(removed, (QList<QVariantList>{{u"Mine"_s}}));
    }

    void altAndTheArrowsMoveASavedSearch()
    {
        Pane pane;
        QSignalSpy ordered(&pane.model, &ViewListModel::orderRequested);
        QTest::mouseClick(pane.list()->viewport(), Qt::LeftButton, {}, pane.at(Mine));
        QTest::keyClick(pane.list(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(ordered.isEmpty()); // it is the first already
        QTest::keyClick(pane.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ordered.size(), 1);
        QCOMPARE(ordered.first().first().toStringList(), (QStringList{u"Theirs"_s, u"Mine"_s}));
    }

    void aListThatIsChangedKeepsWhatIsChosen()
    {
        Pane pane;
        pane.pane.showView(ViewKind::Saved, u"Theirs"_s);
        pane.model.setSaved({{u"Theirs"_s, u"-f:ada"_s}, {u"Mine"_s, u"f:ada"_s}});
        pane.pane.showView(ViewKind::Saved, u"Theirs"_s);
        QCOMPARE(pane.list()->currentIndex().row(), Mine);
        QVERIFY(pane.chosen.isEmpty());
    }

    void namesForThoseWhoHearThem()
    {
        Pane pane;
        QCOMPARE(pane.list()->accessibleName(), u"Views"_s);
        pane.model.setCounts(items::ViewCounts{214, 12, 31, 4, 0, 1});
        QCOMPARE(pane.model.index(2, 0).data(Qt::AccessibleTextRole).toString(), u"Unanswered patches, 31"_s);
    }
};

QTEST_MAIN(SidePaneTest)
#include "tst_sidepane.moc"
