// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "models/items/activitymodel.h"
#include "models/items/countmodel.h"
#include "models/items/problemmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "tests/models/items/looking.h"
#include "tests/support/headbuilder.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/messageview.h"
#include "ui/panestate.h"
#include "ui/problempanel.h"
#include "ui/rangechooser.h"
#include "ui/seriesdelegate.h"
#include "ui/seriesview.h"
#include "ui/statusstrip.h"
#include "ui/timebrush.h"
#include "ui/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using Column = items::SeriesTreeModel::Column;

namespace {

/// The window with its models, wired as the program wires them, and nothing behind.
struct Desk
{
    explicit Desk(const QString &archive = {})
    {
        filter.setSeriesModel(&tree);
        QObject::connect(&window, &ui::MainWindow::searchChanged, &filter, [this](const QString &text) {
            filter.setFound(tests::messagesWith(*tree.catalog(), text));
        });
        QObject::connect(&window, &ui::MainWindow::filterKeysChanged, &filter,
                         &items::SeriesFilterModel::setKeys);
        QObject::connect(&window, &ui::MainWindow::rangeChanged, &filter,
                         &items::SeriesFilterModel::setDateSpan);
        window.setModels({&filter, &problems, {&contributors, &domains, nullptr, &activity}});
        if (!archive.isEmpty())
            show(tests::catalogFrom(archive));
        window.show();
    }

    void show(const catalog::CatalogPtr &catalog)
    {
        tree.setCatalog(catalog);
        problems.setProblems(catalog->problems());
        window.setCatalog(catalog);
    }

    QModelIndex row(int top, int child = -1) const
    {
        const QModelIndex index = filter.index(top, 0);
        return child < 0 ? index : filter.index(child, 0, index);
    }
    QString titleOf(const QModelIndex &index) const
    {
        return index.siblingAtColumn(0).data(items::TitleRole).toString();
    }
    template <class W>
    W *find(const QString &name) const
    {
        return window.findChild<W *>(name);
    }

