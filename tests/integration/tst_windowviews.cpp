// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the side pane in the window as its user has it: narrowing, counting, and saved searches that
// stay.
#include "tests/integration/program.h"

#include "models/mail/message.h"
#include "tests/support/archivebuilder.h"
#include "ui/barchartview.h"
#include "ui/chartspanel.h"
#include "ui/filterbar.h"
#include "ui/panestate.h"
#include "ui/rangechooser.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/sidelist.h"
#include "ui/sidepane.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;
using items::ViewKind;

class WindowViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aViewNarrowsTheTreeBesideRangeAndSearch();
    void theChartsCountWhatTheViewShows();
    void theNumbersFollowTheRange();
    void anEmptyViewOffersAllSeries();
    void aSavedSearchIsAViewThatComesBack();
    void aSavedSearchIsCountedAndLookedForAgainAfterARefresh();
    void aSavedSearchIsRenamedMovedAndDeleted();
    void whatIsWrongWithASavedSearchIsSaid();
    void theSidePaneHidesAndComesBack();
    void theEntriesAreWholeUntilTheWidthIsSetByHand();

private:
    app::Places places() const { return {m_kept->filePath(u"cache"_s), m_kept->filePath(u"user.sqlite"_s)}; }
    QString settingsFile() const { return m_kept->filePath(u"settings.ini"_s); }
    static app::ArchiveViews &views(Program &program) { return program.controller->session().views(); }

    /// Opens and waits until the text is indexed.
    static bool openIndexed(Program &program, const QString &path)
    {
        program.showSidePane();
        QSignalSpy kept(&program.controller->session(), &app::ArchiveSession::kept);
        return program.open({path}) && (!kept.isEmpty() || kept.wait(20000));
    }
    static void click(Program &program, int row)
    {
        ui::SideList *list = program.window.sidePane()->viewList();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
    /// The name and the number of every saved search.
    static QStringList saved(Program &program)
    {
        QStringList all;
        const items::ViewListModel &model = views(program).model();
        for (int row = items::BuiltInViews; row < model.rowCount(); ++row)
            all << model.index(row, 0).data().toString() + u" "_s +
                       model.index(row, 0).data(items::CountRole).toString();
        return all;
    }
    static QVariant count(Program &program, ViewKind view)
    {
        return views(program).model().index(int(view), 0).data(items::CountRole);
    }
    /// Shortcuts are for the window that is active, which a dialog before may have been.
    static void activate(Program &program)
    {
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
    }
    /// By keys, as a user does it.
    static void save(Program &program, const QString &query, const QString &name)
    {
        QSignalSpy changed(&views(program), &app::ArchiveViews::savedChanged);
        ui::SearchField *field = program.window.filterBar()->field();
        field->setText(query);
        activate(program);
        QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QPointer<QInputDialog> dialog;
        for (auto *each : program.window.findChildren<QInputDialog *>(u"searchNameDialog"_s))
            dialog = each->isVisible() ? each : dialog.data();
        QVERIFY(dialog);
        dialog->setTextValue(name);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(changed.wait(20000));
        QTRY_VERIFY(!dialog);
        field->clear();
    }

    std::unique_ptr<ArchiveBuilder> m_builder;
    std::unique_ptr<QTemporaryDir> m_kept;
    QString m_list;
    int m_files = 0;
};

void WindowViewsTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void WindowViewsTest::init()
{
    m_kept = std::make_unique<QTemporaryDir>();
    QByteArrayList mails = frobList();
    mails << letter("rfc-1@example.org", "[RFC PATCH 1/2] gizmo: think about it", "Cy <cy@example.org>", 10,
                    {}, patchBody("thought"));
    m_list = m_builder->v2(u"views-%1"_s.arg(++m_files), {ArchiveBuilder::adding(mails)});
}

