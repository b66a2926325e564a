// SPDX-License-Identifier: GPL-3.0-or-later
// The tree in the window: its rows, its keys, and what they ask for.
#include "tests/ui/windowfixture.h"
#include "ui/messageview.h"
#include "ui/panestate.h"
#include "ui/seriesdelegate.h"
#include "ui/seriesview.h"
#include "ui/statusstrip.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::actionNamed;
using tests::threeSeries;
using tests::WindowDesk;
using Column = items::SeriesTreeModel::Column;

class WindowTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void theFirstRowsAreSeriesNewestFirst();
    void anIncompleteSeriesCarriesAHollowMark();
    void aMessageWithoutASubjectIsNoBlankLine();
    void everyRowIsALineAndSixPixelsHigh();
    void refusalIsAWordThatALongTitleCannotPushOut();
    void noHeaderIsCut();
    void selectingARowAsksForItsMessage();
    void aMissingPatchSaysThatItIsMissing();
    void theMailReadersKeysMoveThroughTheTree();
    void whoeverReadsGoesOnToTheNextMessageWithoutLeavingTheText();
    void theRowsMenuCopiesWhatItSays();
    void columnsCanBeHiddenAndStayHidden();
    void theFirstClickOnANumberPutsTheMostOnTop();
    void sortingKeepsTheCurrentRowInView();
    void aForeignColumnStateIsRefused();
    void anUnknownMessageIdIsSaid();
    void aHiddenMessageIsStillAskedFor();
    void onlyWhereTheKeysGoIsTheSelectionStrong();
};

void WindowTreeTest::onlyWhereTheKeysGoIsTheSelectionStrong()
{
    WindowDesk desk(threeSeries());
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    ui::SeriesView *view = desk.window.seriesView();
    view->setCurrentIndex(desk.row(1));
    const auto ground = [&] {
        const QRect row = view->visualRect(desk.row(1).siblingAtColumn(items::SeriesTreeModel::Date));
        return view->viewport()->grab().toImage().pixelColor(row.right() - 1, row.bottom() - 1);
    };
    const QColor base = view->palette().color(QPalette::Base);
    view->setFocus();
    QVERIFY(ui::contrastRatio(ground(), base) > 2.5);
    desk.window.filterBar()->setFocus();
    QVERIFY(!view->hasFocus());
    QVERIFY(ground() != base);
    QVERIFY(ui::contrastRatio(ground(), base) < 2);
    view->setFocus();
    QVERIFY(ui::contrastRatio(ground(), base) > 2.5);
}

void WindowTreeTest::theFirstRowsAreSeriesNewestFirst()
{
    WindowDesk desk(threeSeries());
    QVERIFY(desk.window.treePane()->isShowingContent());
    QCOMPARE(desk.filter.rowCount(), 3);
    QCOMPARE(desk.titleOf(desk.row(0)), u"mend the gadget"_s);
    QCOMPARE(desk.titleOf(desk.row(2)), u"tidy the frob"_s);
}

void WindowTreeTest::anIncompleteSeriesCarriesAHollowMark()
{
    WindowDesk desk(threeSeries());
    const QDateTime now = QDateTime::currentDateTime();
    QCOMPARE(ui::SeriesDelegate::text(desk.row(1).siblingAtColumn(Column::Patches), now), u"○ 2/3"_s);
    QCOMPARE(ui::SeriesDelegate::text(desk.row(2).siblingAtColumn(Column::Patches), now), u"2/2"_s);
    QCOMPARE(ui::SeriesDelegate::text(desk.row(2).siblingAtColumn(Column::Date), now), u"1 Mar 2025"_s);
}

void WindowTreeTest::aMessageWithoutASubjectIsNoBlankLine()
{
    WindowDesk desk;
    auto heads = tests::headsFrom(u"\"no matter\" @ada other\n"_s);
    heads.front().subject.clear();
    heads.front().prefix.title.clear();
    desk.show(catalog::Catalog::build({}, heads, {}));
    QCOMPARE(desk.titleOf(desk.row(0)), QString());
    QCOMPARE(ui::SeriesDelegate::text(desk.row(0), QDateTime::currentDateTime()), u"(no subject)"_s);
    QVERIFY(desk.row(0).data(Qt::AccessibleTextRole).toString().contains("without a subject"_L1));
}

void WindowTreeTest::everyRowIsALineAndSixPixelsHigh()
{
    WindowDesk desk(threeSeries());
    const ui::SeriesView &view = *desk.window.seriesView();
    QCOMPARE(view.visualRect(desk.row(0)).height(), view.fontMetrics().height() + 6);
}

void WindowTreeTest::refusalIsAWordThatALongTitleCannotPushOut()
{
    // The same row with and without a refusal, in the colours of the pixels at the cell's right end.
    const auto endOfTitle = [](const QString &answer) {
        WindowDesk desk(
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

void WindowTreeTest::noHeaderIsCut()
{
    WindowDesk desk(threeSeries());
    QHeaderView *header = desk.window.seriesView()->header();
    desk.window.resize(1900, 900);
    QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Tested));
    for (int column = 0; column < header->count(); ++column)
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                 QByteArray::number(column).constData());
}