    items::SeriesTreeModel tree;
    items::SeriesFilterModel filter;
    items::ProblemModel problems;
    items::CountModel contributors;
    items::CountModel domains;
    items::ActivityModel activity;
    ui::MainWindow window;
};

const QString &threeSeries()
{
    static const QString text = u"\"tidy the frob\" @ada 0 1(re@bob+R) 2 /2\n"
                                "\"teach the widget\" @bob 0 1 - 3 /3\n"
                                "\"mend the gadget\" @ada p\n"_s;
    return text;
}

QAction *actionNamed(const ui::MainWindow &window, const QString &name)
{
    return window.findChild<QAction *>(name);
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void withoutAnArchiveItSaysWhatToDo();
    void theTitleNamesTheArchive();
    void theStatusBarAddsUpWhatIsShown();
    void theFirstRowsAreSeriesNewestFirst();
    void anIncompleteSeriesCarriesAHollowMark();
    void aMessageWithoutASubjectIsNoBlankLine();
    void anEmptyTreeNamesTheRangeOnlyWhereThereIsOne();
    void everyRowIsALineAndSixPixelsHigh();
    void refusalIsAWordThatALongTitleCannotPushOut();
    void noHeaderIsCut();
    void selectingARowAsksForItsMessage();
    void aMissingPatchSaysThatItIsMissing();
    void theMailReadersKeysMoveThroughTheTree();
    void whoeverReadsGoesOnToTheNextMessageWithoutLeavingTheText();
    void typingFiltersAndTheClearButtonOfTheStateUndoesIt();
    void whatWasCurrentIsSoAgainWhenTheFilterIsGone();
    void slashPutsTheCursorIntoTheFilter();
    void downInTheFilterGoesToTheTree();
    void theTogglesAreToldApart();
    void aClickOnAChartFiltersAndTheChipUndoesIt();
    void aSpanPickedInAChartIsTheRangeUntilItIsTakenBack();
    void onlyThisAuthorComesFromTheRow();
    void theRangeIsAnnouncedOnceForEachChange();
    void anEmptyRangeOffersEverythingAgain();
    void theRangeCountsBackFromTheNewestMessageOfAnOldArchive();
    void droppedFilesAreOpenedTogetherAndTheDropIsShown();
    void droppedTextIsLeftAlone();
    void noFieldSwallowsADrop();
    void theRowsMenuCopiesWhatItSays();
    void columnsCanBeHiddenAndStayHidden();
    void aForeignColumnStateIsRefused();
    void theArrangementSurvives();
    void theTimeBrushCanBeHiddenAndStaysSo();
    void aDragThatIsBrokenOffGivesBackTheChoice();
    void progressIsShownWithACancelThatEscapeTriggersToo();
    void progressWithoutAnArchiveFillsThePane();
    void anErrorKeepsWhatWasShownAndOffersMore();
    void problemsAreCountedAndListedWithTheirPlaces();
    void aProblemLeadsToItsMessage();
    void recentArchivesAreOffered();
    void everyActionIsInAMenu();
    void theMenuOfTheMessageCanBeLookedOver();
    void anUnknownMessageIdIsSaid();
    void aHiddenMessageIsStillAskedFor();
};

void MainWindowTest::withoutAnArchiveItSaysWhatToDo()
{
    Desk desk;
    QVERIFY(!desk.window.treePane()->isShowingContent());
    const auto *page = desk.find<ui::WelcomePage>(u"welcomePage"_s);
    QVERIFY(page && page->isVisible());
    QCOMPARE(desk.window.windowTitle(), u"Loredesk"_s);
    QVERIFY(!actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
    QSignalSpy sample(&desk.window, &ui::MainWindow::sampleRequested);
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeSample"_s), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeOpenFolder"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openFolderDialog"_s));
    QTest::mouseClick(desk.find<QPushButton>(u"welcomeOpen"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openDialog"_s));
    // Nothing can be read yet: the page has the room.
    QVERIFY(!desk.window.messageView()->isVisible());
    QVERIFY(page->width() > desk.window.width() / 2);
    // Once there is an archive, the page gives way.
    desk.show(tests::catalogFrom(threeSeries()));
    QVERIFY(!page->isVisible());
    QTRY_VERIFY(desk.window.messageView()->isVisible());
    QTRY_VERIFY(desk.window.messageView()->width() > desk.window.width() / 4);
}

void MainWindowTest::theTitleNamesTheArchive()
{
    Desk desk;
    auto catalog =
        catalog::Catalog::build({u"/a"_s, u"frob-devel"_s, {}, {}}, tests::headsFrom(threeSeries()), {});
    desk.show(catalog);
    QCOMPARE(desk.window.windowTitle(), u"frob-devel — Loredesk"_s);
}

void MainWindowTest::theStatusBarAddsUpWhatIsShown()
{
    Desk desk(threeSeries());
    auto *summary = desk.find<QLabel>(u"statusSummary"_s);
    QCOMPARE(summary->text(), u"8 messages · 3 series"_s);
    desk.window.filterBar()->setText(u"widget"_s);
    QCOMPARE(summary->text(), u"8 messages · 3 series · 1 of 3 rows shown"_s);
    desk.window.filterBar()->clear();
    // Noon of 1 March to the end of it.
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1740787200, 1740873599}});
    desk.window.setRangeCount(4);
    QCOMPARE(summary->text(), u"8 messages · 3 series · range 1 Mar 2025 (4) · 1 of 3 rows shown"_s);
}

void MainWindowTest::theFirstRowsAreSeriesNewestFirst()
{
    Desk desk(threeSeries());
    QVERIFY(desk.window.treePane()->isShowingContent());
    QCOMPARE(desk.filter.rowCount(), 3);
    QCOMPARE(desk.titleOf(desk.row(0)), u"mend the gadget"_s);
    QCOMPARE(desk.titleOf(desk.row(2)), u"tidy the frob"_s);
}

void MainWindowTest::anIncompleteSeriesCarriesAHollowMark()
{
    Desk desk(threeSeries());
    const QDateTime now = QDateTime::currentDateTime();
    QCOMPARE(ui::SeriesDelegate::text(desk.row(1).siblingAtColumn(Column::Patches), now), u"○ 2/3"_s);
    QCOMPARE(ui::SeriesDelegate::text(desk.row(2).siblingAtColumn(Column::Patches), now), u"2/2"_s);
    QCOMPARE(ui::SeriesDelegate::text(desk.row(2).siblingAtColumn(Column::Date), now), u"1 Mar 2025"_s);
}

void MainWindowTest::aMessageWithoutASubjectIsNoBlankLine()
{
    Desk desk;
    auto heads = tests::headsFrom(u"\"no matter\" @ada other\n"_s);
    heads.front().subject.clear();
    heads.front().prefix.title.clear();
    desk.show(catalog::Catalog::build({}, heads, {}));
    QCOMPARE(desk.titleOf(desk.row(0)), QString());
    QCOMPARE(ui::SeriesDelegate::text(desk.row(0), QDateTime::currentDateTime()), u"(no subject)"_s);
    QVERIFY(desk.row(0).data(Qt::AccessibleTextRole).toString().contains("without a subject"_L1));
}

void MainWindowTest::anEmptyTreeNamesTheRangeOnlyWhereThereIsOne()
{
    Desk desk(threeSeries());
    const auto detail = [&desk] {
        const auto *label = desk.window.treePane()->findChild<QLabel *>(u"paneStateDetail"_s);
        return label->isVisible() ? label->text() : QString();
    };
    desk.filter.setView(items::ViewKind::Pull);
    QTRY_VERIFY(!desk.window.treePane()->isShowingContent());
    QCOMPARE(detail(), QString());
    // Noon of 1 March to the end of it.
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1740787200, 1740873599}});
    QTRY_COMPARE(detail(), u"1 Mar 2025"_s);
}

