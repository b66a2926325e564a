// SPDX-License-Identifier: GPL-3.0-or-later
// How the window shares its room between panes and columns.
#include "models/items/problemmodel.h"
#include "models/items/seriesfiltermodel.h"
#include "tests/support/headbuilder.h"
#include "ui/mainwindow.h"
#include "ui/messagetext.h"
#include "ui/messageview.h"
#include "ui/panesplitter.h"
#include "ui/seriesdelegate.h"
#include "ui/seriesheader.h"
#include "ui/seriesview.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using Column = items::SeriesTreeModel::Column;

namespace {

/// The window on three series, and nothing behind.
struct Desk
{
    explicit Desk(const QSize &size)
    {
        filter.setSeriesModel(&tree);
        window.setModels({&filter, &problems, {}});
        const catalog::CatalogPtr catalog = tests::catalogFrom(u"\"tidy the frob\" @ada 0 1(re@bob+R) 2 /2\n"
                                                               "\"teach the widget\" @bob 0 1 - 3 /3\n"
                                                               "\"mend the gadget\" @ada p\n"_s);
        tree.setCatalog(catalog);
        window.setCatalog(catalog);
        window.resize(size);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window does not become active");
    }

    ui::SeriesView &view() const { return *window.seriesView(); }
    QHeaderView &header() const { return *view().header(); }
    ui::PaneSplitter &splitter() const { return *window.findChild<ui::PaneSplitter *>(); }
    QSplitter &column() const { return *window.findChild<QSplitter *>(u"treeSplitter"_s); }
    void turn() { QTest::keyClick(&window, Qt::Key_F9, Qt::ShiftModifier); }
    QList<int> hidden() const
    {
        QList<int> columns;
        for (int column = 0; column < header().count(); ++column) {
            // Nothing is marked.
            if (view().isColumnHidden(column) && column != Column::Mark)
                columns << column;
        }
        return columns;
    }
    /// As somebody does who takes the right edge of a column in the header.
    void drag(int column, int by) const
    {
        const QPoint edge(header().sectionViewportPosition(column) + header().sectionSize(column) - 1,
                          header().height() / 2);
        dragOn(header().viewport(), edge, {by, 0});
    }
    /// As somebody does who takes what lies between two panes.
    void moveHandle(int handle, int by) const
    {
        QWidget *between = splitter().handle(handle);
        dragOn(between, between->rect().center(), {by, 0});
    }
    /// The same between the tree and the message below it.
    void moveMessage(int by) const
    {
        QWidget *between = column().handle(1);
        dragOn(between, between->rect().center(), {0, by});
    }
    void choose(const QString &column) const
    {
        QMenu *menu = view().columnsMenu();
        emit menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == column)
                return action->trigger();
        }
        qFatal("There is no such column");
    }

    items::SeriesTreeModel tree;
    items::SeriesFilterModel filter;
    items::ProblemModel problems;
    ui::MainWindow window;

private:
    static void dragOn(QWidget *widget, const QPoint &from, const QPoint &by)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(widget, from + by / 2);
        QTest::mouseMove(widget, from + by);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
    }
};

constexpr QSize Small(1024, 600);
constexpr QSize Large(1920, 900);

} // namespace

class WindowPanesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        qRegisterMetaType<base::MessageIndex>("loredesk::base::MessageIndex");
    }

    void aWideTreeShowsEveryColumnAndASmallOneWhatMatters();
    void theColumnsFillTheTreeAtEverySize_data();
    void theColumnsFillTheTreeAtEverySize();
    void aTitleOfUsualLengthIsWholeInAWindowOfUsualSize();
    void columnsThatHadNoRoomComeBackThoughTheTreeWasFiltered();
    void aHundredRepliesAreANumber();
    void aColumnThatIsAskedForStaysInASmallTree();
    void aWidthThatWasSetByHandStaysAndIsRemembered();
    void resettingGivesTheRoomBackToTheTitle();
    void theColumnOneSortsByIsNotHidden();
    void untilAHandleIsMovedThePanesShareTheWindow();
    void mailOf80ColumnsDoesNotWrapWhereHalfOfTheRoomWillDo();
    void aHandleThatWasMovedStaysAndIsRemembered();
    void withoutTheSidePaneTheTreeHasItsRoom();
    void theMessageBelowLeavesTheTreeTheWholeWidth();
    void eachArrangementKeepsTheSizesItWasGiven();
    void sizesFromBeforeThereWereTwoArrangementsAreTaken();
    void theMessageKeepsTheFocusWhereverItGoes();
    void theButtonsOfThePanelsAreSharpAtEveryResolution();
    void whereThereIsLittleHeightEachPanelHasTheWholeWidth();
    void theIconsOfTheToolbarGrowWithTheLetters();
};

