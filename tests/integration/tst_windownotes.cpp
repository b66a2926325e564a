// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own notes on series, in the window as its user has it.
#include "tests/integration/markdesk.h"
#include "ui/messageheader.h"
#include "ui/messageview.h"
#include "ui/notedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace loredesk;
using namespace loredesk::tests;

class WindowNotesTest : public QObject, private MarkDesk
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(loredesk);
        makeBuilder();
    }
    void init() { makeList(); }
    void aNoteStandsAboveEveryMessageOfItsSeries();
    void aNoteIsChangedWhereItIsRead();
    void aNoteIsDeletedByDeletingItsTextAndCanBeTakenBack();
    void cancellingChangesNothing();
    void aNoteStaysWithTheSeriesWhenANewVersionComes();
    void whatHasANoteIsInTheViewOfMarks();
    void aNoteIsRememberedWhereverTheArchiveLies();
    void whatSteersTheDisplayIsShown();
    void aThreadWithoutPatchesHasNone();
    void aNoteHasALongestLength();

private:
    static QString noteOf(const Program &program)
    {
        const auto *label = program.window.messageView()->findChild<QLabel *>(u"messageNote"_s);
        return label->isHidden() ? QString() : label->text();
    }
    static ui::NoteDialog *dialog(const Program &program)
    {
        return program.window.findChild<ui::NoteDialog *>();
    }
    /// The dialog by its key; then types over what is there, and saves by the keys.
    static bool write(Program &program, const QString &note)
    {
        QTest::keyClick(program.window.seriesView(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        return writeInto(program, note);
    }
    static bool writeInto(Program &program, const QString &note)
    {
        ui::NoteDialog *asked = dialog(program);
        if (!asked)
            return false;
        asked->activateWindow();
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == asked; }))
            return false;
        auto *text = asked->findChild<QPlainTextEdit *>(u"noteText"_s);
        text->selectAll();
        text->insertPlainText(note);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        const bool isClosed = QTest::qWaitFor([&] { return !dialog(program); });
        program.window.activateWindow(); // which a window manager does
        return isClosed && QTest::qWaitForWindowActive(&program.window) && isWritten(program);
    }
};

void WindowNotesTest::aNoteStandsAboveEveryMessageOfItsSeries()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QCOMPARE(noteOf(program), QString());
    QVERIFY(write(program, u"  ask Bob\nfirst "_s));
    QCOMPARE(noteOf(program), u"ask Bob\nfirst"_s);
    QVERIFY(program.window.statusBar()->currentMessage().startsWith(u"The note was written"_s));
    QCOMPARE(markOf(program, m_frob), u"\u270e"_s);
    QVERIFY(rowOf(program, m_frob)
                .data(Qt::AccessibleDescriptionRole)
                .toString()
                .contains(u"your note: ask Bob\nfirst"_s));
    // A mark is another thing.
    QVERIFY(press(program, Qt::Key_2));
    QCOMPARE(markOf(program, m_frob), u"Reviewed \u270e"_s);
    QVERIFY(press(program, Qt::Key_0));
    QCOMPARE(noteOf(program), u"ask Bob\nfirst"_s);
    QTest::keyClick(program.window.seriesView(), Qt::Key_Right);
    QTest::keyClick(program.window.seriesView(), Qt::Key_J);
    QTest::keyClick(program.window.seriesView(), Qt::Key_J);
    QVERIFY(program.window.seriesView()->currentIndex().parent().isValid());
    QCOMPARE(noteOf(program), u"ask Bob\nfirst"_s);
    choose(program, m_widget);
    QCOMPARE(noteOf(program), QString());
}

void WindowNotesTest::aNoteIsChangedWhereItIsRead()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(write(program, u"ask Bob"_s));
    auto *edit = program.window.messageView()->findChild<QToolButton *>(u"messageNoteEdit"_s);
    QTRY_VERIFY(edit->isVisible());
    QTest::mouseClick(edit, Qt::LeftButton);
    QVERIFY(dialog(program));
    QCOMPARE(dialog(program)->findChild<QPlainTextEdit *>(u"noteText"_s)->toPlainText(), u"ask Bob"_s);
    QCOMPARE(dialog(program)->findChild<QLabel *>(u"noteSeries"_s)->text(), m_frob);
    QVERIFY(writeInto(program, u"Bob answered"_s));
    QCOMPARE(noteOf(program), u"Bob answered"_s);
}