void MainWindowTest::everyRowIsALineAndSixPixelsHigh()
{
    Desk desk(threeSeries());
    const ui::SeriesView &view = *desk.window.seriesView();
    QCOMPARE(view.visualRect(desk.row(0)).height(), view.fontMetrics().height() + 6);
}

void MainWindowTest::refusalIsAWordThatALongTitleCannotPushOut()
{
    // The same row with and without a refusal, in the colours of the pixels at the cell's right end.
    const auto endOfTitle = [](const QString &answer) {
        Desk desk(
            u"\"a title that is much too long for its column and goes on and on and on and on and on and on "
            "and on\" @ada p(re@bob%1)"_s.arg(answer));
        const QRect cell = desk.window.seriesView()->visualRect(desk.row(0));
        const int word = desk.window.seriesView()->fontMetrics().horizontalAdvance(u"NACK"_s);
        return desk.window.seriesView()
            ->viewport()
            ->grab(QRect(cell.right() - word - 6, cell.top(), word, cell.height()))
            .toImage();
    };
    const QImage refused = endOfTitle(u"+N"_s);
    QVERIFY(refused != endOfTitle({}));
    const QColor warning = ui::Theme::of(QApplication::palette()).warning;
    int marked = 0;
    for (int y = 0; y < refused.height(); ++y) {
        for (int x = 0; x < refused.width(); ++x)
            marked += refused.pixelColor(x, y) == warning ? 1 : 0;
    }
    QVERIFY(marked > 0);
}

void MainWindowTest::noHeaderIsCut()
{
    Desk desk(threeSeries());
    QHeaderView *header = desk.window.seriesView()->header();
    desk.window.resize(1900, 900);
    QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Tested));
    for (int column = 0; column < header->count(); ++column)
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                 QByteArray::number(column).constData());
}

void MainWindowTest::selectingARowAsksForItsMessage()
{
    Desk desk(threeSeries());
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    desk.window.seriesView()->setCurrentIndex(desk.row(2));
    QCOMPARE(asked.size(), 1);
    const auto message = asked.last().first().value<base::MessageIndex>();
    QCOMPARE(desk.tree.catalog()->message(message).messageId, "1.0@example.org");
    // The cover's own row is the same message: it is not read twice.
    desk.window.seriesView()->setCurrentIndex(desk.row(2, 0));
    QCOMPARE(asked.size(), 1);
    desk.window.seriesView()->setCurrentIndex(desk.row(2, 1));
    QCOMPARE(asked.size(), 2);
}

void MainWindowTest::aMissingPatchSaysThatItIsMissing()
{
    Desk desk(threeSeries());
    desk.window.seriesView()->setCurrentIndex(desk.row(1, 2));
    const QList<QLabel *> sentences =
        desk.window.messageView()->findChildren<QLabel *>(u"paneStateSentence"_s);
    QVERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QLabel *sentence) {
        return sentence->text() == u"Patch 2 is not in this archive"_s;
    }));
    QVERIFY(!desk.window.requestedMessage().isValid());
}

void MainWindowTest::whoeverReadsGoesOnToTheNextMessageWithoutLeavingTheText()
{
    Desk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    ui::SeriesView &view = *desk.window.seriesView();
    view.selectFirst();
    const auto message = std::make_shared<patch::ReadMessage>();
    message->message.body = message->patch.text = u"words\n"_s;
    desk.window.messageView()->setMessage(message, {});
    auto *text = desk.find<ui::MessageText>(u"messageText"_s);
    text->setFocus();
    QVERIFY(text->hasFocus());
    QTest::keyClick(text, Qt::Key_N);
    QCOMPARE(view.currentIndex(), desk.row(1));
    QTest::keyClick(text, Qt::Key_P);
    QCOMPARE(view.currentIndex(), desk.row(0));
    QTest::keyClick(text, Qt::Key_J);
    QVERIFY(view.currentIndex() != desk.row(0));
    QTest::keyClick(text, Qt::Key_K);
    QCOMPARE(view.currentIndex(), desk.row(0));
    // Nor while the next one is on its way.
    desk.window.messageView()->showLoading();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    QCOMPARE(view.currentIndex(), desk.row(1));
    desk.window.messageView()->setMessage(message, {});
    QVERIFY(text->hasFocus());
}