void WindowViewsTest::aViewNarrowsTheTreeBesideRangeAndSearch()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QCOMPARE(program.sortedTitles().size(), 3);
    click(program, int(ViewKind::Unanswered));
    QCOMPARE(program.sortedTitles(), (QStringList{u"gizmo: think about it"_s, u"widget: mend it"_s}));
    click(program, int(ViewKind::Incomplete));
    QCOMPARE(program.sortedTitles(), QStringList{u"gizmo: think about it"_s});
    click(program, int(ViewKind::Unanswered));
    program.window.filterBar()->setText(u"s:widget "_s);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    program.window.filterBar()->setText({});
    QTRY_COMPARE(program.sortedTitles().size(), 2);
    const base::UnixSeconds last = program.controller->loaded()->catalog->lastDate();
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {last, last + 59}});
    QCOMPARE(program.sortedTitles(), QStringList{u"gizmo: think about it"_s});
    program.window.rangeChooser()->setChoice({});
    click(program, int(ViewKind::All));
    QCOMPARE(program.sortedTitles().size(), 3);
}

void WindowViewsTest::theChartsCountWhatTheViewShows()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    const auto contributors = [&] {
        const QAbstractItemModel *model = program.window.chartsPanel()->contributorsChart()->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        names.sort();
        return names;
    };
    const auto line = [&] { return program.window.findChild<QLabel *>(u"chartRange"_s)->text(); };
    QTRY_COMPARE(contributors().size(), 3);
    QVERIFY(!line().contains(u"filtered"_s));
    click(program, int(ViewKind::Rfc));
    QTRY_COMPARE(contributors(), QStringList{u"Cy"_s});
    QVERIFY2(line().startsWith(u"1 of "_s) && line().contains(u"filtered"_s), qPrintable(line()));
    // Whoever picks a bar filters the tree; the bars stay.
    program.window.setKeys({u"cy@example.org"_s});
    QCOMPARE(program.sortedTitles(), QStringList{u"gizmo: think about it"_s});
    click(program, int(ViewKind::Unanswered));
    QTRY_COMPARE(contributors().size(), 2);
    program.window.setKeys({});
    // As the search does.
    program.window.filterBar()->setText(u"s:widget "_s);
    QTRY_COMPARE(contributors().size(), 1);
    program.window.filterBar()->setText({});
    click(program, int(ViewKind::All));
    QTRY_COMPARE(contributors().size(), 3);
    QVERIFY(!line().contains(u"filtered"_s));
}

void WindowViewsTest::theNumbersFollowTheRange()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QTRY_COMPARE(count(program, ViewKind::All).toInt(), 3);
    QCOMPARE(count(program, ViewKind::Unanswered).toInt(), 2);
    QCOMPARE(count(program, ViewKind::Rfc).toInt(), 1);
    QCOMPARE(count(program, ViewKind::Pull).toInt(), 0);
    const base::UnixSeconds last = program.controller->loaded()->catalog->lastDate();
    program.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {std::nullopt, last - 1}});
    QCOMPARE(count(program, ViewKind::All).toInt(), 2);
    QCOMPARE(count(program, ViewKind::Rfc).toInt(), 0);
    emit program.window.closeRequested();
    QVERIFY(!count(program, ViewKind::All).isValid());
}

void WindowViewsTest::anEmptyViewOffersAllSeries()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    click(program, int(ViewKind::Pull));
    ui::PaneState *pane = program.window.treePane();
    QVERIFY(!pane->isShowingContent());
    QVERIFY(pane->findChild<QLabel *>(u"paneStateSentence"_s)->text().contains(u"Pull requests"_s));
    QTest::mouseClick(pane->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QVERIFY(pane->isShowingContent());
    QCOMPARE(program.sortedTitles().size(), 3);
    QCOMPARE(program.window.sidePane()->currentView(), ViewKind::All);
}

