// SPDX-License-Identifier: GPL-3.0-or-later
// What people need who do without a mouse, or without eyes: keys that lead everywhere, and names for
// everything.
#include "app/translation.h"
#include "models/mail/message.h"
#include "tests/integration/program.h"
#include "tests/support/archivebuilder.h"
#include "ui/chartspanel.h"
#include "ui/digestpanel.h"
#include "ui/helpwindow.h"
#include "ui/problempanel.h"
#include "ui/searchfield.h"
#include "ui/seriesview.h"
#include "ui/shortcuts.h"
#include "ui/sidepane.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace loredesk;
using tests::ArchiveBuilder;
using tests::frobList;
using tests::Program;

namespace {

/// Parts of Qt's own widgets, which speak for the whole of them.
bool isInner(const QWidget &widget)
{
    return widget.objectName().startsWith("qt_"_L1) || qobject_cast<const QMenu *>(&widget);
}

QStringList namelessOf(QWidget &top)
{
    QStringList wrong;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() ||
            isInner(*widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString what =
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        if (!face) {
            wrong << what + u" is not accessible"_s;
            continue;
        }
        if (face->text(QAccessible::Name).trimmed().isEmpty())
            wrong << what + u" has no name"_s;
        const QAccessible::Role role = face->role();
        if (role == QAccessible::NoRole || role == QAccessible::Client)
            wrong << what + u" has no role"_s;
    }
    return wrong;
}

/// Letters that two of these answer to.
QStringList clashesOf(const QList<QAction *> &entries, const QString &where)
{
    QMap<QChar, QStringList> taken;
    for (const QAction *action : entries) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        if (!mnemonic.isEmpty())
            taken[QChar(mnemonic[0].key())] << action->text();
    }
    QStringList clashes;
    for (auto it = taken.begin(); it != taken.end(); ++it) {
        if (it->size() > 1)
            clashes << where + u": "_s + it.key() + u" of "_s + it->join(u", "_s);
    }
    return clashes;
}

QList<QWidget *> placesOfTheFocus(const QWidget &top)
{
    QList<QWidget *> places;
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() &&
            !widget->focusProxy() && !isInner(*widget))
            places << widget;
    }
    return places;
}

/// The menu that `open` opens, as it is while it is open; `look` is not called where none opens.
void lookAtMenu(const std::function<void()> &open, const std::function<void(const QMenu &)> &look)
{
    const auto lookAndClose = [&look] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            look(*menu);
            menu->close();
        }
    };
    // Some menus wait until they are closed, others do not.
    QObject context;
    QTimer::singleShot(0, &context, lookAndClose);
    open();
    lookAndClose();
}

void pressMenuKey(QWidget &widget)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {4, 4}, widget.mapToGlobal(QPoint(4, 4)));
    QCoreApplication::sendEvent(&widget, &event);
}

void collectActions(const QMenu &menu, QSet<QAction *> &found)
{
    for (QAction *action : menu.actions()) {
        found << action;
        if (action->menu())
            collectActions(*action->menu(), found);
    }
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }

    void everythingThatTakesTheFocusHasAName_data();
    void everythingThatTakesTheFocusHasAName();
    void noMnemonicStandsForTwoEntries_data();
    void noMnemonicStandsForTwoEntries();
    void noKeyStandsForTwoActionsInGermanEither();
    void whatTheMouseCanDoKeysCanDo();
    void tabLeadsToEverythingAndTheFocusIsSeenThere_data();
    void tabLeadsToEverythingAndTheFocusIsSeenThere();
    void rowsOfTheTreeAreReadWhole();
    void f6GoesRoundThePanesAndBack();
    void escapeLeadsBackToTheTree();
    void theKeysOfMailReadersAreThereAndCanBeChanged();
    void openingARowReadsIt();