void MainWindowTest::theMailReadersKeysMoveThroughTheTree()
{
    Desk desk(threeSeries());
    ui::SeriesView &view = *desk.window.seriesView();
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    view.setFocus();
    view.selectFirst();
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(view.currentIndex(), desk.row(1));
    view.expand(desk.row(1));
    QTest::keyClick(&view, Qt::Key_J);
    QCOMPARE(view.currentIndex(), desk.row(1, 0));
    QTest::keyClick(&view, Qt::Key_P);
    QCOMPARE(view.currentIndex(), desk.row(1));
    QTest::keyClick(&view, Qt::Key_K);
    QCOMPARE(view.currentIndex(), desk.row(0));
    QTest::keyClick(&view, Qt::Key_P);
    QCOMPARE(view.currentIndex(), desk.row(0));
}

void MainWindowTest::typingFiltersAndTheClearButtonOfTheStateUndoesIt()
{
    Desk desk(threeSeries());
    auto *field = desk.find<QLineEdit>(u"filterField"_s);
    QTest::keyClicks(field, u"gadget"_s);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"mend the gadget"_s);
    QTest::keyClicks(field, u" nowhere"_s);
    QVERIFY(!desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(field->text(), QString());
    QCOMPARE(desk.filter.rowCount(), 3);
    QVERIFY(desk.window.treePane()->isShowingContent());
}

void MainWindowTest::whatWasCurrentIsSoAgainWhenTheFilterIsGone()
{
    Desk desk(threeSeries());
    ui::SeriesView &tree = *desk.window.seriesView();
    const auto currentTitle = [&tree] { return tree.currentIndex().siblingAtColumn(0).data().toString(); };
    for (const int series : {1, 2}) {
        tree.setCurrentIndex(desk.filter.index(series, 0));
        const QString title = currentTitle();
        QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
        desk.filter.setFound(std::vector<base::MessageIndex>{});
        QCOMPARE(desk.filter.visibleRows(), 0);
        QVERIFY(!tree.currentIndex().isValid());
        QVERIFY(!desk.find<QLabel>(u"messageHidden"_s)->isHidden()); // who reads on is told
        desk.filter.setFound(std::nullopt);
        QCOMPARE(currentTitle(), title);
        QVERIFY(desk.find<QLabel>(u"messageHidden"_s)->isHidden());
        QCOMPARE(tree.currentIndex().parent(), QModelIndex()); // the series, not its cover letter
        QVERIFY(asked.isEmpty());                              // it is being read all the time
    }
    // What was read meanwhile is what is current then.
    desk.filter.setFound(std::vector<base::MessageIndex>{});
    const QModelIndex patch = desk.tree.index(1, 0, desk.tree.index(0, 0));
    const auto other = base::MessageIndex(patch.data(items::MessageRole).toUInt());
    desk.window.showMessage(other);
    desk.filter.setFound(std::nullopt);
    QCOMPARE(tree.currentMessage(), other);
}