void WindowViewsTest::aSavedSearchIsAViewThatComesBack()
{
    {
        Program program(settingsFile(), places());
        QVERIFY(openIndexed(program, m_list));
        save(program, u"mended OR thought"_s, u"Two of them"_s);
        QTRY_COMPARE(saved(program), QStringList{u"Two of them 2"_s});
        click(program, items::BuiltInViews);
        QTRY_COMPARE(program.sortedTitles(), (QStringList{u"gizmo: think about it"_s, u"widget: mend it"_s}));
        // Beside the search field.
        program.window.filterBar()->setText(u"is:rfc"_s);
        QTRY_COMPARE(program.sortedTitles(), QStringList{u"gizmo: think about it"_s});
    }
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    QTRY_COMPARE(saved(program), QStringList{u"Two of them 2"_s});
    // For another search the query goes back into the field.
    click(program, items::BuiltInViews);
    program.window.findChild<QAction *>(u"editSearchAction"_s)->trigger();
    QCOMPARE(program.window.filterBar()->text(), u"mended OR thought"_s);
}

void WindowViewsTest::aSavedSearchIsCountedAndLookedForAgainAfterARefresh()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    save(program, u"s:gadget OR s:widget"_s, u"Things"_s);
    QTRY_COMPARE(saved(program), QStringList{u"Things 1"_s});
    click(program, items::BuiltInViews);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"widget: mend it"_s});
    m_builder->append(
        m_list + "/git/0.git"_L1,
        {ArchiveBuilder::adding({letter("gadget@example.org", "[PATCH] gadget: start it",
                                        "Cy <cy@example.org>", 20, {}, patchBody("started"))})});
    QSignalSpy refreshed(program.controller.get(), &app::Controller::refreshed);
    emit program.window.refreshRequested();
    QVERIFY(refreshed.wait(20000));
    // What was in the view stays in it meanwhile, and nothing else is shown.
    QVERIFY(!program.sortedTitles().contains(u"tidy the frob"_s));
    QVERIFY(program.sortedTitles().contains(u"widget: mend it"_s));
    QTRY_COMPARE(program.sortedTitles(), (QStringList{u"gadget: start it"_s, u"widget: mend it"_s}));
    QTRY_COMPARE(saved(program), QStringList{u"Things 2"_s});
}

void WindowViewsTest::aSavedSearchIsRenamedMovedAndDeleted()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    save(program, u"s:widget"_s, u"One"_s);
    save(program, u"s:frob"_s, u"Two"_s);
    QTRY_COMPARE(saved(program), (QStringList{u"One 1"_s, u"Two 1"_s}));
    ui::SideList *list = program.window.sidePane()->viewList();
    click(program, items::BuiltInViews + 1);
    QTRY_COMPARE(program.sortedTitles(), QStringList{u"tidy the frob"_s});

    activate(program);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Second"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(saved(program), (QStringList{u"One 1"_s, u"Second 1"_s}));
    QCOMPARE(list->currentIndex().data().toString(), u"Second"_s);

    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(saved(program), (QStringList{u"Second 1"_s, u"One 1"_s}));
    QCOMPARE(list->currentIndex().data().toString(), u"Second"_s);

    // A name that another one has is refused, and said.
    QTest::keyClick(list, Qt::Key_F2);
    editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"One"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(program.window.findChild<QWidget *>(u"banner"_s)->isVisible());
    QCOMPARE(saved(program).size(), 2);

    QTest::keyClick(list, Qt::Key_Delete);
    auto *question = program.window.findChild<QMessageBox *>(u"removeSearchQuestion"_s);
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_COMPARE(saved(program), QStringList{u"One 1"_s});
    // Nobody is left in a view that is no more.
    QCOMPARE(program.window.sidePane()->currentView(), ViewKind::All);
    QCOMPARE(program.sortedTitles().size(), 3);
}

void WindowViewsTest::whatIsWrongWithASavedSearchIsSaid()
{
    Program program(settingsFile(), places());
    QVERIFY(openIndexed(program, m_list));
    save(program, u"is:nonsense"_s, u"Wrong"_s);
    QTRY_COMPARE(saved(program), QStringList{u"Wrong 0"_s});
    const QString tip = views(program).model().index(items::BuiltInViews, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.startsWith(u"is:nonsense<br>"_s), qPrintable(tip));
}

