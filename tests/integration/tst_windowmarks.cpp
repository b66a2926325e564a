// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own marks on series, in the window as its user has it: given by keys and menus, kept, and never
// said of a version that was not looked at.
#include "tests/integration/markdesk.h"
#include "ui/markactions.h"

#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;

class WindowMarksTest : public QObject, private MarkDesk
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        makeBuilder();
    }
    void init() { makeList(); }
    void aKeyMarksTheSeriesAndTheSameKeyTakesItAway();
    void theMenusMarkToo();
    void severalRowsAreMarkedAtOnce();
    void manyRowsAreMarkedInOneStep();
    void whatAnotherWindowMarksIsThereWhenOneComesBack();
    void marksAreRememberedWhereverTheArchiveLies();
    void aNewerVersionIsNotTakenForReviewed();
    void aVersionThatWasWaitedForIsSaid();
    void theViewsCountAndNarrowToWhatIsMarked();
    void theLastMarkIsTakenBack();
    void inANarrowTreeTheMarkStandsBehindTheTitle();
    void rowsAreSortedByWhatIsToBeDone();
    void whereTheStoreFailsNothingIsMarkedAndItIsSaid();
};

void WindowMarksTest::aKeyMarksTheSeriesAndTheSameKeyTakesItAway()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    ui::SeriesView *tree = program.window.seriesView();
    program.window.resize(2400, 900);
    QVERIFY(tree->isColumnHidden(Column::Mark));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, m_frob), u"Reviewed"_s);
    QCOMPARE(markOf(program, m_widget), QString());
    QVERIFY(!tree->isColumnHidden(Column::Mark));
    QVERIFY(rowOf(program, m_frob)
                .data(Qt::AccessibleDescriptionRole)
                .toString()
                .contains(u"your mark: Reviewed"_s));
    QVERIFY(program.window.statusBar()->currentMessage().startsWith(u"Marked: Reviewed"_s));
    // Another takes its place: a series has one.
    QVERIFY(press(program, Qt::Key_4));
    QCOMPARE(markOf(program, m_frob), u"Applied"_s);
    QVERIFY(press(program, Qt::Key_4));
    QCOMPARE(markOf(program, m_frob), QString());
    QVERIFY(tree->isColumnHidden(Column::Mark));
    QVERIFY(press(program, Qt::Key_5));
    QCOMPARE(markOf(program, m_frob), u"Not for me"_s);
    QVERIFY(press(program, Qt::Key_0));
    QCOMPARE(markOf(program, m_frob), QString());
}

void WindowMarksTest::theMenusMarkToo()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_widget);
    // One menu, in the menu of the series and in that of the tree.
    QMenu *marks = program.window.markActions()->menu();
    QVERIFY(program.window.seriesView()->contextMenu()->actions().contains(marks->menuAction()));
    bool isInMenuBar = false;
    for (const QAction *top : program.window.menuBar()->actions())
        isInMenuBar = isInMenuBar || (top->menu() && top->menu()->actions().contains(marks->menuAction()));
    QVERIFY(isInMenuBar);
    const auto pick = [&](const QString &name) {
        marks->popup(program.window.mapToGlobal(QPoint(50, 50)));
        auto *action = program.window.findChild<QAction *>(name);
        QTest::mouseClick(marks, Qt::LeftButton, {}, marks->actionGeometry(action).center());
        return isWritten(program);
    };
    QVERIFY(pick(u"markToReviewAction"_s));
    QCOMPARE(markOf(program, m_widget), u"To review"_s);
    marks->popup(program.window.mapToGlobal(QPoint(50, 50)));
    QVERIFY(program.window.findChild<QAction *>(u"markToReviewAction"_s)->isChecked());
    QVERIFY(!program.window.findChild<QAction *>(u"markReviewedAction"_s)->isChecked());
    marks->close();
    QVERIFY(pick(u"markNoneAction"_s));
    QCOMPARE(markOf(program, m_widget), QString());
}