void WindowPanesTest::aWideTreeShowsEveryColumnAndASmallOneWhatMatters()
{
    Desk desk(Large);
    QCOMPARE(desk.hidden(), QList<int>());
    desk.window.resize(Small);
    QTRY_VERIFY(desk.hidden().contains(Column::Tested));
    for (const int column : {Column::Title, Column::Patches, Column::Author, Column::Date})
        QVERIFY(!desk.hidden().contains(column));
    desk.window.resize(Large);
    QTRY_COMPARE(desk.hidden(), QList<int>());
}

void WindowPanesTest::theColumnsFillTheTreeAtEverySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addRow("small") << Small;
    QTest::addRow("usual") << QSize(1440, 900);
    QTest::addRow("large") << Large;
}

void WindowPanesTest::theColumnsFillTheTreeAtEverySize()
{
    QFETCH(const QSize, size);
    Desk desk(size);
    QCOMPARE(desk.header().length(), desk.view().viewport()->width());
    QVERIFY(desk.header().sectionSize(Column::Title) >= 25 * desk.view().fontMetrics().averageCharWidth());
}

void WindowPanesTest::aTitleOfUsualLengthIsWholeInAWindowOfUsualSize()
{
    Desk desk(QSize(1440, 900));
    const QWidget *side = desk.splitter().widget(0);
    if (!side->isVisible()) // the screen the window was made for may have been a small one
        QTest::keyClick(&desk.window, Qt::Key_F9);
    QTRY_VERIFY(side->isVisible());
    const QFontMetrics metrics = desk.view().fontMetrics();
    const int room = desk.header().sectionSize(Column::Title) - desk.view().indentation() -
                     ui::SeriesDelegate::CellPadding;
    QVERIFY2(metrics.horizontalAdvance(u"net: mana: Add support for auxiliary devices"_s) <= room,
             QByteArray::number(room).constData());
    QVERIFY(!desk.view().isColumnHidden(Column::Reviewed));
}

void WindowPanesTest::columnsThatHadNoRoomComeBackThoughTheTreeWasFiltered()
{
    Desk desk(Large);
    QCOMPARE(desk.hidden(), QList<int>());
    desk.window.resize(Small);
    QTRY_VERIFY(desk.hidden().contains(Column::Tested));
    desk.filter.setKeys({u"ada@example.org"_s});
    desk.filter.setKeys({});
    desk.window.resize(Large);
    QTRY_COMPARE(desk.hidden(), QList<int>());
}

void WindowPanesTest::aHundredRepliesAreANumber()
{
    Desk desk(QSize(1440, 900));
    const QFontMetrics metrics = desk.view().fontMetrics();
    const int room = desk.header().sectionSize(Column::Replies) - ui::SeriesDelegate::CellPadding -
                     ui::SeriesDelegate::CountPadding;
    QCOMPARE(metrics.elidedText(u"288"_s, Qt::ElideRight, room), u"288"_s);
}