private:
    /// A public-inbox, as it has revisions.
    QString inbox()
    {
        QList<tests::ArchiveStep> steps;
        for (const QByteArray &message : frobList())
            steps << tests::ArchiveStep{tests::ArchiveStep::Kind::Add, message};
        return m_builder->v2(u"inbox-%1"_s.arg(m_files), {steps});
    }
    std::unique_ptr<Program> program(bool isLoaded)
    {
        auto made = std::make_unique<Program>(m_builder->path(u"settings-%1.ini"_s.arg(++m_files)));
        made->window.resize(1400, 900);
        if (isLoaded && !made->open({m_builder->mbox(u"list-%1.mbox"_s.arg(m_files), frobList())}))
            qFatal("the list was not opened");
        if (isLoaded) {
            made->window.seriesView()->selectFirst();
            if (made->shownMessage().isEmpty() && !made->waitForMessage())
                qFatal("no message was shown");
        }
        made->window.activateWindow();
        if (!QTest::qWaitForWindowActive(&made->window))
            qFatal("the window did not become active");
        return made;
    }
    void speakGerman()
    {
        QVERIFY(m_german.load(u":/i18n/loredesk_de"_s));
        QCoreApplication::installTranslator(&m_german);
    }

    QTranslator m_german;
    std::unique_ptr<ArchiveBuilder> m_builder;
    int m_files = 0;
};

void AccessTest::initTestCase()
{
    Q_INIT_RESOURCE(loredesk);
    Q_INIT_RESOURCE(translations);
    mail::initialise();
    m_builder = std::make_unique<ArchiveBuilder>();
}

void AccessTest::everythingThatTakesTheFocusHasAName_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"empty", "loaded", "error", "problems", "help", "shortcuts", "find", "dates",
                              "revisions", "diff", "thread", "versions", "raw", "table of a chart"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void AccessTest::everythingThatTakesTheFocusHasAName()
{
    QFETCH(QString, state);
    const auto made = program(state != "empty"_L1);
    ui::MainWindow &window = made->window;
    if (state == "error"_L1) {
        QSignalSpy failed(made->controller.get(), &app::Controller::openFailed);
        made->controller->open({m_builder->path(u"no such archive"_s)});
        QVERIFY(failed.wait(20000));
    } else if (state == "problems"_L1) {
        auto *dock = window.findChild<QDockWidget *>(u"problemsDock"_s);
        dock->raise();
        QTRY_VERIFY(!window.problemPanel()->visibleRegion().isEmpty());
    } else if (state == "help"_L1) {
        window.showHelp();
    } else if (state == "shortcuts"_L1) {
        window.showShortcuts();
    } else if (state == "find"_L1) {
        window.messageView()->openFind();
    } else if (state == "dates"_L1) {
        window.findChild<QAction *>(u"customRangeAction"_s)->trigger();
    } else if (state == "revisions"_L1) {
        QVERIFY(made->open({inbox()}));
        window.findChild<QAction *>(u"revisionRangeAction"_s)->trigger();
    } else if (state == "table of a chart"_L1) {
        window.findChild<QToolButton *>(u"chartTable"_s)->click();
    } else {
        const std::map<QString, ui::MessageView::Tab> tabs{{u"diff"_s, ui::MessageView::Tab::Diff},
                                                           {u"thread"_s, ui::MessageView::Tab::Thread},
                                                           {u"versions"_s, ui::MessageView::Tab::Versions},
                                                           {u"raw"_s, ui::MessageView::Tab::Raw}};
        if (const auto tab = tabs.find(state); tab != tabs.end())
            window.messageView()->setCurrentTab(tab->second);
    }
    QStringList wrong;
    int seen = 0;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible() || isInner(*top))
            continue;
        ++seen;
        wrong << namelessOf(*top);
    }
    const QStringList ownWindows{u"help"_s, u"shortcuts"_s, u"dates"_s, u"revisions"_s};
    QCOMPARE(seen > 1, ownWindows.contains(state));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void AccessTest::noMnemonicStandsForTwoEntries_data()
{
    QTest::addColumn<bool>("isGerman");
    QTest::newRow("English") << false;
    QTest::newRow("German") << true;
}

void AccessTest::noMnemonicStandsForTwoEntries()
{
    QFETCH(bool, isGerman);
    if (isGerman)
        speakGerman();
    const auto made = program(true);
    ui::MainWindow &window = made->window;
    made->showSidePane();
    QStringList clashes = clashesOf(window.menuBar()->actions(), u"menu bar"_s);
    int menus = 0;
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        ++menus;
        clashes << clashesOf(menu->actions(), menu->title().isEmpty() ? menu->objectName() : menu->title());
    }
    QVERIFY(menus > 12);
    // Those that are made when they are opened.
    int opened = 0;
    for (QWidget *widget : placesOfTheFocus(window)) {
        // Qt's own menus in fields of text are Qt's own affair.
        if (widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") ||
            widget->inherits("QTextEdit"))
            continue;
        lookAtMenu([&] { pressMenuKey(*widget); },
                   [&](const QMenu &menu) {
                       ++opened;
                       clashes << clashesOf(menu.actions(),
                                            u"context menu of "_s +
                                                QLatin1StringView(widget->metaObject()->className()));
                   });
    }
    QVERIFY(opened >= 4);
    clashes.removeDuplicates();
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
}