void WindowTreeTest::selectingARowAsksForItsMessage()
{
    WindowDesk desk(threeSeries());
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

void WindowTreeTest::aMissingPatchSaysThatItIsMissing()
{
    WindowDesk desk(threeSeries());
    desk.window.seriesView()->setCurrentIndex(desk.row(1, 2));
    const QList<QLabel *> sentences =
        desk.window.messageView()->findChildren<QLabel *>(u"paneStateSentence"_s);
    QVERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QLabel *sentence) {
        return sentence->text() == u"Patch 2 is not in this archive"_s;
    }));
    QVERIFY(!desk.window.requestedMessage().isValid());
}

void WindowTreeTest::whoeverReadsGoesOnToTheNextMessageWithoutLeavingTheText()
{
    WindowDesk desk(threeSeries());
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

void WindowTreeTest::theMailReadersKeysMoveThroughTheTree()
{
    WindowDesk desk(threeSeries());
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

void WindowTreeTest::theRowsMenuCopiesWhatItSays()
{
    WindowDesk desk(threeSeries());
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

void WindowTreeTest::columnsCanBeHiddenAndStayHidden()
{
    QByteArray state;
    {
        WindowDesk desk(threeSeries());
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
    WindowDesk desk(threeSeries());
    desk.window.resize(1900, 900);
    QVERIFY(desk.window.seriesView()->restoreColumnState(state));
    QVERIFY(desk.window.seriesView()->isColumnHidden(Column::Version));
    QCOMPARE(desk.window.seriesView()->header()->sortIndicatorSection(), int(Column::Author));
    QCOMPARE(desk.filter.sortColumn(), int(Column::Author));
    desk.window.seriesView()->resetColumns();
    QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Version));
    QCOMPARE(desk.filter.sortColumn(), int(Column::Date));
}

void WindowTreeTest::theFirstClickOnANumberPutsTheMostOnTop()
{
    WindowDesk desk(threeSeries());
    desk.window.resize(1900, 900);
    QTRY_VERIFY(!desk.window.seriesView()->isColumnHidden(Column::Tested));
    QHeaderView *header = desk.window.seriesView()->header();
    const auto click = [header](int column) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + 8, header->height() / 2});
    };
    for (const int column : {Column::Author, Column::Title}) {
        click(column);
        QCOMPARE(desk.filter.sortColumn(), column);
        QCOMPARE(desk.filter.sortOrder(), Qt::AscendingOrder);
    }
    for (const int column : {Column::Replies, Column::Patches, Column::Acked, Column::Date}) {
        click(column);
        QCOMPARE(desk.filter.sortColumn(), column);
        QCOMPARE(desk.filter.sortOrder(), Qt::DescendingOrder);
    }
    click(Column::Date);
    QCOMPARE(desk.filter.sortOrder(), Qt::AscendingOrder);
}

void WindowTreeTest::sortingKeepsTheCurrentRowInView()
{
    QString series;
    for (int i = 1; i <= 200; ++i)
        series += u"\"series %1\" @ada p\n"_s.arg(i, 3, 10, QChar(u'0'));
    WindowDesk desk(series);
    ui::SeriesView *view = desk.window.seriesView();
    view->selectFirst(); // the newest
    const QModelIndex current = view->currentIndex();
    QCOMPARE(current.data().toString(), u"series 200"_s);
    view->sortByColumn(Column::Title, Qt::AscendingOrder);
    QCOMPARE(view->currentIndex().data().toString(), u"series 200"_s);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
}

void WindowTreeTest::aForeignColumnStateIsRefused()
{
    WindowDesk desk(threeSeries());
    const QByteArray before = desk.window.seriesView()->columnState();
    QVERIFY(!desk.window.seriesView()->restoreColumnState("nonsense"));
    QVERIFY(!desk.window.seriesView()->restoreColumnState({}));
    QCOMPARE(desk.window.seriesView()->columnState(), before);
}

void WindowTreeTest::anUnknownMessageIdIsSaid()
{
    WindowDesk desk(threeSeries());
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    emit desk.window.messageView()->messageIdActivated("nobody@example.org");
    QVERIFY(asked.isEmpty());
    QCOMPARE(desk.window.statusStrip()->currentMessage(), u"<nobody@example.org> is not in this archive"_s);
}

void WindowTreeTest::aHiddenMessageIsStillAskedFor()
{
    WindowDesk desk(threeSeries());
    desk.window.filterBar()->setText(u"widget"_s);
    QSignalSpy asked(&desk.window, &ui::MainWindow::messageRequested);
    emit desk.window.messageView()->messageIdActivated("1.2@example.org");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(desk.tree.catalog()->message(asked.last().first().value<base::MessageIndex>()).messageId,
             "1.2@example.org");
}

QTEST_MAIN(WindowTreeTest)
#include "tst_windowtree.moc"