void MainWindowTest::slashPutsTheCursorIntoTheFilter()
{
    Desk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto *field = desk.find<QLineEdit>(u"filterField"_s);
    desk.window.seriesView()->setFocus();
    QTest::keyClick(desk.window.seriesView(), Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    // There it is a letter like any other.
    QTest::keyClick(field, Qt::Key_Slash);
    QCOMPARE(field->text(), u"/"_s);
    desk.window.seriesView()->setFocus();
    QTest::keyClick(desk.window.seriesView(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
}

void MainWindowTest::downInTheFilterGoesToTheTree()
{
    Desk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.window.filterBar()->focusField();
    QTest::keyClick(desk.find<QLineEdit>(u"filterField"_s), Qt::Key_Down);
    QVERIFY(desk.window.seriesView()->hasFocus());
    QCOMPARE(desk.window.seriesView()->currentIndex(), desk.row(0));
}

void MainWindowTest::theTogglesAreToldApart()
{
    Desk desk(threeSeries());
    QSignalSpy changed(&desk.window, &ui::MainWindow::filterTogglesChanged);
    actionNamed(desk.window, u"filterIncomplete"_s)->trigger();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.last().first().value<ui::FilterToggles>(), (ui::FilterToggles{true, false, false}));
    actionNamed(desk.window, u"filterUnanswered"_s)->trigger();
    actionNamed(desk.window, u"filterIncomplete"_s)->trigger();
    actionNamed(desk.window, u"filterHideBots"_s)->trigger();
    QCOMPARE(changed.last().first().value<ui::FilterToggles>(), (ui::FilterToggles{false, true, true}));
}

void MainWindowTest::aClickOnAChartFiltersAndTheChipUndoesIt()
{
    Desk desk(threeSeries());
    QSignalSpy keys(&desk.window, &ui::MainWindow::filterKeysChanged);
    auto *chip = desk.find<QToolButton>(u"filterChip"_s);
    QVERIFY(!chip->isVisible());
    emit desk.window.chartsPanel()->contributorsSelected({u"bob@example.org"_s});
    QCOMPARE(keys.last().first().toStringList(), QStringList{u"bob@example.org"_s});
    QCOMPARE(desk.filter.rowCount(), 1);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains("bob"_L1));
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(desk.filter.rowCount(), 3);
    QVERIFY(keys.last().first().toStringList().isEmpty());
}

void MainWindowTest::aSpanPickedInAChartIsTheRangeUntilItIsTakenBack()
{
    Desk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Days90, {}});
    QCOMPARE(desk.filter.rowCount(), 3);
    // 2 March 2025, the day of the second series.
    const catalog::DateSpan day{1740873600, 1740959999};
    emit desk.window.chartsPanel()->rangePicked(day);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"teach the widget"_s);
    QCOMPARE(desk.window.rangeChooser()->span(), day);
    QCOMPARE(desk.window.timeBrush()->span(), day);
    emit desk.window.chartsPanel()->rangePicked({});
    QCOMPARE(desk.window.rangeChooser()->choice().kind, ui::RangeKind::Days90);
    QCOMPARE(desk.filter.rowCount(), 3);
}

void MainWindowTest::onlyThisAuthorComesFromTheRow()
{
    Desk desk(threeSeries());
    desk.window.seriesView()->setCurrentIndex(desk.row(1));
    actionNamed(desk.window, u"onlyAuthor"_s)->trigger();
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.titleOf(desk.row(0)), u"teach the widget"_s);
}

void MainWindowTest::theRangeIsAnnouncedOnceForEachChange()
{
    Desk desk(threeSeries());
    QSignalSpy range(&desk.window, &ui::MainWindow::rangeChanged);
    const ui::RangeChoice choice{ui::RangeKind::Custom, {1740873600, 1740959999}};
    desk.window.rangeChooser()->setChoice(choice);
    desk.window.rangeChooser()->setChoice(choice);
    QCOMPARE(range.size(), 1);
    QCOMPARE(range.last().first().value<catalog::DateSpan>(), choice.custom);
    QCOMPARE(desk.filter.rowCount(), 1);
    QCOMPARE(desk.find<QToolButton>(u"rangeButton"_s)->text(), u"2 Mar 2025"_s);
}

void MainWindowTest::anEmptyRangeOffersEverythingAgain()
{
    Desk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::Custom, {1000, 2000}});
    QVERIFY(!desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(desk.filter.rowCount(), 3);
}

void MainWindowTest::theRangeCountsBackFromTheNewestMessageOfAnOldArchive()
{
    Desk desk(threeSeries());
    desk.window.rangeChooser()->setChoice({ui::RangeKind::SinceYesterday, {}});
    // The newest message is of 3 March 2025; yesterday was the 2nd.
    QCOMPARE(desk.window.rangeChooser()->span().since.value_or(0), 1740873600);
    QCOMPARE(desk.filter.rowCount(), 2);
}

void MainWindowTest::droppedFilesAreOpenedTogetherAndTheDropIsShown()
{
    Desk desk;
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

void MainWindowTest::droppedTextIsLeftAlone()
{
    Desk desk;
    QMimeData data;
    data.setText(u"some text"_s);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&desk.window, &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!desk.find<QWidget>(u"dropOverlay"_s)->isVisible());
}