void AccessTest::noKeyStandsForTwoActionsInGermanEither()
{
    // Tr()'d shortcuts, and what a translation moves from one menu to another.
    speakGerman();
    const ui::MainWindow window;
    QStringList wrong;
    for (const ui::Shortcuts::Entry &entry : window.shortcuts()->entries()) {
        for (const QKeySequence &sequence : entry.defaults) {
            const QStringList others = window.shortcuts()->conflicts(entry.name, sequence);
            if (!others.isEmpty())
                wrong << entry.text + u" and "_s + others.join(u", "_s) + u": "_s + sequence.toString();
        }
    }
    QVERIFY(window.shortcuts()->entries().size() > 40);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void AccessTest::whatTheMouseCanDoKeysCanDo()
{
    const auto made = program(true);
    ui::MainWindow &window = made->window;
    made->showSidePane();
    QSet<QAction *> reached;
    for (const QAction *top : window.menuBar()->actions())
        collectActions(*top->menu(), reached);
    for (QWidget *widget : placesOfTheFocus(window)) {
        if (auto *button = qobject_cast<QToolButton *>(widget); button && button->menu())
            collectActions(*button->menu(), reached);
        lookAtMenu([&] { pressMenuKey(*widget); }, [&](const QMenu &menu) { collectActions(menu, reached); });
    }
    // The menu of what was looked for opens beneath the field.
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.filterBar()->focusField();
    lookAtMenu([&] { QTest::keyClick(window.filterBar()->field(), Qt::Key_Down, Qt::AltModifier); },
               [&](const QMenu &menu) { collectActions(menu, reached); });
    QStringList wrong;
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->isSeparator() || action->text().isEmpty() || action->menu() || reached.contains(action) ||
            !action->shortcuts().isEmpty())
            continue;
        const QObject *owner = action->parent();
        if (owner && owner->objectName().startsWith("qt_"_L1))
            continue;
        wrong << u"action "_s + action->text() + u' ' + action->objectName();
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->focusPolicy() != Qt::NoFocus)
            continue;
        const auto *tool = qobject_cast<const QToolButton *>(button);
        // A menu or a key says the same: the text is cleared as it is written, and windows have a menu of
        // their own.
        if (button->inherits("QLineEditIconButton") || button->objectName().startsWith("qt_dockwidget_"_L1))
            continue;
        if (tool && tool->defaultAction() && reached.contains(tool->defaultAction()))
            continue;
        wrong << u"button "_s + QLatin1StringView(button->metaObject()->className()) + u' ' +
                     button->objectName() + u' ' + button->text();
    }
    QVERIFY(reached.size() > 60);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void AccessTest::tabLeadsToEverythingAndTheFocusIsSeenThere_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isLoaded");
    QTest::newRow("light, an archive") << false << true;
    QTest::newRow("dark, an archive") << true << true;
    QTest::newRow("light, nothing open") << false << false;
    QTest::newRow("dark, nothing open") << true << false;
}

void AccessTest::tabLeadsToEverythingAndTheFocusIsSeenThere()
{
    QFETCH(bool, isDark);
    QFETCH(bool, isLoaded);
    QApplication::setCursorFlashTime(0);
    ui::applyAppearance(isDark ? ui::Appearance::Dark : ui::Appearance::Light);
    const auto made = program(isLoaded);
    ui::MainWindow &window = made->window;
    made->showSidePane();
    QList<QWidget *> awaited = placesOfTheFocus(window);

    QVERIFY(awaited.size() > 5);
    QWidget *first = QApplication::focusWidget();
    QVERIFY(first);
    QStringList wrong;
    QSet<QWidget *> seen;
    QWidget *at = first;
    do {
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
        QVERIFY(at);
        if (seen.contains(at))
            break;
        seen << at;
        const QRect place = at->rect().translated(at->mapTo(&window, QPoint())).adjusted(-4, -4, 4, 4);
        const QImage with = window.grab(place).toImage();
        at->clearFocus();
        const QImage without = window.grab(place).toImage();
        at->setFocus(Qt::TabFocusReason);
        int marked = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                marked += ui::contrastRatio(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3 ? 1 : 0;
        }
        if (marked < 12)
            wrong << u"%1 %2 shows nothing of its focus: %3"_s
                         .arg(QLatin1StringView(at->metaObject()->className()), at->objectName())
                         .arg(marked);
    } while (at != first);
    for (QWidget *widget : std::as_const(awaited)) {
        if (!seen.contains(widget) && !widget->visibleRegion().isEmpty())
            wrong << u"Tab does not come to %1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                                         widget->objectName());
    }
    ui::applyAppearance(ui::Appearance::System);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void AccessTest::rowsOfTheTreeAreReadWhole()
{
    const auto made = program(true);
    ui::SeriesView *tree = made->window.seriesView();
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(tree);
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Tree);
    QVERIFY(face->tableInterface());
    QCOMPARE(tree->currentIndex().row(), 0);
    QAccessibleInterface *cell = face->tableInterface()->cellAt(1, 0);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"tidy the frob"_s);
    const QString row = cell->text(QAccessible::Description);
    for (const QString &part :
         {u"2 of 2 patches, complete"_s, u"Ada"_s, u"1 reply"_s, u"1 of 2 patches reviewed"_s})
        QVERIFY2(row.contains(part), qPrintable(row));
}

