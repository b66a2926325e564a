// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include "ui/mainwindow.h"
#include "ui/shortcutsheet.h"

#include <QAction>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace loredesk;

static void initialiseResources()
{
    Q_INIT_RESOURCE(loredesk);
}

namespace {

QAction *actionOf(const ui::MainWindow &window, const QString &name)
{
    return window.shortcuts()->find(name) ? window.shortcuts()->find(name)->action.data() : nullptr;
}

/// The rows that are shown, as "action: keys (note)".
QStringList rows(const ui::ShortcutSheet &sheet)
{
    QStringList result;
    const auto *tree = sheet.findChild<QTreeWidget *>(u"shortcutTree"_s);
    for (int g = 0; g < tree->topLevelItemCount(); ++g) {
        const QTreeWidgetItem *group = tree->topLevelItem(g);
        for (int r = 0; r < group->childCount() && !group->isHidden(); ++r) {
            const QTreeWidgetItem *row = group->child(r);
            if (!row->isHidden())
                result << row->text(0) + u": "_s + row->text(1) +
                              (row->text(2).isEmpty() ? QString() : u" ("_s + row->text(2) + u')');
        }
    }
    return result;
}

} // namespace

class ShortcutsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initialiseResources(); }

    void everyShortcutOfTheMenusCanBeRemembered();
    void noTwoActionsShareAKeyAtFirst();
    void actionsOfAGroupAreToldApart();
    void aChangeIsMadeAndAnnouncedAndTakenBack();
    void changesComeBackInTheNextRun();
    void settingsThatMakeNoSenseAreLeftAlone();
    void anActionMayBeWithoutKeys();
    void aKeyThatIsTakenIsSaid();
    void anOpenMenuHasItsLettersForItself();
    void theSheetListsWhatTheActionsHave();
    void theSheetIsNarrowedByWordsAndKeys();
    void theSheetChangesTheCurrentAction();
    void theSheetTakesAKeyOverAndSaysSoBefore();
    void aKeyNeverWorksForNeitherOfTwo();
    void keysAreNotGivenUpUnasked();
    void theQuestionMarkOpensTheSheet();
    void theNewKeyWorksAndTheOldOneDoesNot();
};

void ShortcutsTest::everyShortcutOfTheMenusCanBeRemembered()
{
    const ui::MainWindow window;
    QStringList nameless;
    int seen = 0;
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (action->shortcuts().isEmpty() || action->text().isEmpty())
            continue;
        ++seen;
        if (!window.shortcuts()->find(action->objectName()))
            nameless << action->text();
    }
    QVERIFY(seen > 30);
    QVERIFY2(nameless.isEmpty(), qPrintable(u"give these an object name: "_s + nameless.join(u", "_s)));
}