void WindowViewsTest::theSidePaneHidesAndComesBack()
{
    {
        Program program(settingsFile(), places());
        QVERIFY(program.open({m_list}));
        program.showSidePane();
        ui::SidePane *pane = program.window.sidePane();
        QVERIFY(pane->isVisible());
        activate(program);
        QTest::keyClick(&program.window, Qt::Key_F9);
        QVERIFY(!pane->isVisible());
        QTest::keyClick(&program.window, Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(pane->isVisible()); // whoever wants to go there wants to see it
        QVERIFY(pane->viewList()->hasFocus());
        QTest::keyClick(&program.window, Qt::Key_F9);
        QVERIFY(program.window.seriesView()->hasFocus());
        program.window.close();
    }
    Program program(settingsFile(), places());
    QVERIFY(!program.window.sidePane()->isVisible());
    activate(program);
    QTest::keyClick(&program.window, Qt::Key_F9);
    QVERIFY(program.window.sidePane()->isVisible());
    QVERIFY(program.window.sidePane()->width() > 50);
    // Dragged to nothing it is hidden as well, and is of use when it comes back.
    auto *splitter = program.window.findChild<QSplitter *>(u"mainSplitter"_s);
    auto *handle = splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, {-400, handle->height() / 2});
    QTest::mouseRelease(handle, Qt::LeftButton, {}, {-400, handle->height() / 2});
    QVERIFY(!program.window.sidePane()->isVisible());
    QTest::keyClick(&program.window, Qt::Key_F9);
    QVERIFY(program.window.sidePane()->width() > 50);
}

void WindowViewsTest::theEntriesAreWholeUntilTheWidthIsSetByHand()
{
    Program program(settingsFile(), places());
    program.window.resize(1280, 800);
    program.showSidePane();
    QVERIFY(program.open({m_list}));
    ui::SidePane *pane = program.window.sidePane();
    const auto isWhole = [&] {
        const ui::SideList *list = pane->viewList();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const QString number = QLocale().toString(index.data(items::CountRole).toInt());
            // Three margins: on either side, and between the two.
            if (list->fontMetrics().horizontalAdvance(index.data().toString() + number) + 3 * 8 >
                list->viewport()->width())
                return false;
        }
        return true;
    };
    QTRY_VERIFY(isWhole());
    // Whatever a view is called, the rest of the window is more.
    const auto save = [&](const QString &name) {
        emit pane->saveRequested(name, u"s:frob"_s);
        return QTest::qWaitFor(
            [&] {
                return pane->viewList()
                           ->model()
                           ->match(pane->viewList()->model()->index(0, 0), Qt::DisplayRole, name)
                           .size() == 1;
            },
            20000);
    };
    const int before = pane->width();
    QVERIFY(save(u"what was said of the frob"_s));
    QTRY_VERIFY(pane->width() > before);
    QTRY_VERIFY(isWhole());
    QVERIFY(save(u"all that was ever said of the frob by anybody whom it may concern"_s));
    QTRY_VERIFY(!isWhole());
    QVERIFY(pane->width() <= program.window.width() / 5);
    // By hand it is as wide as it was made.
    auto *splitter = program.window.findChild<QSplitter *>(u"mainSplitter"_s);
    auto *handle = splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, {-50, handle->height() / 2});
    QTest::mouseRelease(handle, Qt::LeftButton, {}, {-50, handle->height() / 2});
    const int own = pane->width();
    QVERIFY(own < program.window.width() / 5);
    QVERIFY(save(u"all that was ever said of the frob by anybody who did not keep still"_s));
    QCOMPARE(pane->width(), own);
}

QTEST_MAIN(WindowViewsTest)
#include "tst_windowviews.moc"