void MainWindowTest::noFieldSwallowsADrop()
{
    Desk desk;
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

void MainWindowTest::theRowsMenuCopiesWhatItSays()
{
    Desk desk(threeSeries());
    QClipboard *clipboard = QApplication::clipboard();
    desk.window.seriesView()->setCurrentIndex(desk.row(2, 1));
    actionNamed(desk.window, u"copyMessageId"_s)->trigger();
    QCOMPARE(clipboard->text(), u"1.1@example.org"_s);
    actionNamed(desk.window, u"copyLink"_s)->trigger();
    QCOMPARE(clipboard->text(), u"https://lore.kernel.org/r/1.1@example.org"_s);
    actionNamed(desk.window, u"copySubject"_s)->trigger();
    QCOMPARE(clipboard->text(),
             desk.tree.catalog()->message(desk.window.seriesView()->currentMessage()).subject);
    // A missing patch has nothing to copy.
    desk.window.seriesView()->setCurrentIndex(desk.row(1, 2));
    QVERIFY(!actionNamed(desk.window, u"copyMessageId"_s)->isEnabled());
}

void MainWindowTest::columnsCanBeHiddenAndStayHidden()
{
    QByteArray state;
    {
        Desk desk(threeSeries());
        desk.window.resize(1900, 900);
        QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Version));
        const QList<QAction *> actions = desk.window.seriesView()->columnsMenu()->actions();
        // One for each column but the title, a separator and the way back.
        QCOMPARE(actions.size(), Column::ColumnCount - 1 + 2);
        emit desk.window.seriesView()->columnsMenu()->aboutToShow();
        actions.first()->trigger();
        QVERIFY(desk.window.seriesView()->isColumnHidden(Column::Version));
        desk.window.seriesView()->sortByColumn(Column::Author, Qt::AscendingOrder);
        state = desk.window.seriesView()->columnState();
    }
    Desk desk(threeSeries());
    desk.window.resize(1900, 900);
    QVERIFY(desk.window.seriesView()->restoreColumnState(state));
    QVERIFY(desk.window.seriesView()->isColumnHidden(Column::Version));
    QCOMPARE(desk.window.seriesView()->header()->sortIndicatorSection(), int(Column::Author));
    QCOMPARE(desk.filter.sortColumn(), int(Column::Author));
    desk.window.seriesView()->resetColumns();
    QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Version));
    QCOMPARE(desk.filter.sortColumn(), int(Column::Date));
}

void MainWindowTest::aForeignColumnStateIsRefused()
{
    Desk desk(threeSeries());
    const QByteArray before = desk.window.seriesView()->columnState();
    QVERIFY(!desk.window.seriesView()->restoreColumnState("nonsense"));
    QVERIFY(!desk.window.seriesView()->restoreColumnState({}));
    QCOMPARE(desk.window.seriesView()->columnState(), before);
}

void MainWindowTest::theArrangementSurvives()
{
    ui::WindowLayout layout;
    {
        Desk desk(threeSeries());
        desk.window.resize(1000, 700);
        desk.find<QDockWidget>(u"chartsDock"_s)->hide();
        layout = desk.window.windowLayout();
    }
    Desk desk(threeSeries());
    QVERIFY(desk.find<QDockWidget>(u"chartsDock"_s)->isVisible());
    desk.window.restoreWindowLayout(layout);
    QVERIFY(!desk.find<QDockWidget>(u"chartsDock"_s)->isVisible());
    QVERIFY(desk.window.timeBrush()->isVisible());
    QCOMPARE(desk.window.width(), 1000);
}

void MainWindowTest::theTimeBrushCanBeHiddenAndStaysSo()
{
    ui::WindowLayout layout;
    {
        Desk desk(threeSeries());
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_F8);
        QVERIFY(!desk.window.timeBrush()->isVisible());
        layout = desk.window.windowLayout();
    }
    Desk desk(threeSeries());
    desk.window.restoreWindowLayout(layout);
    QVERIFY(!desk.window.timeBrush()->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTest::keyClick(&desk.window, Qt::Key_F6, Qt::ControlModifier); // who goes to it wants to see it
    QVERIFY(desk.window.timeBrush()->isVisible());
    QVERIFY(desk.window.timeBrush()->hasFocus());
}

void MainWindowTest::aDragThatIsBrokenOffGivesBackTheChoice()
{
    Desk desk(threeSeries());
    desk.window.setTimeline(catalog::Timeline::of(*desk.tree.catalog(), QTimeZone::utc()));
    const ui::RangeChoice week{ui::RangeKind::Days7, {}};
    desk.window.rangeChooser()->setChoice(week);
    ui::TimeBrush *brush = desk.window.timeBrush();
    QTest::mousePress(brush, Qt::LeftButton, Qt::ShiftModifier, QPoint(20, 20));
    QTest::mouseMove(brush, QPoint(30, 20));
    QTest::mouseMove(brush, QPoint(40, 20));
    QVERIFY(desk.window.isRangeMoving());
    QCOMPARE(desk.window.rangeChooser()->choice().kind, ui::RangeKind::Custom);
    QCOMPARE(desk.filter.rowCount(), 1);
    QTest::keyClick(brush, Qt::Key_Escape);
    QVERIFY(!desk.window.isRangeMoving());
    QCOMPARE(desk.window.rangeChooser()->choice(), week);
    QCOMPARE(desk.filter.rowCount(), 3);
    QTest::mouseRelease(brush, Qt::LeftButton, {}, QPoint(40, 20));
    QCOMPARE(desk.window.rangeChooser()->choice(), week);
}