void WindowPanesTest::aColumnThatIsAskedForStaysInASmallTree()
{
    Desk desk(Small);
    QVERIFY(desk.view().isColumnHidden(Column::Tested));
    desk.choose(desk.filter.headerData(Column::Tested, Qt::Horizontal, Qt::ToolTipRole).toString());
    QVERIFY(!desk.view().isColumnHidden(Column::Tested));
    QVERIFY(desk.header().sectionSize(Column::Tested) >= desk.header().sectionSizeHint(Column::Tested));
    desk.window.resize(Small - QSize(40, 0));
    QVERIFY(!desk.view().isColumnHidden(Column::Tested));
}

void WindowPanesTest::aWidthThatWasSetByHandStaysAndIsRemembered()
{
    QByteArray state;
    int width = 0;
    {
        Desk desk(Large);
        width = desk.header().sectionSize(Column::Author) + 40;
        desk.drag(Column::Author, 40);
        QCOMPARE(desk.header().sectionSize(Column::Author), width);
        desk.window.resize(Small);
        QTRY_VERIFY(desk.view().isColumnHidden(Column::Tested));
        QCOMPARE(desk.header().sectionSize(Column::Author), width);
        state = desk.view().columnState();
    }
    Desk desk(Large);
    QVERIFY(desk.view().restoreColumnState(state));
    QCOMPARE(desk.header().sectionSize(Column::Author), width);
    // What was hidden for want of room then is not hidden where there is room.
    QCOMPARE(desk.hidden(), QList<int>());
    QCOMPARE(desk.header().length(), desk.view().viewport()->width());
}

void WindowPanesTest::resettingGivesTheRoomBackToTheTitle()
{
    Desk desk(Large);
    const int title = desk.header().sectionSize(Column::Title);
    desk.drag(Column::Date, 90);
    QVERIFY(desk.header().sectionSize(Column::Title) < title);
    desk.choose(u"&Reset Columns"_s);
    QCOMPARE(desk.header().sectionSize(Column::Title), title);
}