void WindowNotesTest::aNoteIsDeletedByDeletingItsTextAndCanBeTakenBack()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(write(program, u"ask Bob"_s));
    QVERIFY(write(program, QString()));
    QCOMPARE(noteOf(program), QString());
    QCOMPARE(markOf(program, m_frob), QString());
    QVERIFY(program.window.statusBar()->currentMessage().startsWith(u"The note was deleted"_s));
    QVERIFY(press(program, Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(noteOf(program), u"ask Bob"_s);
    QVERIFY(press(program, Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(noteOf(program), QString());
    QVERIFY(!program.window.findChild<QAction *>(u"takeMarkBackAction"_s)->isEnabled());
}

void WindowNotesTest::cancellingChangesNothing()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(write(program, u"ask Bob"_s));
    QTest::keyClick(program.window.seriesView(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog(program));
    auto *text = dialog(program)->findChild<QPlainTextEdit *>(u"noteText"_s);
    text->setPlainText(u"never mind"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_VERIFY(!dialog(program));
    QVERIFY(isWritten(program));
    QCOMPARE(noteOf(program), u"ask Bob"_s);
}

void WindowNotesTest::aNoteStaysWithTheSeriesWhenANewVersionComes()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(write(program, u"ask Bob"_s));
    sendSecondVersion();
    refresh(program);
    choose(program, m_frob);
    QTRY_COMPARE(noteOf(program), u"ask Bob (of v1)"_s);
    // Written anew it is of the version that is there, and the old one is not left behind.
    QVERIFY(write(program, u"Bob is content"_s));
    QCOMPARE(noteOf(program), u"Bob is content"_s);
    QVERIFY(write(program, QString()));
    QCOMPARE(noteOf(program), QString());
}

void WindowNotesTest::whatHasANoteIsInTheViewOfMarks()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_frob);
    QVERIFY(write(program, u"ask Bob"_s));
    QTRY_COMPARE(count(program, ViewKind::Marked), 1);
    QCOMPARE(count(program, ViewKind::ToReview), 0);
    show(program, ViewKind::Marked);
    QCOMPARE(program.titles(), QStringList{m_frob});
}

void WindowNotesTest::aNoteIsRememberedWhereverTheArchiveLies()
{
    {
        Program program(settingsFile(), places());
        QVERIFY(open(program, m_list));
        choose(program, m_widget);
        QVERIFY(write(program, u"ask Bob"_s));
    }
    const QString clone = m_builder->v2(u"marks-%1"_s.arg(++m_files), {ArchiveBuilder::adding(frobList())});
    Program program(settingsFile(), places());
    QVERIFY(open(program, clone));
    choose(program, m_widget);
    QTRY_COMPARE(noteOf(program), u"ask Bob"_s);
}

void WindowNotesTest::whatSteersTheDisplayIsShown()
{
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_list));
    choose(program, m_widget);
    QVERIFY(write(program, u"ask <b>Bob</b>\u202e now"_s));
    QVERIFY(!noteOf(program).contains(u'\u202e'));
    QVERIFY(noteOf(program).startsWith(u"ask <b>Bob</b>"_s));
}

void WindowNotesTest::aThreadWithoutPatchesHasNone()
{
    QByteArrayList mails = frobList();
    mails << letter("chat@example.org", "a question", "Ada <ada@example.org>", 30, {}, "Who has time?\n");
    Program program(settingsFile(), places());
    QVERIFY(open(program, m_builder->mbox(u"chat-%1.mbox"_s.arg(++m_files), mails)));
    choose(program, u"a question"_s);
    QVERIFY(!program.window.findChild<QAction *>(u"writeNoteAction"_s)->isEnabled());
    choose(program, m_frob);
    QVERIFY(program.window.findChild<QAction *>(u"writeNoteAction"_s)->isEnabled());
}

void WindowNotesTest::aNoteHasALongestLength()
{
    ui::NoteDialog dialog(m_frob, {});
    dialog.show();
    auto *text = dialog.findChild<QPlainTextEdit *>(u"noteText"_s);
    const auto *message = dialog.findChild<QLabel *>(u"noteMessage"_s);
    const QPushButton *save = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    text->setPlainText(QString(catalog::LongestNote, u'x'));
    QVERIFY(save->isEnabled());
    QVERIFY(!message->isVisible());
    text->setPlainText(QString(catalog::LongestNote + 2, u'x'));
    QVERIFY(!save->isEnabled());
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), u"This is 2 characters longer than a note can be"_s);
}

QTEST_MAIN(WindowNotesTest)
#include "tst_windownotes.moc"