void WindowMarksTest::severalRowsAreMarkedAtOnce()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_widget);
    QVERIFY(press(program, Qt::Key_2));
    QTest::keyClick(program.window.seriesView(), Qt::Key_A, Qt::ControlModifier);
    // Not all of them have it: so all get it.
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, m_frob), u"Reviewed"_s);
    QCOMPARE(markOf(program, m_widget), u"Reviewed"_s);
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, m_frob), QString());
    QCOMPARE(markOf(program, m_widget), QString());
    QVERIFY(program.window.statusBar()->currentMessage().startsWith(u"The marks of 2 series"_s));
}

void WindowMarksTest::manyRowsAreMarkedInOneStep()
{
    QByteArrayList mails;
    for (int i = 0; i < 150; ++i) {
        const QByteArray number = QByteArray::number(i);
        mails << letter(number + "@example.org", "[PATCH] step " + number, "Ada <ada@example.org>", i % 60,
                        {}, patchBody("step " + number));
    }
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_builder->mbox(u"many-%1.mbox"_s.arg(++m_files), mails)));
    ui::SeriesView *tree = program.window.seriesView();
    tree->expandToDepth(0);
    // A view looks through all of its rows for each range that changes.
    const QSignalSpy changed(tree->model(), &QAbstractItemModel::dataChanged);
    QTest::keyClick(tree, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, u"step 0"_s), u"Reviewed"_s);
    QCOMPARE(markOf(program, u"step 149"_s), u"Reviewed"_s);
    QVERIFY2(changed.size() < 20, qPrintable(QString::number(changed.size())));
    QVERIFY(press(program, Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(markOf(program, u"step 149"_s), QString());
}

void WindowMarksTest::whatAnotherWindowMarksIsThereWhenOneComesBack()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    Program other(m_kept->filePath(u"other.ini"_s),
                  {m_kept->filePath(u"other"_s), m_kept->filePath(u"user.sqlite"_s)});
    QVERIFY(open(other, m_list));
    choose(other, m_widget);
    QVERIFY(press(other, Qt::Key_4));
    QCOMPARE(markOf(program, m_widget), QString());
    activate(program);
    QTRY_COMPARE(markOf(program, m_widget), u"Applied"_s);
}

void WindowMarksTest::marksAreRememberedWhereverTheArchiveLies()
{
    {
        Program program(settingsFile(), places());
        QVERIFY(open(program, m_list));
        choose(program, m_frob);
        QVERIFY(press(program, Qt::Key_3));
        choose(program, m_widget);
        // The window closes with this one still on its way.
        QTest::keyClick(program.window.seriesView(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(program.window.seriesView(), Qt::Key_4, Qt::ControlModifier | Qt::ShiftModifier);
    }
    // Cloned again elsewhere, and without a cache.
    QVERIFY(QDir(m_kept->filePath(u"cache"_s)).removeRecursively());
    const QString clone = m_builder->v2(u"marks-%1"_s.arg(++m_files), {ArchiveBuilder::adding(frobList())});
    Program program(settingsFile(), places());
    QVERIFY(open(program, clone));
    QTRY_COMPARE(markOf(program, m_frob), u"Waiting"_s);
    QCOMPARE(markOf(program, m_widget), u"Applied"_s);
}

void WindowMarksTest::aNewerVersionIsNotTakenForReviewed()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_2));
    sendSecondVersion();
    refresh(program);
    QCOMPARE(markOf(program, m_frob), u"Reviewed v1"_s);
    const QModelIndex row = rowOf(program, m_frob);
    QVERIFY(row.data(items::MarkOutdatedRole).toBool());
    QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(u"given to v1; v2 is there"_s));
    // The version that was looked at says so itself.
    const int last = program.controller->series().rowCount(row) - 1;
    const QModelIndex earlier = program.controller->series().index(last, Column::Mark, row);
    QCOMPARE(earlier.siblingAtColumn(0).data(items::NodeKindRole).toInt(),
             int(items::NodeKind::EarlierVersion));
    QCOMPARE(earlier.data().toString(), u"Reviewed"_s);
    // The same key is for the new version now, and takes nothing away.
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, m_frob), u"Reviewed"_s);
    QVERIFY(!rowOf(program, m_frob).data(items::MarkOutdatedRole).toBool());
}