void WindowPanesTest::theColumnOneSortsByIsNotHidden()
{
    Desk desk(Large);
    const QPoint at(desk.header().sectionViewportPosition(Column::Tested) + 8, desk.header().height() / 2);
    QTest::mouseClick(desk.header().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(desk.header().sortIndicatorSection(), int(Column::Tested));
    desk.window.resize(Small);
    QTRY_VERIFY(desk.view().isColumnHidden(Column::Acked));
    QVERIFY(!desk.view().isColumnHidden(Column::Tested));
    QVERIFY(desk.header().sectionSize(Column::Tested) >= desk.header().sectionSizeHint(Column::Tested));
}

void WindowPanesTest::untilAHandleIsMovedThePanesShareTheWindow()
{
    Desk desk(Large);
    QVERIFY(desk.window.windowLayout().splitter.isEmpty());
    const QList<int> large = desk.splitter().sizes();
    desk.window.resize(1280, 800);
    QTRY_COMPARE(desk.splitter().width(), 1280);
    // Titles get what mail of the usual width does not need, and never less than half.
    QVERIFY(desk.splitter().sizes()[1] >= desk.splitter().sizes()[2]);
    QVERIFY(desk.splitter().sizes()[1] < large[1]);
    desk.window.resize(Large);
    QTRY_COMPARE(desk.splitter().sizes(), large);
    QVERIFY(large[1] > large[2]);
}

void WindowPanesTest::mailOf80ColumnsDoesNotWrapWhereHalfOfTheRoomWillDo()
{
    Desk desk(Large);
    const auto mail = std::make_shared<patch::ReadMessage>();
    mail->message.body = mail->patch.text = u"12345 789 "_s.repeated(8).chopped(1) + u"!\n"_s;
    desk.window.messageView()->setMessage(mail, {});
    auto *text = desk.window.messageView()->findChild<ui::MessageText *>(u"messageText"_s);
    const qsizetype start = text->document().lines()[1].start;
    int looked = 0;
    for (int width = Large.width(); width > 1000; width -= 60) {
        desk.window.resize(width, 900);
        QTRY_COMPARE(desk.splitter().width(), width);
        const QList<int> sizes = desk.splitter().sizes();
        if (sizes[2] + 2 >= (sizes[1] + sizes[2]) / 2)
            break;
        ++looked;
        QCOMPARE(text->characterRect(start + 79).top(), text->characterRect(start).top());
    }
    QVERIFY(looked > 2);
}

void WindowPanesTest::aHandleThatWasMovedStaysAndIsRemembered()
{
    ui::WindowLayout layout;
    QList<int> moved;
    {
        Desk desk(Large);
        const int tree = desk.splitter().sizes()[1];
        desk.moveHandle(2, -120);
        moved = desk.splitter().sizes();
        QVERIFY(moved[1] < tree - 100);
        layout = desk.window.windowLayout();
        QVERIFY(!layout.splitter.isEmpty());
    }
    Desk desk(Large);
    QVERIFY(desk.splitter().sizes() != moved);
    desk.window.restoreWindowLayout(layout);
    QTRY_COMPARE(desk.splitter().sizes(), moved);
}

void WindowPanesTest::withoutTheSidePaneTheTreeHasItsRoom()
{
    Desk desk(QSize(1440, 900));
    QWidget *side = desk.splitter().widget(0);
    if (!side->isVisible()) // the screen the window was made for may have been a small one
        QTest::keyClick(&desk.window, Qt::Key_F9);
    QTRY_VERIFY(side->isVisible());
    const int tree = desk.splitter().sizes()[1];
    QTest::keyClick(&desk.window, Qt::Key_F9);
    QTRY_VERIFY(!side->isVisible());
    QTRY_VERIFY(desk.splitter().sizes()[1] > tree + 80);
    QTest::keyClick(&desk.window, Qt::Key_F9);
    QTRY_COMPARE(desk.splitter().sizes()[1], tree);
}

void WindowPanesTest::theMessageBelowLeavesTheTreeTheWholeWidth()
{
    Desk desk(Small);
    const QList<int> beside = desk.splitter().sizes();
    const auto placeOf = [&](const QWidget &pane) {
        return QRect(pane.mapTo(&desk.window, QPoint()), pane.size());
    };
    QVERIFY(placeOf(desk.view()).right() < placeOf(*desk.window.messageView()).left());
    desk.turn();
    QVERIFY(desk.splitter().isMessageBelow());
    QTRY_COMPARE(placeOf(desk.view()).width(), placeOf(*desk.window.messageView()).width());
    QTRY_VERIFY(placeOf(desk.view()).bottom() < placeOf(*desk.window.messageView()).top());
    QVERIFY(desk.window.messageView()->isVisible());
    // There is room for every column, and for titles as well.
    QTRY_COMPARE(desk.hidden(), QList<int>());
    QVERIFY(desk.header().sectionSize(Column::Title) >= 60 * desk.view().fontMetrics().averageCharWidth());
    desk.turn();
    QVERIFY(!desk.splitter().isMessageBelow());
    QTRY_COMPARE(desk.splitter().sizes(), beside);
    QVERIFY(desk.window.windowLayout().splitter.isEmpty());
}

void WindowPanesTest::eachArrangementKeepsTheSizesItWasGiven()
{
    ui::WindowLayout layout;
    QList<int> widths;
    QList<int> heights;
    {
        Desk desk(Large);
        desk.moveHandle(2, -120);
        widths = desk.splitter().sizes();
        desk.turn();
        QCOMPARE(desk.splitter().count(), 2);
        QCoreApplication::processEvents(); // the panes get their sizes
        const int tree = desk.column().sizes().first();
        desk.moveMessage(60);
        heights = desk.column().sizes();
        QVERIFY(heights.first() > tree);
        desk.turn();
        QTRY_COMPARE(desk.splitter().sizes(), widths);
        desk.turn();
        QTRY_COMPARE(desk.column().sizes(), heights);
        layout = desk.window.windowLayout();
    }
    Desk desk(Large);
    desk.window.restoreWindowLayout(layout);
    QVERIFY(desk.splitter().isMessageBelow());
    QVERIFY(desk.window.findChild<QAction *>(u"messageBelowAction"_s)->isChecked());
    QTRY_COMPARE(desk.column().sizes(), heights);
    desk.turn();
    QTRY_COMPARE(desk.splitter().sizes(), widths);
}

void WindowPanesTest::sizesFromBeforeThereWereTwoArrangementsAreTaken()
{
    ui::WindowLayout layout;
    QList<int> widths;
    {
        Desk desk(Large);
        desk.moveHandle(2, -120);
        widths = desk.splitter().sizes();
        layout.splitter = static_cast<QSplitter &>(desk.splitter()).saveState();
    }
    Desk desk(Large);
    desk.window.restoreWindowLayout(layout);
    QVERIFY(!desk.splitter().isMessageBelow());
    QTRY_COMPARE(desk.splitter().sizes(), widths);
    // What is cut short or no state at all changes nothing.
    QVERIFY(!desk.splitter().restoreOwnState(desk.splitter().ownState().chopped(3)));
    QVERIFY(!desk.splitter().restoreOwnState("nonsense"));
    QCOMPARE(desk.splitter().sizes(), widths);
    QVERIFY(!desk.splitter().ownState().isEmpty());
}

void WindowPanesTest::theMessageKeepsTheFocusWhereverItGoes()
{
    Desk desk(Large);
    const auto mail = std::make_shared<patch::ReadMessage>();
    mail->message.body = mail->patch.text = u"Looks good.\n"_s;
    desk.window.messageView()->setMessage(mail, {});
    auto *text = desk.window.messageView()->findChild<ui::MessageText *>(u"messageText"_s);
    text->setFocus();
    QVERIFY(text->hasFocus());
    desk.turn();
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->hasFocus());
    desk.turn();
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->hasFocus());
}