void MainWindowTest::progressIsShownWithACancelThatEscapeTriggersToo()
{
    Desk desk(threeSeries());
    QSignalSpy cancelled(&desk.window, &ui::MainWindow::cancelRequested);
    desk.window.showProgress(u"reading messages"_s, 610, 1000);
    QVERIFY(desk.window.treePane()->isShowingContent());
    QCOMPARE(desk.find<QLabel>(u"statusPhase"_s)->text(), u"reading messages 61 %"_s);
    QCOMPARE(desk.find<QProgressBar>(u"statusProgress"_s)->value(), 610);
    QVERIFY(!actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
    QTest::mouseClick(desk.find<QToolButton>(u"statusCancel"_s), Qt::LeftButton);
    actionNamed(desk.window, u"cancelAction"_s)->trigger();
    QCOMPARE(cancelled.size(), 2);
    desk.window.endProgress();
    QVERIFY(!desk.window.statusStrip()->isShowingProgress());
    QVERIFY(!actionNamed(desk.window, u"cancelAction"_s)->isEnabled());
    QVERIFY(actionNamed(desk.window, u"refreshAction"_s)->isEnabled());
}

void MainWindowTest::progressWithoutAnArchiveFillsThePane()
{
    Desk desk;
    QSignalSpy cancelled(&desk.window, &ui::MainWindow::cancelRequested);
    desk.window.showProgress(u"reading messages"_s, 1, 2);
    QVERIFY(desk.window.treePane()->findChild<QProgressBar *>(u"paneStateProgress"_s)->isVisible());
    QTest::mouseClick(desk.window.treePane()->findChild<QPushButton *>(u"paneStateAction"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    desk.window.endProgress();
    QVERIFY(!desk.window.treePane()->findChild<QProgressBar *>(u"paneStateProgress"_s)->isVisible());
}

void MainWindowTest::anErrorKeepsWhatWasShownAndOffersMore()
{
    Desk desk(threeSeries());
    QSignalSpy retried(&desk.window, &ui::MainWindow::retryRequested);
    desk.window.showOpenError({base::ErrorCode::NotAnArchive, u"there is no mail here"_s,
                               base::Place{u"/some/where"_s, -1, {}, -1, {}}, u"open an mbox"_s});
    auto *banner = desk.find<QWidget>(u"banner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(desk.find<QLabel>(u"bannerText"_s)->text(), u"There is no mail here"_s);
    QCOMPARE(desk.find<QLabel>(u"bannerDetail"_s)->text(), u"/some/where\nOpen an mbox"_s);
    QVERIFY(desk.window.treePane()->isShowingContent());
    QTest::mouseClick(desk.find<QPushButton>(u"bannerFirst"_s), Qt::LeftButton);
    QCOMPARE(retried.size(), 1);
    QVERIFY(!banner->isVisible());
    desk.window.showOpenError({base::ErrorCode::NotAnArchive, u"there is no mail here"_s, {}, {}});
    QTest::mouseClick(desk.find<QPushButton>(u"bannerSecond"_s), Qt::LeftButton);
    QVERIFY(desk.find<QDialog>(u"openDialog"_s));
}

void MainWindowTest::problemsAreCountedAndListedWithTheirPlaces()
{
    Desk desk;
    auto *button = desk.find<QToolButton>(u"statusProblems"_s);
    desk.show(tests::catalogFrom(threeSeries()));
    QVERIFY(!button->isVisible());
    QList<base::Problem> problems{
        {u"the object is missing"_s, base::Place{u"/a"_s, 1, {}, -1, {}}, {}},
        {u"the message is cut"_s, base::Place{u"/b"_s, -1, {}, 512, {}}, u"it was kept"_s}};
    desk.show(catalog::Catalog::build({}, tests::headsFrom(threeSeries()), problems));
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"⚠ 2 problems"_s);
    desk.find<QDockWidget>(u"problemsDock"_s)->hide();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(desk.find<QDockWidget>(u"problemsDock"_s)->isVisible());
    QCOMPARE(desk.window.problemPanel()->view()->model()->rowCount(), 2);
    desk.window.problemPanel()->copy();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.last().contains("/b"_L1) && lines.last().contains("The message is cut"_L1) &&
            lines.last().contains("It was kept"_L1));
}

void MainWindowTest::aProblemLeadsToItsMessage()
{
    Desk desk;
    const QList<base::Problem> problems{
        {u"no date"_s, base::Place{{}, -1, {}, -1, u"2.1@example.org"_s}, {}}};
    desk.show(catalog::Catalog::build({}, tests::headsFrom(threeSeries()), problems));
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    QTreeView *view = desk.window.problemPanel()->view();
    emit view->doubleClicked(view->model()->index(0, 0));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(desk.window.seriesView()->currentIndex().data(items::MessageIdRole).toByteArray(),
             "2.1@example.org");
}

void MainWindowTest::recentArchivesAreOffered()
{
    Desk desk;
    QSignalSpy opened(&desk.window, &ui::MainWindow::openRequested);
    QSignalSpy cleared(&desk.window, &ui::MainWindow::clearRecentRequested);
    desk.window.setRecentArchives({{u"/lists/a&b"_s}, {u"/lists/c"_s, u"/lists/d"_s}});
    auto *menu = desk.find<QMenu>(u"recentMenu"_s);
    QCOMPARE(menu->actions().at(0)->text(), u"a&&b"_s);
    QCOMPARE(menu->actions().at(1)->text(), u"c and 1 more"_s);
    menu->actions().at(1)->trigger();
    QCOMPARE(opened.last().first().toStringList(), (QStringList{u"/lists/c"_s, u"/lists/d"_s}));
    menu->actions().last()->trigger();
    QCOMPARE(cleared.size(), 1);
    desk.window.setRecentArchives({});
    QVERIFY(!menu->isEnabled());
}

void MainWindowTest::theMenuOfTheMessageCanBeLookedOver()
{
    Desk desk;
    const QAction *top = nullptr;
    for (const QAction *action : desk.window.menuBar()->actions()) {
        if (action->text() == "&Message"_L1)
            top = action;
    }
    QVERIFY(top);
    QList<QAction *> entries = top->menu()->actions();
    entries.removeIf([](const QAction *action) { return action->isSeparator(); });
    QVERIFY2(entries.size() <= 15, qPrintable(QString::number(entries.size())));
    // Whatever is in a menu of its own is found there, and nothing is left out.
    QSet<QString> held;
    for (const QAction *entry : std::as_const(entries)) {
        held << entry->objectName();
        if (!entry->menu())
            continue;
        for (const QAction *action : entry->menu()->actions())
            held << action->objectName();
    }
    for (const QAction *action : desk.window.messageView()->viewerActions()) {
        if (action)
            QVERIFY2(held.contains(action->objectName()), qPrintable(action->objectName()));
    }
    QVERIFY(held.contains(u"messageZoomInAction"_s));
}

void MainWindowTest::everyActionIsInAMenu()
{
    Desk desk;
    QSet<QAction *> inMenus;
    QList<QMenu *> open;
    const QList<QAction *> bar = desk.window.menuBar()->actions();
    for (QAction *action : bar)
        open << action->menu();
    while (!open.isEmpty()) {
        const QList<QAction *> actions = open.takeLast()->actions();
        for (QAction *action : actions) {
            inMenus << action;
            if (action->menu())
                open << action->menu();
        }
    }
    QList<QAction *> wanted =
        desk.window.seriesView()->rowActions() + desk.window.seriesView()->moveActions();
    wanted << actionNamed(desk.window, u"refreshAction"_s) << actionNamed(desk.window, u"filterHideBots"_s)
           << actionNamed(desk.window, u"customRangeAction"_s);
    for (QAction *action : std::as_const(wanted)) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
    }
    // No two actions that hold everywhere share a key.
    QHash<QKeySequence, QString> taken;
    for (QAction *action : std::as_const(inMenus)) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(!taken.contains(key),
                     qPrintable(key.toString() + u": "_s + taken.value(key) + action->text()));
            taken.insert(key, action->text());
        }
    }
}

void MainWindowTest::anUnknownMessageIdIsSaid()
{
    Desk desk(threeSeries());
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    emit desk.window.messageView()->messageIdActivated("nobody@example.org");
    QVERIFY(asked.isEmpty());
    QCOMPARE(desk.window.statusStrip()->currentMessage(), u"<nobody@example.org> is not in this archive"_s);
}

void MainWindowTest::aHiddenMessageIsStillAskedFor()
{
    Desk desk(threeSeries());
    desk.window.filterBar()->setText(u"widget"_s);
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    emit desk.window.messageView()->messageIdActivated("1.2@example.org");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(desk.tree.catalog()->message(asked.last().first().value<base::MessageIndex>()).messageId,
             "1.2@example.org");
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