void ShortcutsTest::noTwoActionsShareAKeyAtFirst()
{
    const ui::MainWindow window;
    QStringList wrong;
    for (const ui::Shortcuts::Entry &entry : window.shortcuts()->entries()) {
        for (const QKeySequence &sequence : entry.defaults) {
            const QStringList others = window.shortcuts()->conflicts(entry.name, sequence);
            if (!others.isEmpty())
                wrong << entry.text + u" and "_s + others.join(u", "_s) + u": "_s + sequence.toString();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void ShortcutsTest::actionsOfAGroupAreToldApart()
{
    const ui::MainWindow window;
    QStringList texts;
    for (const ui::Shortcuts::Entry &entry : window.shortcuts()->entries())
        texts << entry.group + u" > "_s + entry.text;
    QStringList twice = texts;
    for (const QString &text : QSet<QString>(texts.begin(), texts.end()))
        twice.removeOne(text);
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    // What is unique needs no more than its own text, whatever menu it stands in.
    QVERIFY(texts.contains(u"View > Charts"_s));
    QVERIFY(texts.contains(u"View > In Windows of Their Own: Charts"_s));
    QVERIFY(texts.contains(u"View > Last 7 days"_s));
}

void ShortcutsTest::aChangeIsMadeAndAnnouncedAndTakenBack()
{
    const ui::MainWindow window;
    ui::Shortcuts &shortcuts = *window.shortcuts();
    QSignalSpy spy(&shortcuts, &ui::Shortcuts::changed);
    QVERIFY(shortcuts.changes().isEmpty());
    shortcuts.assign(u"quitAction"_s, {QKeySequence(u"Ctrl+Alt+Q"_s)});
    QCOMPARE(actionOf(window, u"quitAction"_s)->shortcut(), QKeySequence(u"Ctrl+Alt+Q"_s));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<ui::ShortcutChanges>(),
             (ui::ShortcutChanges{{u"quitAction"_s, {u"Ctrl+Alt+Q"_s}}}));
    shortcuts.reset(u"quitAction"_s);
    QCOMPARE(actionOf(window, u"quitAction"_s)->shortcut(), QKeySequence(u"Ctrl+Q"_s));
    QCOMPARE(spy.size(), 2);
    QVERIFY(spy[1][0].value<ui::ShortcutChanges>().isEmpty());
    shortcuts.assign(u"quitAction"_s, {});
    shortcuts.assign(u"openAction"_s, {QKeySequence(u"F2"_s)});
    shortcuts.resetAll();
    QVERIFY(shortcuts.changes().isEmpty());
    QCOMPARE(actionOf(window, u"openAction"_s)->shortcuts(), shortcuts.find(u"openAction"_s)->defaults);
}

void ShortcutsTest::changesComeBackInTheNextRun()
{
    ui::ShortcutChanges kept;
    {
        const ui::MainWindow window;
        window.shortcuts()->assign(u"refreshAction"_s, {QKeySequence(u"F9"_s), QKeySequence(u"Ctrl+Y, R"_s)});
        kept = window.shortcuts()->changes();
    }
    const ui::MainWindow next;
    QSignalSpy spy(next.shortcuts(), &ui::Shortcuts::changed);
    next.shortcuts()->apply(kept);
    QCOMPARE(actionOf(next, u"refreshAction"_s)->shortcuts(),
             (QList<QKeySequence>{QKeySequence(u"F9"_s), QKeySequence(u"Ctrl+Y, R"_s)}));
    QCOMPARE(next.shortcuts()->changes(), kept);
    QCOMPARE(spy.size(), 0);
}

void ShortcutsTest::settingsThatMakeNoSenseAreLeftAlone()
{
    const ui::MainWindow window;
    window.shortcuts()->apply({{u"an action of tomorrow"_s, {u"F9"_s}},
                               {u"quitAction"_s, {u"no such key"_s}},
                               {u"openAction"_s, {QString()}}});
    QVERIFY(window.shortcuts()->changes().isEmpty());
}

void ShortcutsTest::anActionMayBeWithoutKeys()
{
    const ui::MainWindow window;
    window.shortcuts()->apply({{u"quitAction"_s, {}}});
    QVERIFY(actionOf(window, u"quitAction"_s)->shortcuts().isEmpty());
    QCOMPARE(window.shortcuts()->changes(), (ui::ShortcutChanges{{u"quitAction"_s, {}}}));
}

void ShortcutsTest::aKeyThatIsTakenIsSaid()
{
    const ui::MainWindow window;
    const ui::Shortcuts &shortcuts = *window.shortcuts();
    QCOMPARE(shortcuts.conflicts(u"quitAction"_s, QKeySequence(u"Ctrl+D"_s)), QStringList{u"Build Digest"_s});
    QCOMPARE(shortcuts.conflicts(u"quitAction"_s, QKeySequence(u"Ctrl+Q"_s)), QStringList());
    QCOMPARE(shortcuts.conflicts(u"quitAction"_s, QKeySequence(u"Ctrl+Alt+F11"_s)), QStringList());
    // What holds in one pane alone meets what holds in all of them.
    QCOMPARE(shortcuts.conflicts(u"quitAction"_s, QKeySequence(u"J"_s)),
             (QStringList{u"Next in Conversation"_s, u"Next Difference"_s, u"Next Row"_s}));
    QVERIFY(shortcuts.conflicts(u"nextRow"_s, QKeySequence(u"K"_s)).contains(u"Previous Row"_s));
}

void ShortcutsTest::theSheetListsWhatTheActionsHave()
{
    const ui::MainWindow window;
    const ui::ShortcutSheet sheet(*window.shortcuts());
    const QStringList listed = rows(sheet);
    QCOMPARE(listed.size(), qsizetype(window.shortcuts()->entries().size()));
    QVERIFY(listed.contains(u"Build Digest: Ctrl+D"_s));
    QVERIFY(listed.contains(u"Refresh: F5   Ctrl+R"_s));
    QVERIFY(listed.contains(u"Open Sample: "_s));
}

void ShortcutsTest::theSheetIsNarrowedByWordsAndKeys()
{
    const ui::MainWindow window;
    ui::ShortcutSheet sheet(*window.shortcuts());
    sheet.show();
    auto *field = sheet.findChild<QLineEdit *>(u"shortcutFilter"_s);
    QTest::keyClicks(field, u"digest build"_s);
    QCOMPARE(rows(sheet), QStringList{u"Build Digest: Ctrl+D"_s});
    QCOMPARE(sheet.current(), u"buildDigestAction"_s);
    field->setText(u"f5"_s);
    QCOMPARE(rows(sheet), QStringList{u"Refresh: F5   Ctrl+R"_s});
    field->setText(u"nothing like that"_s);
    QCOMPARE(rows(sheet), QStringList());
    QCOMPARE(sheet.current(), QString());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(sheet.isVisible());
    QVERIFY(rows(sheet).size() > 30);
}

void ShortcutsTest::theSheetChangesTheCurrentAction()
{
    const ui::MainWindow window;
    ui::ShortcutSheet sheet(*window.shortcuts());
    sheet.show();
    const auto button = [&](const char *name) {
        return sheet.findChild<QPushButton *>(QLatin1StringView(name));
    };
    auto *keys = sheet.findChild<QKeySequenceEdit *>(u"shortcutKeys"_s);
    sheet.setCurrent(u"quitAction"_s);
    QVERIFY(!button("shortcutAssign")->isEnabled());
    QVERIFY(!button("shortcutReset")->isEnabled());
    keys->setKeySequence(QKeySequence(u"Ctrl+Alt+Q"_s));
    QVERIFY(button("shortcutAssign")->isEnabled());
    QTest::mouseClick(button("shortcutAdd"), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Quit: Ctrl+Q   Ctrl+Alt+Q (changed)"_s));
    QCOMPARE(sheet.current(), u"quitAction"_s);
    keys->setKeySequence(QKeySequence(u"F12"_s));
    QTest::mouseClick(button("shortcutAssign"), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Quit: F12 (changed)"_s));
    QTest::mouseClick(button("shortcutClear"), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Quit:  (changed)"_s));
    QTest::mouseClick(button("shortcutReset"), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Quit: Ctrl+Q"_s));
    QVERIFY(!button("shortcutResetAll")->isEnabled());
}

void ShortcutsTest::theSheetTakesAKeyOverAndSaysSoBefore()
{
    const ui::MainWindow window;
    ui::ShortcutSheet sheet(*window.shortcuts());
    sheet.show();
    auto *keys = sheet.findChild<QKeySequenceEdit *>(u"shortcutKeys"_s);
    auto *warning = sheet.findChild<QLabel *>(u"shortcutConflict"_s);
    sheet.setCurrent(u"quitAction"_s);
    QVERIFY(!warning->isVisible());
    keys->setKeySequence(QKeySequence(u"Ctrl+D"_s));
    QVERIFY(warning->isVisible());
    QVERIFY(warning->text().contains("Build Digest"_L1));
    QTest::mouseClick(sheet.findChild<QPushButton *>(u"shortcutAssign"_s), Qt::LeftButton);
    QVERIFY(!warning->isVisible());
    QVERIFY(rows(sheet).contains(u"Quit: Ctrl+D (changed)"_s));
    QVERIFY(rows(sheet).contains(u"Build Digest:  (changed)"_s));
    // One of several.
    sheet.setCurrent(u"quitAction"_s);
    keys->setKeySequence(QKeySequence(u"F5"_s));
    QTest::mouseClick(sheet.findChild<QPushButton *>(u"shortcutAdd"_s), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Quit: Ctrl+D   F5 (changed)"_s));
    QVERIFY(rows(sheet).contains(u"Refresh: Ctrl+R (changed)"_s));
    // The default comes back from where it went.
    sheet.setCurrent(u"buildDigestAction"_s);
    QTest::mouseClick(sheet.findChild<QPushButton *>(u"shortcutReset"_s), Qt::LeftButton);
    QVERIFY(rows(sheet).contains(u"Build Digest: Ctrl+D"_s));
    QVERIFY(rows(sheet).contains(u"Quit: F5 (changed)"_s));
}

void ShortcutsTest::aKeyNeverWorksForNeitherOfTwo()
{
    ui::MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QSignalSpy sample(actionOf(window, u"openSampleAction"_s), &QAction::triggered);
    const QSignalSpy folder(actionOf(window, u"openFolderAction"_s), &QAction::triggered);
    const QSignalSpy announced(window.shortcuts(), &ui::Shortcuts::changed);
    window.shortcuts()->assign(u"openFolderAction"_s, {QKeySequence(u"F7"_s)});
    window.shortcuts()->assign(u"openSampleAction"_s, {QKeySequence(u"F7"_s)});
    QCOMPARE(announced.size(), 2);
    QTest::keyClick(&window, Qt::Key_F7);
    QCOMPARE(sample.size(), 1);
    QCOMPARE(folder.size(), 0);
    // As an earlier version may have written it down: one of them has it, and not what nobody changed.
    window.shortcuts()->resetAll();
    window.shortcuts()->apply({{u"openSampleAction"_s, {u"Ctrl+D"_s}}, {u"quitAction"_s, {u"Ctrl+D"_s}}});
    QVERIFY(actionOf(window, u"buildDigestAction"_s)->shortcuts().isEmpty());
    QVERIFY(actionOf(window, u"openSampleAction"_s)->shortcuts().isEmpty() !=
            actionOf(window, u"quitAction"_s)->shortcuts().isEmpty());
}

void ShortcutsTest::keysAreNotGivenUpUnasked()
{
    const ui::MainWindow window;
    ui::ShortcutSheet sheet(*window.shortcuts());
    sheet.show();
    auto *all = sheet.findChild<QPushButton *>(u"shortcutResetAll"_s);
    QVERIFY(!all->isEnabled());
    window.shortcuts()->assign(u"quitAction"_s, {QKeySequence(u"F12"_s)});
    const auto answer = [&](QMessageBox::ButtonRole role) {
        QTest::mouseClick(all, Qt::LeftButton);
        auto *box = sheet.findChild<QMessageBox *>(u"shortcutDefaultsBox"_s);
        QVERIFY(box);
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *button : buttons) {
            if (box->buttonRole(button) == role)
                button->click();
        }
        QTRY_VERIFY(!sheet.findChild<QMessageBox *>());
    };
    answer(QMessageBox::RejectRole);
    QVERIFY(rows(sheet).contains(u"Quit: F12 (changed)"_s));
    answer(QMessageBox::AcceptRole);
    QVERIFY(rows(sheet).contains(u"Quit: Ctrl+Q"_s));
    QVERIFY(!all->isEnabled());
}

void ShortcutsTest::theQuestionMarkOpensTheSheet()
{
    ui::MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Question);
    QTRY_VERIFY(window.findChild<ui::ShortcutSheet *>());
    QVERIFY(window.findChild<ui::ShortcutSheet *>()->isVisible());
}

void ShortcutsTest::theNewKeyWorksAndTheOldOneDoesNot()
{
    ui::MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy spy(actionOf(window, u"openSampleAction"_s), &QAction::triggered);
    window.shortcuts()->assign(u"openSampleAction"_s, {QKeySequence(u"F7"_s)});
    QTest::keyClick(&window, Qt::Key_F7);
    QCOMPARE(spy.size(), 1);
    window.shortcuts()->assign(u"openSampleAction"_s, {QKeySequence(u"Ctrl+Alt+F8"_s)});
    QTest::keyClick(&window, Qt::Key_F7);
    QCOMPARE(spy.size(), 1);
    QTest::keyClick(&window, Qt::Key_F8, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(spy.size(), 2);
}

void ShortcutsTest::anOpenMenuHasItsLettersForItself()
{
    ui::MainWindow window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QAction letter;
    letter.setShortcut(Qt::Key_S);
    window.addAction(&letter);
    const QSignalSpy triggered(&letter, &QAction::triggered);
    QTest::keyClick(&window, Qt::Key_S);
    QCOMPARE(triggered.size(), 1);
    QMenu menu(&window);
    const QAction *chosen = menu.addAction(u"&Sort"_s);
    const QSignalSpy sorted(chosen, &QAction::triggered);
    menu.popup(window.mapToGlobal(QPoint(20, 20)));
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    QTest::keyClick(&menu, Qt::Key_S);
    QCOMPARE(sorted.size(), 1);
    QCOMPARE(triggered.size(), 1);
    QTRY_VERIFY(!menu.isVisible());
    QTest::keyClick(&window, Qt::Key_S);
    QCOMPARE(triggered.size(), 2);
}

QTEST_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