void AccessTest::f6GoesRoundThePanesAndBack()
{
    const auto made = program(true);
    ui::MainWindow &window = made->window;
    made->showSidePane();
    window.seriesView()->setFocus();
    const auto paneOfFocus = [&window]() -> QString {
        const QWidget *focus = QApplication::focusWidget();
        for (const QWidget *pane : window.panes()) {
            if (focus && (pane == focus || pane->isAncestorOf(focus)))
                return pane->objectName();
        }
        return {};
    };
    const QString first = paneOfFocus();
    QVERIFY(!first.isEmpty());
    QStringList way{first};
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        way << paneOfFocus();
    } while (way.last() != first && way.size() < 20);
    QCOMPARE(way.last(), first);
    QCOMPARE(way.join(u' '),
             u"treePane messageView chartsDock digestDock filterBar timeBrush sidePane treePane"_s);
    for (qsizetype i = way.size() - 2; i >= 0; --i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(paneOfFocus(), way[i]);
    }
}

void AccessTest::escapeLeadsBackToTheTree()
{
    const auto made = program(true);
    ui::MainWindow &window = made->window;
    window.seriesView()->setFocus();
    for (int pane = 0; pane < window.panes().size(); ++pane) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QWidget *focus = QApplication::focusWidget();
        for (int press = 0; press < 3 && QApplication::focusWidget() != window.seriesView(); ++press)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY2(window.seriesView()->hasFocus(), focus->metaObject()->className());
        focus->setFocus(); // on from there
    }
}

void AccessTest::theKeysOfMailReadersAreThereAndCanBeChanged()
{
    const auto made = program(true);
    ui::Shortcuts &shortcuts = *made->window.shortcuts();
    QMap<QString, QString> names;
    for (const ui::Shortcuts::Entry &entry : shortcuts.entries()) {
        for (const QKeySequence &sequence : entry.defaults)
            names.insert(sequence.toString(QKeySequence::PortableText), entry.name);
    }
    for (const char *key : {"J", "K", "N", "P", "O", "/", "F6", "Shift+F6", "?"})
        QVERIFY2(names.contains(QString::fromLatin1(key)), key);
    // The key that is chosen works, and the old one does no more.
    made->window.seriesView()->setFocus();
    shortcuts.assign(names.value(u"/"_s), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    QVERIFY(made->window.seriesView()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!made->window.seriesView()->hasFocus());
}

void AccessTest::openingARowReadsIt()
{
    const auto made = program(true);
    ui::SeriesView *tree = made->window.seriesView();
    for (const Qt::Key key : {Qt::Key_O, Qt::Key_Return}) {
        tree->collapseAll();
        tree->setFocus();
        QVERIFY(made->shownMessage().size() > 0 || made->waitForMessage());
        tree->selectFirst();
        tree->nextSeries();
        const QModelIndex row = tree->currentIndex().siblingAtColumn(0);
        QVERIFY(tree->model()->hasChildren(row));
        QTest::keyClick(tree, key);
        QVERIFY(tree->isExpanded(row));
        QTRY_COMPARE(QApplication::focusWidget(),
                     made->window.messageView()->findChild<QWidget *>(u"messageText"_s));
    }
}

QTEST_MAIN(AccessTest)
#include "tst_access.moc"