void WindowMarksTest::aVersionThatWasWaitedForIsSaid()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_3));
    QCOMPARE(markOf(program, m_frob), u"Waiting"_s);
    QTRY_COMPARE(count(program, ViewKind::Marked), 1);
    QCOMPARE(count(program, ViewKind::ToReview), 0);
    sendSecondVersion();
    refresh(program);
    QCOMPARE(markOf(program, m_frob), u"v2 is there"_s);
    QTRY_COMPARE(count(program, ViewKind::ToReview), 1);
}

void WindowMarksTest::theViewsCountAndNarrowToWhatIsMarked()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_1));
    choose(program, m_widget);
    QVERIFY(press(program, Qt::Key_1));
    QTRY_COMPARE(count(program, ViewKind::ToReview), 2);
    show(program, ViewKind::ToReview);
    QCOMPARE(program.titles(), (QStringList{m_widget, m_frob}));
    // What is done leaves the view, and the next one is there to be read.
    choose(program, m_widget);
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(program.titles(), QStringList{m_frob});
    QCOMPARE(program.window.seriesView()->currentIndex().siblingAtColumn(0), rowOf(program, m_frob));
    show(program, ViewKind::Marked);
    QCOMPARE(program.titles(), (QStringList{m_widget, m_frob}));
    QCOMPARE(count(program, ViewKind::Marked), 2);
    QCOMPARE(count(program, ViewKind::ToReview), 1);
}

void WindowMarksTest::theLastMarkIsTakenBack()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    const auto *takeBack = program.window.findChild<QAction *>(u"takeMarkBackAction"_s);
    QVERIFY(!takeBack->isEnabled());
    const QMenu *edit = program.window.menuBar()->actions().at(1)->menu();
    QCOMPARE(edit->actions().first(), takeBack);
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_1));
    QVERIFY(press(program, Qt::Key_4));
    QVERIFY(press(program, Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(markOf(program, m_frob), u"To review"_s);
    QVERIFY(press(program, Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(markOf(program, m_frob), QString());
    QVERIFY(!takeBack->isEnabled());
}

void WindowMarksTest::inANarrowTreeTheMarkStandsBehindTheTitle()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    ui::SeriesView *tree = program.window.seriesView();
    program.window.resize(1100, 800);
    choose(program, m_widget); // the other one is not selected
    const auto titleCell = [&] {
        return tree->viewport()->grab(tree->visualRect(rowOf(program, m_frob))).toImage();
    };
    const QImage before = titleCell();
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_2));
    choose(program, m_widget);
    QVERIFY(tree->isColumnHidden(Column::Mark));
    QVERIFY(titleCell() != before);
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_0));
    choose(program, m_widget);
    QCOMPARE(titleCell(), before);
}

void WindowMarksTest::rowsAreSortedByWhatIsToBeDone()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_1));
    QCOMPARE(program.titles(), (QStringList{m_widget, m_frob}));
    program.window.seriesView()->sortByColumn(Column::Mark, Qt::AscendingOrder);
    QCOMPARE(program.titles(), (QStringList{m_frob, m_widget}));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_0));
    QCOMPARE(program.titles(), (QStringList{m_widget, m_frob}));
}

void WindowMarksTest::whereTheStoreFailsNothingIsMarkedAndItIsSaid()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(press(program, Qt::Key_1));
    // Somebody puts a file of another program in its place.
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(m_kept->filePath(u"user.sqlite"_s) + end);
    QFile other(m_kept->filePath(u"user.sqlite"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(QByteArray(8192, 'x'));
    other.close();
    QTest::keyClick(program.window.seriesView(), Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(program.window.findChild<QWidget *>(u"banner"_s)->isVisible());
    QCOMPARE(markOf(program, m_frob), u"To review"_s);
}

QTEST_MAIN(WindowMarksTest)
#include "tst_windowmarks.moc"