void WindowPanesTest::theButtonsOfThePanelsAreSharpAtEveryResolution()
{
    Desk desk(QSize(1440, 900));
    auto *charts = desk.window.findChild<QDockWidget *>(u"chartsDock"_s);
    charts->setFloating(true); // in the window, its tools are its title
    const auto sharp = [charts](const QString &name) {
        const auto *button = charts->findChild<QAbstractButton *>(name);
        return button && button->icon().actualSize({256, 256}) == QSize(256, 256);
    };
    QTRY_VERIFY(sharp(u"qt_dockwidget_floatbutton"_s));
    QTRY_VERIFY(sharp(u"qt_dockwidget_closebutton"_s));
    // Another style brings its own.
    ui::applyAppearance(ui::Appearance::Dark);
    QTRY_VERIFY(sharp(u"qt_dockwidget_floatbutton"_s));
    QTRY_VERIFY(sharp(u"qt_dockwidget_closebutton"_s));
    ui::applyAppearance(ui::Appearance::System);
}

void WindowPanesTest::whereThereIsLittleHeightEachPanelHasTheWholeWidth()
{
    const auto areTabs = [] {
        Desk desk(QSize(1440, 900));
        const auto dock = [&desk](const QString &name) { return desk.window.findChild<QDockWidget *>(name); };
        return desk.window.tabifiedDockWidgets(dock(u"chartsDock"_s)).contains(dock(u"digestDock"_s));
    };
    QVERIFY(!areTabs());
    // A screen of fewer lines is as good as a low one.
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPixelSize(40);
    QApplication::setFont(large);
    const bool tabs = areTabs();
    QApplication::setFont(usual);
    QVERIFY(tabs);
}

void WindowPanesTest::theIconsOfTheToolbarGrowWithTheLetters()
{
    Desk desk(QSize(1440, 900));
    const auto *button = desk.window.findChild<QToolButton *>(u"rangeButton"_s);
    QCOMPARE(button->iconSize(), QSize(16, 16));
    QFont large = desk.window.font();
    large.setPixelSize(40);
    desk.window.setFont(large);
    QTRY_VERIFY(button->iconSize().height() > 24);
}

QTEST_MAIN(WindowPanesTest)
#include "tst_windowpanes.moc"
